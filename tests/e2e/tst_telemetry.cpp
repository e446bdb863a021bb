// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mixedload.h"
#include "telemetrysite.h"
#include "watcher.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace telemetrysite;

namespace {

const QByteArray Planted = "planted-5up3r-53cr37";
const QByteArray Prompt = "a prompt that nobody must keep";

/// A span as a collector saw it.
struct Seen
{
    QByteArray trace;
    QByteArray span;
    Money cost;
    int times = 0;
};

/// All spans by request id; costs are read from the text, as a double would round them.
QMap<QByteArray, Seen> spansIn(const std::vector<Received> &requests)
{
    static const QRegularExpression pattern(
        u"\"traceId\":\"([0-9a-f]{32})\",\"spanId\":\"([0-9a-f]{16})\".*?"
        "(?:\"gen_ai.usage.cost\",\"value\":\\{\"doubleValue\":([0-9.]+)\\}.*?)?"
        "\"capstan.request.id\",\"value\":\\{\"stringValue\":\"(req-[0-9a-f]+)\""_s);
    QMap<QByteArray, Seen> spans;
    for (const Received &request : requests) {
        auto matches = pattern.globalMatch(QString::fromUtf8(request.body));
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            Seen &seen = spans[match.captured(4).toLatin1()];
            ++seen.times;
            seen.trace = match.captured(1).toLatin1();
            seen.span = match.captured(2).toLatin1();
            const QByteArray cost = match.captured(3).toLatin1();
            seen.cost = cost.isEmpty() ? Money() : Money::parse(cost).value();
        }
    }
    return spans;
}

std::vector<Received> traces(Receiver &receiver)
{
    std::vector<Received> all = receiver.received();
    std::erase_if(all, [](const Received &one) { return !one.path.endsWith("/v1/traces"); });
    return all;
}

/// What Langfuse would add up: the `total` of all cost details, as it is written.
Money langfuseTotals(Receiver &langfuse)
{
    static const QRegularExpression pattern(
        u"cost_details\",\"value\":\\{\"stringValue\":\"\\{\\\\\"total\\\\\":([0-9.]+)\\}"_s);
    Money sum;
    for (const Received &request : langfuse.received()) {
        auto matches = pattern.globalMatch(QString::fromUtf8(request.body));
        while (matches.hasNext()) {
            sum += Money::parse(matches.next().captured(1).toLatin1()).value();
        }
    }
    return sum;
}

/// The property that carries the ledger's figure.
Money heliconeTotals(Receiver &helicone)
{
    static const QRegularExpression pattern(u"\"Helicone-Property-Cost-Usd\":\"([0-9.]+)\""_s);
    Money sum;
    for (const Received &request : helicone.received()) {
        const auto match = pattern.match(QString::fromUtf8(request.body));
        sum += match.hasMatch() ? Money::parse(match.captured(1).toLatin1()).value() : Money();
    }
    return sum;
}

/// Files below the folder that hold that text.
QStringList filesWith(const QString &folder, const QByteArray &text)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text)) {
            found += file.fileName();
        }
    }
    return found;
}

} // namespace

