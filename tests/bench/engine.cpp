// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The engine alone: admit + settle pairs per second on one thread, four budgets matching each
// call. Prints a table; asserts nothing about time.
#include "core/budget/budgetengine.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace core;
using namespace std::chrono_literals;

namespace {

constexpr int Tenants = 10;
constexpr qint64 Limit = 1'000'000'000'000'000; // a million dollars, never reached
const Time Start{std::chrono::hours(24 * 365 * 56)};

Budget budget(const char *id, const char *selector, const char *window)
{
    Budget result;
    result.id = id;
    result.selector = *Selector::parse(selector);
    result.window = *Window::parse(window);
    result.limit = Limit;
    return result;
}

/// Global, tenant, agent, and tenant with model: a lifetime, two calendar and a rolling window.
void addBudgets(BudgetEngine &engine)
{
    for (const Budget &each : {budget("b-global", "", "month@Europe/Berlin"),
                               budget("b-tenant", "tenant:*", "day@Europe/Berlin"),
                               budget("b-agent", "agent:*", "rolling:24h"),
                               budget("b-model", "tenant:*,model:*", "lifetime")}) {
        if (!engine.upsert(each, Start)) {
            std::abort();
        }
    }
}

/// Requests and tokens a minute per agent, tokens an hour per tenant, parallel calls of all.
void addLimits(BudgetEngine &engine)
{
    RateFigures agent;
    agent.requestsPerMinute = RateFigures::MostPerHour;
    agent.tokensPerMinute = RateFigures::MostPerHour;
    RateFigures tenant;
    tenant.tokensPerHour = RateFigures::MostPerHour;
    RateFigures all;
    all.parallel = 1'000;
    engine.setLimit({"limits[0]", *Selector::parse("agent:*"), agent});
    engine.setLimit({"limits[1]", *Selector::parse("tenant:*"), tenant});
    engine.setLimit({"limits[2]", Selector(), all});
}

/// Budgets of other tenants, which must not cost a call anything.
void addBystanders(BudgetEngine &engine, int count)
{
    for (int i = 0; i < count; ++i) {
        const QByteArray name = "other-" + QByteArray::number(i);
        if (!engine.upsert(budget("b-" + name, "tenant:" + name, "day"), Start)) {
            std::abort();
        }
    }
}

/// As many callers as give about that number of buckets: most are of agents.
std::vector<Attribution> callers(int buckets)
{
    std::vector<Attribution> result(static_cast<std::size_t>(std::max(1, buckets - 2 * Tenants)));
    for (std::size_t i = 0; i < result.size(); ++i) {
        result[i].of(Dimension::Tenant) = "tenant-" + QByteArray::number(qint64(i % Tenants));
        result[i].of(Dimension::Agent) = "agent-" + QByteArray::number(qint64(i));
        result[i].of(Dimension::Key) = "key-" + QByteArray::number(qint64(i));
        result[i].of(Dimension::Provider) = "vllm";
        result[i].of(Dimension::Model) = "meta-llama/Llama-3.1-8B-Instruct";
        result[i].of(Dimension::Route) = "/v1/chat/completions";
    }
    return result;
}

/// By the clock on the wall, and by the processor's time: they differ where others compute, too.
struct Rate
{
    double wall = 0;
    double processor = 0;
};

Rate pairsPerSecond(BudgetEngine &engine, const std::vector<Attribution> &from, int pairs)
{
    static Time now = Start;
    const Amounts bound{Money::fromNanos(2'000'000), 2'000, 1};
    const Amounts used{Money::fromNanos(1'234'567), 1'234, 1};
    const auto began = std::chrono::steady_clock::now();
    const std::clock_t ticks = std::clock();
    std::size_t caller = 0;
    for (int i = 0; i < pairs; ++i) {
        const Admission admission = engine.admit(from[caller], bound, now);
        const auto *admitted = std::get_if<Admitted>(&admission);
        if (!admitted || engine.settle(admitted->hold, used, now + 1s).deltas.size() != 4) {
            std::abort();
        }
        now += 50us;
        caller = caller + 1 == from.size() ? 0 : caller + 1;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    const double busy = double(std::clock() - ticks) / CLOCKS_PER_SEC;
    return {pairs / took.count(), pairs / busy};
}

void report(const char *what, Rate rate)
{
    std::printf("%-44s %12.0f %16.0f\n", what, rate.wall, rate.processor);
    std::fflush(stdout);
}

void measure(const char *what, int buckets, int bystanders)
{
    BudgetEngine engine;
    addBudgets(engine);
    addBystanders(engine, bystanders);
    const auto from = callers(buckets);
    static_cast<void>(pairsPerSecond(engine, from, static_cast<int>(from.size()))); // makes them
    report(what, pairsPerSecond(engine, from, 1'000'000));
}

void measureWithLimits(const char *what, int buckets)
{
    BudgetEngine engine;
    addBudgets(engine);
    addLimits(engine);
    const auto from = callers(buckets);
    static_cast<void>(pairsPerSecond(engine, from, static_cast<int>(from.size())));
    report(what, pairsPerSecond(engine, from, 1'000'000));
}

void measureAfterMany()
{
    BudgetEngine engine;
    addBudgets(engine);
    const auto from = callers(1'000);
    static_cast<void>(pairsPerSecond(engine, from, 10'000'000));
    report("1,000 buckets, after 10 million pairs", pairsPerSecond(engine, from, 1'000'000));
}

} // namespace

int main()
{
    std::printf("%-44s %12s %16s\n", "admit + settle, pairs per", "second", "processor second");
    measure("1 caller (4 buckets)", 1, 0);
    measure("1,000 buckets", 1'000, 0);
    measure("1,000 buckets, 5,000 budgets of others", 1'000, 5'000);
    measure("100,000 buckets", 100'000, 0);
    measureAfterMany();
    measureWithLimits("1 caller, three rate limits", 1);
    measureWithLimits("1,000 buckets, three rate limits", 1'000);
    return 0;
}
