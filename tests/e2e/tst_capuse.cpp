// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "site.h"
#include "tests/support/loadclient.h"

#include "core/reports/activity.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace e2e;
using namespace Qt::StringLiterals;
using core::Money;

namespace {

Money cents(qint64 count)
{
    return Money::fromNanos(count * 10'000'000);
}

QByteArray withMaximum(qint64 tokens)
{
    return "\"max_tokens\":" + QByteArray::number(tokens) + ',';
}

qint64 clampOf(const test::Answer &answer)
{
    const QByteArray header = answer.header("x-capstan-clamped-max-tokens");
    return header.isEmpty() ? -1 : header.toLongLong();
}

QJsonObject lastJson(const QByteArrayList &events, qsizetype fromEnd)
{
    return QJsonDocument::fromJson(events.value(events.size() - fromEnd)).object();
}

/// A stream that goes on until it is ended from outside, watched while it runs.
class RunningStream
{
public:
    RunningStream(Site &site, const QByteArray &body, const QByteArray &tenant = "acme")
        : m_client(site.port())
    {
        m_hasBegun =
            m_client.begin(test::requestBytes("POST", "/v1/chat/completions", body, payer(tenant)));
    }
    /// Whether an event with content came.
    [[nodiscard]] bool speaks()
    {
        return m_hasBegun && m_client.readUntil(m_answer, [](const test::Answer &answer) {
            return answer.events().size() > 2;
        });
    }
    [[nodiscard]] const test::Answer &end()
    {
        m_client.finish(m_answer);
        return m_answer;
    }
    void hangUp() { m_client.close(); }

private:
    test::HttpClient m_client;
    test::Answer m_answer;
    bool m_hasBegun = false;
};

/// The last events of a stream that money ended: finish_reason "length", the usage, [DONE].
void expectLengthEnding(const test::Answer &answer)
{
    QCOMPARE(answer.status(), 200);
    QVERIFY(answer.isWhole());
    const QByteArrayList events = answer.events();
    QCOMPARE(events.last(), "[DONE]");
    const QJsonObject choice = lastJson(events, 3)["choices"_L1][0].toObject();
    QCOMPARE(choice["finish_reason"_L1].toString(), u"length"_s);
    QVERIFY(lastJson(events, 2)["choices"_L1].toArray().isEmpty());
    QVERIFY(lastJson(events, 2)["usage"_L1]["completion_tokens"_L1].toInteger() > 0);
}

/// What the usage chunk at the end of such a stream costs at a cent a token.
Money toldCost(const test::Answer &answer)
{
    return cents(lastJson(answer.events(), 2)["usage"_L1]["completion_tokens"_L1].toInteger());
}

} // namespace

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

    // While a stream of 200 tokens runs, its hold of $2 turns into spend bit by bit.
    void showsTheSpendOfAStreamAsItGoes()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "10"));
        RunningStream stream(
            site, chatBody("[[sim:slow-tokens=400]] [[tokens=200]]", withMaximum(200) + Streamed));
        QVERIFY(stream.speaks());
        std::vector<Standing> seen;
        do {
            seen.push_back(*site.standing("tenant:acme"));
        } while (seen.back().reserved > Money());
        for (std::size_t i = 0; i < seen.size(); ++i) {
            QCOMPARE(seen[i].spent + seen[i].reserved, cents(200));
            QVERIFY(i == 0 || seen[i].spent >= seen[i - 1].spent);
        }
        const auto between = std::ranges::count_if(seen, [](const Standing &standing) {
            return standing.spent > Money() && standing.spent < cents(200);
        });
        QVERIFY(between >= 3);
        QVERIFY(stream.end().isWhole());
    }

    // An upstream that gives 500 tokens more than it was asked for: the stream is ended when it
    // passes the cap, and what it sent is charged in full.
    void cutsAnUpstreamThatPassesTheCap()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "1"));
        const QByteArray body =
            chatBody("[[sim:overshoot=2000,slow-tokens=500]]", withMaximum(50) + StreamedWithUsage);
        const auto answer = site.chat(body);
        expectLengthEnding(answer);
        const auto standing = site.standing("tenant:acme");
        QCOMPARE(standing->spent, toldCost(answer));
        QCOMPARE(standing->reserved, Money());
        QVERIFY(standing->spent > cents(100));
        QVERIFY(standing->spent < cents(2'050));
        QTRY_COMPARE(site.seenCounters()["aborted_requests"_L1].toInt(), 1);
        QCOMPARE(site.stop(), 0);
        QCOMPARE(readLedger(site.ledgerFile())->sum(), standing->spent);
    }

    // Four streams of up to $4 run under $16; at $1 none of them may go on.
    void cutsWhatRunsWhenTheCapIsLowered()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "16"));
        const QByteArray body = chatBody("[[sim:slow-tokens=100]] [[tokens=400]]",
                                         withMaximum(400) + StreamedWithUsage);
        std::vector<std::unique_ptr<RunningStream>> streams;
        for (int i = 0; i < 4; ++i) {
            streams.push_back(std::make_unique<RunningStream>(site, body));
        }
        for (const auto &stream : streams) {
            QVERIFY(stream->speaks());
        }
        QVERIFY(site.cap("tenant:acme", "1"));
        Money told;
        for (const auto &stream : streams) {
            const test::Answer &answer = stream->end();
            expectLengthEnding(answer);
            told += toldCost(answer);
        }
        QCOMPARE(site.standing("tenant:acme")->spent, told);
        QCOMPARE(site.standing("tenant:acme")->reserved, Money());
        QVERIFY(told < cents(1'600));
        QTRY_COMPARE(site.seenCounters()["aborted_requests"_L1].toInt(), 4);
    }

    void endsStreamsOfAPausedTenantWithAnError()
    {
        Site site;
        QVERIFY(site.isRunning());
        const QByteArray body =
            chatBody("[[sim:slow-tokens=20]] [[tokens=400]]", withMaximum(400) + Streamed);
        RunningStream paused(site, body);
        RunningStream other(site, body, "other");
        QVERIFY(paused.speaks());
        QVERIFY(other.speaks());
        const QByteArray pause = "/api/admin/pause";
        const QByteArray wish = R"({"tenant":"acme","paused":true,"cut":true})";
        QCOMPARE(site.post(pause, wish).status(), 200);
        const QByteArrayList events = paused.end().events();
        QCOMPARE(events.last(), "[DONE]");
        QCOMPARE(lastJson(events, 2)["error"_L1]["code"_L1].toString(), u"stopped"_s);
        const auto refused = site.chat(body);
        QCOMPARE(refused.status(), 403);
        QCOMPARE(refused.errorCode(), "tenant_paused");
        QCOMPARE(site.get("/api/admin/in-flight").json()["count"_L1].toInt(), 1);
        other.hangUp();
        QCOMPARE(site.post(pause, R"({"tenant":"acme","paused":false})").status(), 200);
        QCOMPARE(site.chat(chatBody("Back. [[tokens=3]]")).status(), 200);
    }
};

QTEST_GUILESS_MAIN(TestCapUse)
#include "tst_capuse.moc"
