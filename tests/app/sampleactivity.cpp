// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleactivity.h"

#include "samplesnapshot.h"

#include "app/viewmodels/activity/activitymodel.h"

#include <array>

using namespace std::chrono_literals;
using core::CallOutcome;
using core::Dimension;

namespace {

constexpr int PageSize = 200;

struct Kind
{
    CallOutcome outcome;
    const char *tenant;
    const char *agent;
    const char *model;
    qint64 input;
    qint64 output;
    std::chrono::milliseconds total;
    const char *cost;
};
constexpr std::array<Kind, 14> Kinds{{
    {CallOutcome::Running, "research", "paper-crawler", "qwen2.5-72b", 0, 0, 0ms, "0"},
    {CallOutcome::Allowed, "research", "summaries", "llama-3.1-8b", 644, 201, 1400ms, "0.0004"},
    {CallOutcome::Clamped,
     "research",
     "paper-crawler",
     "qwen2.5-72b",
     5375,
     1000,
     16900ms,
     "0.0468"},
    {CallOutcome::Allowed, "code-review", "pr-4412", "llama-3.1-8b", 388, 144, 1000ms, "0.0002"},
    {CallOutcome::Allowed, "docs-search", "answer", "gpt-4o", 702, 188, 1300ms, "0.0004"},
    {CallOutcome::Refused, "evals-nightly", "mmlu", "qwen2.5-72b", 0, 0, 0ms, "0"},
    {CallOutcome::Allowed, "support-bot", "reply", "llama-3.1-8b", 391, 160, 1100ms, "0.0002"},
    {CallOutcome::Queued, "research", "paper-crawler", "qwen2.5-72b", 1960, 640, 12800ms, "0.0180"},
    {CallOutcome::Allowed, "research", "summaries", "llama-3.1-8b", 655, 197, 1400ms, "0.0004"},
    {CallOutcome::Downgraded, "research", "figures", "llama-3.1-8b", 1204, 322, 2300ms, "0.0006"},
    {CallOutcome::Stopped,
     "research",
     "paper-crawler",
     "qwen2.5-72b",
     2480,
     1377,
     22600ms,
     "0.0329"},
    {CallOutcome::Allowed, "marketing", "outline", "llama-3.1-8b", 402, 151, 1000ms, "0.0002"},
    {CallOutcome::Fallback, "research", "figures", "gpt-4o-mini", 880, 240, 3100ms, "0.0003"},
    {CallOutcome::UpstreamError, "docs-search", "answer", "gpt-4o", 690, 0, 30400ms, "0"},
}};

core::Time newest()
{
    return sample::afternoon() + 7s + 412ms;
}

core::Attribution attributionOf(const Kind &kind)
{
    core::Attribution who;
    who.of(Dimension::Tenant) = kind.tenant;
    who.of(Dimension::Agent) = kind.agent;
    who.of(Dimension::Model) = kind.model;
    return who;
}

core::ActivityRow row(int number)
{
    const Kind &kind = Kinds.at(static_cast<std::size_t>(number - 1) % Kinds.size());
    core::ActivityRow row;
    row.place = {newest() - (number - 1) * 3s, {0x19aa, static_cast<quint64>(number)}, 1};
    row.outcome = kind.outcome;
    row.attribution = attributionOf(kind);
    row.usage.input = kind.input;
    row.usage.output = kind.output;
    row.usage.quality =
        kind.output > 0 ? core::CountQuality::Reported : core::CountQuality::Unknown;
    row.cost = sample::dollars(kind.cost);
    row.total = kind.total;
    return row;
}

} // namespace

