// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetrysite.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace telemetrysite;

namespace {

/// A vLLM that is only there to look at what it is sent.
Reply plainUpstream(const Received &request)
{
    if (request.path == "/v1/models") {
        return {200,
                R"({"object":"list","data":[{"id":"cent","max_model_len":4096}]})",
                "Content-Type: application/json\r\n"};
    }
    if (request.path == "/v1/chat/completions") {
        return {
            200,
            R"({"id":"c-1","model":"cent","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"x"}}],"usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5}})",
            "Content-Type: application/json\r\n"};
    }
    return {404, "{}"};
}

} // namespace

/// What one call tells: its trace, its line in each file; and whether destinations answer.
class TestTelemetryFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesTheTraceContextOnWithItsOwnSpan()
    {
        Receiver upstream(plainUpstream);
        Receiver collector;
        QTemporaryDir data;
        test::Program capstan(
            u"capstan"_s,
            {u"--headless"_s,
             u"--port"_s,
             u"0"_s,
             u"--data-dir"_s,
             data.path(),
             u"--upstream"_s,
             QString::fromLatin1(upstream.url("/v1"))},
            environmentWith({{u"OTEL_EXPORTER_OTLP_ENDPOINT"_s, collector.url()}}));
        QVERIFY(capstan.isListening());
        const QByteArray trace = "0af7651916cd43dd8448eb211c80319c";
        const auto answer =
            test::HttpClient(capstan.port())
                .post("/v1/chat/completions",
                      chatBody("hello"),
                      "traceparent: 00-" + trace + "-b7ad6b7169203331-01\r\ntracestate: a=1\r\n");
        QCOMPARE(answer.status(), 200);
        QVERIFY(collector.waitFor([](const auto &received) { return !received.empty(); }));
        QJsonObject span = collector.received()
                               .front()
                               .json()["resourceSpans"_L1][0]["scopeSpans"_L1][0]["spans"_L1][0]
                               .toObject();
        QCOMPARE(span["traceId"_L1].toString().toLatin1(), trace);
        QCOMPARE(span["parentSpanId"_L1].toString(), u"b7ad6b7169203331"_s);
        QCOMPARE(span["traceState"_L1].toString(), u"a=1"_s);
        Received sent;
        for (const Received &one : upstream.received()) {
            sent = one.path == "/v1/chat/completions" ? one : sent;
        }
        QCOMPARE(sent.headers.value("traceparent"),
                 "00-" + trace + '-' + span["spanId"_L1].toString().toLatin1() + "-01");
        QCOMPARE(sent.headers.value("tracestate"), QByteArray("a=1"));
        QVERIFY(
            collector.received().front().body.contains(R"("stringValue":"c-1")")); // answer's id
    }

    void writesTheFilesOfSeedThree()
    {
        // S3-17 ... S3-19
        QTemporaryDir folder;
        const QString calls = folder.filePath(u"telemetry.jsonl"_s);
        const QString decisions = folder.filePath(u"policy_decisions.jsonl"_s);
        Site site({.simulation = {},
                   .configuration = {},
                   .environment = environmentWith({{u"TELEMETRY_PATH"_s, calls.toUtf8()},
                                                   {u"DECISIONS_PATH"_s, decisions.toUtf8()}})});
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:poor", "0.01"));
        QCOMPARE(site.chat(chatBody("hello", R"("max_tokens":3,)")).status(), 200);
        QCOMPARE(site.chat(chatBody("hello", R"("max_tokens":7,)"), "poor").status(), 402);
        QCOMPARE(site.stop(), 0);
        QFile callFile(calls);
        QVERIFY(callFile.open(QIODevice::ReadOnly));
        const QByteArrayList callLines = callFile.readAll().trimmed().split('\n');
        QCOMPARE(callLines.size(), 1);
        QCOMPARE(moneyIn(callLines.front(), "estimated_cost_usd"),
                 readLedger(site.ledgerFile())->sum());
        QFile decisionFile(decisions);
        QVERIFY(decisionFile.open(QIODevice::ReadOnly));
        const QByteArrayList lines = decisionFile.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const QJsonObject deny = QJsonDocument::fromJson(lines.at(1)).object();
        QCOMPARE(deny["decision"_L1].toString(), u"deny"_s);
        QCOMPARE(deny["tenant_id"_L1].toString(), u"poor"_s);
        QCOMPARE(deny["window_limit_usd"_L1].toDouble(), 0.01);
    }

    void triesDestinationsFromTheCommandLine()
    {
        Receiver collector;
        const auto check = [&] {
            QProcess process;
            process.setProcessEnvironment(
                environmentWith({{u"OTEL_EXPORTER_OTLP_ENDPOINT"_s, collector.url()}}));
            process.start(QStringLiteral(CAPSTAN_BINARY_DIR "/capstan"),
                          {u"check-config"_s, u"--connect"_s});
            process.waitForFinished();
            return std::pair(process.exitCode(), process.readAllStandardOutput());
        };
        const auto good = check();
        QCOMPARE(good.first, 0);
        QVERIFY2(good.second.contains("OK: otlp: An OTLP receiver at " + collector.url()),
                 good.second.constData());
        collector.goDown();
        const auto bad = check();
        QCOMPARE(bad.first, 1);
        QVERIFY(bad.second.contains("Failed: otlp: "));
    }
};

QTEST_GUILESS_MAIN(TestTelemetryFiles)
#include "tst_telemetryfiles.moc"
