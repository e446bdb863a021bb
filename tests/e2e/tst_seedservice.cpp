// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scopedchats.h"

using namespace scopedchats;

/// Seed S1's service: what it starts from, what outlives it, and how it ends (requirements S1-01 to
/// S1-15).
class TestSeedService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // S1-12, S1-15: all from the environment, as the recipe is started.
    void startsFromTheEnvironmentAlone()
    {
        Site site; // for its vllm-sim
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"spend.db"_s);
        QProcessEnvironment environment = test::plainEnvironment();
        environment.insert(u"VLLM_BASE_URL"_s,
                           u"http://127.0.0.1:%1/v1"_s.arg(site.simulation().port()));
        environment.insert(u"DATABASE_URL"_s, u"sqlite://"_s + file);
        environment.insert(u"XDG_DATA_HOME"_s, folder.filePath(u"data"_s));
        test::Program capstan(u"capstan"_s, {u"--headless"_s, u"--port"_s, u"0"_s}, environment);
        QVERIFY2(capstan.isListening(), capstan.errorText().constData());
        const auto answer =
            test::HttpClient(capstan.port()).post("/api/chat", scopedChat("tenant-1", 4));
        QCOMPARE(answer.status(), 200);
        QCOMPARE(capstan.stop(), 0);
        QCOMPARE(readLedger(file)->settlements.size(), std::size_t(1));
    }

    // S1-15: budgets, spend, pauses and what was alerted are there again after a restart.
    void keepsEverythingAcrossARestart()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant-1", "1"));
        QVERIFY(site.setBudget(
            R"({"id":"b-day","selector":"agent:*","window":"day","limit_tokens":500,"unit":"tokens"})"));
        QCOMPARE(site.post("/api/chat", scopedChat("tenant-1", 45)).status(), 200);
        QCOMPARE(site.post("/api/admin/pause", R"({"tenant":"idle","paused":true})").status(), 200);
        const QByteArray budgets = site.get("/api/admin/budgets").body();
        const QByteArray state = site.get("/api/budget?scope=tenant-1").body();
        QCOMPARE(site.stop(), 0);
        QVERIFY(site.start());
        QCOMPARE(site.get("/api/admin/budgets").body(), budgets);
        QCOMPARE(site.get("/api/budget?scope=tenant-1").body(), state);
        QCOMPARE(site.post("/api/chat", scopedChat("idle", 1)).status(), 403);
    }

    // $0.85 of $1 crosses the soft mark, the next ten cents do not cross it again, and the call
    // after that reaches the cap: two alerts, whatever is restarted in between.
    void alertsOnceAlsoAcrossRestarts()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant-1", "1"));
        const std::vector<std::pair<int, qint64>> calls{{85, 1}, {10, 1}, {5, 2}};
        for (const auto &[tokens, alerts] : calls) {
            const QByteArray limit = "\"max_tokens\":" + QByteArray::number(tokens) + ',';
            QCOMPARE(site.post("/api/chat", scopedChat("tenant-1", tokens, limit)).status(), 200);
            QCOMPARE(site.stop(), 0);
            QCOMPARE(readLedger(site.ledgerFile())->alerts, alerts);
            QVERIFY(site.start());
        }
    }

    // A client that repeats its X-Request-Id pays for each call.
    void billsRepeatedRequestIdsEachForItself()
    {
        Site site;
        QVERIFY(site.isRunning());
        const QByteArray body = chatBody("Hi [[tokens=5]]");
        for (int i = 0; i < 3; ++i) {
            const auto answer =
                site.post("/v1/chat/completions", body, payer("acme") + "x-request-id: mine\r\n");
            QCOMPARE(answer.status(), 200);
        }
        QCOMPARE(site.seenRequests("mine").size(), 0);
        QCOMPARE(site.stop(), 0);
        const auto rows = readLedger(site.ledgerFile());
        QCOMPARE(rows->byId().size(), 3);
        QCOMPARE(rows->sum(), cents(15));
    }

    // SIGTERM lets the running stream come to its end, settles it and exits with 0.
    void drainsWhenItIsAskedToStop()
    {
        Site site;
        QVERIFY(site.isRunning());
        test::HttpClient client(site.port());
        test::Answer answer;
        const QByteArray body = scopedChat("tenant-1", 60, R"("priority":0,)");
        QByteArray slow = body;
        slow.replace("[[tokens", "[[sim:slow-tokens=100]] [[tokens");
        QVERIFY(client.begin(test::requestBytes("POST", "/api/chat", slow)));
        QVERIFY(client.readUntil(answer,
                                 [](const test::Answer &so) { return so.events().size() > 3; }));
        site.capstan().askToStop();
        client.finish(answer);
        QVERIFY(answer.isWhole());
        QCOMPARE(answer.events().last(), "[DONE]");
        QCOMPARE(site.capstan().waitForEnd(), 0);
        const auto rows = readLedger(site.ledgerFile());
        QCOMPARE(rows->sum(), cents(60));
        QCOMPARE(rows->openHolds, 0);
        QCOMPARE(rows->settlements.front().ending, core::Ending::Complete);
    }

    void refusesASecondOwnerOfTheData()
    {
        Site site;
        QVERIFY(site.isRunning());
        test::Program second(u"capstan"_s, site.arguments());
        QVERIFY(!second.isListening());
        QVERIFY(second.waitForEnd() > 0);
        QVERIFY2(second.errorText().contains("ledger.db"), second.errorText().constData());
        QCOMPARE(second.errorText().count('\n'), 1);
        QVERIFY(site.cap("tenant-1", "1")); // the first one goes on
    }

    void refusesAPortThatIsTaken()
    {
        Site site;
        QVERIFY(site.isRunning());
        const QTemporaryDir other;
        const QString port = QString::number(site.port());
        test::Program second(
            u"capstan"_s,
            {u"--headless"_s, u"--port"_s, port, u"--data-dir"_s, other.filePath(u"data"_s)});
        QVERIFY(!second.isListening());
        QVERIFY(second.waitForEnd() > 0);
        QVERIFY2(second.errorText().contains(port.toLatin1()), second.errorText().constData());
        QCOMPARE(second.errorText().count('\n'), 1);
    }
};

QTEST_GUILESS_MAIN(TestSeedService)
#include "tst_seedservice.moc"
