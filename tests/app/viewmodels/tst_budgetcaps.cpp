// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "budgetlistcase.h"

using namespace Qt::StringLiterals;

/// What a person does to the cap of a budget of whatever selector and unit, in the inspector.
class BudgetCapsTest : public BudgetListCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void saysWhatComesBackAtTheNextStart();
    void changesATokenCapInTokens();
    void saysWhatALowerTokenCapCuts();
    void countsTheCallsOfAnAgentThatWouldBeCut();
    void raisesRequestsForAWhile();
    void removesAnAgentsBudgetAndPutsItBack();
    void resetsOneCounterOrAll();
    void sparesTheOtherCountersOfACap();
    void pausesNobodyForABudget();
};

// BUDGET_DEFAULT_LIMIT's own: what is changed of it holds until then.
void BudgetCapsTest::saysWhatComesBackAtTheNextStart()
{
    for (core::Budget &budget : m_snapshot.budgets) {
        budget.id = budget.id == "b-tokens" ? "default:tenant" : budget.id;
    }
    for (core::BucketState &bucket : m_snapshot.buckets) {
        bucket.budgetId = bucket.budgetId == "b-tokens" ? "default:tenant" : bucket.budgetId;
    }
    m_centre->apply(m_snapshot);
    shown().selectBudget(u"default:tenant"_s);
    QCOMPARE(shown().texts().capLine, u"Daily cap · resets 00:00 · put back at the next start"_s);
}

