// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pipeline/namedroutes.h"
#include "proxy/upstream/upstreams.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace proxy;
using namespace Qt::StringLiterals;

class TstNamedRoutes : public QObject
{
    Q_OBJECT

    /// Providers "a" and "b".
    const core::SystemClock m_clock;
    UpstreamClient m_client;
    std::vector<UpstreamSettings> m_settings = std::vector<UpstreamSettings>(2);
    std::vector<std::unique_ptr<Provider>> m_providers;
    std::vector<std::unique_ptr<Upstream>> m_upstreams;

    [[nodiscard]] Target at(std::size_t provider, const QByteArray &model) const
    {
        return {m_upstreams[provider].get(),
                std::make_shared<const ServedModel>(ServedModel{.id = model})};
    }

    static core::RouteDecision::Considered missing(const QByteArray &why)
    {
        return {{.model = "m", .provider = "c", .unavailable = why}, {}, "unavailable"};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_settings[0].id = "a";
        m_settings[1].id = "b";
        for (const UpstreamSettings &one : m_settings) {
            m_providers.push_back(std::make_unique<Provider>(one, m_clock));
            m_upstreams.push_back(
                std::make_unique<Upstream>(*m_providers.back(), m_client, m_clock));
        }
    }

    void recordsNothingWhereThereWasNoChoice()
    {
        NamedRoutes routes;
        QCOMPARE(routes.recordOf({}, {}).json, QByteArray());
        const std::vector one{at(0, "m")};
        QCOMPARE(routes.recordOf(one, {}).json, QByteArray());
    }

    void saysWhoIsTriedAndInWhatOrder()
    {
        NamedRoutes routes;
        const std::vector targets{at(1, "m"), at(0, "m"), at(0, "spare")};
        const core::RouteRecord record = routes.recordOf(targets, {});
        QVERIFY(record.repeats);
        QCOMPARE(record.json,
                 R"({"reason":"named","candidates":[)"
                 R"({"model":"m","provider":"b","verdict":"chosen"},)"
                 R"({"model":"m","provider":"a","verdict":"next"},)"
                 R"({"model":"spare","provider":"a","verdict":"next"}]})"_ba);
    }

    void writesEachOrderOnce()
    {
        NamedRoutes routes;
        const std::vector targets{at(0, "m"), at(1, "m")};
        const QByteArray text = routes.recordOf(targets, {}).json;
        const std::vector again{at(0, "m"), at(1, "m")}; // as the next call's plan has them
        QVERIFY(routes.recordOf(again, {}).json.isSharedWith(text));
        QVERIFY(routes.recordOf(again, {}).repeats);

        const std::vector turned{at(1, "m"), at(0, "m")};
        QVERIFY(routes.recordOf(turned, {}).json != text);
        const std::vector other{at(0, "m"), at(1, "n")};
        QVERIFY(routes.recordOf(other, {}).json != text);
        const std::vector longer{at(0, "m"), at(1, "m"), at(0, "m")};
        QVERIFY(routes.recordOf(longer, {}).json != text);
        QVERIFY(routes.recordOf(targets, {}).json.isSharedWith(text));
    }

    void saysWhoCannotServeAndWhyEachTime()
    {
        NamedRoutes routes;
        const std::vector targets{at(0, "m"), at(1, "m")};
        const QByteArray without = routes.recordOf(targets, {}).json;
        for (const QByteArray why : {"not reachable", "does not serve it"}) {
            const std::vector absent{missing(why)};
            const core::RouteRecord record = routes.recordOf(targets, absent);
            const QJsonObject last =
                QJsonDocument::fromJson(record.json)["candidates"_L1][2].toObject();
            QCOMPARE(last["provider"_L1].toString(), u"c"_s);
            QCOMPARE(last["because"_L1].toString().toUtf8(), why);
        }
        QCOMPARE(routes.recordOf(targets, {}).json, without);
    }

    void forgetsRatherThanKeepingThousands()
    {
        NamedRoutes routes;
        const std::vector first{at(0, "m"), at(1, "m")};
        const QByteArray text = routes.recordOf(first, {}).json;
        for (int i = 0; i < 1'000; ++i) {
            const std::vector targets{at(0, "m"), at(1, QByteArray::number(i))};
            QVERIFY(routes.recordOf(targets, {}).json.contains('"' + QByteArray::number(i) + '"'));
        }
        const QByteArray again = routes.recordOf(first, {}).json;
        QCOMPARE(again, text);
        QVERIFY(!again.isSharedWith(text));
    }
};

QTEST_GUILESS_MAIN(TstNamedRoutes)
#include "tst_namedroutes.moc"
