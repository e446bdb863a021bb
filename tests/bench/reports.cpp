// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long the questions of the window take on a large ledger (made by ledgerfill):
//   bench_reports FILE
// Each report over 1 h, 24 h, 7 d, 30 d and all, with no filter, a tenant, and a tenant with a
// model; pages of the activity list; what-if over the newest million; and, to compare, the same
// sum read from every row.
#include "core/reports/reports.h"

#include "core/ledger/connection.h"
#include "core/reports/activity.h"
#include "core/whatif/whatif.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace core;
using namespace Qt::StringLiterals;

namespace {
constexpr int Rounds = 5;

template <class Question>
double millisecondsOf(Question question)
{
    QElapsedTimer timer;
    timer.start();
    if (!question()) {
        std::fprintf(stderr, "a question failed\n");
        std::exit(1);
    }
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void print(const char *what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    const auto at = [&times](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    std::printf("%-30s p50 %8.1f ms   p95 %8.1f ms   max %8.1f ms\n",
                what,
                at(0.5),
                at(0.95),
                times.back());
}

std::vector<ReportQuery> queriesOf(const QByteArray &name, Time now)
{
    using namespace std::chrono_literals;
    std::vector<ReportQuery> queries;
    for (const Duration back : {Duration(1h),
                                Duration(24h),
                                Duration(7 * 24h),
                                Duration(30 * 24h),
                                Duration(400 * 24h)}) {
        ReportQuery query{.name = name, .from = now - back, .to = now, .now = now};
        query.by = {Dimension::Tenant};
        queries.push_back(query);
        query.filter = {{Dimension::Tenant, "tenant-3"}};
        queries.push_back(query);
        query.filter.emplace_back(Dimension::Model, "model-1");
        queries.push_back(query);
    }
    if (name == "cost") {
        // The charts of the window: a day or a week by the hour, a month or a quarter by the day.
        for (const auto &[back, kind] : {std::pair(Duration(24h), WindowKind::Hour),
                                         std::pair(Duration(7 * 24h), WindowKind::Hour),
                                         std::pair(Duration(30 * 24h), WindowKind::Day),
                                         std::pair(Duration(90 * 24h), WindowKind::Day)}) {
            queries.push_back({.name = name,
                               .from = now - back,
                               .by = {Dimension::Model},
                               .per = kind,
                               .zone = "Europe/Berlin",
                               .now = now});
        }
    }
    return queries;
}

void benchActivity(const QString &file)
{
    const auto activity = Activity::open(file).value();
    std::vector<double> times;
    const std::vector<ActivityFilter> filters{
        {},
        {.values = {{Dimension::Tenant, "tenant-3"}}},
        {.outcomes = {CallOutcome::UpstreamError}},
        {.values = {{Dimension::Tenant, "tenant-3"}, {Dimension::Model, "model-1"}}},
        {.costFrom = Money::fromNanos(600'000)}};
    for (const ActivityFilter &filter : filters) {
        std::optional<ActivityCursor> before;
        for (int page = 0; page < 20; ++page) {
            times.push_back(millisecondsOf([&] {
                const auto found = activity->page(filter, before, 100);
                before = found.ok() ? found->next : std::nullopt;
                return found.ok();
            }));
        }
    }
    print("activity, page of 100", times);
}

void benchWhatIf(const QString &file)
{
    const auto connection = Connection::openToRead(file).value();
    const qint64 from =
        connection
            ->integer(u"SELECT admitted_at FROM settlement ORDER BY admitted_at DESC "
                      u"LIMIT 1 OFFSET 999999"_s)
            .value();
    Budget budget;
    budget.id = "b-0123456789ab";
    budget.selector = Selector::parse("tenant:*").value();
    budget.window = Window::parse("hour").value();
    budget.limit = Money::NanosPerDollar;
    qint64 calls = 0;
    const double time = millisecondsOf([&] {
        const auto answer = replay(file, {.budgets = {budget}, .from = Time(Duration(from))});
        calls = answer.ok() ? answer->calls : 0;
        return answer.ok();
    });
    std::printf("%-30s %8.1f ms for %lld calls\n", "what-if", time, static_cast<long long>(calls));
}

void benchFullScan(const QString &file)
{
    const auto connection = Connection::openToRead(file).value();
    std::vector<double> times;
    for (int i = 0; i < 3; ++i) {
        times.push_back(millisecondsOf([&] {
            return connection
                ->integer(u"SELECT sum(c) FROM (SELECT sum(cost) AS c FROM settlement NOT INDEXED "
                          u"JOIN attribution ON attribution.id = attribution GROUP BY tenant)"_s)
                .ok();
        }));
    }
    print("one sum, every row read", times);
}
} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "bench_reports FILE\n");
        return 2;
    }
    const QString file = QString::fromLocal8Bit(argv[1]);
    const auto reports = Reports::open(file).value();
    const Time now = SystemClock().now();
    std::vector<double> all;
    for (const ReportDescription &report : reportDescriptions()) {
        std::vector<double> times;
        for (int round = 0; round < Rounds; ++round) {
            for (const ReportQuery &query : queriesOf(report.name, now)) {
                times.push_back(millisecondsOf([&] { return reports->run(query).ok(); }));
            }
        }
        print(report.name, times);
        all.insert(all.end(), times.begin(), times.end());
    }
    print("all reports", all);
    benchActivity(file);
    benchFullScan(file);
    benchWhatIf(file);
    return 0;
}
