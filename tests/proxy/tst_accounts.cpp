// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fulldisk.h"

#include "core/ledger/ledger.h"
#include "core/ledger/retention.h"
#include "proxy/accounts.h"
#include "proxy/ledgerwriter.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

using namespace proxy;
using namespace std::chrono;
using core::Dimension;
using core::Money;

namespace {

Money cents(qint64 count)
{
    return Money::fromNanos(count * Money::NanosPerDollar / 100);
}

core::Attribution tenant(const QByteArray &name)
{
    core::Attribution attribution;
    attribution.of(Dimension::Tenant) = name;
    return attribution;
}

core::Budget budgetFor(const QByteArray &id, const QByteArray &selector, qint64 limitCents)
{
    core::Budget budget;
    budget.id = id;
    budget.selector = *core::Selector::parse(selector);
    budget.limit = cents(limitCents).nanos();
    return budget;
}

class FixedClock final : public core::Clock
{
public:
    core::Time time{sys_days(2026y / 11 / 21) + 12h};
    [[nodiscard]] core::Time now() const override { return time; }
};

} // namespace

class TstAccounts : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    FixedClock m_clock;
    std::unique_ptr<LedgerWriter> m_writer;
    std::unique_ptr<Accounts> m_accounts;
    std::atomic<int> m_ended = 0;

    void open()
    {
        auto writer = LedgerWriter::start(m_folder.filePath(QStringLiteral("ledger.db")),
                                          core::Durability::Process);
        QVERIFY(writer.ok());
        m_writer = std::move(*writer);
        m_accounts = std::make_unique<Accounts>(m_clock, *m_writer, "UTC");
        const auto state = m_writer->load();
        QVERIFY(state.ok());
        m_accounts->restore(*state);
    }

    void close()
    {
        if (m_writer) {
            QVERIFY(m_writer->stop().ok());
        }
        m_accounts.reset();
        m_writer.reset();
    }

    core::Outcome set(const core::Budget &budget)
    {
        std::promise<core::Outcome> answer;
        m_accounts->setBudget(budget,
                              [&](const core::Outcome &outcome) { answer.set_value(outcome); });
        return answer.get_future().get();
    }

    core::Outcome remove(const QByteArray &id)
    {
        std::promise<core::Outcome> answer;
        m_accounts->removeBudget(id,
                                 [&](const core::Outcome &outcome) { answer.set_value(outcome); });
        return answer.get_future().get();
    }
    core::Outcome reset(const QByteArray &id, const QByteArray &label)
    {
        std::promise<core::Outcome> answer;
        m_accounts->resetBudget(
            id, label, [&](const core::Outcome &outcome) { answer.set_value(outcome); });
        return answer.get_future().get();
    }
    core::Outcome correct(const core::RequestId &id, Money cost)
    {
        Accounts::Correction correction;
        correction.id = id;
        correction.cost = cost;
        correction.by = "owner";
        correction.reason = "invoice";
        std::promise<core::Outcome> answer;
        m_accounts->correct(correction,
                            [&](const core::Outcome &outcome) { answer.set_value(outcome); });
        return answer.get_future().get();
    }
    core::Outcome pause(const QByteArray &who, bool paused)
    {
        std::promise<core::Outcome> answer;
        m_accounts->setPaused(
            who, paused, [&](const core::Outcome &outcome) { answer.set_value(outcome); });
        return answer.get_future().get();
    }

    /// Admits and opens; None when refused.
    core::HoldId hold(const core::Attribution &who, Money bound)
    {
        const auto admission = m_accounts->admit(who, {bound, 10, 1});
        const auto *admitted = std::get_if<core::Admitted>(&admission);
        if (admitted == nullptr) {
            return core::HoldId::None;
        }
        core::HoldRecord record;
        record.id = core::RequestId::generate();
        record.admittedAt = m_clock.now();
        record.attribution = who;
        record.bound = {bound, 10, 1};
        std::promise<bool> durable;
        m_ids[static_cast<quint64>(admitted->hold)] = record;
        m_accounts->open({.hold = admitted->hold,
                          .record = record,
                          .end = [this](EndReason) { ++m_ended; },
                          .durable =
                              [&](bool written) {
                                  durable.set_value(written);
                              }});
        return durable.get_future().get() ? admitted->hold : core::HoldId::None;
    }

    void settle(core::HoldId hold, Money cost)
    {
        const core::HoldRecord &opened = m_ids.at(static_cast<quint64>(hold));
        core::SettlementRecord record;
        record.id = opened.id;
        record.admittedAt = opened.admittedAt;
        record.attribution = opened.attribution;
        record.cost = cost;
        record.usage.output = 10;
        record.usage.quality = core::CountQuality::Reported;
        m_accounts->settle(hold, std::move(record));
    }

    qint64 settledOf(const QByteArray &id, const QByteArray &label)
    {
        const auto state = m_accounts->bucket(id, label);
        return state ? state->settled : -1;
    }

    std::map<quint64, core::HoldRecord> m_ids;

