// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A report as a table and as a picture.
#include "reportspagecase.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace reportspage;
using core::Money;

namespace {

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

class ReportFiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesCellsAsTheirColumnWants_data();
    void writesCellsAsTheirColumnWants();
    void sortsByAnyColumn();
    void drawsBarsFromTheDearest();
    void drawsTimeWithoutBendingIt();
    void countsInWholeSteps();
    void drawsTheBandOfAForecast();
    void holdsTenThousandRows();
    void drawsMinutesWithoutBendingThem();
    void saysTheMargin();
};

void ReportFiguresTest::writesCellsAsTheirColumnWants_data()
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

void ReportFiguresTest::writesCellsAsTheirColumnWants()
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

void ReportFiguresTest::sortsByAnyColumn()
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

void ReportFiguresTest::drawsBarsFromTheDearest()
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
void ReportFiguresTest::drawsTimeWithoutBendingIt()
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

void ReportFiguresTest::countsInWholeSteps()
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

void ReportFiguresTest::drawsTheBandOfAForecast()
{
    Page page;
    page.reports.setCurrent(Forecast);
    const ReportPoint first = page.chart().pointAt(0);
    QVERIFY(first.low < first.share && first.share < first.high);
    QCOMPARE(first.text, u"$52.10, likely between $43.10 and $63.10"_s);
    QVERIFY(page.chart().pointAt(0).high <= 1);
}

void ReportFiguresTest::holdsTenThousandRows()
{
    Page page;
    page.answers.rows = 10'000;
    page.reports.run();
    QCOMPARE(page.reports.table()->count(), 10'000);
    QCOMPARE(page.reports.stateText(), u"10,000 rows, as of 14:32"_s);
    page.reports.table()->sortBy(2);
    QCOMPARE(page.cells(0).at(2), u"$15.92"_s);
}

// 13:00 and 13:03: two rows, four minutes.
void ReportFiguresTest::drawsMinutesWithoutBendingThem()
{
    core::Report report;
    report.columns = {"period", "total_cost_usd"};
    report.rows = {{QByteArray("2026-11-20T13:00:00Z"), Money::fromNanos(1'000'000'000)},
                   {QByteArray("2026-11-20T13:03:00Z"), Money::fromNanos(2'000'000'000)}};
    ReportChart chart;
    chart.setReport(report, {QTimeZone("Europe/Berlin"), "Europe/Berlin", {}, true});
    QCOMPARE(chart.count(), 4);
    QCOMPARE(chart.pointAt(1).label, u"20 Nov 14:01"_s);
    QCOMPARE(chart.pointAt(1).share, 0.0);
    QCOMPARE(chart.pointAt(3).text, u"$2.00"_s);
}

// 0.02 a call that cost 0.0123 leaves 0.0077, which is 38.5 per cent of it.
void ReportFiguresTest::saysTheMargin()
{
    core::Report report;
    report.columns = {"margin_usd", "margin_share"};
    report.rows = {{Money::fromNanos(7'700'000), 0.385}, {Money::fromNanos(-2'500'000), {}}};
    ReportTable table;
    table.setReport(report, QTimeZone::utc());
    QCOMPARE(table.titles(), (QList<QString>{u"Margin"_s, u"Margin of revenue"_s}));
    QCOMPARE(table.data(table.index(0), Qt::UserRole).toStringList(),
             (QStringList{u"$0.0077"_s, QStringLiteral("39\u202f%")}));
    QCOMPARE(table.data(table.index(1), Qt::UserRole).toStringList(),
             (QStringList{QStringLiteral("\u2212$0.0025"), u"–"_s}));
}

QTEST_GUILESS_MAIN(ReportFiguresTest)
#include "tst_reportfigures.moc"
