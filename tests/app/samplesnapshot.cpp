// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include <QDateTime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Money;

namespace {

constexpr const char Zone[] = "Europe/Berlin";

struct TenantDay
{
    const char *name;
    const char *spent;
    const char *held;
    const char *cap;
    const char *burn;
    int running;
    int crossed;
};
constexpr TenantDay Tenants[] = {
    {"research", "15.92", "1.04", "20", "2.31", 2, 800'000},
    {"code-review", "9.41", "0.86", "15", "1.84", 2, 0},
    {"support-bot", "7.36", "0.71", "12", "1.37", 2, 0},
    {"evals-nightly", "5.71", "0.29", "6", "0", 1, 950'000},
    {"docs-search", "2.18", "0.18", "8", "0.72", 1, 0},
    {"marketing", "0.96", "0.04", "5", "0.18", 0, 0},
    {"intern-lab", "0.33", "0", "2", "0", 0, 0},
    {"default", "0", "0", "1", "0", 0, 0},
};

struct Call
{
    const char *tenant;
    const char *agent;
    const char *model;
    std::chrono::seconds age;
    int perSecond;
    const char *cost;
    const char *bound;
};
constexpr Call Calls[] = {
    {"code-review", "pr-4412", "qwen2.5-72b", 171s, 58, "0.1744", "0.62"},
    {"support-bot", "triage", "qwen2.5-72b", 125s, 57, "0.1226", "0.52"},
    {"research", "figures", "qwen2.5-72b", 80s, 60, "0.0826", "0.44"},
    {"evals-nightly", "mmlu", "qwen2.5-72b", 62s, 62, "0.0511", "0.29"},
    {"code-review", "pr-4413", "qwen2.5-72b", 31s, 59, "0.0318", "0.24"},
    {"research", "paper-crawler", "qwen2.5-72b", 14s, 61, "0.0275", "0.60"},
    {"docs-search", "answer", "gpt-4o", 11s, 97, "0.0107", "0.18"},
    {"support-bot", "reply", "llama-3.1-8b", 4s, 141, "0.0009", "0.19"},
};

core::Budget
budget(const QByteArray &id, const QByteArray &tenant, core::WindowKind kind, Money limit)
{
    core::Budget budget;
    budget.id = id;
    if (!tenant.isEmpty()) {
        budget.selector = core::Selector({{core::Dimension::Tenant, {}, tenant}});
    }
    budget.window.kind = kind;
    budget.window.zone = Zone;
    budget.limit = limit.nanos();
    budget.softMarks = {800'000, 950'000};
    return budget;
}

void addTenants(core::Snapshot &snapshot)
{
    for (const TenantDay &day : Tenants) {
        core::Snapshot::Tenant tenant;
        tenant.name = day.name;
        tenant.spentToday = sample::dollars(day.spent);
        tenant.held = sample::dollars(day.held);
        tenant.burnPerHour = sample::dollars(day.burn);
        tenant.running = day.running;
        tenant.paused = tenant.name == "intern-lab";
        tenant.pausedAt = snapshot.at - 3h - 30min;
        snapshot.tenants.push_back(tenant);
        const auto own =
            sample::dailyBudget("b-" + tenant.name, tenant.name, sample::dollars(day.cap));
        sample::add(snapshot, own, tenant.spentToday, tenant.held, tenant.burnPerHour);
        snapshot.buckets.back().crossedMark = day.crossed;
    }
}

void addCalls(core::Snapshot &snapshot)
{
    quint64 number = 0;
    for (const Call &call : Calls) {
        core::RunningCall running;
        running.hold = static_cast<core::HoldId>(++number);
        running.id = {1, number};
        running.tenant = call.tenant;
        running.agent = call.agent;
        running.model = call.model;
        running.startedAt = snapshot.at - call.age;
        running.stream = true;
        running.outputTokens = call.perSecond * call.age.count();
        running.cost = sample::dollars(call.cost);
        running.bound = sample::dollars(call.bound);
        snapshot.running.push_back(running);
    }
    snapshot.runningCount = static_cast<int>(snapshot.running.size());
}

void addAlert(core::Snapshot &snapshot, const QByteArray &tenant, int mark, core::Duration ago)
{
    for (const core::BucketState &state : snapshot.buckets) {
        if (state.budgetId != "b-" + tenant) {
            continue;
        }
        core::AlertRecord alert;
        alert.key = state.key;
        alert.mark = mark;
        alert.limit = state.limit;
        alert.at = snapshot.at - ago;
        if (alert.at < state.span.begins) {
            alert.key += "/before";
        }
        alert.budgetId = state.budgetId;
        alert.label = state.label;
        alert.settled = state.limit / 1'000'000 * mark;
        alert.hard = mark == core::Budget::Whole;
        snapshot.alerts.push_back(alert);
    }
}

void addUpstream(core::Snapshot &snapshot)
{
    core::UpstreamStatus vllm;
    vllm.name = u"vllm"_s;
    vllm.url = u"http://127.0.0.1:8000"_s;
    vllm.reachable = true;
    vllm.since = snapshot.at - 5h;
    vllm.models = {"qwen2.5-72b", "llama-3.1-8b", "bge-m3"};
    vllm.running = 7;
    vllm.waiting = 0;
    vllm.kvCacheUse = 0.38;
    vllm.outputTokensPerSecond = 413;
    snapshot.upstreams.push_back(vllm);
}

void addSums(core::Snapshot &snapshot)
{
    sample::add(snapshot,
                sample::dailyBudget("b-day", {}, sample::dollars("60")),
                snapshot.spentToday,
                snapshot.heldNow,
                snapshot.burnPerHour);
    sample::add(snapshot,
                budget("b-week", {}, core::WindowKind::Week, sample::dollars("350")),
                snapshot.spentThisWeek,
                snapshot.heldNow,
                snapshot.burnPerHour);
    sample::add(snapshot,
                budget("b-month", {}, core::WindowKind::Month, sample::dollars("1200")),
                snapshot.spentThisMonth,
                snapshot.heldNow,
                snapshot.burnPerHour);
}

/// $29.64 + $8.71 + $3.52 = $41.87, and 4.81 + 1.32 + 0.29 = 6.42 an hour.
void addModels(core::Snapshot &snapshot)
{
    using sample::dollars;
    snapshot.models = {{"qwen2.5-72b", dollars("29.64"), dollars("4.81")},
                       {"llama-3.1-8b", dollars("8.71"), dollars("1.32")},
                       {"gpt-4o", dollars("3.52"), dollars("0.29")}};
}

core::Snapshot empty()
{
    core::Snapshot snapshot;
    snapshot.at = sample::afternoon();
    snapshot.zone = Zone;
    snapshot.listeningOn = u"http://127.0.0.1:7007"_s;
    return snapshot;
}

} // namespace

namespace sample {

core::Time afternoon()
{
    const QDateTime at(QDate(2026, 11, 21), QTime(14, 32), QTimeZone(Zone));
    return core::Time(std::chrono::milliseconds(at.toMSecsSinceEpoch()));
}

Money dollars(const char *decimal)
{
    return Money::parse(decimal).value();
}

core::Budget dailyBudget(const QByteArray &id, const QByteArray &tenant, Money limit)
{
    return budget(id, tenant, core::WindowKind::Day, limit);
}

core::BucketState bucketOf(const core::Budget &budget, core::Time at)
{
    core::BucketState state;
    state.key = budget.id + "/1";
    state.budgetId = budget.id;
    state.unit = budget.unit;
    state.label = budget.selector.toText();
    state.limit = budget.limit;
    state.cap = budget.cap();
    state.lastSoftMark = budget.softMarks.empty() ? 0 : budget.softMarks.back();
    state.span = budget.window.spanAt(at);
    return state;
}

void add(core::Snapshot &snapshot, const core::Budget &budget, Money spent, Money held, Money burn)
{
    core::BucketState state = bucketOf(budget, snapshot.at);
    state.settled = spent.nanos();
    state.held = held.nanos();
    state.perHour = burn.nanos();
    for (const int mark : budget.softMarks) {
        if (state.settled + state.held >= budget.markAmount(mark)) {
            state.crossedMark = mark;
        }
    }
    snapshot.budgets.push_back(budget);
    snapshot.buckets.push_back(state);
}

core::Snapshot snapshot()
{
    core::Snapshot snapshot = empty();
    snapshot.spentToday = dollars("41.87");
    snapshot.spentThisWeek = dollars("212.40");
    snapshot.spentThisMonth = dollars("684.19");
    snapshot.heldNow = dollars("3.12");
    snapshot.burnPerHour = dollars("6.42");
    snapshot.refusedToday = 14;
    addTenants(snapshot);
    addSums(snapshot);
    add(snapshot,
        budget("b-research-month", "research", core::WindowKind::Month, dollars("480")),
        dollars("287.36"),
        dollars("1.04"),
        dollars("2.31"));
    addCalls(snapshot);
    addModels(snapshot);
    addUpstream(snapshot);
    addAlert(snapshot, "evals-nightly", 950'000, 34min);
    addAlert(snapshot, "research", 800'000, 40min);
    addAlert(snapshot, "evals-nightly", 800'000, 71min);
    addAlert(snapshot, "day", 800'000, 21h);
    addAlert(snapshot, "research", 950'000, 25h);
    addAlert(snapshot, "support-bot", core::Budget::Whole, 49h);
    addAlert(snapshot, "research", 800'000, 70h);
    return snapshot;
}

core::Snapshot untouched()
{
    core::Snapshot snapshot = empty();
    addSums(snapshot);
    addUpstream(snapshot);
    snapshot.upstreams.front().running = 0;
    snapshot.upstreams.front().kvCacheUse = 0;
    snapshot.upstreams.front().outputTokensPerSecond = 0;
    return snapshot;
}

} // namespace sample