void BudgetCapsTest::changesATokenCapInTokens()
{
    QSignalSpy wishes(m_centre.get(), &ControlCentre::budgetChangeRequested);
    shown().selectBudget(u"b-tokens"_s);
    QVERIFY(shown().texts().isBudget);
    QCOMPARE(shown().texts().title, u"research, daily cap in tokens"_s);
    QCOMPARE(shown().texts().spentLine, u"3,000 settled + 500 held of 12,000 tokens"_s);
    QCOMPARE(shown().texts().capLine, u"Daily cap · resets 00:00"_s);
    CapEditor *editor = shown().editor();
    QCOMPARE(editor->capText(), u"12,000"_s);
    QCOMPARE(editor->unitText(), u"tokens"_s);
    // 12,000 and a quarter is 15,000: steps of a fifth of it, 3,000, made round.
    QCOMPARE(editor->scaleLabels(), (QStringList{u"0"_s, u"5,000"_s, u"10,000"_s, u"15,000"_s}));
    editor->type(u"+1,500"_s);
    QCOMPARE(editor->consequence().title, u"If you let go at 13,500 tokens"_s);
    // 13,500 - 3,000 - 500 and 12,000 - 3,000 - 500
    QCOMPARE(editor->consequence().roomText,
             u"Room for new calls now: 10,000 tokens, was 8,500 tokens"_s);
    editor->commit();
    QCOMPARE(wishes.constLast().constFirst().value<core::Budget>().limit, 13'500);
    QCOMPARE(m_centre->undoText(), u"research: cap 12,000 tokens → 13,500 tokens"_s);
    m_centre->undo();
    QCOMPARE(wishes.constLast().constFirst().value<core::Budget>().limit, 12'000);
    editor->type(u"$5.50"_s);
    QCOMPARE(editor->errorText(),
             u"“$5.50” is no whole number. Type 12,000, or a change such as +500 or −10%."_s);
}

void BudgetCapsTest::saysWhatALowerTokenCapCuts()
{
    QSignalSpy wishes(m_centre.get(), &ControlCentre::budgetChangeRequested);
    shown().selectBudget(u"b-tokens"_s);
    CapEditor *editor = shown().editor();
    editor->type(u"3,500"_s); // what is settled and held
    QCOMPARE(editor->consequence().cutText, u"No running call is cut; the 2 in flight still fit"_s);
    editor->type(u"3,499"_s);
    QCOMPARE(editor->consequence().cutText, u"At least 1 of 2 running calls is cut"_s);
    editor->commit();
    QVERIFY(wishes.isEmpty());
    QCOMPARE(editor->confirmQuestion(), u"Cut running calls?"_s);
    QCOMPARE(editor->keepText(), u"Lower to 3,500 tokens"_s);
    editor->lowerWithoutCut();
    QCOMPARE(wishes.constLast().constFirst().value<core::Budget>().limit, 3'500);
}

void BudgetCapsTest::countsTheCallsOfAnAgentThatWouldBeCut()
{
    shown().selectBudget(u"b-crawler"_s);
    CapEditor *editor = shown().editor();
    editor->type(u"3.80"_s); // 3.20 + 0.60
    QVERIFY(!editor->consequence().cuts);
    editor->type(u"3.79"_s);
    QCOMPARE(editor->consequence().cutText, u"1 of 1 running call is cut"_s);
}

void BudgetCapsTest::raisesRequestsForAWhile()
{
    QSignalSpy wishes(m_centre.get(), &ControlCentre::budgetChangeRequested);
    shown().selectBudget(u"b-all"_s);
    CapRaise *raise = shown().raise();
    raise->begin();
    QCOMPARE(raise->amountText(), u"10"_s); // a quarter of 40
    raise->type(u"25"_s);
    QVERIFY(raise->consequenceText().startsWith(u"Cap 65 requests until"_s));
    raise->commit();
    QCOMPARE(wishes.constLast().constFirst().value<core::Budget>().raise->by, 25);
    QVERIFY(m_centre->undoText().startsWith(u"All tenants: +25 until"_s));
}

void BudgetCapsTest::removesAnAgentsBudgetAndPutsItBack()
{
    QSignalSpy removals(m_centre.get(), &ControlCentre::budgetRemovalRequested);
    QSignalSpy wishes(m_centre.get(), &ControlCentre::budgetChangeRequested);
    shown().selectBudget(u"b-crawler"_s);
    const core::Budget before = m_snapshot.budgets.front();
    shown().removeCap();
    QCOMPARE(removals.constLast().constFirst().toByteArray(), "b-crawler"_ba);
    QCOMPARE(m_centre->undoText(), u"agent paper-crawler: cap of $5.00 removed"_s);
    m_snapshot.budgets.erase(m_snapshot.budgets.begin());
    m_centre->apply(m_snapshot);
    QVERIFY(!shown().isSelected());
    QVERIFY(!ids().contains(u"b-crawler"_s));
    m_centre->undo();
    QCOMPARE(wishes.constLast().constFirst().value<core::Budget>(), before);
}

void BudgetCapsTest::resetsOneCounterOrAll()
{
    QSignalSpy resets(m_centre.get(), &ControlCentre::budgetResetRequested);
    shown().selectBudget(u"b-each"_s);
    QCOMPARE(shown().texts().resetQuestion,
             u"All 2 of its counters begin at zero. The log and all totals stay. This cannot be "
             u"undone."_s);
    shown().resetCap();
    QCOMPARE(resets.constLast(), (QVariantList{"b-each"_ba, QByteArray()}));
    shown().selectBudget(u"b-each"_s, u"agent:reply"_s);
    QCOMPARE(shown().texts().resetQuestion,
             u"$1.00 was counted so far; the cap of $10.00 is whole again. The log and all totals "
             u"stay. This cannot be undone."_s);
    shown().resetCap();
    QCOMPARE(resets.constLast(), (QVariantList{"b-each"_ba, "agent:reply"_ba}));
    shown().selectBudget(u"b-tokens"_s);
    shown().resetCap();
    QCOMPARE(resets.constLast(), (QVariantList{"b-tokens"_ba, "tenant:research"_ba}));
}

void BudgetCapsTest::sparesTheOtherCountersOfACap()
{
    shown().selectBudget(u"b-each"_s, u"agent:reply"_s);
    CapEditor *editor = shown().editor();
    editor->type(u"5"_s); // agent answer has 4 + 1
    QVERIFY(!editor->consequence().cuts);
    editor->type(u"4.99"_s); // more than agent reply has, but not than agent answer
    QVERIFY(editor->consequence().cuts);
    QCOMPARE(editor->keepText(), u"Lower to $5.00"_s);
}

void BudgetCapsTest::pausesNobodyForABudget()
{
    QSignalSpy all(m_centre.get(), &ControlCentre::pauseAllRequested);
    shown().selectBudget(u"b-crawler"_s);
    shown().pause();
    shown().pauseAndCut();
    shown().resume();
    QCOMPARE(all.count(), 0);
}

QTEST_GUILESS_MAIN(BudgetCapsTest)
#include "tst_budgetcaps.moc"
