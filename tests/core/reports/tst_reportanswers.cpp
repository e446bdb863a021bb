// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the five questions, and those about prices, are answered with.
#include "calls.h"

using namespace calls;

class TestReportAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersCostByTenantAndFeature();
    void answersExperimentCostVsOutcome();
    void answersBudgetPressureByNamespace();
    void answersFallbackLatencyMasking();
    void answersUnsafeRoutesStrictly();
    void addsTheMarginOfARevenue();
    void countsWhatAModelWithoutAPriceCosts();
};

// S3-20, S4-25; section 7, case 9: the fixtures .01, .02, .05.
void TestReportAnswers::answersCostByTenantAndFeature()
{
    Books books;
    books.add({.tenant = "tenant-1", .feature = "summarize", .nanos = 10'000'000});
    books.add({.tenant = "tenant-1", .feature = "", .nanos = 20'000'000});
    books.add({.tenant = "tenant-1", .feature = "", .nanos = 0});
    books.add({.tenant = "tenant-2", .feature = "summarize", .nanos = 50'000'000});
    QCOMPARE(books.csv({.name = "cost_by_tenant_and_feature"}),
             "tenant-2,summarize,0.05,0.05,1\n"
             "tenant-1,,0.02,0.01,2\n"
             "tenant-1,summarize,0.01,0.01,1\n");
}

// S3-21. In 30 + 4 + 3 = 37, out 20 (samples.h).
void TestReportAnswers::answersExperimentCostVsOutcome()
{
    Books books;
    books.add({.experiment = "exp-a", .nanos = 10'000'000});
    books.add({.experiment = "exp-a", .nanos = 20'000'000});
    books.add({.experiment = "exp-b", .nanos = 50'000'000, .ending = Ending::UpstreamError});
    books.add({.experiment = "", .nanos = 90'000'000});
    QCOMPARE(books.csv({.name = "experiment_cost_vs_outcome"}),
             "exp-b,37,20,0.05,0,1\n"
             "exp-a,37,20,0.015,1,2\n");
}

// S3-22: the default namespace is shown.
void TestReportAnswers::answersBudgetPressureByNamespace()
{
    Books books;
    books.add({.space = "demo"});
    books.add({.space = "demo", .decision = Decision::Downgrade});
    books.refuse({.space = "demo"});
    books.refuse({.space = "demo"});
    books.refuse({.space = "strict"});
    books.add({});
    QCOMPARE(books.csv({.name = "budget_pressure_by_namespace"}),
             "demo,1,1,2,4\n"
             "strict,0,0,1,1\n"
             "default,1,0,0,1\n");
}

// S3-23.
void TestReportAnswers::answersFallbackLatencyMasking()
{
    Books books;
    for (int i = 1; i <= 100; ++i) {
        books.add({.latency = std::chrono::milliseconds(i)});
    }
    books.add({.latency = 700ms, .decision = Decision::Fallback});
    QCOMPARE(books.csv({.name = "fallback_latency_masking"}),
             "/answer-routed,true,700,700,1\n"
             "/answer-routed,false,95.05,50.5,100\n");
}

// S3-24: exactly the threshold is not above it.
void TestReportAnswers::answersUnsafeRoutesStrictly()
{
    Books books;
    books.add({.route = "/exact", .nanos = 49'000'000});
    books.add({.route = "/exact", .nanos = 51'000'000});
    books.add({.route = "/above", .nanos = 50'000'000});
    books.add({.route = "/above", .nanos = 50'000'001});
    QCOMPARE(books.csv({.name = "unsafe_routes"}), "/above,0.050000001,0.050000001,2\n");
    QCOMPARE(books.csv({.name = "unsafe_routes", .threshold = Money::fromNanos(49'999'999)}),
             "/above,0.050000001,0.050000001,2\n"
             "/exact,0.05,0.051,2\n");
}

// Questions 1 and 5 ask for the margin: $0.02 a request less $0.005 on average.
void TestReportAnswers::addsTheMarginOfARevenue()
{
    Books books;
    books.add({.feature = "f", .nanos = 4'000'000});
    books.add({.feature = "f", .nanos = 6'000'000});
    QCOMPARE(
        books.csv({.name = "cost_by_tenant_and_feature", .revenue = Money::fromNanos(20'000'000)}),
        "tenant-1,f,0.01,0.005,2,0.03,0.75\n"); // 2 x 0.02 - 0.01
}

void TestReportAnswers::countsWhatAModelWithoutAPriceCosts()
{
    const Books books;
    for (quint64 i = 1; i <= 3; ++i) {
        QVERIFY(books.write({RefusalRecord{{i, i},
                                           Noon + i * 1s,
                                           by("a", "mistral"),
                                           Decision::Refuse,
                                           "model_unpriced",
                                           "{}",
                                           {}}}));
    }
    QCOMPARE(books.csv({.name = "unpriced_models"}), "mistral,3,2026-11-20T10:30:03Z\n");
}

QTEST_GUILESS_MAIN(TestReportAnswers)
#include "tst_reportanswers.moc"