private Q_SLOTS:
    void init()
    {
        QFile::remove(m_folder.filePath(QStringLiteral("ledger.db")));
        QFile::remove(m_folder.filePath(QStringLiteral("ledger.db-wal")));
        QFile::remove(m_folder.filePath(QStringLiteral("ledger.db-shm")));
        m_ended = 0;
        m_clock.time = sys_days(2026y / 11 / 21) + 12h;
        open();
    }
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

    void readsMoreBudgetsThanFitIntoOneTurn()
    {
        for (int i = 0; i < 600; ++i) {
            const QByteArray name = "t" + QByteArray::number(i);
            QVERIFY(set(budgetFor("b-" + name, "tenant:" + name, 100)).ok());
        }
        settle(hold(tenant("t599"), cents(5)), cents(5));
        const auto snapshot = m_accounts->snapshot(0);
        QCOMPARE(snapshot->budgets.size(), std::size_t(600));
        QCOMPARE(snapshot->tenants.size(), std::size_t(600));
        const auto counted = std::ranges::count_if(
            snapshot->buckets, [](const core::BucketState &state) { return state.settled > 0; });
        QCOMPARE(counted, 1);
        QVERIFY(!m_accounts->snapshot(snapshot->revision));
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

    void correctsNothingWhenTheLedgerFails()
    {
        QVERIFY(set(budgetFor("b-1", "", 100)).ok());
        const core::HoldId lost = hold(tenant("a"), cents(50));
        const core::RequestId id = m_ids.at(static_cast<quint64>(lost)).id;
        QCOMPARE(correct(id, cents(1)).error().code, core::ErrorCode::NotFound); // it runs
        close();
        open();
        QVERIFY(m_writer->flush().ok());
        const FullDisk full(1);
        QCOMPARE(correct(id, cents(1)).error().code, core::ErrorCode::Unavailable);
        QCOMPARE(settledOf("b-1", ""), cents(50).nanos());
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

    /// Nothing else may stand in what the caller was told has failed.
    void keepsTheDurableCapWhenTheLedgerFails()
    {
        QVERIFY(set(budgetFor("b-1", "", 100)).ok());
        {
            const FullDisk full(1);
            const core::Outcome raised = set(budgetFor("b-1", "", 500));
            QVERIFY(!raised.ok());
            QCOMPARE(m_accounts->bucket("b-1", "")->cap, cents(100).nanos());
            QVERIFY(!set(budgetFor("b-1", "", 50)).ok());
            QCOMPARE(m_accounts->bucket("b-1", "")->cap, cents(100).nanos());
        }
        QVERIFY(set(budgetFor("b-1", "", 500)).ok());
        QCOMPARE(m_accounts->bucket("b-1", "")->cap, cents(500).nanos());
    }

    void keepsTheOldWindowWhenTheLedgerFails()
    {
        QVERIFY(set(budgetFor("b-1", "", 100)).ok());
        settle(hold(tenant("a"), cents(90)), cents(90));
        QVERIFY(m_writer->flush().ok());
        core::Budget daily = budgetFor("b-1", "", 100);
        daily.window.kind = core::WindowKind::Day;
        daily.window.zone = "UTC";
        {
            const FullDisk full(1);
            QVERIFY(!set(daily).ok());
            QVERIFY(!set(budgetFor("b-2", "", 10)).ok());
        }
        QCOMPARE(m_accounts->budgets().size(), std::size_t(1));
        QCOMPARE(settledOf("b-1", ""), cents(90).nanos());
        QCOMPARE(hold(tenant("a"), cents(11)), core::HoldId::None); // 90 + 11 > 100
        QVERIFY(hold(tenant("a"), cents(10)) != core::HoldId::None);
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

    void keepsWhatCannotBeRemovedOrReset()
    {
        QVERIFY(set(budgetFor("b-1", "", 100)).ok());
        settle(hold(tenant("a"), cents(70)), cents(70));
        QVERIFY(m_writer->flush().ok());
        const FullDisk full(1);
        QVERIFY(!remove("b-1").ok());
        QVERIFY(!reset("b-1", {}).ok());
        QCOMPARE(m_accounts->budgets().size(), std::size_t(1));
        QCOMPARE(settledOf("b-1", ""), cents(70).nanos());
    }

    void pausesNobodyWhenTheLedgerFails()
    {
        QVERIFY(pause("a", true).ok());
        const FullDisk full(1);
        QVERIFY(!pause("b", true).ok());
        QVERIFY(!m_accounts->paused("b").has_value());
        QVERIFY(!pause("a", false).ok());
        QVERIFY(m_accounts->paused("a").has_value());
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

    void answersAChangeThatComesTooLate()
    {
        QVERIFY(m_writer->stop().ok());
        const core::Outcome outcome = set(budgetFor("b-1", "", 100));
        QCOMPARE(outcome.error().code, core::ErrorCode::Unavailable);
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

QTEST_GUILESS_MAIN(TstAccounts)
#include "tst_accounts.moc"
