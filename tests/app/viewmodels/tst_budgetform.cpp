// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include "app/viewmodels/budgets/budgetform.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class BudgetFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesTheBudgetThatItsSentenceSays();
    void givesEachOfADimensionABudgetOfItsOwn();
    void takesSeveralDimensionsAndTagsAsCommandsDo();
    void countsTokensAndRequests();
    void countsOverAWindowOfItsOwn();
    void saysWhatHappensAtTheCap();
    void refusesWhatIsNoBudget_data();
    void refusesWhatIsNoBudget();
    void asksWhatItWouldHaveRefusedOnceTypingPauses();
    void showsWhatItWouldHaveMatchedAndRefused();
    void tellsRefusalsAloneWhereCallsAreNotFoundByTags();
    void dropsThePreviewOfAnEarlierDraft();
    void saysWhyThereIsNoPreview();
    void savesOnce();

private:
    [[nodiscard]] core::Budget saved()
    {
        QSignalSpy spy(&*m_form, &BudgetForm::saveRequested);
        m_form->save();
        return spy.count() == 1 ? spy.constFirst().constFirst().value<core::Budget>()
                                : core::Budget();
    }

    std::unique_ptr<BudgetForm> m_form;
};

void BudgetFormTest::init()
{
    m_form = std::make_unique<BudgetForm>();
    m_form->apply(sample::snapshot());
    m_form->begin(u"research"_s);
}

void BudgetFormTest::makesTheBudgetThatItsSentenceSays()
{
    m_form->setAmount(u"17.5"_s);
    QCOMPARE(m_form->sentence(), u"tenant research: at most $17.50 per day."_s);
    const core::Budget budget = saved();
    QCOMPARE(budget.selector.toText(), "tenant:research"_ba);
    QCOMPARE(budget.limit, sample::dollars("17.5").nanos());
    QCOMPARE(budget.window.kind, core::WindowKind::Day);
    QCOMPARE(budget.window.zone, "Europe/Berlin"_ba);
    QCOMPARE(budget.softMarks, std::vector<int>({800'000, 950'000}));
    QCOMPARE(budget.atHard, core::HardAction::Refuse);
}

void BudgetFormTest::givesEachOfADimensionABudgetOfItsOwn()
{
    m_form->setDimension(static_cast<int>(m_form->dimensions().indexOf(u"agent"_s)));
    m_form->setValue({});
    m_form->setAmount(u"8"_s);
    QCOMPARE(m_form->sentence(), u"Each agent: at most $8.00 per day."_s);
    QCOMPARE(saved().selector.toText(), "agent:*"_ba);
}

void BudgetFormTest::takesSeveralDimensionsAndTagsAsCommandsDo()
{
    m_form->setDimension(static_cast<int>(m_form->dimensions().size()) - 1);
    m_form->setAmount(u"8"_s);
    m_form->setValue({});
    QCOMPARE(m_form->errorText(),
             u"Nothing is named. Name it like tenant:research,tag:project:search."_s);
    m_form->setValue(u"tenant:research, planet:mars"_s);
    QVERIFY(!m_form->canSave());
    QVERIFY2(m_form->errorText().contains(u"planet"_s), qPrintable(m_form->errorText()));
    m_form->setValue(u"tenant:research,tag:project:search"_s);
    QCOMPARE(m_form->sentence(), u"tenant:research,tag:project:search: at most $8.00 per day."_s);
    QCOMPARE(saved().selector.toText(), "tenant:research,tag:project:search"_ba);
}

