// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/proxy/accountsfixture.h"
#include "tests/support/fulldisk.h"

using namespace accountstest;

/// What stands when the ledger cannot be written.
class TstAccountsDisk : public AccountsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { close(); }

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

    /// The disk has room again after a call could not be written and before a budget begins.
    void beginsNoBudgetThatWouldMissACall()
    {
        const core::HoldId call = hold(tenant("a"), cents(90));
        std::promise<void> waits; // or it might take what comes next in two parts
        std::promise<void> mayGoOn;
        QVERIFY(m_writer->run([&waits, held = mayGoOn.get_future().share()](core::Ledger &) {
            waits.set_value();
            held.wait();
        }));
        waits.get_future().wait();
        std::optional<FullDisk> full(1);
        settle(call, cents(90));
        QVERIFY(m_writer->run([&full](core::Ledger &) { full.reset(); }));
        std::promise<core::Outcome> answer;
        m_accounts->setBudget(budgetFor("b-1", "", 100),
                              [&](const core::Outcome &outcome) { answer.set_value(outcome); });
        mayGoOn.set_value();
        QVERIFY(!answer.get_future().get().ok());
        QVERIFY(m_writer->flush().ok());
        QVERIFY(set(budgetFor("b-1", "", 100)).ok());
        QCOMPARE(settledOf("b-1", ""), cents(90).nanos());
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

    void answersAChangeThatComesTooLate()
    {
        QVERIFY(m_writer->stop().ok());
        const core::Outcome outcome = set(budgetFor("b-1", "", 100));
        QCOMPARE(outcome.error().code, core::ErrorCode::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TstAccountsDisk)
#include "tst_accountsdisk.moc"
