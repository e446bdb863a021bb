// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "budgetlistcase.h"

using namespace Qt::StringLiterals;
using core::Dimension;
using core::Unit;

/// Budgets of whatever selector and unit, in the table of all and in the inspector.
class BudgetListTest : public BudgetListCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void listsEveryBudgetWhomeverItBinds();
    void findsByTitleSelectorAndName();
    void isReadOnlyWhileSomebodyLooks();
    void showsTheFullestOfEachAgent();
    void leadsFromATenantToWhatElseBindsIt();
    void leadsToTheBudgetThatIsMeant();
    void appliesTenThousandBudgets();
};

void BudgetListTest::listsEveryBudgetWhomeverItBinds()
{
    QCOMPARE(ids(), (QStringList{u"b-all"_s, u"b-crawler"_s, u"b-each"_s, u"b-tokens"_s}));
    QCOMPARE(m_centre->budgets()->summary(), u"4 budgets"_s);
    QCOMPARE(line(0).name, u"All tenants, hourly cap in requests"_s);
    QCOMPARE(line(0).settledText, u"12"_s);
    QCOMPARE(line(0).capText, u"40"_s);
    QCOMPARE(line(1).name, u"agent paper-crawler, daily cap"_s);
    QCOMPARE(line(1).capText, u"$5.00"_s);
    QCOMPARE(line(2).name, u"Agents"_s);
    QCOMPARE(line(2).remark, u"agent:* · Day · fullest of 2: agent answer"_s);
    QCOMPARE(line(2).settledText, u"$4.00"_s);
    QCOMPARE(line(3).remark, u"tenant:research · Day tokens"_s);
    QCOMPARE(line(3).name, u"research, daily cap in tokens"_s);
    QCOMPARE(line(3).heldText, u"500"_s);
    QCOMPARE(line(3).bar.description, u"spent 3,000, held 500, of 12,000 tokens"_s);
}

void BudgetListTest::findsByTitleSelectorAndName()
{
    m_centre->budgets()->setFilter(u"tokens"_s);
    QCOMPARE(ids(), QStringList{u"b-tokens"_s});
    m_centre->budgets()->setFilter(u"agent:"_s);
    QCOMPARE(ids(), (QStringList{u"b-crawler"_s, u"b-each"_s}));
    m_centre->budgets()->setFilter(u"AGENTS"_s);
    QCOMPARE(ids(), QStringList{u"b-each"_s});
    m_centre->budgets()->setFilter(u"nothing"_s);
    QCOMPARE(m_centre->budgets()->count(), 0);
    QCOMPARE(m_centre->budgets()->summary(), u"4 budgets"_s);
}

void BudgetListTest::isReadOnlyWhileSomebodyLooks()
{
    m_centre->budgets()->setShown(false);
    m_snapshot.budgets.pop_back();
    m_centre->apply(m_snapshot);
    QCOMPARE(m_centre->budgets()->count(), 4);
    m_centre->budgets()->setShown(true);
    QCOMPARE(m_centre->budgets()->count(), 3);
}

void BudgetListTest::showsTheFullestOfEachAgent()
{
    shown().selectBudget(u"b-each"_s);
    QCOMPARE(shown().texts().capLine, u"each agent · Daily cap · resets 00:00"_s);
    QCOMPARE(shown().texts().spentLine, u"agent answer: $4.00 settled + $1.00 held of $10.00"_s);
    QCOMPARE(shown().others()->rowCount(), 1);
    QCOMPARE(shown().others()->rows().front().name, u"agent reply"_s);
    QCOMPARE(shown().others()->rows().front().text, u"$1.00 / $10.00"_s);
    shown().editOther(0);
    QCOMPARE(shown().texts().spentLine, u"agent reply: $1.00 settled + $0.00 held of $10.00"_s);
    QCOMPARE(shown().others()->rows().front().name, u"agent answer"_s);
}

void BudgetListTest::leadsFromATenantToWhatElseBindsIt()
{
    shown().select(u"research"_s);
    const auto &rows = shown().others()->rows();
    const auto tokens = std::ranges::find(rows, "b-tokens"_ba, &BindingRow::budgetId);
    QVERIFY(tokens != rows.end());
    shown().editOther(static_cast<int>(tokens - rows.begin()));
    QCOMPARE(shown().selectedBudget(), u"b-tokens"_s);
    QCOMPARE(shown().selectedName(), QString());
    QCOMPARE(shown().editor()->unitText(), u"tokens"_s);
}

void BudgetListTest::leadsToTheBudgetThatIsMeant()
{
    QSignalSpy led(m_centre.get(), &ControlCentre::capWanted);
    auto month = sample::dailyBudget("b-month", "research", sample::dollars("300"));
    month.window.kind = core::WindowKind::Month;
    m_snapshot.budgets.push_back(sample::dailyBudget("b-r", "research", sample::dollars("20")));
    m_snapshot.budgets.push_back(month);
    m_centre->apply(m_snapshot);
    m_centre->showBudget(u"b-month"_s, u"tenant:research"_s);
    QCOMPARE(shown().selectedName(), u"research"_s);
    QCOMPARE(shown().editor()->capText(), u"$300.00"_s);
    m_centre->showBudget(u"b-tokens"_s, u"tenant:research"_s); // also of research
    QCOMPARE(shown().selectedBudget(), u"b-tokens"_s);
    m_centre->showBudget(u"b-each"_s, u"agent:reply"_s);
    QVERIFY(shown().texts().spentLine.startsWith(u"agent reply"_s));
    QCOMPARE(led.count(), 3);
    m_centre->showBudget(u"b-gone"_s);
    QCOMPARE(led.count(), 3);
}

void BudgetListTest::appliesTenThousandBudgets()
{
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray name = "agent-" + QByteArray::number(i);
        const auto budget = daily(
            "b-" + name, core::Selector({{Dimension::Agent, {}, name}}), Unit::Usd, dollars("5"));
        m_snapshot.budgets.push_back(budget);
        count(m_snapshot, budget, "agent:" + name, dollars("1"), 0);
    }
    m_centre->apply(m_snapshot);
    QCOMPARE(m_centre->budgets()->count(), 10'004);
    QSignalSpy changes(m_centre->budgets(), &BudgetListModel::dataChanged);
    m_centre->apply(m_snapshot);
    m_snapshot.buckets.back().settled = dollars("2");
    m_centre->apply(m_snapshot);
    QCOMPARE(changes.count(), 0); // so many are listed once a second
    QTRY_COMPARE(line(m_centre->budgets()->rowOf(u"b-agent-9999"_s)).settledText, u"$2.00"_s);
    QCOMPARE(changes.count(), 1);
}

QTEST_GUILESS_MAIN(BudgetListTest)
#include "tst_budgetlist.moc"
