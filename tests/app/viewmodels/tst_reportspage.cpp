// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereports.h"
#include "samplesnapshot.h"

#include "app/viewmodels/formatting.h"
#include "core/base/timetext.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Money;

namespace {

constexpr int CostByTenant = 0;
constexpr int UnsafeRoutes = 4;
constexpr int Cost = 5;
constexpr int Forecast = 7;

struct Page
{
    explicit Page(bool holdsBack = false)
        : answers(reports)
    {
        answers.holdsBack = holdsBack;
        reports.apply(sample::snapshot());
        reports.setShown(true);
    }
    [[nodiscard]] QStringList cells(int row) const
    {
        ReportTable *table = const_cast<ReportsModel &>(reports).table();
        return table->data(table->index(row), Qt::UserRole).toStringList();
    }
    [[nodiscard]] const core::ReportQuery &query() const { return answers.asked.back().second; }
    [[nodiscard]] ReportChart &chart() { return *reports.chart(); }

    ReportsModel reports;
    sample::ReportAnswers answers;
};

core::Report oneColumn(const QByteArray &name, std::vector<core::ReportCell> cells)
{
    core::Report report;
    report.columns = {name};
    for (core::ReportCell &cell : cells) {
        report.rows.push_back({std::move(cell)});
    }
    return report;
}

} // namespace

/// Issue 6, sentence 6: charts, export, a bar on what takes over a second, cancel.
class ReportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksNothingForAPageThatIsNotShown();
    void listsEveryReportWithItsQuestion();
    void asksForWhatWasChosen();
    void groupsBySeveralInTheirOrder();
    void asksFromOneDayToAnotherInAnyZone();
    void asksForWhatElseACallNames();
    void asksForOneTag();
    void asksOfALogWholeAndUnfiltered();
    void beginsWithWholePeriods();
    void takesAnAmountOnly();
    void writesCellsAsTheirColumnWants_data();
    void writesCellsAsTheirColumnWants();
    void sortsByAnyColumn();
    void drawsBarsFromTheDearest();
    void drawsTimeWithoutBendingIt();
    void countsInWholeSteps();
    void drawsTheBandOfAForecast();
    void showsABarAfterASecondOnly();
    void cancelsAndForgetsTheAnswer();
    void dropsTheAnswerToAnOlderQuestion();
    void saysWhyThereIsNoAnswer();
    void asksAgainAfterARestart();
    void savesWhatIsShown();
    void saysWhenAFileCannotBeWritten();
    void holdsTenThousandRows();
};

void ReportsTest::asksNothingForAPageThatIsNotShown()
{
    ReportsModel reports;
    QSignalSpy asked(&reports, &ReportsModel::reportWanted);
    reports.apply(sample::snapshot());
    reports.setCurrent(Cost);
    QCOMPARE(asked.count(), 0);
    reports.setShown(true);
    QCOMPARE(asked.count(), 1);
    reports.setShown(false);
    reports.setShown(true); // nothing was chosen in between: the answer stands
    QCOMPARE(asked.count(), 1);
}

// S3-20 ... S3-24, by name
void ReportsTest::listsEveryReportWithItsQuestion()
{
    const ReportsModel reports;
    QCOMPARE(reports.titles().size(), std::ssize(core::reportDescriptions()));
    QCOMPARE(reports.titles().first(), u"Cost by tenant and feature"_s);
    QCOMPARE(reports.questions().first(), u"Which tenant or feature burns the most per request?"_s);
    QVERIFY(!reports.questions().contains(QString()));
}

void ReportsTest::asksForWhatWasChosen()
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

void ReportsTest::groupsBySeveralInTheirOrder()
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
void ReportsTest::asksFromOneDayToAnotherInAnyZone()
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

