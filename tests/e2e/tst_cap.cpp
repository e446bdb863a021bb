// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "site.h"
#include "tests/support/loadclient.h"
#include "watcher.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace e2e;
using namespace Qt::StringLiterals;
using core::Money;

namespace {

/// Fifty tokens at a cent each: what every call of these tests may cost, and does cost.
const QByteArray HalfDollar = R"("max_tokens":50,)";
const QByteArray FiftyTokens = "Count. [[tokens=50]]";
constexpr int Calls = 1'000;

test::LoadCall call(const QByteArray &headers, const QByteArray &more = {})
{
    const QByteArray body = chatBody(FiftyTokens, HalfDollar + more);
    return {test::requestBytes("POST", "/v1/chat/completions", body, headers)};
}

bool isRefusal(const test::Answer &answer)
{
    static const QByteArrayList Codes{
        "budget_exceeded", "budget_held", "request_too_large_for_budget"};
    return answer.status() == 402 && answer.isWhole() && Codes.contains(answer.errorCode());
}

struct Tally
{
    int passed = 0;
    int refused = 0;
    int other = 0;
};

Tally tally(const std::vector<test::LoadResult> &results)
{
    Tally tally;
    for (const test::LoadResult &result : results) {
        if (result.answer.status() == 200 && result.answer.isWhole()) {
            ++tally.passed;
        } else if (isRefusal(result.answer)) {
            ++tally.refused;
        } else {
            ++tally.other;
        }
    }
    return tally;
}

Money dollars(qint64 whole)
{
    return Money::fromDollars(whole);
}

} // namespace

