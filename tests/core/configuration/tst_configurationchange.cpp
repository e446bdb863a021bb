// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/configurationchange.h"
#include "core/configuration/configurationreader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;
using Part = ConfigurationChange::Part;
using Kind = ConfigurationChange::Kind;

namespace {

const QByteArray Before =
    "server: { listen: 127.0.0.1, port: 7007 }\n"
    "providers:\n"
    "  vllm: { type: openai, base_url: \"http://127.0.0.1:8000/v1\" }\n"
    "  second: { type: openai, base_url: \"http://127.0.0.1:8001/v1\" }\n"
    "models:\n"
    "  small: { provider: vllm, physical_name: small, price: { input: 1, output: 2 } }\n"
    "  large: { provider: vllm, physical_name: large }\n"
    "routes:\n"
    "  /answer: { tiers: { cheap: small, expensive: large } }\n"
    "limits:\n"
    "  - { match: \"tenant:lab\", requests_per_minute: 10 }\n"
    "telemetry:\n"
    "  destinations:\n"
    "    traces: { type: otlp, url: \"http://127.0.0.1:4318\" }\n";

} // namespace

class TstConfigurationChange : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] Result<Configuration> read(const QByteArray &text) const
    {
        QFile file(m_folder.filePath(u"capstan.yaml"_s));
        (void)file.open(QIODevice::WriteOnly);
        file.write(text);
        file.close();
        return readConfiguration(file.fileName(), {});
    }

private Q_SLOTS:
    void aFileReadTwiceIsOne()
    {
        const auto once = read(Before);
        QVERIFY2(once.ok(), qPrintable(once.ok() ? QString() : once.error().message));
        QVERIFY(changesBetween(*once, *read(Before)).empty());
        QVERIFY(changesBetween(*once, *read("# as before\n" + Before)).empty());
    }

    void eachEditIsNamedByItself_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("part");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](const char *from, const char *to, Part part, Kind kind, auto name) {
            QTest::newRow(to) << QByteArray(from) << QByteArray(to) << static_cast<int>(part)
                              << static_cast<int>(kind) << QByteArray(name);
        };
        row("port: 7007", "port: 7008", Part::Listening, Kind::Changed, "");
        row("port: 7007", "port: 7007, workers: 2", Part::Server, Kind::Changed, "");
        row("limits:", "metrics: { legacy_names: true }\nlimits:", Part::Other, Kind::Changed, "");
        row(":8001/v1", ":8002/v1", Part::Provider, Kind::Changed, "second");
        row("  large: {",
            "  huge: { provider: vllm, physical_name: h }\n  large: {",
            Part::Model,
            Kind::Added,
            "huge");
        row("output: 2", "output: 3", Part::Model, Kind::Changed, "small");
        row("  /answer: { tiers: { cheap: small, expensive: large } }",
            "  {}",
            Part::Route,
            Kind::Removed,
            "/answer");
        row("minute: 10", "minute: 11", Part::Limits, Kind::Changed, "");
        row("limits:", "retention: { days: 5 }\nlimits:", Part::Retention, Kind::Changed, "");
        row("traces: { type",
            "traces: { metrics: false, type",
            Part::Destination,
            Kind::Changed,
            "traces");
    }
    void eachEditIsNamedByItself()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(int, part);
        QFETCH(int, kind);
        QFETCH(QByteArray, name);
        QVERIFY(Before.contains(from));
        const auto after = read(QByteArray(Before).replace(from, to));
        QVERIFY2(after.ok(), qPrintable(after.ok() ? QString() : after.error().message));
        const auto before = read(Before);
        const std::vector<ConfigurationChange> wanted{
            {static_cast<Part>(part), static_cast<Kind>(kind), name}};
        QVERIFY(changesBetween(*before, *after) == wanted);
    }

    // The first provider serves every model that nobody names.
    void theOrderOfProvidersCounts()
    {
        Configuration turned = *read(Before);
        std::swap(turned.providers[0], turned.providers[1]);
        const std::vector<ConfigurationChange> wanted{{Part::Provider, Kind::Changed, {}}};
        QVERIFY(changesBetween(*read(Before), turned) == wanted);
    }
};

QTEST_GUILESS_MAIN(TstConfigurationChange)
#include "tst_configurationchange.moc"
