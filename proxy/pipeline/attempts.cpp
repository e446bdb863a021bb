// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pipeline/attempts.h"

#include "core/base/jsonwriter.h"
#include "core/routing/backoff.h"
#include "proxy/upstream/upstreams.h"

#include <QRandomGenerator>

#include <algorithm>

namespace proxy {

using core::AttemptOutcome;
using core::TargetFault;

namespace {

/// More only keeps a client waiting for what eight servers could not do.
constexpr int MaximumAttempts = 8;

bool isServerFault(int status)
{
    return status >= 500 || status == 408;
}

TargetFault faultOf(const RelayEnd &end)
{
    if (end.failure == UpstreamFailure::Connect) {
        return TargetFault::Refused;
    }
    if (end.failure == UpstreamFailure::Timeout) {
        return TargetFault::Silent;
    }
    const bool asksToWait = end.status == 503 && end.retryAfter;
    return end.status == 429 || asksToWait ? TargetFault::Limited : TargetFault::Failed;
}

AttemptOutcome outcomeOf(const RelayEnd &end)
{
    AttemptOutcome outcome;
    outcome.firstByte = end.firstByte;
    if (end.failure || end.status == 429 || isServerFault(end.status)) {
        outcome.kind = AttemptOutcome::Kind::Faulted;
        outcome.fault = faultOf(end);
        outcome.retryAfter = end.retryAfter;
    } else if (end.status != 0) {
        outcome.kind = AttemptOutcome::Kind::Answered;
    }
    return outcome;
}

QByteArrayView failureName(UpstreamFailure failure)
{
    switch (failure) {
    case UpstreamFailure::Connect:
        return "unreachable";
    case UpstreamFailure::Timeout:
        return "timeout";
    case UpstreamFailure::Broken:
        return "broken";
    case UpstreamFailure::TooLarge:
        break;
    }
    return "too_large";
}

} // namespace

void Attempts::plan(std::vector<Target> targets)
{
    m_call.reset();
    m_slots.clear();
    m_slots.reserve(targets.size());
    for (Target &target : targets) {
        m_slots.push_back({std::move(target)});
    }
    m_current = 0;
}

void Attempts::begin()
{
    m_call.reset();
    m_call.emplace(current().upstream->provider.health, current().model->id);
}

bool Attempts::skip()
{
    m_call.reset();
    m_slots[m_current].isOut = true;
    return goToUntried();
}

void Attempts::finish(const RelayEnd &end)
{
    if (m_call) {
        m_call->end(outcomeOf(end));
    }
}

Attempts::Verdict Attempts::verdictOn(const RelayEnd &end)
{
    if (end.toldClient || end.ending != core::Ending::UpstreamError ||
        end.failure == UpstreamFailure::TooLarge) {
        return Verdict::Final;
    }
    if (end.failure || end.status == 429 || isServerFault(end.status)) {
        return Verdict::Again;
    }
    const bool isOurs = end.status == 401 || end.status == 403 || end.status == 404;
    return isOurs ? Verdict::Elsewhere : Verdict::Final;
}

std::optional<core::Duration> Attempts::next(const RelayEnd &end)
{
    finish(end);
    const Verdict verdict = verdictOn(end);
    if (verdict == Verdict::Final) {
        return std::nullopt;
    }
    note(end);
    Slot &slot = m_slots[m_current];
    ++slot.tries;
    slot.retryAfter = end.retryAfter;
    slot.isOut =
        verdict == Verdict::Elsewhere || slot.tries > slot.target.upstream->settings().maxRetries;
    if (m_number >= MaximumAttempts || m_clock.now() >= m_deadline) {
        return std::nullopt;
    }
    const auto wait = goToUntried() ? std::optional(core::Duration{0}) : goToRetry();
    if (wait) {
        ++m_number;
    }
    return wait;
}

bool Attempts::goToUntried()
{
    const auto it = std::ranges::find_if(
        m_slots, [](const Slot &slot) { return slot.tries == 0 && !slot.isOut; });
    if (it == m_slots.end()) {
        return false;
    }
    m_current = static_cast<std::size_t>(it - m_slots.begin());
    return true;
}

std::optional<core::Duration> Attempts::goToRetry()
{
    const auto it = std::ranges::min_element(
        m_slots, {}, [](const Slot &slot) { return std::pair(slot.isOut, slot.tries); });
    if (it->isOut) {
        return std::nullopt;
    }
    const core::Duration wait =
        core::backOff(it->tries, QRandomGenerator::global()->generateDouble(), it->retryAfter);
    if (m_clock.now() + wait >= m_deadline) {
        return std::nullopt;
    }
    m_current = static_cast<std::size_t>(it - m_slots.begin());
    return wait;
}

void Attempts::note(const RelayEnd &end)
{
    core::JsonWriter json;
    json.text("provider", current().upstream->settings().id).text("model", current().model->id);
    if (end.failure) {
        json.text("error", failureName(*end.failure));
    } else {
        json.number("status", end.status);
    }
    m_errors += (m_errors.isEmpty() ? "" : ",") + json.toJson();
}

std::chrono::milliseconds Attempts::timeLeft() const
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_deadline - m_clock.now());
    return std::max(left, std::chrono::milliseconds(1));
}

} // namespace proxy
