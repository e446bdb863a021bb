// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of reports asks for, by what was chosen on it.
#include "reportspagecase.h"

#include "app/viewmodels/formatting.h"
#include "core/base/timetext.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace reportspage;
using core::Money;

class ReportQuestionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForWhatWasChosen();
    void groupsBySeveralInTheirOrder();
    void asksFromOneDayToAnotherInAnyZone();
    void asksForWhatElseACallNames();
    void asksForOneTag();
    void asksOfALogWholeAndUnfiltered();
    void beginsWithWholePeriods();
    void takesAnAmountOnly();
    void asksForEachMinute();
    void asksForTheMarginOfEachFeature();
    void saysWhatIsWrongWithARevenue();
    void readsALogAgain();
    void offersTenantsThatHaveNotCalledLately();
};

void ReportQuestionTest::asksForWhatWasChosen()
{
    Page page;
    QCOMPARE(page.query().name, "cost_by_tenant_and_feature");
    QCOMPARE(page.query().from, sample::snapshot().at - 7 * 24h);
    page.reports.setCurrent(Cost);
    page.reports.period()->choose(u"hour"_s);
    page.reports.group()->choose(u"model"_s);
    page.reports.tenant()->choose(u"research"_s);
    page.reports.range()->choose(u"everything"_s);
    const core::ReportQuery &query = page.query();
    QCOMPARE(query.name, "cost");
    QCOMPARE(query.per, std::optional(core::WindowKind::Hour));
    QCOMPARE(query.by, std::vector{core::Dimension::Model});
    QCOMPARE(query.filter, (decltype(query.filter){{core::Dimension::Tenant, "research"}}));
    QCOMPARE(query.from, core::Time{});
    QCOMPARE(query.zone, sample::snapshot().zone);
    page.reports.clearFilters();
    QVERIFY(page.query().filter.empty());
    page.reports.setCurrent(Forecast);
    QVERIFY(!page.reports.hasRange());
    QVERIFY(!page.query().per);
}

void ReportQuestionTest::groupsBySeveralInTheirOrder()
{
    using core::Dimension;
    Page page;
    page.reports.setCurrent(Cost);
    page.reports.group()->choose(u"tenant"_s);
    page.reports.group()->choose(u"model"_s);
    QCOMPARE(page.query().by, (std::vector{Dimension::Tenant, Dimension::Model}));
    page.reports.group()->choose(u"tenant"_s); // once more takes it away, and then it is the last
    page.reports.group()->choose(u"tenant"_s);
    page.reports.group()->choose(u"key"_s);
    QCOMPARE(page.query().by, (std::vector{Dimension::Model, Dimension::Tenant, Dimension::Key}));
}

// Midnight of 1 November is 23:00 UTC of the day before in Berlin, and 15:00 in Tokyo.
void ReportQuestionTest::asksFromOneDayToAnotherInAnyZone()
{
    const auto timeOf = [](const char *iso) {
        return core::timeFromText(QString::fromLatin1(iso)).value_or(core::Time::min());
    };
    Page page;
    page.reports.setCurrent(Cost);
    page.reports.period()->clear();
    QCOMPARE(page.reports.range()->chooseRange(u"2026-11-01"_s, u"2026-11-10"_s), QString());
    QCOMPARE(page.query().from, timeOf("2026-10-31T23:00:00Z"));
    QCOMPARE(page.query().to, timeOf("2026-11-10T23:00:00Z"));
    QQmlListProperty<ActivityFilterChip> more = page.reports.more()->chips();
    ActivityFilterChip &zone = *more.at(&more, 9);
    zone.choose(u"Asia/Tokyo"_s);
    QCOMPARE(page.query().zone, "Asia/Tokyo");
    QCOMPARE(page.query().from, timeOf("2026-10-31T15:00:00Z"));
    QCOMPARE(page.query().to, timeOf("2026-11-10T15:00:00Z"));
    QVERIFY(!page.reports.isFiltered()); // nothing is left out
    page.reports.range()->choose(u"this month"_s);
    QCOMPARE(page.query().from, timeOf("2026-10-31T15:00:00Z"));
    QCOMPARE(page.query().to, core::Time::max());
    page.reports.range()->choose(u"today"_s); // 22:32 there
    QCOMPARE(page.query().from, timeOf("2026-11-20T15:00:00Z"));
}

void ReportQuestionTest::asksForWhatElseACallNames()
{
    using core::Dimension;
    Page page;
    QSignalSpy named(page.reports.more(), &MoreFilters::namesWanted);
    NameFilterChip *const team = page.reports.more()->chip(Dimension::Team);
    page.reports.more()->look(team);
    QCOMPARE(named.count(), 1);
    page.reports.more()->takeNames(Dimension::Team, {u"papers"_s});
    team->choose(u"papers"_s);
    page.reports.tenant()->choose(u"research"_s);
    const decltype(core::ReportQuery::filter) filter{{Dimension::Tenant, "research"},
                                                     {Dimension::Team, "papers"}};
    QCOMPARE(page.query().filter, filter);
    page.reports.clearFilters();
    QVERIFY(page.query().filter.empty());
}