/// Point 1 of the foundation: a cap holds under a thousand parallel calls.
class TestCap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsExactlyTwentyOfAThousandPass_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::newRow("whole answers") << QByteArray();
        QTest::newRow("streams") << Streamed;
        QTest::newRow("streams with usage") << StreamedWithUsage;
    }

    // X-01: 1,000 parallel requests of $0.50 against $10.
    void letsExactlyTwentyOfAThousandPass()
    {
        QFETCH(const QByteArray, more);
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "10"));
        Watcher watcher(site.port(), "tenant:acme");
        const std::vector<test::LoadCall> calls(Calls, call(payer("acme"), more));
        const auto results = test::LoadClient(site.port(), Calls).run(calls);
        watcher.stop();

        const Tally seen = tally(results);
        QCOMPARE(seen.passed, 20); // 20 x $0.50 = $10
        QCOMPARE(seen.refused, Calls - 20);
        QVERIFY(watcher.looks() > 0);
        QCOMPARE(watcher.unanswered(), 0);
        QCOMPARE(watcher.looksAboveLimit(), 0);
        const auto standing = site.standing("tenant:acme");
        QVERIFY(standing);
        QCOMPARE(standing->spent, dollars(10));
        QCOMPARE(standing->reserved, Money());
        QCOMPARE(site.seenRequests().size(), 20);
        qInfo("%d looks at the budget meanwhile, most committed $%s",
              watcher.looks(),
              watcher.mostCommitted().toDecimal().constData());
    }

    // Tenant $10 (20 calls), four agents at $4 (8 calls each), ten users at $1.50 (3 calls each).
    // All agents together have room for 32 calls and all users for 30: only the tenant can be what
    // runs out, so it is used to the cent.
    void holdsThreeBudgetsThatOverlap()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "10"));
        std::vector<test::LoadCall> calls;
        for (int i = 0; i < Calls; ++i) {
            const QByteArray agent = "agent-" + QByteArray::number(i % 4);
            const QByteArray user = "user-" + QByteArray::number(i % 10);
            QVERIFY(i >= 4 || site.cap("agent:" + agent, "4"));
            QVERIFY(i >= 10 || site.cap("user:" + user, "1.5"));
            calls.push_back(call(payer("acme", agent, user), i % 2 == 0 ? Streamed : QByteArray()));
        }
        Watcher tenant(site.port(), "tenant:acme");
        Watcher agent(site.port(), "agent:agent-0");
        Watcher user(site.port(), "user:user-0");
        const Tally seen = tally(test::LoadClient(site.port(), Calls).run(calls));
        for (Watcher *watcher : {&tenant, &agent, &user}) {
            watcher->stop();
            QVERIFY(watcher->looks() > 0);
            QCOMPARE(watcher->looksAboveLimit(), 0);
            QCOMPARE(watcher->unanswered(), 0);
        }
        QCOMPARE(seen.passed, 20);
        QCOMPARE(seen.other, 0);
        QCOMPARE(site.standing("tenant:acme")->spent, dollars(10));
        checkParts(site, "agent:agent-", 4, dollars(4));
        checkParts(site, "user:user-", 10, Money::fromNanos(1'500'000'000));
    }

    // Clients that leave give back what their calls did not use, so more than twenty may begin;
    // the cap holds all the same, and what is left can be spent to the last cent.
    void holdsWhileClientsHangUp()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "10"));
        auto random = QRandomGenerator(20);
        std::vector<test::LoadCall> calls(Calls, call(payer("acme"), Streamed));
        for (test::LoadCall &one : calls) {
            one.hangUpAfter = random.bounded(4) == 0 ? random.bounded(12'000) : -1;
        }
        Watcher watcher(site.port(), "tenant:acme");
        const auto results = test::LoadClient(site.port(), 200).run(calls);
        QTRY_COMPARE(site.standing("tenant:acme")->reserved, Money());
        watcher.stop();
        QVERIFY(watcher.looks() > 0);
        QCOMPARE(watcher.unanswered(), 0);
        QCOMPARE(watcher.looksAboveLimit(), 0);
        // What hang-ups gave back after the last refusal.
        test::Answer last;
        do {
            last = site.chat(chatBody(FiftyTokens, R"("max_tokens":1,)"));
        } while (last.status() == 200);
        QVERIFY(isRefusal(last));
        QCOMPARE(site.standing("tenant:acme")->spent, dollars(10));
        QCOMPARE(site.stop(), 0);
        const auto rows = readLedger(site.ledgerFile());
        QVERIFY(rows);
        QCOMPARE(rows->sum(), dollars(10));
        QCOMPARE(rows->openHolds, 0);
        QVERIFY(verify(site.ledgerFile()).empty());
    }

    // A person moves the cap up and down while the storm runs. What is committed may stand above
    // a cap that was just lowered, never above the highest one, $10; and with $20 at the end the
    // rest is spent to the last call.
    void holdsWhileAPersonMovesTheCap()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "10"));
        Watcher watcher(site.port(), "tenant:acme");
        const std::vector<test::LoadCall> calls(Calls, call(payer("acme")));
        {
            int turn = 0;
            const Meanwhile person([&] {
                static const QByteArrayList Caps{"2", "7.5", "1", "10", "4"};
                (void)site.cap("tenant:acme", Caps.at(turn++ % Caps.size()));
            });
            const Tally seen = tally(test::LoadClient(site.port(), 100).run(calls));
            QVERIFY(seen.passed <= 20);
        }
        watcher.stop();
        QVERIFY(watcher.looks() > 0);
        QVERIFY(watcher.mostCommitted() > Money());
        QVERIFY(watcher.mostCommitted() <= dollars(10));
        QVERIFY(site.cap("tenant:acme", "20"));
        const Tally seen = tally(test::LoadClient(site.port(), 100).run(calls));
        QVERIFY(seen.passed >= 20); // at most $10 of the $20 was spent
        QCOMPARE(seen.other, 0);
        // A call that the lowered cap cut was charged at its bound: every charge is $0.50.
        QCOMPARE(site.standing("tenant:acme")->spent, dollars(20));
        QCOMPARE(site.standing("tenant:acme")->reserved, Money());
    }

private:
    static void checkParts(Site &site, const QByteArray &scope, int count, Money limit)
    {
        Money sum;
        for (int i = 0; i < count; ++i) {
            const auto standing = site.standing(scope + QByteArray::number(i));
            QVERIFY(standing);
            QVERIFY(standing->spent <= limit);
            QCOMPARE(standing->reserved, Money());
            sum += standing->spent;
        }
        QCOMPARE(sum, dollars(10)); // every call has one agent and one user
    }
};

QTEST_GUILESS_MAIN(TestCap)
#include "tst_cap.moc"
