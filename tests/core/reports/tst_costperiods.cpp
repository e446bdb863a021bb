// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was spent when, hour by hour or in longer periods, and what stands out.
#include "books.h"

#include "core/reports/reportquery.h"

using namespace books;

class TestCostPeriods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void honoursEveryPeriodOfEveryDimension_data();
    void honoursEveryPeriodOfEveryDimension();
    void addsUpTagsInPeriods();
    void readsManyPeriodsAsOneByOne_data();
    void readsManyPeriodsAsOneByOne();
    void tellsHowWellItForecastThePast();
    void findsTheSpikeAmongThousandsOfHours(); // S1-33
    void keepsTheHourlyTrend();
};

void TestCostPeriods::honoursEveryPeriodOfEveryDimension_data()
{
    QTest::addColumn<QByteArray>("dimension");
    QTest::addColumn<QByteArray>("period");
    QTest::addColumn<QByteArrayList>("begins");
    const std::pair<const char *, QByteArrayList> periods[] = {
        {"minute", {"2026-11-20T10:30:00Z", "2026-11-20T10:31:00Z", "2026-11-21T16:30:00Z"}},
        {"hour", {"2026-11-20T10:00:00Z", "2026-11-21T16:00:00Z"}},
        {"day", {"2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z"}},
        {"week", {"2026-11-16T00:00:00Z"}}, // a Monday
        {"month", {"2026-11-01T00:00:00Z"}},
    };
    for (const char *dimension :
         {"tenant", "agent", "model", "feature", "user", "route", "provider"}) {
        for (const auto &[period, begins] : periods) {
            QTest::addRow("%s per %s", dimension, period)
                << QByteArray(dimension) << QByteArray(period) << begins;
        }
    }
}

// S1-46: two calls a minute and a second apart, and one 30 hours later.
void TestCostPeriods::honoursEveryPeriodOfEveryDimension()
{
    QFETCH(QByteArray, dimension);
    QFETCH(QByteArray, period);
    QFETCH(QByteArrayList, begins);
    Books books;
    Attribution who;
    who.of(*dimensionFromName(dimension)) = "x";
    for (const Time at : {Noon, Noon + 61s, Noon + 30h}) {
        books.add(books.next(who, at), 10);
    }
    auto query = reportQueryFrom("cost", {{"by", dimension}, {"per", period}}, Noon + 31h);
    QVERIFY2(query.ok(), qPrintable(query.ok() ? QString() : query.error().message));
    if (period == "minute") { // a table has 2,000 at most
        query->from = Noon - 30min;
        query->to = query->now;
    }
    QByteArrayList found;
    qint64 calls = 0;
    for (const std::vector<ReportCell> &row : books.run(*query).rows) {
        QCOMPARE(row.at(1), ReportCell(QByteArray("x")));
        found += std::get<QByteArray>(row.at(0));
        calls += std::get<qint64>(row.at(4));
    }
    QCOMPARE(calls, 3);
    QCOMPARE(found, begins);
}

// S4-25, tags: each in its own hour, and both in the day.
void TestCostPeriods::addsUpTagsInPeriods()
{
    Books books;
    books.add(books.next(tagged("a", {{"job", "x"}}), Noon), 5);
    books.add(books.next(tagged("a", {{"job", "x"}}), Noon + 1h), 7);
    ReportQuery query{.name = "cost_by_tag", .from = Noon - 30min, .per = WindowKind::Hour};
    QCOMPARE(books.csv(query),
             "2026-11-20T10:00:00Z,job,x,0.000000005,0.000000005,1,57\n"
             "2026-11-20T11:00:00Z,job,x,0.000000007,0.000000007,1,57\n");
    query.per = WindowKind::Month;
    query.from = {};
    QCOMPARE(books.csv(query), "2026-11-01T00:00:00Z,job,x,0.000000012,0.000000006,2,114\n");
}

void TestCostPeriods::readsManyPeriodsAsOneByOne_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<int>("kind");
    const std::pair<const char *, WindowKind> kinds[] = {
        {"hours", WindowKind::Hour}, {"days", WindowKind::Day}, {"weeks", WindowKind::Week}};
    for (const char *zone : {"", "Europe/Berlin", "Asia/Kolkata", "Asia/Kathmandu"}) {
        for (const auto &[name, kind] : kinds) {
            QTest::addRow("%s in %s", name, zone) << QByteArray(zone) << static_cast<int>(kind);
        }
    }
}

