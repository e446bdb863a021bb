// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capstreams.h"

using namespace capstreams;

/// Point 2 of the foundation: a cap is also used.
class TestCapUse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // 4,000 letters are 1,000 tokens of vllm-sim and 11 more for the template: $1.011 at a tenth
    // of a cent. The bytes alone allow for $4. With 50 tokens of answer for $0.50 the call fits
    // into $2 only when it is counted exactly.
    void countsExactlyBeforeItRefuses()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "2"));
        const QByteArray prompt(4'000, 'a');
        const auto answer = site.chat(chatBody(prompt, withMaximum(50), CentAndMill));
        QCOMPARE(answer.status(), 200);
        QCOMPARE(clampOf(answer), -1);
    }

    void clampsUntilNoUsefulAnswerIsLeft_data()
    {
        QTest::addColumn<QByteArray>("limit");
        QTest::newRow("max_tokens far above what fits") << withMaximum(5'000);
        QTest::newRow("max_completion_tokens") << QByteArray(R"("max_completion_tokens":5000,)");
        QTest::newRow("none given") << QByteArray();
    }

    // $10 are 1,000 tokens. Five answers of 197 leave 15, less than the least useful answer (16).
    void clampsUntilNoUsefulAnswerIsLeft()
    {
        QFETCH(const QByteArray, limit);
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "10"));
        const QByteArray body = chatBody("Tell. [[tokens=197]]", limit);
        for (const qint64 left : {1'000, 803, 606, 409, 212}) {
            const auto answer = site.chat(body);
            QCOMPARE(answer.status(), 200);
            QCOMPARE(clampOf(answer), left);
        }
        const auto refusal = site.chat(body);
        QCOMPARE(refusal.status(), 402);
        QCOMPARE(refusal.errorCode(), "request_too_large_for_budget");
        QCOMPARE(refusal.error()["max_tokens_that_fits"_L1].toInteger(), 15);
        QCOMPARE(refusal.error()["param"_L1].toString().toUtf8(),
                 limit.contains("completion") ? "max_completion_tokens" : "max_tokens");

        // Exactly what the refusal said passes, and uses the cap to the last cent.
        QCOMPARE(site.chat(chatBody("Tell. [[tokens=15]]", withMaximum(15))).status(), 200);
        QCOMPARE(site.standing("tenant:acme")->spent, cents(1'000));
        const auto empty = site.chat(body);
        QCOMPARE(empty.status(), 402);
        QCOMPARE(empty.errorCode(), "budget_exceeded");
        QVERIFY(empty.error()["max_tokens_that_fits"_L1].isNull());
    }

    // 2,000 calls held at a dollar each use five cents each: $100 in all. With room for one more
    // hold while the last call runs ($0.95 above its cost) every call fits, some after a wait.
    void refusesNoneOfAStormThatFits()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.setBudget(R"({"id":"storm","selector":"tenant:acme","clamp":false,
            "limit_nano_usd":100950000000,"at_hard":"queue","queue_for_s":120})"));
        const QByteArray body = chatBody("Be brief. [[tokens=5]]", withMaximum(100));
        const std::vector<test::LoadCall> calls(
            2'000, {test::requestBytes("POST", "/v1/chat/completions", body, payer("acme"))});
        const auto results = test::LoadClient(site.port(), 400).run(calls);
        const auto passed = std::ranges::count_if(
            results, [](const test::LoadResult &r) { return r.answer.status() == 200; });
        QCOMPARE(passed, 2'000);
        QCOMPARE(site.stop(), 0);
        const auto rows = readLedger(site.ledgerFile());
        QVERIFY(rows);
        QCOMPARE(rows->sum(), cents(10'000));
        QCOMPARE(rows->bucketTotals, cents(10'000));
        QCOMPARE(rows->openHolds, 0);
        QCOMPARE(rows->refusals, 0);
        // Each keeps how long it waited, and what the budget had when it was let in.
        const auto activity = core::Activity::open(site.ledgerFile()).value();
        const auto page = activity->page({}, std::nullopt, 1'000);
        QVERIFY(page.ok());
        QCOMPARE(page->rows.size(), 1'000U);
        qsizetype waited = 0;
        for (const core::ActivityRow &row : page->rows) {
            QVERIFY(row.queued.has_value());
            waited += *row.queued > core::Duration(0) ? 1 : 0;
        }
        QVERIFY(waited > 0);
        const auto story = activity->story(page->rows.front().place.id).value();
        QCOMPARE(story->attempts.front().budgets.size(), 1U);
        const core::BudgetArithmetic &budget = story->attempts.front().budgets.front();
        QCOMPARE(budget.scope, "tenant:acme");
        QCOMPARE(budget.limit, 100'950'000'000);
        QCOMPARE(budget.requested, 1'000'000'000);
        QVERIFY(budget.excess() <= 0);
    }

    // A call that waits for room is not let through by the room that pausing its tenant makes.
    void sendsNoWaitingCallOfAPausedTenant()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.setBudget(R"({"id":"b","selector":"tenant:acme","clamp":false,
            "limit_nano_usd":1000000000,"at_hard":"queue","queue_for_s":60})"));
        RunningStream stream(
            site, chatBody("[[sim:slow-tokens=2]] [[tokens=90]]", withMaximum(90) + Streamed));
        QVERIFY(stream.speaks());
        std::atomic<int> status = 0;
        std::thread waiting([&site, &status] {
            const QByteArray body = chatBody("[[tokens=50]]", withMaximum(50));
            status = test::HttpClient(site.port())
                         .post("/v1/chat/completions", body, payer("acme"))
                         .status();
        });
        QTest::qWait(500); // it would have been refused or served by now
        QCOMPARE(status, 0);
        QCOMPARE(
            site.post("/api/admin/pause", R"({"tenant":"acme","paused":true,"cut":true})").status(),
            200);
        waiting.join();
        QCOMPARE(status, 403);
        QCOMPARE(site.seenRequests().size(), 1); // the stream
    }

    // Twenty slow streams of fifty cents hold all of $10: what is asked then may come back. Once
    // it is spent, it may not.
    void tellsHeldFromSpent()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "10"));
        const QByteArray slow =
            chatBody("[[sim:slow-tokens=2]] [[tokens=50]]", withMaximum(50) + Streamed);
        std::vector<std::unique_ptr<RunningStream>> streams;
        for (int i = 0; i < 20; ++i) {
            streams.push_back(std::make_unique<RunningStream>(site, slow));
        }
        for (const auto &stream : streams) {
            QVERIFY(stream->speaks());
        }
        const auto held = site.chat(chatBody("Me, too.", withMaximum(50)));
        QCOMPARE(held.status(), 402);
        QCOMPARE(held.errorCode(), "budget_held");
        QVERIFY(held.header("retry-after").toInt() > 0);
        QVERIFY(held.error()["held_usd"_L1].toDouble() > 0);
        streams.clear(); // the clients leave
        QTRY_COMPARE(site.standing("tenant:acme")->reserved, Money());

        test::Answer last;
        do {
            last = site.chat(chatBody("All. [[tokens=1000]]"));
        } while (last.status() == 200);
        // Fewer tokens than a useful answer may be left over; one by one they can be spent.
        do {
            last = site.chat(chatBody("One.", withMaximum(1)));
        } while (last.status() == 200);
        QCOMPARE(last.errorCode(), "budget_exceeded");
        QCOMPARE(site.standing("tenant:acme")->spent, cents(1'000));
    }
};

QTEST_GUILESS_MAIN(TestCapUse)
#include "tst_capuse.moc"
