// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a cost is worth: what caches and cheaper models saved, and what it brought in.
#include "books.h"

#include "core/pricing/pricebook.h"
#include "core/reports/reportquery.h"

using namespace books;

namespace {

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

class TestCostWorth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pricesWhatThePromptCacheSaved();
    void pricesWhatTheResponseCacheSaved();
    void pricesWhatACheaperRouteSaved();
    void comparesWhatOtherModelsWouldHaveCost();
    void takesARevenueForEachFeature();
};

// 4 cached tokens at $0.10 - $0.02 per million: 4 x 80 nano-dollars.
void TestCostWorth::pricesWhatThePromptCacheSaved()
{
    Books books;
    books.add(books.next(at("vllm")), 1'000);
    QCOMPARE(books.csv({.name = "savings", .prices = book()}),
             "prompt_cache,llama-8b,,1,4,0.000001,0.00000032\n");
}

// All of a call that cost nothing: 30 x 100 + 4 x 20 + 3 x 100 + 20 x 300 nano-dollars = 9,380.
void TestCostWorth::pricesWhatTheResponseCacheSaved()
{
    Books books;
    books.add(books.next(at("cache")), 0);
    const QByteArray csv = books.csv({.name = "savings", .prices = book()});
    QVERIFY2(csv.contains("response_cache,llama-8b,,1,57,0,0.00000938\n"), csv);
}

// 37 x 1,000 + 20 x 3,000 = 97,000 nano-dollars at the large model, 9,380 at the small one.
void TestCostWorth::pricesWhatACheaperRouteSaved()
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
void TestCostWorth::comparesWhatOtherModelsWouldHaveCost()
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
void TestCostWorth::takesARevenueForEachFeature()
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

QTEST_GUILESS_MAIN(TestCostWorth)
#include "tst_costworth.moc"
