// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;
using core::Money;

namespace {

const QByteArray Secret = "X-Internal-Secret: an-internal-secret\r\n";

SiteWish switchedOn(const QByteArray &more = {})
{
    SiteWish wish;
    wish.environment.insert(u"LLM_PROXY_SECRET"_s, u"an-internal-secret"_s);
    wish.configuration = more;
    return wish;
}

QByteArray body(const QByteArray &more = {}, const QByteArray &text = "Hi [[tokens=4]]")
{
    return R"({"model":"cent",)" + more +
           R"("messages":[{"role":"system","content":"Be brief."},{"role":"user","content":")" +
           text + R"("}]})";
}

test::Answer proxied(Site &site, const QByteArray &request)
{
    return site.post("/internal/llm/proxy", request, Secret);
}

test::Answer asked(Site &site, const QByteArray &path)
{
    return test::HttpClient(site.port()).send(test::requestBytes("GET", path, {}, Secret));
}

/// What a command of capstan printed, on both outputs, and its exit code.
struct Ran
{
    int code = -1;
    QByteArray out;
};

Ran run(const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(test::plainEnvironment());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(CAPSTAN_BINARY_DIR "/capstan"), arguments);
    process.waitForFinished();
    return {process.exitCode(), process.readAll()};
}

QString detailOf(const test::Answer &answer)
{
    return answer.json()["detail"_L1].toString();
}

} // namespace

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

    void sharesALimitBetweenWorkers() // S4-23
    {
        Site site(switchedOn("server: { workers: 4 }\n"
                             "limits: [ { per: agent, requests_per_minute: 10 } ]\n"));
        QVERIFY(site.isRunning());
        int answered = 0;
        for (int i = 0; i < 30; ++i) { // a connection each, which the kernel deals out
            const int status = proxied(site, body()).status();
            QVERIFY(status == 200 || status == 429);
            answered += status == 200 ? 1 : 0;
        }
        QCOMPARE(answered, 10);
    }

    void limitsAnAgentAndBurnsNothingForWhatIsUnknown() // section 7, case 12
    {
        Site site(switchedOn("limits: [ { per: agent, requests_per_minute: 10 } ]\n"));
        QVERIFY(site.isRunning());
        const QByteArray who = R"("metadata":{"agent_id":"agent:sofia"},)";
        const QByteArray nope = R"({"model":"nope","metadata":{"agent_id":"agent:sofia"},)"
                                R"("messages":[{"role":"user","content":"x"}]})";
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(proxied(site, nope).status(), 400);
        }
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(proxied(site, body(who)).status(), 200);
        }
        const auto refused = proxied(site, body(who));
        QCOMPARE(refused.status(), 429);
        const int wait = refused.header("retry-after").toInt();
        QVERIFY(wait > 0 && wait <= 60);
        site.simulation().kill();
        QCOMPARE(proxied(site, body()).status(), 503); // and not a stub with 200
    }

    void countsEveryRequestThatThereWas() // section 7, case 12: the seed forgot all but 1,000
    {
        Site site(switchedOn());
        QVERIFY(site.isRunning());
        constexpr int Calls = 2'833;
        test::HttpClient client(site.port());
        const QByteArray request = body({}, "Hi [[tokens=1]]");
        for (int i = 0; i < Calls; ++i) {
            QCOMPARE(client.post("/internal/llm/proxy", request, Secret).status(), 200);
        }
        const QJsonObject usage = asked(site, "/internal/llm/usage").json();
        QCOMPARE(usage["total_requests"_L1].toInt(), Calls);
        QCOMPARE(usage["total_completion_tokens"_L1].toInt(), Calls);
        QCOMPARE(usage["success_rate"_L1].toDouble(), 1.0);
    }

    /// `capstan import-config FILE`: what it prints is a configuration that Capstan takes, and says
    /// what it could not carry.
    void importsTheConfigurationsOfTheSeeds_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("notCarried");
        QTest::newRow("S4") << u"config.yaml"_s << "# Not carried over: logging"_ba;
        QTest::newRow("S2") << u"llm-router.toml"_s
                            << "# Not carried over: budget.per_task_limit_cents"_ba;
    }
    void importsTheConfigurationsOfTheSeeds()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, notCarried);
        const QTemporaryDir folder;
        QFile printed(folder.filePath(u"capstan.yaml"_s));
        const Ran import = run(
            {u"import-config"_s, QStringLiteral(CAPSTAN_SOURCE_DIR "/tests/commandline/") + file});
        QCOMPARE(import.code, 0);
        QVERIFY2(import.out.contains(notCarried), import.out);
        QVERIFY(printed.open(QIODevice::WriteOnly));
        printed.write(import.out);
        printed.close();
        const Ran check = run({u"check-config"_s, u"--config"_s, printed.fileName()});
        QVERIFY2(check.code == 0, check.out);
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

    void listsModels() // S4-04
    {
        Site site(switchedOn("  gpt: { provider: vllm, physical_name: cent, max_tokens: 4096 }\n"
                             "  gone: { provider: vllm, physical_name: nowhere }\n"));
        QVERIFY(site.isRunning());
        QHash<QString, QJsonObject> models;
        for (const QJsonValue model :
             asked(site, "/internal/llm/models").json()["models"_L1].toArray()) {
            models.insert(model["name"_L1].toString(), model.toObject());
        }
        const QJsonObject gpt = models.value(u"gpt"_s);
        QCOMPARE(gpt["provider"_L1].toString(), u"vllm"_s);
        QCOMPARE(gpt["physical_name"_L1].toString(), u"cent"_s);
        QCOMPARE(gpt["max_tokens"_L1].toInt(), 4096);
        QCOMPARE(gpt["available"_L1], QJsonValue(true));
        QCOMPARE(models.value(u"gone"_s)["available"_L1], QJsonValue(false));
        QCOMPARE(models.value(u"cent"_s)["pricing"_L1]["output"_L1].toInt(), 10'000);
        QVERIFY(models.contains(u"unpriced"_s)); // the upstream's own
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

    void writesABill() // S4-26: per tenant and month
    {
        Site site(switchedOn());
        QVERIFY(site.isRunning());
        QCOMPARE(proxied(site, body(R"("metadata":{"microdao_id":"microdao:7"},)")).status(), 200);
        const QByteArray bill = site.get("/api/reports/cost?by=tenant&per=month&format=csv").body();
        QVERIFY2(bill.contains("T00:00:00Z,microdao:7,0.04,0.04,1,"), bill);
    }

    void tellsUsageInOneShape() // S4-05, S4-14, S4-15, S4-24
    {
        Site site(switchedOn());
        QVERIFY(site.isRunning());
        const QJsonObject none = asked(site, "/internal/llm/usage?agent_id=agent:sofia").json();
        QCOMPARE(none["total_requests"_L1].toInt(-1), 0);
        const QByteArray sofia = R"("metadata":{"agent_id":"agent:sofia"},)";
        const QByteArray other = R"("metadata":{"agent_id":"agent:helion"},)";
        QCOMPARE(proxied(site, body(sofia)).status(), 200);
        QCOMPARE(proxied(site, body(sofia)).status(), 200);
        QCOMPARE(proxied(site, body(sofia, "Hi [[sim:500]]")).status(), 502);
        QCOMPARE(proxied(site, body(other)).status(), 200);
        const QJsonObject usage = asked(site, "/internal/llm/usage?agent_id=agent:sofia").json();
        QCOMPARE(usage.keys(), none.keys());
        QCOMPARE(usage["total_requests"_L1].toInt(), 3);
        QCOMPARE(usage["total_completion_tokens"_L1].toInt(), 2 * 4);
        QCOMPARE(usage["total_tokens"_L1].toInt(), usage["total_prompt_tokens"_L1].toInt() + 2 * 4);
        QCOMPARE(usage["total_cost_usd"_L1].toDouble(), 0.08);
        QCOMPARE(usage["success_rate"_L1].toDouble(), 2.0 / 3);
        QVERIFY(usage["avg_latency_ms"_L1].toDouble() > 0);
        QCOMPARE(asked(site, "/internal/llm/usage").json()["total_requests"_L1].toInt(), 4);
        QCOMPARE(asked(site, "/internal/llm/usage?agent=x").status(), 400);
    }
};

QTEST_GUILESS_MAIN(TestInternalApi)
#include "tst_internalapi.moc"
