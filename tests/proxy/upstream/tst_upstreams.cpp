// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"

#include "proxy/upstream/origin.h"
#include "proxy/upstream/upstreams.h"

#include <QTest>

using namespace proxy;
using namespace Qt::StringLiterals;

namespace {

const QByteArray VllmCard = R"({"id":"%1","max_model_len":8192})";
const QByteArray RemoteCard = R"({"id":"%1","owned_by":"system"})";

QByteArray list(const QByteArray &card, const QByteArrayList &names)
{
    QByteArrayList cards;
    for (const QByteArray &name : names) {
        cards << QByteArray(card).replace("%1", name);
    }
    return ScriptedServer::whole(R"({"object":"list","data":[)" + cards.join(',') + "]}");
}

QByteArrayList paths(const ScriptedServer &server)
{
    QByteArrayList all;
    for (const QByteArray &request : server.requests()) {
        all << request.split(' ').value(1);
    }
    return all;
}

} // namespace

class TstUpstreams : public QObject
{
    Q_OBJECT

    /// Two providers, each behind a server of its own; a third that can't be used.
    struct Fixture
    {
        ScriptedServer first;
        ScriptedServer second;
        core::SystemClock clock;
        UpstreamClient client;
        Settings settings;
        Providers providers;
        std::unique_ptr<Upstreams> upstreams;

        Fixture(const QByteArray &firstList, const QByteArray &secondList)
            : first([firstList](QTcpSocket &s, const QByteArray &) { s.write(firstList); })
            , second([secondList](QTcpSocket &s, const QByteArray &) { s.write(secondList); })
        {
            settings.upstreams.assign(3, {});
            settings.upstreams[0].id = "first";
            settings.upstreams[0].baseUrl = first.url({});
            settings.upstreams[1].id = "second";
            settings.upstreams[1].baseUrl = second.url({});
            settings.upstreams[1].apiKey = core::Secret("second's key");
            settings.upstreams[2].id = "third";
            settings.upstreams[2].unavailable = u"KEY is not set"_s;
            core::Model model;
            model.name = "logical";
            model.targets.push_back({"first", "a", 1, {}});
            settings.models.push_back(model);
            for (const UpstreamSettings &one : settings.upstreams) {
                providers.push_back(std::make_unique<Provider>(one, clock));
            }
            providers[2]->models.failed(clock.now(), settings.upstreams[2].unavailable);
            upstreams = std::make_unique<Upstreams>(settings, providers, client, clock);
        }
        [[nodiscard]] bool refresh()
        {
            bool done = false;
            upstreams->refresh([&done] { done = true; });
            return QTest::qWaitFor([&done] { return done; }, 30'000);
        }
        [[nodiscard]] QByteArray serving(const QByteArray &model) const
        {
            const Upstream *const upstream = upstreams->serving(model);
            return upstream == nullptr ? QByteArray() : upstream->settings().id;
        }
    };

private Q_SLOTS:
    void servesAModelAtTheFirstProviderThatListsIt()
    {
        Fixture fixture(list(RemoteCard, {"a", "both"}), list(RemoteCard, {"b", "both"}));
        QVERIFY(!fixture.upstreams->areAllKnown());
        QVERIFY(!fixture.upstreams->isAnyReachable());
        QVERIFY(fixture.refresh());
        QVERIFY(fixture.upstreams->areAllKnown());
        QVERIFY(fixture.upstreams->isAnyReachable());
        QCOMPARE(fixture.serving("a"), "first"_ba);
        QCOMPARE(fixture.serving("both"), "first"_ba);
        QCOMPARE(fixture.serving("b"), "second"_ba);
        QCOMPARE(fixture.serving("c"), QByteArray());
        QCOMPARE(fixture.serving(""), "first"_ba);
        QCOMPARE(fixture.upstreams->named("third")->isAvailable(), false);
        QCOMPARE(fixture.upstreams->logical("logical")->targets.front().physicalName, "a"_ba);
        QVERIFY(fixture.upstreams->logical("a") == nullptr);
    }

    void asksEachWithItsOwnKey() // S4-08
    {
        Fixture fixture(list(RemoteCard, {"a"}), list(RemoteCard, {"b"}));
        QVERIFY(fixture.refresh());
        QVERIFY(!fixture.first.requests().first().contains("Authorization"));
        QVERIFY(fixture.second.requests().first().contains("Authorization: Bearer second's key"));
    }

    void countsTheOverheadOnlyWhereThereIsATokenizer()
    {
        Fixture fixture(list(VllmCard, {"a"}), list(RemoteCard, {"b", "c"}));
        QVERIFY(fixture.refresh());
        QCOMPARE(paths(fixture.first), (QByteArrayList{"/v1/models", "/tokenize"}));
        QCOMPARE(paths(fixture.second), QByteArrayList{"/v1/models"});
        QVERIFY(fixture.providers[0]->models.isVllm());
        QVERIFY(!fixture.providers[1]->models.isVllm());
    }

    void takesAProviderWithoutAListAtItsWord()
    {
        Fixture fixture(ScriptedServer::whole("{}", "404 Not Found"),
                        ScriptedServer::whole("{}", "401 Unauthorized"));
        QVERIFY(fixture.refresh());
        QVERIFY(fixture.providers[0]->models.isReachable());
        QVERIFY(!fixture.providers[0]->models.isListed());
        QVERIFY(!fixture.providers[1]->models.isReachable());
        QVERIFY(fixture.providers[1]->models.status().lastError.contains("401"_L1));
    }

    void countsCallsAsLongAsTheyRun()
    {
        Fixture fixture(list(VllmCard, {"a"}), list(VllmCard, {"b"}));
        HealthBoard &health = fixture.providers[0]->health;
        {
            HealthBoard::Call one(health, "a");
            HealthBoard::Call two(health, "a");
            QCOMPARE(health.view("a").outstanding, 2);
            one.end({.kind = core::AttemptOutcome::Kind::Answered});
            one.end({.kind = core::AttemptOutcome::Kind::Answered});
            QCOMPARE(health.view("a").outstanding, 1);
        }
        QCOMPARE(health.view("a").outstanding, 0);
        QCOMPARE(health.view("b").outstanding, 0);
    }

    void tellsPrivateAddressesFromOthers_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<bool>("isLocal");
        QTest::newRow("loopback") << "http://127.0.0.1:8000"_ba << true;
        QTest::newRow("localhost") << "http://localhost:8000"_ba << true;
        QTest::newRow("192.168") << "http://192.168.1.7:8000"_ba << true;
        QTest::newRow("10") << "https://10.1.2.3"_ba << true;
        QTest::newRow("172.31") << "http://172.31.0.1"_ba << true;
        QTest::newRow("172.32") << "http://172.32.0.1"_ba << false;
        QTest::newRow("unique local") << "http://[fd00::1]:8000"_ba << true;
        QTest::newRow("public") << "http://8.8.8.8"_ba << false;
        QTest::newRow("a name") << "https://api.openai.com"_ba << false;
    }
    void tellsPrivateAddressesFromOthers()
    {
        QFETCH(const QByteArray, url);
        QFETCH(const bool, isLocal);
        QCOMPARE(isPrivate(url), isLocal);
    }
};

QTEST_GUILESS_MAIN(TstUpstreams)
#include "tst_upstreams.moc"