void BudgetFormTest::countsTokensAndRequests()
{
    m_form->setUnit(static_cast<int>(core::Unit::Tokens));
    m_form->setAmount(u"100,000"_s);
    m_form->setWindow(static_cast<int>(m_form->windows().indexOf(u"total"_s)));
    QCOMPARE(m_form->sentence(), u"tenant research: at most 100,000 tokens in total."_s);
    const core::Budget budget = saved();
    QCOMPARE(budget.unit, core::Unit::Tokens);
    QCOMPARE(budget.limit, 100'000);
    QCOMPARE(budget.window.kind, core::WindowKind::Lifetime);
}

void BudgetFormTest::countsOverAWindowOfItsOwn()
{
    m_form->setAmount(u"8"_s);
    m_form->setName(u" Nightly jobs "_s);
    m_form->setWindow(static_cast<int>(m_form->windows().indexOf(u"rolling"_s)));
    QVERIFY(!m_form->isCalendar());
    m_form->setLength(u"soon"_s);
    QCOMPARE(m_form->errorText(),
             u"“soon” is no length of time. Write minutes, hours or days, like 90m, 24h or 7d, at "
             u"most 366d."_s);
    m_form->setLength(u"90m"_s);
    QCOMPARE(m_form->sentence(), u"tenant research: at most $8.00 in any 90 min."_s);
    const core::Budget rolling = saved();
    QCOMPARE(rolling.window.toText(), "rolling:90m"_ba);
    QCOMPARE(rolling.name, u"Nightly jobs"_s);
    m_form->begin({});
    QCOMPARE(m_form->name(), QString());
    m_form->setAmount(u"8"_s);
    m_form->setWindow(static_cast<int>(m_form->windows().indexOf(u"week"_s)));
    m_form->setWeekStart(static_cast<int>(m_form->weekDays().indexOf(u"Sunday"_s)));
    QCOMPARE(m_form->zoneHint(), u"Europe/Berlin"_s);
    m_form->setZone(u"Mars/Olympus"_s);
    QVERIFY(!m_form->canSave());
    QVERIFY2(m_form->errorText().contains(u"Mars/Olympus"_s), qPrintable(m_form->errorText()));
    m_form->setZone(u"America/New_York"_s);
    QCOMPARE(saved().window.toText(), "week:sunday@America/New_York"_ba);
}

void BudgetFormTest::saysWhatHappensAtTheCap()
{
    m_form->setAmount(u"5"_s);
    m_form->setMarks(u"90, 50"_s);
    m_form->setEnding(BudgetForm::Wait);
    m_form->setWaitSeconds(u"20"_s);
    const core::Budget waits = saved();
    QCOMPARE(waits.atHard, core::HardAction::Queue);
    QCOMPARE(waits.queueFor, 20s);
    QCOMPARE(waits.softMarks, std::vector<int>({500'000, 900'000}));
    m_form->begin({});
    m_form->setAmount(u"5"_s);
    m_form->setEnding(BudgetForm::Downgrade);
    QVERIFY(!m_form->canSave()); // to what?
    m_form->setSubstitute(u"llama-3.1-8b"_s);
    QVERIFY2(m_form->sentence().endsWith(u"From 80 % on, calls go to llama-3.1-8b."_s),
             qPrintable(m_form->sentence()));
    m_form->setMarks({});
    QVERIFY2(m_form->sentence().endsWith(u"What no longer fits goes to llama-3.1-8b."_s),
             qPrintable(m_form->sentence()));
    const core::Budget downgrades = saved();
    QVERIFY(downgrades.selector.isGlobal());
    QCOMPARE(downgrades.atHard, core::HardAction::Downgrade);
    QCOMPARE(downgrades.atSoft.downgrades.front().to, "llama-3.1-8b"_ba);
}

void BudgetFormTest::refusesWhatIsNoBudget_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("marks");
    QTest::addColumn<QString>("wait");
    QTest::newRow("a word") << u"much"_s << u"80"_s << u"30"_s;
    QTest::newRow("below zero") << u"-1"_s << u"80"_s << u"30"_s;
    QTest::newRow("a mark beyond the cap") << u"5"_s << u"120"_s << u"30"_s;
    QTest::newRow("an endless wait") << u"5"_s << u"80"_s << u"9000"_s;
}

void BudgetFormTest::refusesWhatIsNoBudget()
{
    QFETCH(QString, amount);
    QFETCH(QString, marks);
    QFETCH(QString, wait);
    m_form->setEnding(BudgetForm::Wait);
    m_form->setAmount(amount);
    m_form->setMarks(marks);
    m_form->setWaitSeconds(wait);
    QVERIFY(!m_form->canSave());
    QVERIFY(!m_form->errorText().isEmpty());
    QVERIFY(m_form->sentence().isEmpty());
    QSignalSpy spy(&*m_form, &BudgetForm::saveRequested);
    m_form->save();
    QCOMPARE(spy.count(), 0);
}

