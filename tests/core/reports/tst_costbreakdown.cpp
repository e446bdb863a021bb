// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "core/pricing/pricebook.h"
#include "core/reports/reportformat.h"
#include "core/reports/reportquery.h"
#include "core/reports/reports.h"

using namespace samples;
using namespace Qt::StringLiterals;

namespace {
/// Writes calls through the ledger, as the proxy does.
struct Books : Fixture
{
    /// A call that ended, with its hold.
    void add(HoldRecord record, qint64 nanos, Ending ending = Ending::Complete)
    {
        SettlementRecord end = settlement(record, nanos);
        end.ending = ending;
        end.total = 100ms;
        if (!write({record, end})) {
            qFatal("not written");
        }
    }
    HoldRecord next(const Attribution &who, Time at = Noon) { return hold(++number, at, who); }
    [[nodiscard]] Report run(ReportQuery query) const
    {
        query.now = query.now == Time{} ? Noon : query.now;
        return Reports::open(path).value()->run(query).value();
    }
    [[nodiscard]] QByteArray csv(const ReportQuery &query) const
    {
        QByteArray text = toCsv(run(query));
        return text.replace("\r\n", "\n").sliced(text.indexOf('\n') + 1); // without the names
    }
    quint64 number = 0;
};

Attribution tagged(const QByteArray &tenant, std::vector<std::pair<QByteArray, QByteArray>> tags)
{
    Attribution who = by(tenant);
    who.tags = std::move(tags);
    return who;
}

Attribution at(const QByteArray &provider, const QByteArray &feature = {})
{
    Attribution who = by("research");
    who.of(Dimension::Provider) = provider;
    who.of(Dimension::Feature) = feature;
    return who;
}

/// Dollars per million tokens, as the price book of these tests has them.
std::shared_ptr<const PriceBook> book()
{
    Price small;
    small.model = u"llama-8b"_s;
    small.rates = {100'000'000, 20'000'000, 100'000'000, 300'000'000};
    Price large = small;
    large.model = u"llama-70b"_s;
    large.rates = {1'000'000'000, 1'000'000'000, 1'000'000'000, 3'000'000'000};
    return std::make_shared<const PriceBook>(std::vector{small, large});
}
} // namespace

class TestCostBreakdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpByTag();
    void addsUpTagsForAnyRange();
    void tellsProvidersApart();
    void tellsTaskTypesApart();
    void keepsTheHourlyTrend();
    void honoursEveryPeriodOfEveryDimension_data();
    void honoursEveryPeriodOfEveryDimension();
    void addsUpTagsInPeriods();
    void tellsHowWellItForecastThePast();
    void readsManyPeriodsAsOneByOne_data();
    void readsManyPeriodsAsOneByOne();
    void findsTheSpikeAmongThousandsOfHours(); // S1-33
    void pricesWhatThePromptCacheSaved();
    void pricesWhatTheResponseCacheSaved();
    void pricesWhatACheaperRouteSaved();
    void comparesWhatOtherModelsWouldHaveCost();
    void takesARevenueForEachFeature();
};

