// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "internalcalls.h"

using namespace internalcalls;

/// Beside the calls of seed S4's API: its limits, lists, imports and bills.
class TestInternalDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

QTEST_GUILESS_MAIN(TestInternalDesk)
#include "tst_internaldesk.moc"
