// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "internalcalls.h"

using namespace internalcalls;

/// Seed S4's API: POST /internal/llm/proxy, GET /internal/llm/models and usage.
class TestInternalApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersInTheSeedsShape() // S4-01
    {
        Site site(switchedOn());
        QVERIFY(site.isRunning());
        const auto answer = proxied(site, body());
        QCOMPARE(answer.status(), 200);
        const QJsonObject json = answer.json();
        QCOMPARE(json.keys(),
                 QStringList({u"cached"_s,
                              u"content"_s,
                              u"latency_ms"_s,
                              u"model_resolved"_s,
                              u"provider"_s,
                              u"usage"_s}));
        QVERIFY(!json["content"_L1].toString().isEmpty());
        QCOMPARE(json["usage"_L1]["completion_tokens"_L1].toInt(), 4);
        QCOMPARE(json["usage"_L1]["total_tokens"_L1].toInt(),
                 json["usage"_L1]["prompt_tokens"_L1].toInt() + 4);
        QCOMPARE(json["provider"_L1].toString(), u"vllm"_s);
        QCOMPARE(json["model_resolved"_L1].toString(), u"cent"_s);
        QCOMPARE(json["cached"_L1], QJsonValue(false));
        QVERIFY(json["latency_ms"_L1].toDouble() > 0);
    }

    void wantsTheSecretOnEveryPath() // S4-03, S4-04
    {
        Site site(switchedOn());
        QVERIFY(site.isRunning());
        const auto refused = site.post("/internal/llm/proxy", body());
        QCOMPARE(refused.status(), 401);
        QCOMPARE(detailOf(refused), u"Invalid or missing X-Internal-Secret header"_s);
        const QByteArray wrong = "X-Internal-Secret: an-internal-secreT\r\n";
        QCOMPARE(site.post("/internal/llm/proxy", body(), wrong).status(), 401);
        QCOMPARE(site.get("/internal/llm/models").status(), 401);
        QCOMPARE(site.get("/internal/llm/usage").status(), 401);
        QVERIFY(site.seenRequests().isEmpty());
        QCOMPARE(site.get("/health").status(), 200); // S4-06
    }

    void isOffWithoutASecret() // S4-03: there is no default one
    {
        Site site;
        QVERIFY(site.isRunning());
        const QByteArray old = "X-Internal-Secret: dev-secret-token\r\n";
        QCOMPARE(site.post("/internal/llm/proxy", body(), old).status(), 403);
        QCOMPARE(site.get("/internal/llm/models").status(), 403);
    }

    void attributesByMetadata() // S4-16
    {
        Site site(switchedOn());
        QVERIFY(site.isRunning());
        const QByteArray who =
            R"("metadata":{"agent_id":"agent:sofia","microdao_id":"microdao:7","channel_id":"c-1"},)";
        QCOMPARE(proxied(site, body(who)).status(), 200);
        QCOMPARE(proxied(site, body(R"("metadata":null,)")).status(), 200);
        const QByteArray report = site.get("/api/reports/cost?by=tenant,agent&format=csv").body();
        QVERIFY2(report.contains("microdao:7,agent:sofia,0.04"), report);
        QVERIFY2(report.contains("default,,0.04"), report);
    }

    void refusesWhatIsOutOfRange_data() // S4-02
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char *name, const QByteArray &request, const char *field) {
            QTest::newRow(name) << request << QByteArray(field);
        };
        row("max_tokens 0", body(R"("max_tokens":0,)"), "max_tokens");
        row("max_tokens above", body(R"("max_tokens":32001,)"), "max_tokens");
        row("temperature", body(R"("temperature":2.1,)"), "temperature");
        row("top_p", body(R"("top_p":-0.1,)"), "top_p");
        row("no messages", R"({"model":"cent","messages":[]})", "messages");
        row("role", R"({"model":"cent","messages":[{"role":"boss","content":"x"}]})", "messages");
        row("no model", R"({"messages":[{"role":"user","content":"x"}]})", "model");
        row("metadata", body(R"("metadata":7,)"), "metadata");
    }
    void refusesWhatIsOutOfRange()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, field);
        Site site(switchedOn());
        QVERIFY(site.isRunning());
        const auto answer = proxied(site, request);
        QCOMPARE(answer.status(), 422);
        const QJsonValue fault = answer.json()["detail"_L1][0];
        QCOMPARE(fault["loc"_L1].toArray().last().toString().toUtf8(), field);
        QVERIFY(site.seenRequests().isEmpty());
    }

    void mapsErrors() // S4-19
    {
        Site site(switchedOn("limits: [ { per: agent, requests_per_minute: 2 } ]\n"));
        QVERIFY(site.isRunning());
        const QByteArray nope = R"({"model":"nope","messages":[{"role":"user","content":"x"}]})";
        const auto unknown = proxied(site, nope);
        QCOMPARE(unknown.status(), 400);
        QVERIFY(detailOf(unknown).contains(u"cent"_s)); // and names those there are
        QCOMPARE(unknown.json()["code"_L1].toString(), u"model_not_found"_s);
        const auto broken = proxied(site, body({}, "Hi [[sim:500]]"));
        QCOMPARE(broken.status(), 502);
        QVERIFY(!broken.body().contains("InternalServerError")); // nothing of the upstream's
        QCOMPARE(proxied(site, body()).status(), 200);
        const auto limited = proxied(site, body());
        QCOMPARE(limited.status(), 429);
        QVERIFY(!limited.header("retry-after").isEmpty());
    }

    void saysWhichBudgetIsSpent()
    {
        Site site(switchedOn());
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("default", "0.01"));
        const auto refused = proxied(site, body(R"("max_tokens":50,)"));
        QCOMPARE(refused.status(), 402);
        QVERIFY(!detailOf(refused).isEmpty());
    }

    void streamsAndCallsTools() // S4-20, S4-22
    {
        Site site(switchedOn());
        QVERIFY(site.isRunning());
        const auto stream = proxied(site, body(Streamed));
        QCOMPARE(stream.status(), 200);
        QCOMPARE(stream.events().last(), "[DONE]");
        const QByteArray tools =
            R"("tools":[{"type":"function","function":{"name":"weather","parameters":{}}}],)";
        const auto called = proxied(site, body(tools, "Hi [[sim:tool-call]]"));
        QCOMPARE(called.status(), 200);
        QCOMPARE(called.json()["tool_calls"_L1][0]["function"_L1]["name"_L1].toString(),
                 u"weather"_s);
    }

    void opensToNoForeignPage() // S4-29
    {
        Site site(switchedOn());
        QVERIFY(site.isRunning());
        const QByteArray page = "Origin: https://page.example\r\n";
        const QByteArray asks = page + "Access-Control-Request-Method: POST\r\n";
        const auto preflight =
            test::HttpClient(site.port())
                .send(test::requestBytes("OPTIONS", "/internal/llm/proxy", {}, asks));
        QCOMPARE(preflight.status(), 405);
        const auto answer = site.post("/internal/llm/proxy", body(), Secret + page);
        QCOMPARE(answer.status(), 200);
        QVERIFY(answer.header("access-control-allow-origin").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestInternalApi)
#include "tst_internalapi.moc"
