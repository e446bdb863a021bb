// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include "app/viewmodels/burnhistory.h"
#include "app/viewmodels/prices/ownhardwaremodel.h"
#include "app/viewmodels/spending/dimensionlist.h"
#include "app/viewmodels/spending/topmodellist.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Money;

/// Spend by something else than tenants, and from longer ago than the last minutes.
class SpendingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheDearestModelsOfToday();
    void listsEveryValueOfADimension();
    void leavesOtherAnswersAlone();
    void beginsABudgetForAValue();
    void leadsToTheCapOfAValue();
    void asksTheLedgerNothingForAllBudgets();
    void drawsThePastFromTheLedger();
    void drawsTheBurnOfModels();
    void marksWhatHappened();
    void worksOutWhatAMachineCosts();
    void showsWhatAMachineIsMeasuredToCost();
};

namespace {

core::SpendHistory answerTo(const core::SpendHistoryQuery &query)
{
    const auto steps =
        static_cast<std::size_t>((query.to - query.from + query.step - 1us) / query.step);
    core::SpendHistory history{query, {}, std::vector<Money>(steps)};
    for (const char *name : {"dear", "cheap"}) {
        history.lines.push_back({name, std::vector<Money>(steps)});
    }
    // $2 in the last step, $1 in the one before, and a cent eight days ago.
    history.lines[0].spent[steps - 1] = sample::dollars("2");
    history.lines[0].spent[steps - 2] = sample::dollars("1");
    history.lines[1].spent[steps - 9] = sample::dollars("0.01");
    return history;
}

} // namespace

void SpendingTest::listsTheDearestModelsOfToday()
{
    core::Snapshot snapshot = sample::snapshot();
    snapshot.models.clear();
    for (int i = 1; i <= 7; ++i) {
        snapshot.models.push_back({"m-" + QByteArray::number(i), Money::fromDollars(i), {}});
    }
    snapshot.spentToday = Money::fromDollars(28); // 1 + 2 + ... + 7
    TopModelList list;
    list.apply(snapshot);
    QCOMPARE(list.rowCount(), 5);
    const auto first = list.data(list.index(0), Qt::UserRole).value<TopModelRow>();
    QCOMPARE(first.name, u"m-7"_s);
    QCOMPARE(first.spentText, u"$7.00"_s);
    QCOMPARE(first.bar.spent, 0.25); // 7 of 28
}

void SpendingTest::listsEveryValueOfADimension()
{
    DimensionList list;
    QSignalSpy wanted(&list, &DimensionList::historyWanted);
    core::Snapshot snapshot = sample::snapshot();
    core::Budget budget = sample::dailyBudget("b-agent", "x", Money::fromDollars(5));
    budget.selector = *core::Selector::parse("agent:dear");
    snapshot.budgets.push_back(budget);
    list.apply(snapshot);
    QCOMPARE(wanted.count(), 0); // nobody looks
    list.setDimension(static_cast<int>(core::Dimension::Agent));
    QVERIFY(list.isLoading());
    const auto query = wanted.constFirst().constFirst().value<core::SpendHistoryQuery>();
    QCOMPARE(query.by, core::Dimension::Agent);
    list.apply(snapshot);
    list.take(answerTo(query));
    QCOMPARE(list.count(), 2);
    const auto row = list.data(list.index(0), Qt::UserRole).value<DimensionRow>();
    QCOMPARE(row.name, u"dear"_s);
    QCOMPARE(row.today, u"$2.00"_s);
    QCOMPARE(row.week, u"$3.00"_s); // 2 + 1
    QCOMPARE(row.month, u"$3.00"_s);
    QVERIFY2(row.cap.startsWith(u"$5.00"_s), qPrintable(row.cap));
    const auto other = list.data(list.index(1), Qt::UserRole).value<DimensionRow>();
    QCOMPARE(other.week, u"$0.00"_s); // eight days ago
    QCOMPARE(other.month, u"$0.01"_s);
    list.setFilter(u"CHE"_s);
    QCOMPARE(list.count(), 1);
    snapshot.at += 2min;
    list.apply(snapshot);
    QCOMPARE(wanted.count(), 2); // once a minute while it is shown
}