void ReportQuestionTest::asksForOneTag()
{
    Page page;
    QVERIFY(!page.reports.hasTag());
    page.reports.choose(u"cost_by_tag"_s);
    QVERIFY(page.reports.hasTag());
    page.reports.takeTags({{"project", "ads"}, {"project", "search"}, {"task_id", "7"}});
    QCOMPARE(page.reports.tag()->choices(), QStringList({u"project"_s, u"task_id"_s}));
    page.reports.tag()->choose(u"project"_s);
    QCOMPARE(page.query().tag, "project");
    page.reports.setCurrent(Cost);
    QCOMPARE(page.query().tag, QByteArray());
}

// The afternoon is 21 November, 14:32 in Berlin; a week before it, at midnight, 23:00 UTC.
void ReportQuestionTest::asksOfALogWholeAndUnfiltered()
{
    Page page;
    QSignalSpy asked(&page.reports, &ReportsModel::reportWanted);
    page.reports.tenant()->choose(u"research"_s);
    page.reports.openLog(u"/logs/telemetry.jsonl"_s);
    QCOMPARE(asked.last().at(2).toString(), u"/logs/telemetry.jsonl"_s);
    QVERIFY(page.query().filter.empty()); // its tenants are others
    QCOMPARE(page.query().from, core::Time{});
    QCOMPARE(page.reports.sources(), (QList<QString>{u"The ledger"_s, u"telemetry.jsonl"_s}));
    page.reports.closeLog();
    QCOMPARE(asked.last().at(2).toString(), QString());
    QCOMPARE(page.reports.sources().last(), u"A log…"_s);
}

void ReportQuestionTest::beginsWithWholePeriods()
{
    Page page;
    page.reports.setCurrent(Cost);
    const core::Time from = page.query().from;
    QCOMPARE(formatting::local(from, QTimeZone("Europe/Berlin")).toString(u"yyyy-MM-ddTHH:mm:ss"_s),
             u"2026-11-14T00:00:00"_s);
}

void ReportQuestionTest::takesAnAmountOnly()
{
    Page page;
    page.reports.setCurrent(UnsafeRoutes);
    const auto asked = page.answers.asked.size();
    page.reports.setAmount(u"much"_s);
    QVERIFY(!page.reports.amountError().isEmpty());
    QCOMPARE(page.answers.asked.size(), asked);
    page.reports.setAmount(u"0.5"_s);
    QVERIFY(page.reports.amountError().isEmpty());
    QCOMPARE(page.query().threshold, Money::fromNanos(500'000'000));
    page.reports.setCurrent(CostByTenant);
    QCOMPARE(page.reports.amount(), QString()); // it was another amount
    page.reports.setAmount(u"0.25"_s);
    QCOMPARE(page.query().revenue, std::optional(Money::fromNanos(250'000'000)));
}

// The afternoon is 14:32 in Berlin; an hour before it begins with a whole minute.
void ReportQuestionTest::asksForEachMinute()
{
    Page page;
    page.reports.setCurrent(Cost);
    page.reports.period()->choose(u"minute"_s);
    page.reports.range()->choose(u"last hour"_s);
    QVERIFY(page.query().perMinute);
    QVERIFY(!page.query().per);
    const core::Time hourAgo = sample::snapshot().at - 1h;
    QCOMPARE(page.query().from, std::chrono::floor<std::chrono::minutes>(hourAgo));
    page.reports.choose(u"spikes"_s); // of hours or days
    QVERIFY(!page.reports.period()->choices().contains(u"minute"_s));
    QVERIFY(!page.query().perMinute);
    QCOMPARE(page.query().per, std::optional(core::WindowKind::Hour));
    page.reports.choose(u"cost_by_tag"_s);
    QCOMPARE(page.reports.period()->choices().first(), u"minute"_s);
    QCOMPARE(page.query().per, std::optional(core::WindowKind::Hour)); // which place it has or not
}

