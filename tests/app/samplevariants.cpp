// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The afternoon as it is with other budgets, later, with more upstreams, and before.
#include "samplesnapshot.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using core::Money;

namespace sample {

core::Snapshot withBudgets()
{
    using core::Dimension;
    core::Snapshot snapshot = sample::snapshot();
    const auto none = Money();
    auto crawler = dailyBudget("b-crawler", {}, dollars("5"));
    crawler.selector = core::Selector({{Dimension::Agent, {}, "paper-crawler"}});
    add(snapshot, crawler, dollars("3.2"), dollars("0.6"), dollars("0.4"));
    auto tokens = dailyBudget("b-tokens", "research", Money::fromNanos(12'000));
    tokens.unit = core::Unit::Tokens;
    add(snapshot, tokens, Money::fromNanos(3'000), Money::fromNanos(500), none);
    snapshot.buckets.back().running = 2;
    auto each = dailyBudget("b-each", {}, dollars("10"));
    each.name = u"Agents"_s;
    each.selector = core::Selector({{Dimension::Agent, {}, {}}});
    add(snapshot, each, dollars("4"), dollars("1"), none);
    snapshot.buckets.back().label = "agent:answer";
    snapshot.buckets.back().running = 1;
    core::BucketState second = bucketOf(each, snapshot.at);
    second.label = "agent:reply";
    second.settled = dollars("1").nanos();
    snapshot.buckets.push_back(second);
    return snapshot;
}

core::Snapshot overCap()
{
    core::Snapshot later = snapshot();
    later.spentToday = dollars("59.94");
    later.heldNow = dollars("0.06");
    later.burnPerHour = dollars("0.84");
    later.refusedToday = 38;
    later.running.resize(2);
    later.runningCount = 2;
    for (core::BucketState &state : later.buckets) {
        if (state.budgetId == "b-day") {
            state.settled = later.spentToday.nanos();
            state.held = later.heldNow.nanos();
            state.crossedMark = 950'000;
        }
    }
    return later;
}

core::Snapshot withUpstreams(int count)
{
    core::Snapshot several = snapshot();
    const core::UpstreamStatus first = several.upstreams.front();
    for (int i = 1; i < count; ++i) {
        core::UpstreamStatus &other = several.upstreams.emplace_back(first);
        other.name = u"vllm-%1"_s.arg(i + 1);
        other.url = u"http://127.0.0.1:%1"_s.arg(8000 + i);
        other.reachable = i != 1;
        if (i == 2) {
            other.name = u"openai"_s;
            other.url = u"https://api.openai.com"_s;
            other.running = other.waiting = -1;
            other.kvCacheUse = other.outputTokensPerSecond = -1;
        }
    }
    return several;
}

core::Snapshot earlier(int seconds)
{
    core::Snapshot before = snapshot();
    before.at -= std::chrono::seconds(seconds);
    before.burnPerHour = {};
    int row = 0;
    for (core::Snapshot::Tenant &tenant : before.tenants) {
        // The last moments lead to the afternoon itself.
        const double strength = std::min(1.0, seconds / 30.0);
        const double swing = 1 + strength * 0.12 * std::sin(seconds / (17.0 + 4 * row) + row) +
                             0.05 * std::sin(seconds / 5.0 + 2 * row);
        const double nanos = static_cast<double>(tenant.burnPerHour.nanos()) * swing;
        tenant.burnPerHour = Money::fromNanos(std::llround(nanos));
        before.burnPerHour += tenant.burnPerHour;
        ++row;
    }
    return before;
}

} // namespace sample