void ReportsTest::asksForWhatElseACallNames()
{
    using core::Dimension;
    Page page;
    QSignalSpy named(page.reports.more(), &MoreFilters::namesWanted);
    NameFilterChip *const team = page.reports.more()->chip(Dimension::Team);
    page.reports.more()->look(team);
    QCOMPARE(named.count(), 1);
    page.reports.more()->takeNames(Dimension::Team, {"papers"});
    team->choose(u"papers"_s);
    page.reports.tenant()->choose(u"research"_s);
    const decltype(core::ReportQuery::filter) filter{{Dimension::Tenant, "research"},
                                                     {Dimension::Team, "papers"}};
    QCOMPARE(page.query().filter, filter);
    page.reports.clearFilters();
    QVERIFY(page.query().filter.empty());
}

void ReportsTest::asksForOneTag()
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
void ReportsTest::asksOfALogWholeAndUnfiltered()
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

void ReportsTest::beginsWithWholePeriods()
{
    Page page;
    page.reports.setCurrent(Cost);
    const core::Time from = page.query().from;
    QCOMPARE(formatting::local(from, QTimeZone("Europe/Berlin")).toString(u"yyyy-MM-ddTHH:mm:ss"_s),
             u"2026-11-14T00:00:00"_s);
}

void ReportsTest::takesAnAmountOnly()
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