// S4-25: cost by tag. A call with two tags counts under both.
void TestCostBreakdown::addsUpByTag()
{
    Books books;
    books.add(books.next(tagged("a", {{"job", "nightly"}, {"team", "red"}})), 40);
    books.add(books.next(tagged("b", {{"job", "nightly"}})), 20);
    books.add(books.next(tagged("b", {{"job", "hourly"}})), 5);
    books.add(books.next(by("b")), 1'000);
    QCOMPARE(books.csv({.name = "cost_by_tag"}),
             "job,nightly,0.00000006,0.00000003,2,114\n" // 40 + 20; 2 x (30 + 4 + 3 + 20)
             "team,red,0.00000004,0.00000004,1,57\n"
             "job,hourly,0.000000005,0.000000005,1,57\n");
    QCOMPARE(books.csv({.name = "cost_by_tag", .tag = "team"}),
             "team,red,0.00000004,0.00000004,1,57\n");
    QCOMPARE(books.csv({.name = "cost_by_tag", .filter = {{Dimension::Tenant, "b"}}, .tag = "job"}),
             "job,nightly,0.00000002,0.00000002,1,57\n"
             "job,hourly,0.000000005,0.000000005,1,57\n");
}

// The roll-ups and the entries at both edges.
void TestCostBreakdown::addsUpTagsForAnyRange()
{
    Books books;
    for (int i = 0; i < 50; ++i) {
        books.add(books.next(tagged("a", {{"job", "x"}}), Noon + i * 67min), 1);
    }
    for (const Duration from : {Duration(0), Duration(31min), Duration(25h + 3s)}) {
        for (const Duration to : {Duration(32min), Duration(26h), Duration(80h)}) {
            qint64 expected = 0;
            for (int i = 0; i < 50; ++i) {
                expected += i * 67min >= from && i * 67min < to ? 1 : 0;
            }
            const Report report =
                books.run({.name = "cost_by_tag", .from = Noon + from, .to = Noon + to});
            QCOMPARE(report.rows.empty() ? qint64{0} : std::get<qint64>(report.rows[0][4]),
                     expected);
        }
    }
}

// S2-16, S2-17: totals, tokens, calls, average and last call, each of its provider.
void TestCostBreakdown::tellsProvidersApart()
{
    Books books;
    books.add(books.next(at("vllm"), Noon), 100);
    books.add(books.next(at("vllm"), Noon + 2s), 300, Ending::UpstreamError);
    books.add(books.next(at("openai"), Noon + 1s), 1'000);
    QCOMPARE(books.csv({.name = "provider_metrics"}),
             "openai,0.000001,0.000001,1,0,37,20,100,2026-11-20T10:30:01Z\n"
             "vllm,0.0000004,0.0000002,2,1,74,40,100,2026-11-20T10:30:02Z\n");
    // S2-16: more cents than 32 bits hold.
    books.add(books.next(at("vllm")), Money::NanosPerDollar * 50'000'000);
    const Report report = books.run({.name = "provider_metrics"});
    QCOMPARE(report.rows[0][1], ReportCell(Money::fromNanos(50'000'000'000'000'400)));
}

// S2-18: what the seed calls a task type is the feature.
void TestCostBreakdown::tellsTaskTypesApart()
{
    Books books;
    books.add(books.next(at("vllm", "summarize")), 100);
    books.add(books.next(at("vllm", "summarize")), 200);
    books.add(books.next(at("vllm", "chat")), 50);
    QCOMPARE(books.csv({.name = "cost", .by = {Dimension::Feature}}),
             "summarize,0.0000003,0.00000015,2,60,8,40\n"
             "chat,0.00000005,0.00000005,1,30,4,20\n");
}

// S2-19.
void TestCostBreakdown::keepsTheHourlyTrend()
{
    Books books;
    books.add(books.next(at("vllm"), Noon), 1);
    books.add(books.next(at("vllm"), Noon + 29min), 2);
    books.add(books.next(at("vllm"), Noon + 30min), 4);
    QCOMPARE(books.csv({.name = "cost", .from = Noon - 30min, .per = WindowKind::Hour}),
             "2026-11-20T10:00:00Z,0.000000003,0.000000002,2,60,8,40\n" // 1.5, rounded
             "2026-11-20T11:00:00Z,0.000000004,0.000000004,1,30,4,20\n");
}

void TestCostBreakdown::honoursEveryPeriodOfEveryDimension_data()
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
void TestCostBreakdown::honoursEveryPeriodOfEveryDimension()
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
void TestCostBreakdown::addsUpTagsInPeriods()
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

// Eight weeks at $10 a day, $2 at weekends: the method is never wrong, "as yesterday" is by 16 / 7.
void TestCostBreakdown::tellsHowWellItForecastThePast()
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

void TestCostBreakdown::readsManyPeriodsAsOneByOne_data()
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
void TestCostBreakdown::readsManyPeriodsAsOneByOne()
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

// 3,000 hours: more than a table of periods may have.
void TestCostBreakdown::findsTheSpikeAmongThousandsOfHours()
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

// 4 cached tokens at $0.10 - $0.02 per million: 4 x 80 nano-dollars.
void TestCostBreakdown::pricesWhatThePromptCacheSaved()
{
    Books books;
    books.add(books.next(at("vllm")), 1'000);
    QCOMPARE(books.csv({.name = "savings", .prices = book()}),
             "prompt_cache,llama-8b,,1,4,0.000001,0.00000032\n");
}

// All of a call that cost nothing: 30 x 100 + 4 x 20 + 3 x 100 + 20 x 300 nano-dollars = 9,380.
void TestCostBreakdown::pricesWhatTheResponseCacheSaved()
{
    Books books;
    books.add(books.next(at("cache")), 0);
    const QByteArray csv = books.csv({.name = "savings", .prices = book()});
    QVERIFY2(csv.contains("response_cache,llama-8b,,1,57,0,0.00000938\n"), csv);
}

// 37 x 1,000 + 20 x 3,000 = 97,000 nano-dollars at the large model, 9,380 at the small one.
void TestCostBreakdown::pricesWhatACheaperRouteSaved()
{
    Books books;
    HoldRecord record = books.next(at("vllm"));
    record.decision = Decision::Downgrade;
    record.reason = "{\"asked_model\":\"llama-70b\"}";
    books.add(record, 9'380);
    record = books.next(at("vllm"));
    record.decision = Decision::Downgrade; // what was asked for is not known: nothing is claimed
    books.add(record, 9'380);
    const QByteArray csv = books.csv({.name = "savings", .prices = book()});
    QVERIFY2(csv.contains("routing,llama-8b,llama-70b,1,57,0.00000938,0.00008762\n"), csv);
}

// S1-40: two calls of 30 + 4 cached + 3 written + 20 tokens that cost 93,800 nano-dollars each.
// They are 2 x 9,380 at the small model, a tenth, and 2 x 97,000 at the large one.
void TestCostBreakdown::comparesWhatOtherModelsWouldHaveCost()
{
    Books books;
    books.add(books.next(at("vllm")), 93'800);
    books.add(books.next(at("vllm")), 93'800);
    books.add(books.next(at("cache")), 0); // answered without a model
    const QByteArray csv = books.csv({.name = "comparison", .prices = book()});
    QVERIFY2(csv.startsWith("llama-8b,0.00001876,0.00016884,90\n"), csv);
    QVERIFY2(csv.contains("\nllama-70b,0.000194,-0.0000064,-3.4"), csv); // dearer by 6,400
    const ReportQuery nobody{
        .name = "comparison", .filter = {{Dimension::Tenant, "nobody"}}, .prices = book()};
    QCOMPARE(books.csv(nobody), "");
}

// Questions 1 and 5 by feature: $0.02 of each summary, $0.01 of everything else.
void TestCostBreakdown::takesARevenueForEachFeature()
{
    Books books;
    Attribution who = at("vllm", "summarize");
    who.of(Dimension::Route) = "/answer";
    books.add(books.next(who), 5'000'000);
    who.of(Dimension::Feature) = "chat";
    books.add(books.next(who), 4'000'000);
    const auto query = [](const QByteArray &report) {
        return reportQueryFrom(
                   report, {{"revenue", "summarize:0.02,0.01"}, {"threshold", "0"}}, Noon + 1h)
            .value();
    };
    QCOMPARE(books.csv(query("cost_by_tenant_and_feature")),
             "research,summarize,0.005,0.005,1,0.015,0.75\n" // 0.02 - 0.005
             "research,chat,0.004,0.004,1,0.006,0.6\n");     // 0.01 - 0.004
    QCOMPARE(books.csv(query("unsafe_routes")),
             "/answer,0.0045,0.005,2,0.021,0.7\n"); // 0.03 - 0.009
    QVERIFY(!reportQueryFrom("cost", {{"revenue", "summarize:lots"}}, Noon).ok());
}

QTEST_GUILESS_MAIN(TestCostBreakdown)
#include "tst_costbreakdown.moc"