void BudgetFormTest::asksWhatItWouldHaveRefusedOnceTypingPauses()
{
    QSignalSpy asked(&*m_form, &BudgetForm::previewWanted);
    m_form->setAmount(u"1"_s);
    m_form->setAmount(u"17"_s);
    QVERIFY(m_form->isCounting());
    QVERIFY(m_form->previewText().endsWith(u"counting…"_s));
    QVERIFY(asked.wait());
    QCOMPARE(asked.count(), 1);
    const auto question = asked.constFirst().at(1).value<core::WhatIfQuestion>();
    QCOMPARE(question.budgets.front().limit, sample::dollars("17").nanos());
    QCOMPARE(question.to - question.from, core::Duration(7 * 24h));
    const auto matching = asked.constFirst().at(2).value<core::ActivityFilter>();
    QCOMPARE(matching.values.front().second, "research"_ba);
}

void BudgetFormTest::showsWhatItWouldHaveMatchedAndRefused()
{
    QSignalSpy asked(&*m_form, &BudgetForm::previewWanted);
    m_form->setAmount(u"17"_s);
    QVERIFY(asked.wait());
    core::WhatIfAnswer answer;
    answer.calls = 50'000;
    answer.wouldRefuse = 214;
    answer.hits.push_back({"b-1", "tenant:research", 214, {}, {}, {}});
    m_form->takePreview(asked.constFirst().constFirst().toULongLong(), answer, {2140, false});
    QVERIFY(!m_form->isCounting());
    QCOMPARE(m_form->previewText(), u"Last 7 days: matches 2,140 calls, would have refused 214"_s);
    QCOMPARE(m_form->hitsText(), u"tenant:research: 214 refused"_s);
    QCOMPARE(m_form->refusedShare(), 0.1); // 214 / 2,140
}

void BudgetFormTest::tellsRefusalsAloneWhereCallsAreNotFoundByTags()
{
    QSignalSpy asked(&*m_form, &BudgetForm::previewWanted);
    m_form->setDimension(static_cast<int>(m_form->dimensions().size()) - 1);
    m_form->setValue(u"tenant:research,tag:project:search"_s);
    m_form->setAmount(u"17"_s);
    QVERIFY(asked.wait());
    using Values = decltype(core::ActivityFilter::values);
    QCOMPARE(asked.constLast().at(2).value<core::ActivityFilter>().values,
             (Values{{core::Dimension::Tenant, "research"}}));
    core::WhatIfAnswer answer;
    answer.calls = 2'140;
    answer.wouldRefuse = 214;
    m_form->takePreview(asked.constLast().constFirst().toULongLong(), answer, {5, false});
    QCOMPARE(m_form->previewText(), u"Last 7 days: would have refused 214 of all calls"_s);
    QCOMPARE(m_form->refusedShare(), 0.1); // 214 / 2,140
}

void BudgetFormTest::dropsThePreviewOfAnEarlierDraft()
{
    QSignalSpy asked(&*m_form, &BudgetForm::previewWanted);
    m_form->setAmount(u"17"_s);
    QVERIFY(asked.wait());
    m_form->setAmount(u"18"_s);
    m_form->takePreview(asked.constFirst().constFirst().toULongLong(), {}, {});
    QVERIFY(m_form->isCounting());
}

void BudgetFormTest::saysWhyThereIsNoPreview()
{
    QSignalSpy asked(&*m_form, &BudgetForm::previewWanted);
    m_form->setAmount(u"17"_s);
    QVERIFY(asked.wait());
    m_form->refusePreview(asked.constFirst().constFirst().toULongLong(), u"No ledger."_s);
    QVERIFY(m_form->previewText().endsWith(u"No ledger."_s));
    QVERIFY(m_form->canSave());
}

void BudgetFormTest::savesOnce()
{
    m_form->setAmount(u"17"_s);
    QSignalSpy spy(&*m_form, &BudgetForm::saveRequested);
    m_form->save();
    m_form->save();
    QCOMPARE(spy.count(), 1);
    QVERIFY(!m_form->isOpen());
}

QTEST_GUILESS_MAIN(BudgetFormTest)
#include "tst_budgetform.moc"