void SpendingTest::leavesOtherAnswersAlone()
{
    DimensionList list;
    list.apply(sample::snapshot());
    QSignalSpy wanted(&list, &DimensionList::historyWanted);
    list.setDimension(static_cast<int>(core::Dimension::Agent));
    const auto agents = wanted.constLast().constFirst().value<core::SpendHistoryQuery>();
    list.setDimension(static_cast<int>(core::Dimension::Model));
    list.take(answerTo(agents));
    QCOMPARE(list.count(), 0);
    list.refuse(agents, u"The ledger cannot be read."_s); // the chart's, for example
    QVERIFY(list.errorText().isEmpty());
    list.refuse(wanted.constLast().constFirst().value<core::SpendHistoryQuery>(),
                u"The ledger cannot be read."_s);
    QCOMPARE(list.errorText(), u"The ledger cannot be read."_s);
}

void SpendingTest::beginsABudgetForAValue()
{
    DimensionList list;
    list.apply(sample::snapshot());
    QSignalSpy wanted(&list, &DimensionList::historyWanted);
    QSignalSpy budget(&list, &DimensionList::budgetWanted);
    list.setDimension(static_cast<int>(core::Dimension::User));
    list.take(answerTo(wanted.constLast().constFirst().value<core::SpendHistoryQuery>()));
    list.budgetFor(1);
    QCOMPARE(budget.constFirst().at(0).toInt(), static_cast<int>(core::Dimension::User));
    QCOMPARE(budget.constFirst().at(1).toString(), u"cheap"_s);
}

