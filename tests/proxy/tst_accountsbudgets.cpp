// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/proxy/accountsfixture.h"

using namespace accountstest;

/// Budgets that begin, change and end while calls go on.
class TstAccountsBudgets : public AccountsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { close(); }

    void countsWhatWasSpentBeforeTheBudgetWasMade() // S1-06
    {
        settle(hold(tenant("a"), cents(50)), cents(30));
        settle(hold(tenant("b"), cents(50)), cents(7));
        QVERIFY(set(budgetFor("b-1", "tenant:a", 100)).ok());
        QCOMPARE(settledOf("b-1", "tenant:a"), cents(30).nanos());
        QCOMPARE(hold(tenant("a"), cents(71)), core::HoldId::None); // 30 + 71 > 100
        QVERIFY(hold(tenant("a"), cents(70)) != core::HoldId::None);
    }

    void countsCallsThatRunWhenTheBudgetIsMade()
    {
        const core::HoldId running = hold(tenant("a"), cents(60));
        QVERIFY(set(budgetFor("b-1", "tenant:*", 100)).ok());
        QCOMPARE(hold(tenant("a"), cents(41)), core::HoldId::None); // 60 are held
        settle(running, cents(55));
        QCOMPARE(settledOf("b-1", "tenant:a"), cents(55).nanos());
        close();
        open();
        QCOMPARE(settledOf("b-1", "tenant:a"), cents(55).nanos());
    }

    /// A budget made while eight threads settle must miss no call and count none twice.
    void countsEachCallOnceWhenTheBudgetIsMadeUnderLoad()
    {
        constexpr int Threads = 8;
        constexpr int Calls = 250;
        std::atomic<int> settled = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < Threads; ++t) {
            threads.emplace_back([this, &settled] {
                for (int i = 0; i < Calls; ++i) {
                    const auto admission = m_accounts->admit(tenant("a"), {cents(2), 10, 1});
                    core::SettlementRecord record;
                    record.id = core::RequestId::generate();
                    record.admittedAt = m_clock.now();
                    record.attribution = tenant("a");
                    record.cost = cents(1);
                    m_accounts->settle(std::get<core::Admitted>(admission).hold, std::move(record));
                    ++settled;
                }
            });
        }
        while (settled < Threads * Calls / 4) {
            std::this_thread::yield();
        }
        const bool made = set(budgetFor("b-1", "tenant:a", 1'000'000)).ok();
        for (std::thread &thread : threads) {
            thread.join();
        }
        QVERIFY(made);
        QVERIFY(m_writer->flush().ok());
        QCOMPARE(settledOf("b-1", "tenant:a"), cents(Threads * Calls).nanos()); // 2,000 x $0.01
        close();
        open();
        QCOMPARE(settledOf("b-1", "tenant:a"), cents(Threads * Calls).nanos());
        const auto differences =
            m_writer->ask([](core::Ledger &ledger) { return ledger.verify(); });
        QVERIFY(differences.ok() && differences->empty());
    }

    void readsMoreBudgetsThanFitIntoOneTurn()
    {
        for (int i = 0; i < 600; ++i) {
            const QByteArray name = "t" + QByteArray::number(i);
            QVERIFY(set(budgetFor("b-" + name, "tenant:" + name, 100)).ok());
        }
        settle(hold(tenant("t599"), cents(5)), cents(5));
        const auto snapshot = m_accounts->snapshot(0);
        QCOMPARE(snapshot->budgets.size(), 600);
        QCOMPARE(snapshot->tenants.size(), std::size_t(600));
        const auto counted = std::ranges::count_if(
            snapshot->buckets, [](const core::BucketState &state) { return state.settled > 0; });
        QCOMPARE(counted, 1);
        QVERIFY(!m_accounts->snapshot(snapshot->revision));
        settle(hold(tenant("t599"), cents(5)), cents(5));
        const auto second = m_accounts->snapshot(0);
        QVERIFY(second->hasBudgetsOf(snapshot->budgetsRevision));
        QCOMPARE(second->budgets.constData(), snapshot->budgets.constData()); // shared, not copied
        QCOMPARE(second->tenants.size(), std::size_t(600));
        QVERIFY(set(budgetFor("b-t0", "tenant:t0", 200)).ok());
        QVERIFY(!m_accounts->snapshot(0)->hasBudgetsOf(snapshot->budgetsRevision));
    }

    void endsRunningCallsWhenTheCapFallsBelowThem()
    {
        QVERIFY(set(budgetFor("b-1", "", 100)).ok());
        const core::HoldId first = hold(tenant("a"), cents(40));
        const core::HoldId second = hold(tenant("a"), cents(40));
        QVERIFY(first != core::HoldId::None && second != core::HoldId::None);
        QVERIFY(set(budgetFor("b-1", "", 50)).ok());
        QCOMPARE(m_ended.load(), 1); // 80 held of 50: one of the two has to go
        settle(second, cents(3));
        settle(first, cents(40));
        QCOMPARE(settledOf("b-1", ""), cents(43).nanos());
    }

    void forgetsARemovedBudget()
    {
        QVERIFY(set(budgetFor("b-1", "", 100)).ok());
        settle(hold(tenant("a"), cents(100)), cents(100));
        QCOMPARE(hold(tenant("a"), cents(1)), core::HoldId::None);
        std::promise<core::Outcome> answer;
        m_accounts->removeBudget("b-1",
                                 [&](const core::Outcome &outcome) { answer.set_value(outcome); });
        QVERIFY(answer.get_future().get().ok());
        QVERIFY(hold(tenant("a"), cents(1)) != core::HoldId::None);
        close();
        open();
        QVERIFY(m_accounts->budgets().empty());
    }

    /// While a budget's new window is being counted, its old one still rules.
    void leavesNoMomentWithoutACapWhileAWindowChanges()
    {
        QVERIFY(set(budgetFor("b-1", "", 100)).ok());
        settle(hold(tenant("a"), cents(100)), cents(100));
        core::Budget daily = budgetFor("b-1", "", 100);
        daily.window.kind = core::WindowKind::Day;
        daily.window.zone = "UTC";
        std::promise<void> mayGoOn;
        QVERIFY(
            m_writer->run([held = mayGoOn.get_future().share()](core::Ledger &) { held.wait(); }));
        std::promise<core::Outcome> answer;
        m_accounts->setBudget(daily,
                              [&](const core::Outcome &outcome) { answer.set_value(outcome); });
        const auto during = m_accounts->admit(tenant("a"), {cents(1), 1, 1});
        mayGoOn.set_value();
        QVERIFY(answer.get_future().get().ok());
        QVERIFY(std::holds_alternative<core::Refusal>(during));
        QCOMPARE(settledOf("b-1", ""), cents(100).nanos());
        QCOMPARE(m_accounts->budgets().front().window.kind, core::WindowKind::Day);
    }

    /// What a default has counted is not forgotten because it is to give way to exact budgets.
    void keepsItsSpendWhetherItYieldsOrNot()
    {
        core::Budget each = budgetFor("b-1", "tenant:*", 100);
        QVERIFY(set(each).ok());
        settle(hold(tenant("a"), cents(90)), cents(90));
        for (const bool yields : {true, false}) {
            each.yieldsToExact = yields;
            QVERIFY(set(each).ok());
            QCOMPARE(settledOf("b-1", "tenant:a"), cents(90).nanos());
            const auto more = m_accounts->admit(tenant("a"), {cents(11), 1, 1});
            QVERIFY(std::holds_alternative<core::Refusal>(more));
        }
        close();
        open();
        QCOMPARE(settledOf("b-1", "tenant:a"), cents(90).nanos());
    }

    void makesChangesOfOneBudgetOneAfterTheOther()
    {
        constexpr int Changes = 40;
        std::vector<std::promise<core::Outcome>> answers(Changes);
        for (int i = 0; i < Changes; ++i) {
            core::Budget budget = budgetFor("b-1", i % 2 == 0 ? "" : "tenant:*", 100 + i);
            m_accounts->setBudget(budget,
                                  [&answer = answers[static_cast<std::size_t>(i)]](
                                      const core::Outcome &outcome) { answer.set_value(outcome); });
        }
        for (auto &answer : answers) {
            QVERIFY(answer.get_future().get().ok());
        }
        QCOMPARE(m_accounts->budgets().front().limit, cents(100 + Changes - 1).nanos());
        close();
        open();
        QCOMPARE(m_accounts->budgets().front().limit, cents(100 + Changes - 1).nanos());
    }

    /// $0.60 before the reset, $0.25 after it: only the latter counts, whatever the window.
    void countsOnlySinceTheResetInAnotherWindow()
    {
        QVERIFY(set(budgetFor("b-1", "tenant:*", 100)).ok());
        settle(hold(tenant("a"), cents(60)), cents(60));
        settle(hold(tenant("b"), cents(7)), cents(7));
        m_clock.time += 90s;
        QVERIFY(reset("b-1", "tenant:a").ok());
        m_clock.time += 90s;
        settle(hold(tenant("a"), cents(25)), cents(25));
        core::Budget daily = budgetFor("b-1", "tenant:*", 100);
        daily.window.kind = core::WindowKind::Day;
        daily.window.zone = "UTC";
        QVERIFY(set(daily).ok());
        QCOMPARE(settledOf("b-1", "tenant:a"), cents(25).nanos());
        QCOMPARE(settledOf("b-1", "tenant:b"), cents(7).nanos());
        m_clock.time += 90s;
        QVERIFY(reset("b-1", {}).ok());
        QVERIFY(set(budgetFor("b-1", "tenant:*", 100)).ok());
        QCOMPARE(settledOf("b-1", "tenant:a"), 0);
        QCOMPARE(settledOf("b-1", "tenant:b"), 0);
    }

    /// A rolling window never ends; a mark that is crossed again after it was left is told again.
    void tellsARollingMarkAgainAlsoToTheLedger()
    {
        core::Budget rolling = budgetFor("b-1", "", 100);
        rolling.window = *core::Window::parse("rolling:1h");
        QVERIFY(set(rolling).ok());
        settle(hold(tenant("a"), cents(85)), cents(85));
        m_clock.time += 2h;
        settle(hold(tenant("a"), cents(85)), cents(85));
        QCOMPARE(m_accounts->snapshot(0)->alerts.size(), std::size_t(2));
        close();
        open();
        QCOMPARE(m_accounts->snapshot(0)->alerts.size(), std::size_t(2));
        settle(hold(tenant("a"), cents(1)), cents(1)); // 86 of 100: the mark was told already
        QCOMPARE(m_accounts->snapshot(0)->alerts.size(), std::size_t(2));
    }

    void startsANewCountAtAReset() // S1-27
    {
        QVERIFY(set(budgetFor("b-1", "tenant:*", 100)).ok());
        settle(hold(tenant("a"), cents(100)), cents(100));
        const core::HoldId refused = hold(tenant("a"), cents(1));
        QCOMPARE(refused, core::HoldId::None);
        std::promise<core::Outcome> answer;
        m_accounts->resetBudget(
            "b-1", "tenant:a", [&](const core::Outcome &outcome) { answer.set_value(outcome); });
        QVERIFY(answer.get_future().get().ok());
        QCOMPARE(settledOf("b-1", "tenant:a"), 0);
        settle(hold(tenant("a"), cents(60)), cents(60));
        close();
        open();
        QCOMPARE(settledOf("b-1", "tenant:a"), cents(60).nanos());
    }
};

QTEST_GUILESS_MAIN(TstAccountsBudgets)
#include "tst_accountsbudgets.moc"
