// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "budgetformcase.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class BudgetFormTest : public BudgetFormCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void makesTheBudgetThatItsSentenceSays();
    void givesEachOfADimensionABudgetOfItsOwn();
    void takesSeveralDimensionsAndTagsAsCommandsDo();
    void countsTokensAndRequests();
    void countsOverAWindowOfItsOwn();
    void saysWhatHappensAtTheCap();
    void takesAnIdThatCommandsKnow();
    void proposesAnId();
    void offersTheNamesOfItsDimension();
    void refusesWhatIsNoBudget_data();
    void refusesWhatIsNoBudget();
};

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
    QCOMPARE(m_form->errorText(), u"No model to downgrade to. Name the model to use instead."_s);
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

// Like capstan budget set --id.
void BudgetFormTest::takesAnIdThatCommandsKnow()
{
    BudgetOptions &options = *m_form->options();
    m_form->setAmount(u"20"_s);
    QVERIFY(options.isIdOpen());
    options.setId(u"research day"_s);
    QVERIFY2(m_form->errorText().contains(u"without a space"_s), qPrintable(m_form->errorText()));
    const QString taken = QString::fromUtf8(sample::snapshot().budgets.front().id);
    options.setId(taken);
    QCOMPARE(
        m_form->errorText(),
        u"There is a budget with the id %1 already. Give another id, or change that budget."_s.arg(
            taken));
    QVERIFY(!m_form->canSave());
    options.setId(u"default:all"_s); // is made by the configuration
    QVERIFY(!m_form->errorText().isEmpty());
    options.setId(u" research-day "_s);
    QCOMPARE(m_form->errorText(), QString());
    QCOMPARE(saved().id, "research-day");
}

void BudgetFormTest::proposesAnId()
{
    BudgetOptions &options = *m_form->options();
    m_form->setAmount(u"20"_s);
    QCOMPARE(options.id(), QString());
    const QByteArray proposed = options.idHint().toUtf8();
    QVERIFY(proposed.startsWith("b-"));
    QCOMPARE(saved().id, proposed);
    CapSituation known;
    known.budget = sample::snapshot().budgets.front();
    m_form->beginChange(known);
    QVERIFY(!options.isIdOpen());
    QCOMPARE(options.id().toUtf8(), known.budget.id);
    QCOMPARE(m_form->errorText(), QString()); // it is this budget itself that has the id
}

void BudgetFormTest::offersTheNamesOfItsDimension()
{
    LedgerFilterChip &known = *m_form->known();
    QSignalSpy named(&known, &LedgerFilterChip::namesWanted);
    QVERIFY(m_form->hasKnown());                         // it is for research
    QVERIFY(known.choices().contains(u"support-bot"_s)); // calls today
    known.look();
    known.takeNames(core::Dimension::Tenant, {u"summer-interns"_s});
    QVERIFY(known.choices().contains(u"summer-interns"_s));
    m_form->setDimension(1 + static_cast<int>(core::Dimension::Team));
    QVERIFY(known.choices().isEmpty());
    known.look();
    QCOMPARE(named.constLast().constFirst().value<core::Dimension>(), core::Dimension::Team);
    known.takeNames(core::Dimension::Tenant, {u"summer-interns"_s}); // was under way
    QVERIFY(known.choices().isEmpty());
    known.takeNames(core::Dimension::Team, {u"papers"_s});
    QCOMPARE(known.choices(), QStringList(u"papers"_s));
    m_form->setDimension(0); // everybody
    QVERIFY(!m_form->hasKnown());
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

QTEST_GUILESS_MAIN(BudgetFormTest)
#include "tst_budgetform.moc"
