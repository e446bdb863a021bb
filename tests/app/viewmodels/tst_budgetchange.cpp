// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Issue 3: a budget that there is, in the form: nothing of it is lost, and what a change does is
// said before it is saved.
#include "budgetformcase.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class BudgetChangeTest : public BudgetFormCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void losesNothingOfABudget_data();
    void losesNothingOfABudget();
    void showsWhatStands();
    void keepsWhatIsCountedUnderAnotherCap();
    void saysWhichRunningCallsAreCut();
    void countsAnewUnderAnotherWindow();
    void saysThatItRefusesNothingAnyMore();
    void keepsARaiseInTheSameUnit();
    void followsWhatIsSpentMeanwhile();
};

void BudgetChangeTest::losesNothingOfABudget_data()
{
    QTest::addColumn<core::Budget>("budget");
    const auto row = [](const char *name, auto set) {
        core::Budget budget = daily();
        set(budget);
        QVERIFY2(budget.validate().ok(), name);
        QTest::newRow(name) << budget;
    };
    using core::Budget;
    const auto selector = [](QByteArrayView text) {
        return *core::Selector::parse(text);
    };
    const auto window = [](QByteArrayView text) {
        return *core::Window::parse(text);
    };
    row("of one tenant and day", [](Budget &) {});
    row("of all", [&](Budget &budget) { budget.selector = {}; });
    row("of several",
        [&](Budget &budget) { budget.selector = selector("tenant:a,tag:task_id:*"); });
    row("of one tag", [&](Budget &budget) { budget.selector = selector("tag:project:*"); });
    row("of each agent, not of those by name", [&](Budget &budget) {
        budget.selector = selector("agent:*");
        budget.yieldsToExact = true;
    });
    row("a week of New York",
        [&](Budget &budget) { budget.window = window("week:sunday@America/New_York"); });
    row("a month of UTC", [&](Budget &budget) { budget.window = window("month"); });
    row("a month of UTC by name", [&](Budget &budget) { budget.window = window("month@UTC"); });
    row("in total", [&](Budget &budget) { budget.window = window("lifetime"); });
    row("90 minutes of tokens", [&](Budget &budget) {
        budget.window = window("rolling:90m");
        budget.unit = core::Unit::Tokens;
        budget.limit = 1'234'567;
    });
    row("of less than a cent", [&](Budget &budget) { budget.limit = 20'000'000'001; });
    row("without a warning", [&](Budget &budget) { budget.softMarks.clear(); });
    row("with a mark of a third", [&](Budget &budget) { budget.softMarks = {333'333}; });
    row("with a cap below its amount", [&](Budget &budget) {
        budget.softMarks = {500'000};
        budget.hardMark = 875'000;
    });
    row("audit only", [&](Budget &budget) { budget.mode = core::BudgetMode::Audit; });
    row("that lets wait", [&](Budget &budget) {
        budget.atHard = core::HardAction::Queue;
        budget.queueFor = 45s;
    });
    row("that waits for nothing", [&](Budget &budget) { budget.queueFor = 45s; });
    row("that downgrades some, then all", [&](Budget &budget) {
        budget.atHard = core::HardAction::Downgrade;
        budget.atSoft.downgrades = {{{"large", "huge"}, "middle"}, {{"*"}, "small"}};
    });
    row("that downgrades some at the cap", [&](Budget &budget) {
        budget.atHard = core::HardAction::Downgrade;
        budget.atSoft.downgrades = {{{"large"}, "small"}};
    });
    row("that downgrades from its mark on only", [&](Budget &budget) {
        budget.atSoft.downgrades = {{{"large"}, "small"}, {{"*"}, "tiny"}};
    });
    row("without tools", [&](Budget &budget) { budget.atSoft.disableTools = {"search", "code"}; });
    row("that clamps nothing", [&](Budget &budget) { budget.clamp = false; });
    row("that is raised", [&](Budget &budget) {
        budget.raise = core::Raise{5'000'000'000, sample::afternoon() + 2h};
    });
}

void BudgetChangeTest::losesNothingOfABudget()
{
    QFETCH(core::Budget, budget);
    change(budget);
    QTRY_COMPARE(past().state(), BudgetPast::Stands);
    QVERIFY(!m_form->canSave());
    QCOMPARE(m_form->saveTip(), u"Nothing is changed yet"_s);
    m_form->setName(u"Renamed"_s);
    core::Budget renamed = budget;
    renamed.name = u"Renamed"_s;
    QCOMPARE(saved().toJson(), renamed.toJson());
}

void BudgetChangeTest::showsWhatStands()
{
    QSignalSpy wishes(&*m_form, &BudgetForm::saveRequested);
    change(daily());
    QVERIFY(m_form->isOpen());
    QVERIFY(m_form->isChanging());
    QCOMPARE(m_form->value(), u"research"_s);
    QCOMPARE(m_form->amount(), u"20.00"_s);
    QCOMPARE(m_form->zone(), QString()); // the desktop's
    QCOMPARE(m_form->marks(), u"80, 95"_s);
    QCOMPARE(m_form->sentence(), u"tenant research: at most $20.00 per day."_s);
    QVERIFY(!options().isUnfolded());
    m_form->setAmount(u"+5"_s);
    QTRY_VERIFY(m_form->canSave());
    QCOMPARE(m_form->saveText(), u"Change this budget"_s);
    m_form->save();
    QCOMPARE(wishes.count(), 1);
    QCOMPARE(wishes.constFirst().at(0).value<std::optional<core::Budget>>(), daily());
    QCOMPARE(wishes.constFirst().at(1).value<core::Budget>().limit, sample::dollars("25").nanos());
}

// $15.92 settled and $1.04 held of $20.00; $19.50 - $16.96 is $2.54.
void BudgetChangeTest::keepsWhatIsCountedUnderAnotherCap()
{
    change(daily());
    QCOMPARE(m_form->effectText(), u"What it has counted stays: $15.92."_s);
    m_form->setAmount(u"19.50"_s);
    QCOMPARE(m_form->effectText(),
             u"What it has counted stays: $15.92.\n"
             u"No running call is cut; the 2 in flight still fit.\n"
             u"Room for new calls now: $2.54, was $3.04."_s);
    QVERIFY(!m_form->cuts());
}

void BudgetChangeTest::saysWhichRunningCallsAreCut()
{
    change(daily());
    m_form->setAmount(u"16"_s);
    QVERIFY(m_form->cuts());
    QVERIFY2(m_form->effectText().contains(u"cut.\n"_s), qPrintable(m_form->effectText()));
    m_form->setAuditOnly(true); // which refuses nothing, and cuts nothing
    QVERIFY(!m_form->cuts());
}

void BudgetChangeTest::countsAnewUnderAnotherWindow()
{
    change(daily());
    m_form->setWindow(static_cast<int>(m_form->windows().indexOf(u"month"_s)));
    QCOMPARE(m_form->effectText(),
             u"What it has counted so far is put aside.\n"
             u"It counts at once what the log has of these calls since 1 Nov 00:00.\n"
             u"Running calls that do not fit then are cut."_s);
    m_form->setWindow(static_cast<int>(m_form->windows().indexOf(u"rolling"_s)));
    m_form->setLength(u"6h"_s);
    QVERIFY(m_form->effectText().contains(
        u"It counts at once what the log has of these calls in the last 6 h."_s));
    m_form->setWindow(static_cast<int>(m_form->windows().indexOf(u"total"_s)));
    QVERIFY(
        m_form->effectText().contains(u"It counts at once all that the log has of these calls."_s));
    m_form->begin({}); // as a new one does, which puts nothing aside
    m_form->setAmount(u"5"_s);
    QVERIFY(m_form->effectText().startsWith(u"It counts at once"_s));
}

void BudgetChangeTest::saysThatItRefusesNothingAnyMore()
{
    change(daily());
    m_form->setAuditOnly(true);
    QCOMPARE(m_form->effectText(),
             u"What it has counted stays: $15.92.\nIt refuses nothing any more."_s);
    core::Budget audited = daily();
    audited.mode = core::BudgetMode::Audit;
    change(audited);
    m_form->setAuditOnly(false);
    QVERIFY2(m_form->effectText().contains(u"the 2 in flight still fit"_s),
             qPrintable(m_form->effectText()));
}

void BudgetChangeTest::keepsARaiseInTheSameUnit()
{
    core::Budget raised = daily();
    raised.raise = core::Raise{5'000'000'000, sample::afternoon() + 2h};
    change(raised);
    m_form->setAmount(u"30"_s);
    QCOMPARE(saved().raise, raised.raise);
    change(raised);
    m_form->setUnit(static_cast<int>(core::Unit::Tokens));
    m_form->setAmount(u"30000"_s);
    QVERIFY(!saved().raise);
    raised.raise->until = sample::afternoon() - 1h; // over
    change(raised);
    m_form->setAmount(u"30"_s);
    QVERIFY(!saved().raise);
}

void BudgetChangeTest::followsWhatIsSpentMeanwhile()
{
    change(daily());
    CapSituation later = research();
    later.state.settled += 1'000'000'000;
    QSignalSpy told(&*m_form, &BudgetForm::effectChanged);
    m_form->follow(later);
    QCOMPARE(told.count(), 1);
    QCOMPARE(m_form->effectText(), u"What it has counted stays: $16.92."_s);
    later.budget.id = "b-other";
    later.state.settled = 0;
    m_form->follow(later);
    QCOMPARE(told.count(), 1);
}

QTEST_GUILESS_MAIN(BudgetChangeTest)
#include "tst_budgetchange.moc"