void SpendingTest::leadsToTheCapOfAValue()
{
    DimensionList list;
    core::Snapshot snapshot = sample::snapshot();
    core::Budget tokens = sample::dailyBudget("b-tokens", {}, Money::fromNanos(12'000));
    tokens.selector = *core::Selector::parse("key:dear");
    tokens.unit = core::Unit::Tokens;
    core::KeyFacts key;
    key.id = "dear";
    key.name = u"notebooks"_s;
    snapshot.budgets.push_back(tokens);
    snapshot.keys = {key};
    list.apply(snapshot);
    QSignalSpy wanted(&list, &DimensionList::historyWanted);
    QSignalSpy cap(&list, &DimensionList::capWanted);
    list.setDimension(static_cast<int>(core::Dimension::Key));
    list.apply(snapshot);
    list.take(answerTo(wanted.constLast().constFirst().value<core::SpendHistoryQuery>()));
    const auto row = list.data(list.index(0), Qt::UserRole).value<DimensionRow>();
    QCOMPARE(row.name, u"notebooks"_s); // as people call the key
    QCOMPARE(row.cap, u"12,000 tokens · Day"_s);
    QVERIFY(list.hasCap(0));
    QVERIFY(!list.hasCap(1));
    list.budgetFor(0);
    QCOMPARE(cap.constFirst().constFirst().toString(), u"b-tokens"_s);
    list.setFilter(u"NOTE"_s);
    QCOMPARE(list.count(), 1);
}

void SpendingTest::asksTheLedgerNothingForAllBudgets()
{
    DimensionList list;
    list.apply(sample::snapshot());
    QSignalSpy wanted(&list, &DimensionList::historyWanted);
    list.setDimension(static_cast<int>(list.dimensions().size()) - 1);
    QVERIFY(list.isOfBudgets());
    QVERIFY(!list.isLoading());
    list.apply(sample::snapshot());
    QCOMPARE(wanted.count(), 0);
}

void SpendingTest::drawsThePastFromTheLedger()
{
    BurnHistory burn;
    burn.apply(sample::snapshot());
    QSignalSpy wanted(&burn, &BurnHistory::pastWanted);
    burn.setRange(BurnHistory::Day);
    const auto query = wanted.constFirst().constFirst().value<core::SpendHistoryQuery>();
    QCOMPARE(query.by, core::Dimension::Tenant);
    QCOMPARE(query.to - query.from, core::Duration(24h));
    QVERIFY(burn.samples().empty()); // until the answer comes
    core::SpendHistoryQuery foreign = query;
    foreign.by = core::Dimension::Agent;
    burn.refusePast(foreign, u"The ledger cannot be read."_s); // what a list beside it asked for
    QVERIFY(burn.errorText().isEmpty());
    burn.takePast(answerTo(query));
    QCOMPARE(burn.samples().size(), std::size_t{144}); // 24 h in steps of ten minutes
    // $2 in ten minutes is $12 an hour.
    const auto &last = burn.samples().back().perHour;
    QCOMPARE(std::accumulate(last.begin(), last.end(), qint64{0}), sample::dollars("12").nanos());
    burn.probe(1);
    QCOMPARE(burn.totalText(), u"12.00"_s);
    core::SpendHistoryQuery other = query;
    other.step = 60s;
    burn.takePast(answerTo(other));
    QCOMPARE(burn.samples().size(), std::size_t{144});
    burn.setRange(BurnHistory::FiveMinutes);
    QVERIFY(burn.samples().size() < 3); // the live ones
}

void SpendingTest::drawsTheBurnOfModels()
{
    core::Snapshot snapshot = sample::snapshot();
    snapshot.models = {{"qwen", Money::fromDollars(3), Money::fromDollars(6)}};
    BurnHistory burn;
    burn.apply(snapshot);
    QVERIFY(burn.rowCount() > 1); // tenants
    burn.setSplit(BurnHistory::ByModel);
    QCOMPARE(burn.rowCount(), 1);
    const auto row = burn.data(burn.index(0), Qt::UserRole).value<BurnRow>();
    QCOMPARE(row.name, u"qwen"_s);
    QCOMPARE(row.text, u"6.00"_s);
}

void SpendingTest::marksWhatHappened()
{
    core::Snapshot snapshot = sample::snapshot();
    core::AlertRecord alert;
    alert.at = snapshot.at - 150s;
    alert.label = "tenant:evals-nightly";
    alert.hard = true;
    snapshot.alerts = {alert};
    BurnHistory burn;
    burn.apply(snapshot);
    QCOMPARE(burn.events()->rowCount(), 1);
    const auto event =
        burn.events()->data(burn.events()->index(0), Qt::UserRole).value<BurnEvent>();
    QCOMPARE(event.text, u"evals-nightly at its cap"_s);
    QCOMPARE(event.place, 0.5); // 150 s of 300 s
    burn.addEvent(snapshot.at, u"research: cap $20.00 → $17.50"_s);
    QCOMPARE(burn.events()->rowCount(), 2);
    burn.addEvent(snapshot.at - 10min, u"too old"_s);
    QCOMPARE(burn.events()->rowCount(), 2);
    burn.setRange(BurnHistory::Hour);
    QCOMPARE(burn.events()->rowCount(), 3);
}

// $26,280 over 36 months of 730 hours is $1.00 an hour; 1 kW at $0.50 is $0.50 more. At 1,000
// tokens/s that is 3.6 million tokens an hour: $1.50 / 3.6 = $0.41666...
void SpendingTest::worksOutWhatAMachineCosts()
{
    OwnHardwareModel machine;
    machine.setPurchase(u"26280"_s);
    machine.setMonths(u"36"_s);
    machine.setWatts(u"1000"_s);
    machine.setKilowattHour(u"0.50"_s);
    machine.setTokensPerSecond(u"1000"_s);
    QCOMPARE(machine.hourText(), u"$1.50/h at full load"_s);
    QCOMPARE(machine.resultText(), u"$0.42"_s);
    machine.setWatts(u"many"_s);
    QVERIFY(!machine.errorText().isEmpty());
    QCOMPARE(machine.resultText(), u"–"_s);
}

void SpendingTest::showsWhatAMachineIsMeasuredToCost()
{
    core::Snapshot snapshot = sample::snapshot();
    OwnHardwareModel machine;
    machine.apply(snapshot);
    QVERIFY(!machine.isKnown());
    snapshot.upstreams.front().ownHardware = core::OwnHardwareCost{
        sample::dollars("0.61"), sample::dollars("0.44"), sample::dollars("0.10"), 0.62};
    machine.apply(snapshot);
    QVERIFY(machine.isKnown());
    QCOMPARE(machine.measuredText(), u"$0.44"_s);
    QVERIFY(machine.loadText().contains(u"$0.61/h"_s));
    snapshot.upstreams.front().ownHardware.reset();
    machine.apply(snapshot);
    QVERIFY(!machine.isKnown());
}

QTEST_GUILESS_MAIN(SpendingTest)
#include "tst_spending.moc"