/// The exporters in the real program.
class TestTelemetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheCollectorWhatTheLedgerHolds()
    {
        // issue 4, sentence 5; and no secret, no prompt in any file
        Receiver collector;
        Receiver helicone([](const Received &) { return Reply{200, "ok"}; });
        Receiver langfuse([](const Received &) { return Reply{200, R"({"version":"4.16.0"})"}; });
        Site site(
            {.simulation = {},
             .configuration = "telemetry: { destinations: { h: { type: helicone, url: \"" +
                              helicone.url("/custom/v1/log") + "\" } } }\n",
             .environment = environmentWith({{u"OTEL_EXPORTER_OTLP_ENDPOINT"_s, collector.url()},
                                             {u"OTEL_EXPORTER_OTLP_HEADERS"_s, "x-key=" + Planted},
                                             {u"LANGFUSE_PUBLIC_KEY"_s, "pk-lf-1"},
                                             {u"LANGFUSE_SECRET_KEY"_s, "sk-lf-" + Planted},
                                             {u"LANGFUSE_BASE_URL"_s, langfuse.url()},
                                             {u"HELICONE_API_KEY"_s, Planted}})});
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:poor", "0.01"));
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(site.chat(chatBody(Prompt, R"("max_tokens":7,)", CentAndMill)).status(), 200);
        }
        QCOMPARE(site.chat(chatBody(Prompt, R"("max_tokens":7,)"), "poor").status(), 402);
        QVERIFY(helicone.waitForRequests(6));
        QCOMPARE(site.stop(), 0); // which lets the rest out, metrics included
        const auto rows = readLedger(site.ledgerFile());
        QVERIFY(rows);
        const auto spans = spansIn(traces(collector));
        QCOMPARE(spans.size(), 6); // 5 calls and a refusal
        Money told;
        for (const SettledRow &row : rows->settlements) {
            QCOMPARE(spans.value(row.id).cost, row.cost);
            told += spans.value(row.id).cost;
        }
        QCOMPARE(told, rows->sum());
        QVERIFY(told > Money());
        QCOMPARE(langfuseTotals(langfuse), rows->sum());
        QCOMPARE(heliconeTotals(helicone), rows->sum());
        const auto requests = collector.received();
        QVERIFY(std::ranges::any_of(requests,
                                    [](const Received &one) { return one.path == "/v1/metrics"; }));
        QCOMPARE(requests.front().headers.value("x-key"), Planted);
        QCOMPARE(filesWith(site.folder(), Planted), QStringList());
        QCOMPARE(filesWith(site.folder(), Prompt), QStringList());
        QVERIFY(!site.capstan().errorText().contains(Planted));
        for (const Received &one : requests) {
            QVERIFY(!one.body.contains(Prompt));
        }
    }

    void losesNothingAndRenamesNothingWhenItIsKilled()
    {
        // issue 4, sentence 2
        const int rounds = isLongRun() ? 60 : 4;
        // Every other request is read and never answered: it must come again as it was.
        std::atomic<int> number = 0;
        Receiver collector([&number](const Received &) {
            return Reply{200, "{}", {}, ++number % 2 == 0};
        });
        Site site({.simulation = {},
                   .configuration = "telemetry: { destinations: { c: { type: otlp, url: \"" +
                                    collector.url() + "\", metrics: false } } }\n"});
        QVERIFY(site.isRunning());
        QRandomGenerator random(9);
        for (int round = 0; round < rounds; ++round) {
            killUnderLoad(site, random);
            if (round % 2 == 0) {
                collector.goDown(); // some of what was sent is never answered
                collector.comeBack();
            }
            QVERIFY2(site.start(), site.capstan().errorText().constData());
        }
        std::optional<LedgerRows> rows;
        const auto isAllThere = [&] {
            rows = readLedger(site.ledgerFile());
            const auto seen = spansIn(traces(collector));
            return rows && seen.size() >= std::ssize(rows->settlements) + rows->refusals;
        };
        QVERIFY(QTest::qWaitFor(isAllThere, 60'000));
        QCOMPARE(site.stop(), 0);
        const auto spans = spansIn(traces(collector));
        QCOMPARE(spans.size(), std::ssize(rows->settlements) + rows->refusals);
        QSet<QByteArray> ids;
        int repeated = 0;
        for (const SettledRow &row : rows->settlements) {
            QVERIFY2(spans.contains(row.id), row.id.constData());
            QCOMPARE(spans[row.id].cost, row.cost);
            repeated += spans[row.id].times > 1 ? 1 : 0;
        }
        // One span a call, however often it was sent: spansIn() would have kept only the last.
        for (const Received &request : traces(collector)) {
            const auto one = spansIn({request});
            for (auto it = one.begin(); it != one.end(); ++it) {
                ids.insert(it.key() + it->trace + it->span);
            }
        }
        QCOMPARE(ids.size(), spans.size());
        QVERIFY(repeated > 0);
        qInfo("%d kills, %lld calls, %d of them sent more than once, all under one id",
              rounds,
              static_cast<long long>(spans.size()),
              repeated);
    }

    /// A command opens the ledger when no Capstan runs, perhaps from a shell that has never heard
    /// of the collector.
    void keepsWhatWaitsWhenACommandOpensTheLedger()
    {
        Receiver collector;
        collector.goDown();
        Site site({.simulation = {},
                   .configuration = {},
                   .environment =
                       environmentWith({{u"OTEL_EXPORTER_OTLP_ENDPOINT"_s, collector.url()}})});
        QVERIFY(site.isRunning());
        QCOMPARE(site.chat(chatBody("hello", R"("max_tokens":3,)")).status(), 200);
        QCOMPARE(site.stop(), 0);
        QProcess command;
        command.setProcessEnvironment(test::plainEnvironment());
        command.start(QStringLiteral(CAPSTAN_BINARY_DIR "/capstan"),
                      {u"budget"_s, u"list"_s, u"--data-dir"_s, site.folder() + u"/data"_s});
        QVERIFY(command.waitForFinished());
        QVERIFY2(command.exitCode() == 0, command.readAllStandardError().constData());
        collector.comeBack();
        QVERIFY(site.start());
        QVERIFY(collector.waitFor([](const auto &received) {
            return std::ranges::any_of(
                received, [](const Received &one) { return one.path == "/v1/traces"; });
        }));
    }

private:
    static void killUnderLoad(Site &site, QRandomGenerator &random)
    {
        std::vector<test::LoadCall> calls;
        for (const MixedCall &mixed : mixedCalls(400, random.generate(), 1)) {
            calls.push_back(mixed.call);
        }
        std::atomic<bool> isDone = false;
        Meanwhile load([&, port = site.port()] {
            if (!isDone.exchange(true)) {
                (void)test::LoadClient(port, 16).run(calls);
            }
        });
        // A moment that nobody chose, before, in and after the first deliveries.
        QTest::qSleep(static_cast<int>(random.bounded(2'000)));
        site.capstan().kill();
    }
};

QTEST_GUILESS_MAIN(TestTelemetry)
#include "tst_telemetry.moc"