void ReportsTest::writesCellsAsTheirColumnWants_data()
{
    QTest::addColumn<core::Report>("report");
    QTest::addColumn<QStringList>("texts");
    const auto dollars = [](const char *text) {
        return *Money::parse(text);
    };
    QTest::newRow("dollars have cents")
        << oneColumn("total_cost_usd", {dollars("1592.5"), dollars("0.3"), Money()})
        << QStringList{u"$1,592.50"_s, u"$0.30"_s, u"$0.00"_s};
    QTest::newRow("small ones four digits")
        << oneColumn("avg_cost_usd", {dollars("0.0123"), dollars("0.00001"), Money()})
        << QStringList{u"$0.0123"_s, u"<$0.0001"_s, u"–"_s};
    QTest::newRow("counts") << oneColumn("request_count", {qint64{21'907}, {}})
                            << QStringList{u"21,907"_s, u"–"_s};
    QTest::newRow("shares") << oneColumn("success_rate", {0.38})
                            << QStringList{QStringLiteral("38\u202f%")};
    QTest::newRow("times") << oneColumn("p95_latency_ms", {641.0, 16'900.0})
                           << QStringList{u"641 ms"_s, u"16.9 s"_s};
    QTest::newRow("yes and no") << oneColumn("is_fallback", {true, false})
                                << QStringList{u"yes"_s, u"no"_s};
    QTest::newRow("days and hours of Berlin")
        << oneColumn("period", {"2026-11-19T23:00:00Z", "2026-11-20T13:00:00Z"})
        << QStringList{u"Fri 20 Nov"_s, u"20 Nov 14:00"_s};
}

void ReportsTest::writesCellsAsTheirColumnWants()
{
    QFETCH(core::Report, report);
    QFETCH(QStringList, texts);
    ReportTable table;
    table.setReport(report, QTimeZone("Europe/Berlin"));
    QStringList shown;
    for (int row = 0; row < table.rowCount(); ++row) {
        shown += table.data(table.index(row), Qt::UserRole).toStringList();
    }
    QCOMPARE(shown, texts);
}

void ReportsTest::sortsByAnyColumn()
{
    Page page;
    ReportTable &table = *page.reports.table();
    const QAbstractItemModelTester tester(&table,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(page.cells(0).first(), u"research"_s);
    table.sortBy(0); // names from A
    QVERIFY(!table.isDescending());
    QCOMPARE(page.cells(0).first(), u"code-review"_s);
    table.sortBy(0);
    QVERIFY(table.isDescending());
    QCOMPARE(page.cells(0).first(), u"support-bot"_s);
    table.sortBy(4); // figures from the largest
    QCOMPARE(page.cells(0).first(), u"research"_s);
    table.sortBy(4);
    QCOMPARE(page.cells(0).at(4), u"251"_s); // 3,000 / 12 + 1
    table.sortBy(1);
    QCOMPARE(page.cells(11).at(1), u"–"_s); // what is not known stands last
    table.sortBy(1);
    QCOMPARE(page.cells(11).at(1), u"–"_s);
}

void ReportsTest::drawsBarsFromTheDearest()
{
    Page page;
    page.answers.rows = 40;
    page.reports.run();
    QVERIFY(!page.chart().isOverTime());
    QCOMPARE(page.chart().count(), ReportChart::MostBars);
    QCOMPARE(page.chart().title(), u"Total cost, the first 12 of 40"_s);
    const ReportPoint first = page.chart().pointAt(0);
    QCOMPARE(first.label, u"research · literature-scan"_s);
    QCOMPARE(first.text, u"$15.92"_s);
    QCOMPARE(first.share, 0.796); // of an axis to $20: four steps of $5 hold 15.92
    QVERIFY(page.chart().pointAt(1).share < first.share);
    for (int place = 0; place < page.chart().count(); ++place) { // also of the call without feature
        QVERIFY(!page.chart().pointAt(place).label.contains(u'–'));
    }
    QVERIFY(page.chart().summary().contains(first.text));
}

// Twelve days, one of them without a call: eleven rows, twelve columns, one of them empty. The
// dearest day is $79.85, so four steps of $20 hold it.
void ReportsTest::drawsTimeWithoutBendingIt()
{
    Page page;
    page.reports.setCurrent(Cost);
    QVERIFY(page.chart().isOverTime());
    QCOMPARE(page.reports.table()->count(), 11);
    QCOMPARE(page.chart().count(), 12);
    QCOMPARE(page.chart().pointAt(3).share, 0.0);
    QCOMPARE(page.chart().pointAt(3).label, u"Fri 13 Nov"_s);
    QCOMPARE(page.chart().pointAt(11).label, u"Sat 21 Nov"_s);
    QCOMPARE(page.chart().ticks(),
             (QList<QString>{u"$0"_s, u"$20"_s, u"$40"_s, u"$60"_s, u"$80"_s}));
    QCOMPARE(page.chart().dates().size(), 6);
}

void ReportsTest::countsInWholeSteps()
{
    ReportChart chart;
    core::Report report;
    report.columns = {"model", "calls"};
    report.rows = {{QByteArray("a"), qint64{10}}, {QByteArray("b"), qint64{3}}};
    chart.setReport(report, {});
    QCOMPARE(chart.answer(), 1); // what was said of a point of the one before is over
    // 10 in four steps would be 2.5 each; there is no half a call.
    QCOMPARE(chart.ticks(), (QList<QString>{u"0"_s, u"3"_s, u"6"_s, u"9"_s, u"12"_s}));
    QCOMPARE(chart.pointAt(0).share, 10.0 / 12);
    // What is not whole, as a mean, is not cut off.
    QCOMPARE(reportwords::tick(2.5, reportwords::Kind::Count), u"2.5"_s);
    QCOMPARE(reportwords::tick(2, reportwords::Kind::Count), u"2"_s);
}

void ReportsTest::drawsTheBandOfAForecast()
{
    Page page;
    page.reports.setCurrent(Forecast);
    const ReportPoint first = page.chart().pointAt(0);
    QVERIFY(first.low < first.share && first.share < first.high);
    QCOMPARE(first.text, u"$52.10, likely between $43.10 and $63.10"_s);
    QVERIFY(page.chart().pointAt(0).high <= 1);
}

void ReportsTest::showsABarAfterASecondOnly()
{
    Page page(true);
    QVERIFY(page.reports.isBusy());
    QVERIFY(!page.reports.isSlow());
    QTRY_VERIFY(page.reports.isSlow());
    page.answers.answer();
    QVERIFY(!page.reports.isSlow());
    QVERIFY(!page.reports.isBusy());
    QVERIFY(page.reports.isAnswered());
}

void ReportsTest::cancelsAndForgetsTheAnswer()
{
    Page page(true);
    page.reports.cancel();
    QCOMPARE(page.answers.cancelled, 1);
    QVERIFY(!page.reports.isBusy());
    QCOMPARE(page.reports.errorText(), u"Cancelled."_s);
    page.answers.answer(); // it was under way
    QVERIFY(!page.reports.isAnswered());
    page.reports.run();
    page.answers.answer();
    QVERIFY(page.reports.isAnswered());
    QVERIFY(page.reports.errorText().isEmpty());
    page.reports.cancel(); // of nothing
    QCOMPARE(page.answers.cancelled, 1);
}

void ReportsTest::dropsTheAnswerToAnOlderQuestion()
{
    Page page(true);
    const auto [first, query] = page.answers.asked.back();
    page.reports.setCurrent(Cost);
    page.reports.take(first, sample::report(query, 3));
    QVERIFY(!page.reports.isAnswered());
    QVERIFY(page.reports.isBusy());
}

void ReportsTest::asksAgainAfterARestart()
{
    Page page(true);
    const auto [first, query] = page.answers.asked.back();
    page.reports.reset();
    QVERIFY(!page.reports.isBusy());
    QCOMPARE(page.answers.asked.size(), 1U); // the new service has still to start
    QTRY_COMPARE(page.answers.asked.size(), 2U);
    page.reports.take(first, sample::report(query, 3)); // of the one that is gone
    QVERIFY(page.reports.isBusy());
    page.reports.take(page.answers.asked.back().first, sample::report(query, 3));
    QVERIFY(page.reports.isAnswered());
    page.reports.reset();
    QTest::qWait(0);
    QCOMPARE(page.answers.asked.size(), 2U); // nothing was waited for
}

void ReportsTest::saysWhyThereIsNoAnswer()
{
    Page page(true);
    page.answers.fail(u"The ledger cannot be read."_s);
    QCOMPARE(page.reports.errorText(), u"The ledger cannot be read."_s);
    QVERIFY(!page.reports.isBusy());
}

void ReportsTest::savesWhatIsShown()
{
    Page page;
    page.reports.saveCsv();
    page.reports.saveCsv();
    page.reports.saveJson();
    const QString stem =
        page.answers.folder.filePath(u"capstan-cost_by_tenant_and_feature-2026-11-21"_s);
    QCOMPARE(page.reports.savedText(), u"Saved as %1.json"_s.arg(stem));
    QVERIFY(QFile::exists(stem + u"-2.csv"_s)); // nothing is overwritten
    QFile csv(stem + u".csv"_s);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readLine(), "tenant_id,feature_id,total_cost_usd,avg_cost_usd,request_count\r\n");
    QFile json(stem + u".json"_s);
    QVERIFY(json.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(json.readAll()).array().size(), 12);
    page.reports.choose(u"forecast"_s);
    QVERIFY(page.reports.savedText().isEmpty()); // that was the other report
}

void ReportsTest::saysWhenAFileCannotBeWritten()
{
    Page page;
    page.reports.setFolder(u"/proc/nowhere"_s);
    page.reports.saveCsv();
    QVERIFY2(page.reports.savedText().contains("cannot be written"_L1),
             qPrintable(page.reports.savedText()));
}

void ReportsTest::holdsTenThousandRows()
{
    Page page;
    page.answers.rows = 10'000;
    page.reports.run();
    QCOMPARE(page.reports.table()->count(), 10'000);
    QCOMPARE(page.reports.stateText(), u"10,000 rows, as of 14:32"_s);
    page.reports.table()->sortBy(2);
    QCOMPARE(page.cells(0).at(2), u"$15.92"_s);
}

QTEST_GUILESS_MAIN(ReportsTest)
#include "tst_reportspage.moc"