namespace sample {

core::ActivityPage activity(int count, int first)
{
    core::ActivityPage page;
    for (int number = first; number < first + count; ++number) {
        page.rows.push_back(row(number));
    }
    return page;
}

core::RequestStory clampedStory()
{
    core::AttemptStory attempt;
    attempt.outcome = CallOutcome::Clamped;
    attempt.decision = core::Decision::Clamp;
    attempt.attribution = attributionOf(Kinds[2]);
    attempt.attribution.of(Dimension::Key) = "crawler box";
    attempt.attribution.of(Dimension::Feature) = "literature-scan";
    attempt.attribution.of(Dimension::Provider) = "vllm";
    attempt.attribution.of(Dimension::Route) = "/v1/chat/completions";
    attempt.admittedAt = newest() - 6s;
    attempt.reason.clampedTo = 1000;
    // 7.1673 + 0.7743 + 0.1049 = 8.0465: passes $8.00 by $0.0465.
    attempt.reason.budgets = {{"b-agent",
                               "agent:paper-crawler",
                               core::Unit::Usd,
                               dollars("8").nanos(),
                               dollars("7.1673").nanos(),
                               dollars("0.7743").nanos(),
                               dollars("0.1049").nanos()}};
    core::AttemptStory::Settled settled;
    settled.at = newest() + 11s;
    settled.usage = {4375, 1000, 0, 1000, 0, core::CountQuality::Reported};
    settled.cost = dollars("0.0468");
    settled.priceSource = "your own 2026-11-03";
    settled.httpStatus = 200;
    settled.overhead = 190us;
    settled.toFirstByte = 1'841ms;
    settled.total = 16'941ms;
    settled.queued = 1'200ms;
    // 4,375 at $4 + 1,000 at $2 + 1,000 at $27.30 = $0.0175 + $0.002 + $0.0273 = $0.0468.
    settled.rates = core::ChargedRates{
        {4'000'000'000, 2'000'000'000, 4'000'000'000, 27'300'000'000}, {}, std::nullopt};
    // 8 - 7.1673 - 0.7743 = 0.0584 were left, and what was clamped to them fits.
    attempt.budgets = {{"b-agent",
                        "agent:paper-crawler",
                        core::Unit::Usd,
                        dollars("8").nanos(),
                        dollars("7.1673").nanos(),
                        dollars("0.7743").nanos(),
                        dollars("0.0584").nanos(),
                        "day@Europe/Berlin"},
                       {"b-month",
                        "tenant:research",
                        core::Unit::Usd,
                        dollars("120").nanos(),
                        dollars("81.2").nanos(),
                        dollars("1.9033").nanos(),
                        dollars("0.0584").nanos(),
                        "month@Europe/Berlin"}};
    attempt.settled = settled;
    return {{0x19aa, 3}, {attempt}, std::nullopt};
}

core::RequestStory refusedStory()
{
    core::RequestStory::Refusal refusal;
    refusal.at = newest() - 15s;
    refusal.attribution = attributionOf(Kinds[5]);
    refusal.code = "budget_exceeded";
    refusal.reason.message = "The budget for tenant:evals-nightly is $6: $5.71 is spent.";
    refusal.reason.budgets = {{"b-evals",
                               "tenant:evals-nightly",
                               core::Unit::Usd,
                               dollars("6").nanos(),
                               dollars("5.71").nanos(),
                               dollars("0.29").nanos(),
                               dollars("0.02").nanos()}};
    refusal.bound.cost = dollars("0.02");
    return {{0x19aa, 6}, {}, refusal};
}

void answer(ActivityModel &model, int count)
{
    QObject::connect(&model,
                     &ActivityModel::pageWanted,
                     &model,
                     [&model, count](quint64 ticket,
                                     const core::ActivityFilter &,
                                     const std::optional<core::ActivityCursor> &before) {
                         const int first = before ? static_cast<int>(before->id.low) + 1 : 1;
                         const int rows = std::min(PageSize, count - first + 1);
                         core::ActivityPage page = activity(rows, first);
                         if (first + rows <= count) {
                             page.next = page.rows.back().place;
                         }
                         model.takePage(ticket, page);
                     });
    QObject::connect(&model, &ActivityModel::countWanted, &model, [&model, count](quint64 ticket) {
        model.takeCount(ticket, {count, false});
    });
    StoryModel *story = model.story();
    QObject::connect(story, &StoryModel::wanted, story, [story](const core::RequestId &id) {
        story->take(id, id.low == 6 ? refusedStory() : clampedStory());
    });
}

} // namespace sample