// Each period as the same report says over that period alone.
void TestCostPeriods::readsManyPeriodsAsOneByOne()
{
    QFETCH(QByteArray, zone);
    QFETCH(int, kind);
    Books books;
    for (int i = 0; i < 90; ++i) {
        books.add(books.next(by(i % 3 == 0 ? "a" : "b"), Noon + i * (5h + 13min)), 1 + i);
    }
    ReportQuery query{.name = "cost",
                      .from = Noon + 17min,
                      .to = Noon + 400h,
                      .by = {Dimension::Tenant},
                      .per = static_cast<WindowKind>(kind),
                      .zone = zone};
    const Report all = books.run(query);
    Window window;
    window.kind = *query.per;
    window.zone = zone;
    std::vector<std::vector<ReportCell>> expected;
    query.per.reset();
    const Time end = query.to;
    for (Time begin = query.from; begin < end; begin = query.to) {
        query.from = begin;
        query.to = std::min(window.spanAt(begin).ends, end);
        for (std::vector<ReportCell> row : books.run(query).rows) {
            expected.push_back(std::move(row));
        }
    }
    QVERIFY(expected.size() > 3);
    QCOMPARE(all.rows.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(std::vector<ReportCell>(all.rows[i].begin() + 1, all.rows[i].end()), expected[i]);
    }
}

// Eight weeks at $10 a day, $2 at weekends: the method is never wrong, "as yesterday" is by 16 / 7.
void TestCostPeriods::tellsHowWellItForecastThePast()
{
    Books books;
    const Time monday{std::chrono::seconds{1'788'739'200}}; // 2026-09-07 00:00 UTC
    for (int day = 0; day < 56; ++day) {
        books.add(books.next(by("a"), monday + day * 24h),
                  (day % 7 < 5 ? 10 : 2) * Money::NanosPerDollar);
    }
    const Report report = books.run({.name = "forecast", .now = monday + 56 * 24h});
    QCOMPARE(report.columns.at(4), "backtest_days");
    const std::vector<ReportCell> &today = report.rows.front(); // a Monday again
    QCOMPARE(today.at(2), ReportCell(Money::fromDollars(10)));
    QCOMPARE(today.at(4), ReportCell(qint64{28}));
    QCOMPARE(today.at(5), ReportCell(Money()));
    QCOMPARE(today.at(6), ReportCell(Money::fromNanos(2'285'714'285))); // 16 / 7
    QCOMPARE(today.at(7), ReportCell(1.0));
}

// 3,000 hours: more than a table of periods may have.
void TestCostPeriods::findsTheSpikeAmongThousandsOfHours()
{
    Books books;
    for (int hour = 0; hour < 3'000; hour += 3) {
        for (int i = 0; i < 3; ++i) {
            books.add(books.next(by("a"), Noon + (hour + i) * 1h), 10 + i);
        }
    }
    books.add(books.next(by("a"), Noon + 2'000h), 900);
    const Report report = books.run({.name = "spikes"});
    QCOMPARE(report.rows.size(), 1U);
    QCOMPARE(report.rows.front()[1], ReportCell(Money::fromNanos(912))); // 900 + 12: 2,000 % 3 = 2
    QCOMPARE(books.run({.name = "spikes", .filter = {{Dimension::Tenant, "b"}}}).rows.size(), 0U);
}

// S2-19.
void TestCostPeriods::keepsTheHourlyTrend()
{
    Books books;
    books.add(books.next(at("vllm"), Noon), 1);
    books.add(books.next(at("vllm"), Noon + 29min), 2);
    books.add(books.next(at("vllm"), Noon + 30min), 4);
    QCOMPARE(books.csv({.name = "cost", .from = Noon - 30min, .per = WindowKind::Hour}),
             "2026-11-20T10:00:00Z,0.000000003,0.000000002,2,60,8,40\n" // 1.5, rounded
             "2026-11-20T11:00:00Z,0.000000004,0.000000004,1,30,4,20\n");
}

QTEST_GUILESS_MAIN(TestCostPeriods)
#include "tst_costperiods.moc"
