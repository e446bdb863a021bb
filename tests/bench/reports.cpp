// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long the questions of the window take on a large ledger (made by ledgerfill):
//   bench_reports FILE
// Each report over every range, period and filter that the reports page offers, in days of three
// zones; pages of the activity list; what-if over the newest million; and, to compare, the same sum
// read from every row, as a store without roll-ups has to for each question.
#include "core/reports/reports.h"

#include "core/ledger/connection.h"
#include "core/reports/activity.h"
#include "core/reports/statistics.h"
#include "core/whatif/whatif.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace core;
using namespace Qt::StringLiterals;

namespace {
constexpr int Rounds = 10;

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

double at(std::vector<double> times, double share)
{
    return percentile(times, share);
}

void print(const char *what, const std::vector<double> &times)
{
    std::printf("%-30s p50 %8.1f ms   p95 %8.1f ms   max %8.1f ms\n",
                what,
                at(times, 0.5),
                at(times, 0.95),
                at(times, 1));
}

/// What a person chose on the reports page, and how it reads.
struct Choice
{
    QByteArray text;
    ReportQuery query;
};

/// "report by model per day, 30 d, of a tenant".
void addFiltered(std::vector<Choice> &choices, const Choice &plain)
{
    choices.push_back(plain);
    Choice filtered = plain;
    filtered.query.filter = {{Dimension::Tenant, "tenant-3"}};
    filtered.text += ", of a tenant";
    choices.push_back(filtered);
    filtered.query.filter.emplace_back(Dimension::Model, "model-1");
    filtered.text += " and model";
    choices.push_back(filtered);
}

void addGrouped(std::vector<Choice> &choices, const Choice &plain)
{
    addFiltered(choices, plain);
    for (const Dimension by : {Dimension::Tenant, Dimension::Agent, Dimension::Model}) {
        Choice grouped = plain;
        grouped.query.by = {by};
        grouped.text += " by " + dimensionName(by).toByteArray();
        addFiltered(choices, grouped);
    }
}

void addPeriods(std::vector<Choice> &choices, const Choice &plain)
{
    for (const auto &[name, kind] : {std::pair("hour", WindowKind::Hour),
                                     std::pair("day", WindowKind::Day),
                                     std::pair("week", WindowKind::Week),
                                     std::pair("month", WindowKind::Month)}) {
        Choice choice = plain;
        choice.query.per = kind;
        choice.text += QByteArray(" per ") + name;
        if (plain.query.from > Time{}) {
            Window window;
            window.kind = kind;
            window.zone = plain.query.zone;
            choice.query.from = window.spanAt(plain.query.from).begins;
        }
        if (plain.query.name == "cost") {
            addGrouped(choices, choice);
        } else {
            addFiltered(choices, choice);
        }
    }
}

/// All that the page offers for one report: app/viewmodels/reports/reportquestion.cpp.
std::vector<Choice> choicesOf(const QByteArray &name, Time now, const QByteArray &zone)
{
    using namespace std::chrono_literals;
    const auto started = [&](WindowKind kind) {
        Window window;
        window.kind = kind;
        window.zone = zone;
        return window.spanAt(now).begins;
    };
    std::vector<Choice> choices;
    for (const auto &[range, from] : {std::pair("today", started(WindowKind::Day)),
                                      std::pair("24 h", now - 24h),
                                      std::pair("7 d", now - 7 * 24h),
                                      std::pair("30 d", now - 30 * 24h),
                                      std::pair("this month", started(WindowKind::Month)),
                                      std::pair("everything", Time{})}) {
        Choice choice;
        choice.text = name + ", " + range;
        choice.query = {.name = name, .from = from, .zone = zone, .limit = 10'000, .now = now};
        if (name == "cost" || name == "spikes") {
            addPeriods(choices, choice);
        } else {
            addFiltered(choices, choice);
        }
    }
    return choices;
}

/// More hours than a table may have are refused in words, at once.
bool isAnswered(const Result<Report> &report)
{
    return report.ok() || report.error().code == ErrorCode::InvalidInput;
}

/// Every choice by itself: the slowest counts.
void benchReports(Reports &reports, const QByteArray &zone)
{
    std::printf("-- every choice of the reports page, days of %s\n", zone.constData());
    for (const ReportDescription &report : reportDescriptions()) {
        std::vector<double> all;
        std::vector<double> worst{0};
        QByteArray slowest;
        for (const Choice &choice : choicesOf(report.name, SystemClock().now(), zone)) {
            std::vector<double> times;
            for (int round = 0; round < Rounds; ++round) {
                times.push_back(
                    millisecondsOf([&] { return isAnswered(reports.run(choice.query)); }));
            }
            all.insert(all.end(), times.begin(), times.end());
            if (at(times, 0.95) > at(worst, 0.95)) {
                worst = times;
                slowest = choice.text;
            }
        }
        print(report.name, all);
        std::printf("    slowest: p95 %.1f ms, %s\n", at(worst, 0.95), slowest.constData());
    }
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
    // Berlin's days begin at full hours of UTC, Kolkata's at half past.
    for (const QByteArray zone : {"UTC", "Europe/Berlin", "Asia/Kolkata"}) {
        benchReports(*reports, zone);
    }
    benchActivity(file);
    benchFullScan(file);
    benchWhatIf(file);
    return 0;
}
