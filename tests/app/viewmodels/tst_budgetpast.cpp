// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a budget on the form would have refused, and that nothing is saved before it stands there.
#include "budgetformcase.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class BudgetPastTest : public BudgetFormCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void asksWhatItWouldHaveRefusedOnceTypingPauses();
    void asksOverAnotherRange();
    void showsWhatItWouldHaveMatchedAndRefused();
    void tellsRefusalsAloneWhereCallsAreNotFoundByTags();
    void dropsThePreviewOfAnEarlierDraft();
    void savesOnlyOnceItsPastStandsThere();
    void saysWhyThereIsNoPreviewAndIsSavedWithoutIt();
    void waitsForNobodyForEver();
    void savesOnce();
};

void BudgetPastTest::asksWhatItWouldHaveRefusedOnceTypingPauses()
{
    leaveUnanswered();
    QSignalSpy asked(&past(), &BudgetPast::wanted);
    m_form->setAmount(u"1"_s);
    m_form->setAmount(u"17"_s);
    QCOMPARE(past().state(), BudgetPast::Counting);
    QVERIFY(past().text().endsWith(u"counting…"_s));
    QVERIFY(asked.wait());
    QCOMPARE(asked.count(), 1);
    const auto question = asked.constFirst().at(1).value<core::WhatIfQuestion>();
    QCOMPARE(question.budgets.front().limit, sample::dollars("17").nanos());
    QCOMPARE(question.to - question.from, core::Duration(7 * 24h));
    const auto matching = asked.constFirst().at(2).value<core::ActivityFilter>();
    QCOMPARE(matching.values.front().second, "research"_ba);
}

void BudgetPastTest::asksOverAnotherRange()
{
    leaveUnanswered();
    QSignalSpy asked(&past(), &BudgetPast::wanted);
    m_form->setAmount(u"17"_s);
    QVERIFY(asked.wait());
    past().take(asked.constLast().constFirst().toULongLong(), {}, {5, false});
    TimeFilterChip &range = *past().range();
    QCOMPARE(range.label(), u"Over: 7 days"_s);
    range.choose(u"30 days"_s);
    QVERIFY(!m_form->canSave()); // what stood there was of another range
    QVERIFY(asked.wait());
    auto question = asked.constLast().at(1).value<core::WhatIfQuestion>();
    QCOMPARE(question.to - question.from, core::Duration(30 * 24h));
    past().take(asked.constLast().constFirst().toULongLong(), {}, {5, false});
    QCOMPARE(past().text(), u"Last 30 days: matches 5 calls, would have refused 0"_s);
    QCOMPARE(range.chooseRange(u"2026-11-02"_s, u"2026-11-03"_s), QString());
    QVERIFY(asked.wait());
    question = asked.constLast().at(1).value<core::WhatIfQuestion>();
    QCOMPARE(question.to - question.from, core::Duration(2 * 24h)); // both days whole
    QCOMPARE(asked.constLast().at(2).value<core::ActivityFilter>().from, question.from);
    range.clear();
    QCOMPARE(range.label(), u"Over: 7 days"_s);
}

void BudgetPastTest::showsWhatItWouldHaveMatchedAndRefused()
{
    core::WhatIfAnswer refused;
    refused.calls = 50'000;
    refused.wouldRefuse = 214;
    refused.hits.push_back({"b-1", "tenant:research", 214, {}, {}, {}});
    answer(refused, {2140, false});
    m_form->setAmount(u"17"_s);
    QTRY_COMPARE(past().state(), BudgetPast::Stands);
    QCOMPARE(past().text(), u"Last 7 days: matches 2,140 calls, would have refused 214"_s);
    QCOMPARE(past().hitsText(), u"tenant:research: 214 refused"_s);
    QCOMPARE(past().refusedShare(), 0.1); // 214 / 2,140
}