void ReportQuestionTest::asksForTheMarginOfEachFeature()
{
    Page page;
    CallRevenues &revenues = *page.reports.revenues();
    QCOMPARE(revenues.text(), u"Revenue per feature…"_s);
    QSignalSpy named(&page.reports, &ReportsModel::namesWanted);
    revenues.known()->look();
    QCOMPARE(named.constLast().constFirst().value<core::Dimension>(), core::Dimension::Feature);
    page.reports.takeNames(core::Dimension::Feature, {u"summaries"_s, u"triage"_s});
    revenues.known()->choose(u"triage"_s);
    QVERIFY(!revenues.known()->isActive()); // to choose the next one
    QVERIFY(page.query().featureRevenue.empty());
    revenues.setAmount(0, u"0.02"_s);
    const decltype(core::ReportQuery::featureRevenue) each{
        {"triage", Money::fromNanos(20'000'000)}};
    QCOMPARE(page.query().featureRevenue, each);
    QVERIFY(!page.query().revenue);
    QVERIFY2(revenues.text().startsWith(u"Revenue of 1 "_s), qPrintable(revenues.text()));
    page.reports.setAmount(u"0.01"_s); // the field on the page is the last line of the dialog
    QCOMPARE(revenues.others(), u"0.01"_s);
    QCOMPARE(page.query().revenue, std::optional(Money::fromNanos(10'000'000)));
    page.reports.setCurrent(UnsafeRoutes);
    QCOMPARE(page.reports.amount(), QString());
    QCOMPARE(page.query().featureRevenue, each);
    page.reports.setCurrent(Cost); // has no margin
    QVERIFY(!page.reports.hasRevenue());
    QVERIFY(page.query().featureRevenue.empty() && !page.query().revenue);
    page.reports.setCurrent(CostByTenant);
    revenues.remove(0);
    QVERIFY(page.query().featureRevenue.empty());
}

void ReportQuestionTest::saysWhatIsWrongWithARevenue()
{
    Page page;
    CallRevenues &revenues = *page.reports.revenues();
    const auto asked = page.answers.asked.size();
    revenues.add();
    revenues.setAmount(0, u"0.02"_s);
    QCOMPARE(page.reports.amountError(),
             u"An amount stands beside no feature. Name the feature."_s);
    revenues.setAmount(0, u"much"_s);
    QCOMPARE(page.reports.amountError(),
             u"“much” is no amount. Write dollars, for example 0.05."_s);
    revenues.setAmount(0, u"0.02"_s);
    QCOMPARE(page.answers.asked.size(), asked + 1); // the empty line changed nothing
    revenues.setFeature(0, u"triage"_s);
    QVERIFY(page.reports.amountError().isEmpty());
    QCOMPARE(page.answers.asked.size(), asked + 2);
    revenues.add(u"triage"_s);
    revenues.setAmount(1, u"0.03"_s);
    QCOMPARE(page.reports.amountError(),
             u"“triage” stands there twice. Take one of the lines away."_s);
}

void ReportQuestionTest::readsALogAgain()
{
    Page page;
    QSignalSpy asked(&page.reports, &ReportsModel::reportWanted);
    page.reports.closeLog(); // none is open
    QCOMPARE(asked.count(), 0);
    page.reports.openLog(u"/logs/telemetry.jsonl"_s);
    const auto once = asked.count();
    page.reports.openLog(u"/logs/telemetry.jsonl"_s); // it has grown
    QCOMPARE(asked.count(), once + 1);
    QCOMPARE(asked.last().at(2).toString(), u"/logs/telemetry.jsonl"_s);
}

// Who calls today is offered at once; the ledger knows everybody else.
void ReportQuestionTest::offersTenantsThatHaveNotCalledLately()
{
    Page page;
    QSignalSpy named(&page.reports, &ReportsModel::namesWanted);
    QVERIFY(!page.reports.tenant()->choices().contains(u"summer-interns"_s));
    page.reports.tenant()->look();
    QCOMPARE(named.constLast().constFirst().value<core::Dimension>(), core::Dimension::Tenant);
    page.reports.invoices()->tenant()->look();
    page.reports.takeNames(core::Dimension::Tenant, {u"research"_s, u"summer-interns"_s});
    QCOMPARE(page.reports.tenant()->choices().first(),
             QString::fromUtf8(sample::snapshot().tenants.front().name));
    QCOMPARE(page.reports.tenant()->choices().count(u"research"_s), 1);
    page.reports.tenant()->choose(u"summer-interns"_s);
    const decltype(core::ReportQuery::filter) filter{{core::Dimension::Tenant, "summer-interns"}};
    QCOMPARE(page.query().filter, filter);
    page.reports.apply(sample::snapshot()); // who calls is the same
    QVERIFY(page.reports.tenant()->choices().contains(u"summer-interns"_s));
    QVERIFY(page.reports.invoices()->tenant()->choices().contains(u"summer-interns"_s));
    page.reports.model()->look();
    page.reports.takeNames(core::Dimension::Model, {u"llama-2-7b"_s});
    QVERIFY(page.reports.model()->choices().contains(u"llama-2-7b"_s));
    page.reports.invoices()->tenant()->look();
    QCOMPARE(named.constLast().constFirst().value<core::Dimension>(), core::Dimension::Tenant);
    QVERIFY(!page.reports.model()->choices().contains(u"summer-interns"_s));
}

QTEST_GUILESS_MAIN(ReportQuestionTest)
#include "tst_reportquestion.moc"
