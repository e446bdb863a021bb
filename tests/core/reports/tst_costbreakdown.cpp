// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was spent on what: tags, providers, kinds of tasks.
#include "books.h"

using namespace books;

class TestCostBreakdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpByTag();
    void addsUpTagsForAnyRange();
    void tellsProvidersApart();
    void tellsTaskTypesApart();
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

QTEST_GUILESS_MAIN(TestCostBreakdown)
#include "tst_costbreakdown.moc"