void BudgetPastTest::tellsRefusalsAloneWhereCallsAreNotFoundByTags()
{
    QSignalSpy asked(&past(), &BudgetPast::wanted);
    core::WhatIfAnswer refused;
    refused.calls = 2'140;
    refused.wouldRefuse = 214;
    answer(refused, {5, false});
    m_form->setDimension(static_cast<int>(m_form->dimensions().size()) - 1);
    m_form->setValue(u"tenant:research,tag:project:search"_s);
    m_form->setAmount(u"17"_s);
    QVERIFY(asked.wait());
    using Values = decltype(core::ActivityFilter::values);
    QCOMPARE(asked.constLast().at(2).value<core::ActivityFilter>().values,
             (Values{{core::Dimension::Tenant, "research"}}));
    QCOMPARE(past().text(), u"Last 7 days: would have refused 214 of all calls"_s);
    QCOMPARE(past().refusedShare(), 0.1); // 214 / 2,140
}

void BudgetPastTest::dropsThePreviewOfAnEarlierDraft()
{
    leaveUnanswered();
    QSignalSpy asked(&past(), &BudgetPast::wanted);
    m_form->setAmount(u"17"_s);
    QVERIFY(asked.wait());
    m_form->setAmount(u"18"_s);
    past().take(asked.constFirst().constFirst().toULongLong(), {}, {});
    QCOMPARE(past().state(), BudgetPast::Counting);
}

void BudgetPastTest::savesOnlyOnceItsPastStandsThere()
{
    QSignalSpy wishes(&*m_form, &BudgetForm::saveRequested);
    m_form->setAmount(u"17"_s);
    QVERIFY(!m_form->canSave());
    QCOMPARE(m_form->saveText(), u"Counting…"_s);
    QCOMPARE(m_form->saveTip(), u"Waits until it is counted what this would have refused"_s);
    m_form->save();
    m_form->enter();
    QCOMPARE(wishes.count(), 0);
    QTRY_VERIFY(m_form->canSave());
    QCOMPARE(m_form->saveText(), u"Set this budget"_s);
    m_form->setMarks(u"50"_s); // another budget
    QVERIFY(!m_form->canSave());
    QTRY_VERIFY(m_form->canSave());
    m_form->setName(u"Nightly"_s); // the same calls
    QVERIFY(m_form->canSave());
    m_form->enter();
    QCOMPARE(wishes.count(), 1);
}

// A count that fails must not stop anybody for ever; but nothing is saved unseen by Return.
void BudgetPastTest::saysWhyThereIsNoPreviewAndIsSavedWithoutIt()
{
    leaveUnanswered();
    QSignalSpy asked(&past(), &BudgetPast::wanted);
    QSignalSpy wishes(&*m_form, &BudgetForm::saveRequested);
    m_form->setAmount(u"17"_s);
    QVERIFY(asked.wait());
    past().refuse(asked.constFirst().constFirst().toULongLong(), u"No ledger."_s);
    QVERIFY(past().text().endsWith(u"No ledger."_s));
    QVERIFY(m_form->canSave());
    QCOMPARE(m_form->saveText(), u"Set it unseen"_s);
    QCOMPARE(m_form->saveTip(), u"Without knowing what this would have refused"_s);
    m_form->enter();
    QCOMPARE(wishes.count(), 0);
    m_form->save();
    QCOMPARE(wishes.count(), 1);
}

void BudgetPastTest::waitsForNobodyForEver()
{
    BudgetPast slow(1ms);
    slow.setNow(sample::afternoon(), QTimeZone::utc());
    QSignalSpy asked(&slow, &BudgetPast::wanted);
    slow.look(sample::dailyBudget("b-1", {}, sample::dollars("5")));
    QCOMPARE(slow.state(), BudgetPast::Counting);
    QTRY_COMPARE(slow.state(), BudgetPast::Slow);
    QCOMPARE(slow.text(), u"Last 7 days: still counting; the ledger is long."_s);
    slow.take(asked.constFirst().constFirst().toULongLong(), {}, {}); // late, and welcome
    QCOMPARE(slow.state(), BudgetPast::Stands);
}

void BudgetPastTest::savesOnce()
{
    m_form->setAmount(u"17"_s);
    QTRY_VERIFY(m_form->canSave());
    QSignalSpy spy(&*m_form, &BudgetForm::saveRequested);
    m_form->save();
    m_form->save();
    QCOMPARE(spy.count(), 1);
    QVERIFY(!m_form->isOpen());
}

QTEST_GUILESS_MAIN(BudgetPastTest)
#include "tst_budgetpast.moc"
