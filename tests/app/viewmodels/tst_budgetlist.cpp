// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include "app/viewmodels/controlcentre.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Dimension;
using core::Unit;

namespace {

class StillClock final : public core::Clock
{
public:
    [[nodiscard]] core::Time now() const override { return sample::afternoon(); }
};

core::Budget daily(const QByteArray &id, const core::Selector &selector, Unit unit, qint64 limit)
{
    core::Budget budget = sample::dailyBudget(id, {}, core::Money::fromNanos(limit));
    budget.selector = selector;
    budget.unit = unit;
    return budget;
}

/// Counted so far, and held.
void count(core::Snapshot &snapshot,
           const core::Budget &budget,
           const QByteArray &label,
           qint64 settled,
           qint64 held)
{
    core::BucketState state = sample::bucketOf(budget, snapshot.at);
    state.label = label;
    state.unit = budget.unit;
    state.settled = settled;
    state.held = held;
    state.running = held > 0 ? 2 : 0;
    snapshot.buckets.push_back(state);
}

qint64 dollars(const char *amount)
{
    return sample::dollars(amount).nanos();
}

} // namespace

/// Budgets of whatever selector and unit, in the table of all and in the inspector.
class BudgetListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsEveryBudgetWhomeverItBinds();
    void findsByTitleSelectorAndName();
    void isReadOnlyWhileSomebodyLooks();
    void changesATokenCapInTokens();
    void saysWhatComesBackAtTheNextStart();
    void saysWhatALowerTokenCapCuts();
    void countsTheCallsOfAnAgentThatWouldBeCut();
    void raisesRequestsForAWhile();
    void removesAnAgentsBudgetAndPutsItBack();
    void showsTheFullestOfEachAgent();
    void resetsOneCounterOrAll();
    void sparesTheOtherCountersOfACap();
    void pausesNobodyForABudget();
    void leadsFromATenantToWhatElseBindsIt();
    void leadsToTheBudgetThatIsMeant();
    void appliesTenThousandBudgets();

private:
    [[nodiscard]] TenantRow line(int row) const
    {
        BudgetListModel *list = m_centre->budgets();
        return list->data(list->index(row), Qt::UserRole).value<BudgetRow>().line;
    }
    [[nodiscard]] QStringList ids() const
    {
        QStringList ids;
        for (int row = 0; row < m_centre->budgets()->count(); ++row) {
            ids += m_centre->budgets()->idAt(row);
        }
        return ids;
    }
    [[nodiscard]] TenantDetail &shown() { return *m_centre->tenant(); }

    StillClock m_clock;
    std::unique_ptr<ControlCentre> m_centre;
    core::Snapshot m_snapshot;
};

void BudgetListTest::init()
{
    m_centre = std::make_unique<ControlCentre>(m_clock);
    m_snapshot = sample::withBudgets();
    const auto isSample = [](const auto &id) {
        return id != "b-crawler" && id != "b-tokens" && id != "b-each";
    };
    std::erase_if(m_snapshot.budgets, [&](const auto &one) { return isSample(one.id); });
    std::erase_if(m_snapshot.buckets, [&](const auto &one) { return isSample(one.budgetId); });
    auto all = daily("b-all", {}, Unit::Requests, 40);
    all.window = {core::WindowKind::Hour, {}, "Europe/Berlin"};
    m_snapshot.budgets.push_back(all);
    count(m_snapshot, all, {}, 12, 3);
    m_centre->budgets()->setShown(true);
    m_centre->apply(m_snapshot);
}

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

// BUDGET_DEFAULT_LIMIT's own: what is changed of it holds until then.
void BudgetListTest::saysWhatComesBackAtTheNextStart()
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

void BudgetListTest::changesATokenCapInTokens()
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

void BudgetListTest::saysWhatALowerTokenCapCuts()
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

void BudgetListTest::countsTheCallsOfAnAgentThatWouldBeCut()
{
    shown().selectBudget(u"b-crawler"_s);
    CapEditor *editor = shown().editor();
    editor->type(u"3.80"_s); // 3.20 + 0.60
    QVERIFY(!editor->consequence().cuts);
    editor->type(u"3.79"_s);
    QCOMPARE(editor->consequence().cutText, u"1 of 1 running call is cut"_s);
}

void BudgetListTest::raisesRequestsForAWhile()
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

void BudgetListTest::removesAnAgentsBudgetAndPutsItBack()
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

void BudgetListTest::resetsOneCounterOrAll()
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

void BudgetListTest::sparesTheOtherCountersOfACap()
{
    shown().selectBudget(u"b-each"_s, u"agent:reply"_s);
    CapEditor *editor = shown().editor();
    editor->type(u"5"_s); // agent answer has 4 + 1
    QVERIFY(!editor->consequence().cuts);
    editor->type(u"4.99"_s); // more than agent reply has, but not than agent answer
    QVERIFY(editor->consequence().cuts);
    QCOMPARE(editor->keepText(), u"Lower to $5.00"_s);
}

void BudgetListTest::pausesNobodyForABudget()
{
    QSignalSpy all(m_centre.get(), &ControlCentre::pauseAllRequested);
    shown().selectBudget(u"b-crawler"_s);
    shown().pause();
    shown().pauseAndCut();
    shown().resume();
    QCOMPARE(all.count(), 0);
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
