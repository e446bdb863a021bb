// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What all reports have in common: filters, pages, periods and ranges.
#include "calls.h"

using namespace calls;

class TestReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheReportsThereAre();
    void isEmptyOnAnEmptyLedger();
    void filtersByTimeAndDimension();
    void cutsPages();
    void addsUpPeriodsInAZone();
    void agreesWithTheEntriesForAnyRange();
    void projectsTheMonth();
    void seesTheSpike();
};

// S3-25.
void TestReports::listsTheReportsThereAre()
{
    const Books books;
    const auto report = Reports::open(books.path).value()->run({.name = "nonsense"});
    QVERIFY(!report.ok());
    QCOMPARE(report.error().code, ErrorCode::NotFound);
    for (const ReportDescription &one : reportDescriptions()) {
        QVERIFY(report.error().remedy.contains(QString::fromLatin1(one.name)));
    }
}

// S3-26.
void TestReports::isEmptyOnAnEmptyLedger()
{
    const Books books;
    for (const ReportDescription &one : reportDescriptions()) {
        const Report report = books.run({.name = one.name});
        QVERIFY2(report.rows.empty() || one.name == "cost_report" || one.name == "usage", one.name);
        QVERIFY2(!report.columns.empty(), one.name);
    }
}

// S3-27.
void TestReports::filtersByTimeAndDimension()
{
    Books books;
    books.add({.tenant = "a", .nanos = 1, .at = Noon});
    books.add({.tenant = "a", .nanos = 2, .at = Noon + 1h});
    books.add({.tenant = "b", .nanos = 4, .at = Noon + 1h});
    const auto total = [&books](const ReportQuery &query) {
        return books.csv(query).split(',').front();
    };
    QCOMPARE(total({.name = "cost"}), "0.000000007");
    QCOMPARE(total({.name = "cost", .from = Noon + 1min}), "0.000000006");
    QCOMPARE(total({.name = "cost", .to = Noon + 1h}), "0.000000001");
    QCOMPARE(total({.name = "cost", .filter = {{Dimension::Tenant, "a"}}}), "0.000000003");
    QCOMPARE(books.csv({.name = "cost", .filter = {{Dimension::Tenant, "nobody"}}}), "");
}

void TestReports::cutsPages()
{
    Books books;
    for (const char *tenant : {"a", "b", "c"}) {
        books.add({.tenant = tenant});
    }
    const Report page =
        books.run({.name = "cost", .by = {Dimension::Tenant}, .offset = 1, .limit = 1});
    QCOMPARE(page.total, 3);
    QCOMPARE(page.rows.size(), 1U);
    QCOMPARE(page.rows.front().front(), ReportCell(QByteArray("b")));
}

// 2026-11-20 23:30 UTC is the 21st in Berlin (UTC+1), which begins at 23:00 UTC.
void TestReports::addsUpPeriodsInAZone()
{
    Books books;
    books.add({.nanos = 1, .at = Noon});
    books.add({.nanos = 2, .at = Noon + 13h});
    QCOMPARE(books.csv({.name = "cost", .per = WindowKind::Day, .zone = "Europe/Berlin"}),
             "2026-11-19T23:00:00Z,0.000000001,0.000000001,1,30,4,20\n"
             "2026-11-20T23:00:00Z,0.000000002,0.000000002,1,30,4,20\n");
    QCOMPARE(books.csv({.name = "cost", .per = WindowKind::Month}).count('\n'), 1);
}

// Roll-ups and the entries at the edges add up to what the entries alone say.
void TestReports::agreesWithTheEntriesForAnyRange()
{
    Books books;
    std::vector<Time> times;
    for (int i = 0; i < 60; ++i) {
        times.push_back(Noon + i * (1h + 17min) + std::chrono::milliseconds(i * 37));
        books.add({.nanos = 1 << (i % 20), .at = times.back()});
    }
    for (const Duration from : {Duration(0), Duration(31min), Duration(25h + 3s)}) {
        for (const Duration to : {Duration(26h), Duration(49h + 1min), Duration(80h)}) {
            qint64 expected = 0;
            for (int i = 0; i < 60; ++i) {
                const Time at = times[static_cast<std::size_t>(i)];
                expected += at >= Noon + from && at < Noon + to ? 1 << (i % 20) : 0;
            }
            const Report report = books.run({.name = "cost", .from = Noon + from, .to = Noon + to});
            QCOMPARE(report.rows.front().front(), ReportCell(Money::fromNanos(expected)));
        }
    }
}

// S2-21; section 7, case 8: ten days at $1, a month of 30 days.
void TestReports::projectsTheMonth()
{
    Books books;
    const Time first{std::chrono::seconds{1'793'491'200}}; // 2026-11-01 00:00 UTC
    for (int day = 0; day < 10; ++day) {
        books.add({.nanos = Money::NanosPerDollar, .at = first + day * 24h});
    }
    const Report report = books.run({.name = "cost_report", .now = first + 10 * 24h});
    QCOMPARE(report.rows.front(),
             (std::vector<ReportCell>{QByteArray("all"),
                                      Money::fromDollars(10),
                                      Money::fromDollars(1),
                                      Money::fromDollars(10),
                                      Money::fromDollars(30)}));
    QCOMPARE(report.rows.back().front(), ReportCell(QByteArray("vllm")));
}

void TestReports::seesTheSpike()
{
    Books books;
    for (int hour = 0; hour < 12; ++hour) {
        books.add({.nanos = hour == 7 ? 900 : 10 + hour % 3, .at = Noon + hour * 1h});
    }
    const Report report = books.run({.name = "spikes"});
    QCOMPARE(report.rows.size(), 1U);
    QCOMPARE(report.rows.front()[1], ReportCell(Money::fromNanos(900)));
}

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
