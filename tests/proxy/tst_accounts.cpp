// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/proxy/accountsfixture.h"

#include "core/ledger/retention.h"

#include <QElapsedTimer>

using namespace accountstest;

/// Calls: what is held, settled, corrected, and known again after a crash.
class TstAccounts : public AccountsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { close(); }

    // Issue 3: the ledger has it only once the call has settled.
    void tellsHowARunningCallWasLetIn()
    {
        const core::AdmissionRecord letIn{core::Duration(1'200ms), {}, {{"b-1|usd", 100, 60, 7}}};
        const auto admission = m_accounts->admit(tenant("a"), {cents(1), 10, 1});
        const core::HoldId hold = std::get<core::Admitted>(admission).hold;
        core::HoldRecord record;
        record.id = core::RequestId::generate();
        record.admittedAt = m_clock.now();
        record.attribution = tenant("a");
        m_accounts->open({.hold = hold,
                          .record = record,
                          .admission = letIn,
                          .end = [](EndReason) {},
                          .durable =
                              [](bool) {
                              }});
        QCOMPARE(m_accounts->admissionOf(hold), letIn);
        m_ids[static_cast<quint64>(hold)] = record;
        settle(hold, cents(1));
        QVERIFY(!m_accounts->admissionOf(hold));
    }

    void lets20Of1000ParallelCallsThrough() // section 7, case 2
    {
        QVERIFY(set(budgetFor("b-1", "", 1000)).ok());
        std::atomic<bool> done = false;
        std::atomic<bool> passed = false;
        std::thread observer([&] {
            while (!done) {
                const auto state = m_accounts->bucket("b-1", "");
                passed = passed || (state && state->settled + state->held > state->cap);
            }
        });
        std::atomic<int> admitted = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 125; ++i) {
                    const auto admission = m_accounts->admit(tenant("a"), {cents(50), 1, 1});
                    admitted += std::holds_alternative<core::Admitted>(admission) ? 1 : 0;
                }
            });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        done = true;
        observer.join();
        QCOMPARE(admitted.load(), 20); // 20 x $0.50 = $10.00
        QVERIFY(!passed);
    }

    void listsEveryTenantOnceInTheOrderOfNames()
    {
        QVERIFY(set(budgetFor("b-1", "tenant:unused", 100)).ok()); // not in the order of names
        QVERIFY(set(budgetFor("b-2", "tenant:capped", 100)).ok());
        QVERIFY(set(budgetFor("b-3", "tenant:capped", 200)).ok());
        settle(hold(tenant("spender"), cents(9)), cents(5));
        settle(hold(tenant("another"), cents(9)), cents(3));
        QVERIFY(pause("absent", true).ok());
        QVERIFY(hold(tenant("runner"), cents(7)) != core::HoldId::None);
        const auto snapshot = m_accounts->snapshot(0);
        QByteArrayList names;
        for (const core::Snapshot::Tenant &each : snapshot->tenants) {
            names += each.name;
        }
        QCOMPARE(names,
                 (QByteArrayList{"absent", "another", "capped", "runner", "spender", "unused"}));
        QVERIFY(snapshot->tenants[0].paused);
        QCOMPARE(snapshot->tenants[1].spentToday, cents(3));
        QCOMPARE(snapshot->tenants[3].held, cents(7));
        QCOMPARE(snapshot->tenants[3].running, 1);
        QCOMPARE(snapshot->tenants[4].spentToday, cents(5));
        QCOMPARE(snapshot->heldNow, cents(7));
    }

    void chargesOpenCallsAtTheirBoundAfterACrash()
    {
        QVERIFY(set(budgetFor("b-1", "tenant:*", 1000)).ok());
        settle(hold(tenant("a"), cents(50)), cents(20));
        QVERIFY(hold(tenant("a"), cents(50)) != core::HoldId::None); // never settles
        close();
        open();
        QCOMPARE(settledOf("b-1", "tenant:a"), cents(20 + 50).nanos());
        const auto snapshot = m_accounts->snapshot(0);
        QCOMPARE(snapshot->recoveredCalls, 1);
        QCOMPARE(snapshot->recoveredCost, cents(50));
        QCOMPARE(m_accounts->openHolds(), std::size_t(0));
        close();
        open(); // and only once
        QCOMPARE(settledOf("b-1", "tenant:a"), cents(70).nanos());
        QCOMPARE(m_accounts->snapshot(0)->recoveredCalls, 0);
    }

    /// $0.70 stand after the crash; the call turns out to have cost $0.12: 20 + 12 = 32 cents.
    void correctsARecoveredCallEverywhere()
    {
        QVERIFY(set(budgetFor("b-1", "tenant:*", 100)).ok());
        settle(hold(tenant("a"), cents(50)), cents(20));
        const core::HoldId lost = hold(tenant("a"), cents(50));
        const core::RequestId id = m_ids.at(static_cast<quint64>(lost)).id;
        close();
        open();
        QCOMPARE(hold(tenant("a"), cents(31)), core::HoldId::None); // 70 + 31 > 100
        QVERIFY(correct(id, cents(12)).ok());
        QCOMPARE(settledOf("b-1", "tenant:a"), cents(32).nanos());
        QVERIFY(hold(tenant("a"), cents(31)) != core::HoldId::None);
        QCOMPARE(m_accounts->snapshot(0)->recoveredCalls, 0);
        QCOMPARE(m_accounts->snapshot(0)->recoveredCost, Money());
        QVERIFY(correct(id, cents(90)).ok()); // and once more: 20 + 90
        QCOMPARE(settledOf("b-1", "tenant:a"), cents(110).nanos());
        QCOMPARE(m_accounts->snapshot(0)->alerts.front().mark, 1'000'000);
        const auto differences =
            m_writer->ask([](core::Ledger &ledger) { return ledger.verify(); });
        QVERIFY(differences.ok() && differences->empty());
        close();
        open(); // the call of $0.31 was open again
        QCOMPARE(settledOf("b-1", "tenant:a"), cents(110 + 31).nanos());
    }

    void forgetsWhileNothingWaits()
    {
        for (int day = 0; day < 10; ++day) {
            settle(hold(tenant("a"), cents(1)), cents(1));
            QVERIFY(m_writer->flush().ok());
            m_clock.time += 24h;
        }
        m_accounts->forget({.days = 3, .bytes = 0});
        const auto isDone = [this] {
            return !m_writer
                        ->ask([this](core::Ledger &ledger) {
                            return ledger.prune({.days = 3, .bytes = 0}, m_clock.now());
                        })
                        .value();
        };
        QVERIFY(QTest::qWaitFor(isDone));
        const auto sum = m_writer->ask(
            [](core::Ledger &ledger) { return ledger.sum(core::Time{}, core::Time::max()); });
        QCOMPARE(sum->cost, cents(10));
    }

    void tellsEachCrossingOnceAlsoAfterARestart() // S1-26
    {
        QVERIFY(set(budgetFor("b-1", "tenant:a", 100)).ok());
        settle(hold(tenant("a"), cents(85)), cents(85));
        settle(hold(tenant("a"), cents(5)), cents(5));
        QCOMPARE(m_accounts->snapshot(0)->alerts.size(), std::size_t(1));
        close();
        open();
        settle(hold(tenant("a"), cents(1)), cents(1));
        const auto snapshot = m_accounts->snapshot(0);
        QCOMPARE(snapshot->alerts.size(), std::size_t(1));
        QCOMPARE(snapshot->alerts.front().mark, 800'000);
    }

    void turnsAHoldIntoSpendWhileTheCallRuns()
    {
        QVERIFY(set(budgetFor("b-1", "", 100)).ok());
        const core::HoldId running = hold(tenant("a"), cents(80));
        core::TokenUsage usage;
        usage.output = 5;
        QVERIFY(m_accounts->meter(running, usage, cents(30)));
        const auto state = m_accounts->bucket("b-1", "");
        QCOMPARE(state->settled, cents(30).nanos());
        QCOMPARE(state->held, cents(50).nanos());
        const auto snapshot = m_accounts->snapshot(0);
        QCOMPARE(snapshot->spentToday, cents(30));
        QCOMPARE(snapshot->heldNow, cents(50));
        QCOMPARE(snapshot->running.front().cost, cents(30));
        settle(running, cents(31));
        QCOMPARE(m_accounts->snapshot(0)->spentToday, cents(31));
        QCOMPARE(m_accounts->snapshot(0)->heldNow, Money());
    }

    void pausesATenantAndRemembersIt()
    {
        QVERIFY(pause("a", true).ok());
        QVERIFY(m_accounts->paused("a").has_value());
        QVERIFY(!m_accounts->paused("b").has_value());
        close();
        open();
        QVERIFY(m_accounts->paused("a").has_value());
        QVERIFY(pause("a", false).ok());
        QVERIFY(pause({}, true).ok());
        QVERIFY(m_accounts->paused("b")->everybody);
        QVERIFY(pause({}, false).ok());
        close();
        open();
        QVERIFY(!m_accounts->paused("a").has_value());
    }

    void wakesWhoWaitsWhenACallEnds()
    {
        QVERIFY(set(budgetFor("b-1", "", 100)).ok());
        const core::HoldId running = hold(tenant("a"), cents(80));
        std::atomic<int> woken = 0;
        QVERIFY(m_accounts->waitForRoom([&] { ++woken; }));
        settle(running, cents(1));
        QCOMPARE(woken.load(), 1);
        settle(hold(tenant("a"), cents(1)), cents(1));
        QCOMPARE(woken.load(), 1); // once per wait
    }

    void tellsForAMomentHowACallEnded()
    {
        const core::HoldId running = hold(tenant("a"), cents(80));
        settle(running, cents(31));
        const auto snapshot = m_accounts->snapshot(0);
        QCOMPARE(snapshot->recentlyEnded.size(), std::size_t(1));
        const core::EndedCall &ended = snapshot->recentlyEnded.front();
        QCOMPARE(ended.call.hold, running);
        QCOMPARE(ended.call.cost, cents(31));
        QCOMPARE(ended.ending, core::Ending::Complete);
        QVERIFY(ended.endedAt == m_clock.now());
        m_clock.time += 3s;
        QVERIFY(m_accounts->snapshot(0)->recentlyEnded.empty());
        for (int i = 0; i < 250; ++i) {
            settle(hold(tenant("a"), cents(1)), cents(1));
        }
        QCOMPARE(m_accounts->snapshot(0)->recentlyEnded.size(), std::size_t(200));
    }

    /// Issue 3: what is in flight, also of the 256 streams that are promised.
    void showsAThousandRunningCalls()
    {
        for (int i = 0; i < 1'001; ++i) {
            QVERIFY(hold(tenant("a"), cents(1)) != core::HoldId::None);
        }
        QElapsedTimer clock;
        clock.start();
        const auto snapshot = m_accounts->snapshot(0);
        qInfo("A snapshot of 1,000 running calls took %lld us", clock.nsecsElapsed() / 1'000);
        QCOMPARE(snapshot->running.size(), std::size_t(1'000));
        QCOMPARE(snapshot->runningCount, 1'001);
    }
};

QTEST_GUILESS_MAIN(TstAccounts)
#include "tst_accounts.moc"
