// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/settlement.h"

#include "core/pricing/chargedrates.h"
#include "proxy/pipeline/decisionreason.h"
#include "proxy/upstream/upstreams.h"

namespace proxy {

namespace {
/// Audio is charged by its length. Tokens of it say nothing: vLLM's stream counts the prompt of its
/// last window only (vllm-protocol section 1.7), and a client may ask for that count.
bool tellsNoLength(const RequestContext &context, const RelayEnd &end)
{
    return context.facts.endpoint == openai::Endpoint::Transcription &&
           end.usage.audioSeconds == 0 &&
           (end.usage.total() > 0 || end.ending == core::Ending::Complete);
}
/// What has come of a broken stream is all that it made only where nobody sells it: a provider
/// bills hidden reasoning and what was under way as well, and tells of it at the end, which never
/// came.
bool billsWhatIsHidden(const Upstream *upstream)
{
    return upstream != nullptr && !upstream->settings().isLocal;
}

core::AdmissionRecord admissionOf(const RequestContext &context, const core::TokenUsage &usage)
{
    const core::Price &price = context.price;
    const bool isPriced = !price.model.isEmpty(); // not of the cache, nor without a price
    return {context.queued,
            isPriced ? core::ChargedRates::of(price, usage).toJson() : QByteArray(),
            context.budgets};
}
} // namespace

core::TokenUsage chargedUsage(const RequestContext &context, const RelayEnd &end)
{
    if (tellsNoLength(context, end)) {
        core::TokenUsage length;
        length.audioSeconds = context.bound.audioSeconds;
        length.quality = core::CountQuality::Estimated;
        return length;
    }
    if (end.usage.quality >= core::CountQuality::LowerBound) {
        return end.usage;
    }
    const CallBound &bound = context.bound;
    const bool isSeenPart = context.facts.stream && end.ending != core::Ending::Complete &&
                            !billsWhatIsHidden(context.upstream);
    core::TokenUsage usage = end.usage;
    usage.audioSeconds = bound.audioSeconds;
    if (usage.prompt() == 0) {
        usage.input = bound.promptTokens; // else the upstream told it before it broke off
    }
    if (!isSeenPart) {
        usage.output = bound.outputTokens * bound.choices;
    }
    usage.quality = core::CountQuality::Estimated;
    return usage;
}

core::HoldRecord holdOf(const RequestContext &context)
{
    core::HoldRecord record;
    record.id = context.id;
    record.attempt = context.attempt;
    record.admittedAt = context.admittedAt;
    record.attribution = context.attribution;
    record.bound = context.bound.amounts;
    record.decision = context.decision;
    record.reason = decisionReason(context);
    record.reasonRepeats = context.route.repeats && record.reason.isSharedWith(context.route.json);
    record.stream = context.facts.stream;
    return record;
}

core::Duration overheadOf(const RequestContext &context, core::Time now)
{
    return now - context.receivedAt - context.upstreamTime - context.queued;
}

core::SettlementRecord
settlementOf(const RequestContext &context, const RelayEnd &end, core::Time now)
{
    core::SettlementRecord record;
    record.id = context.id;
    record.attempt = context.attempt;
    record.admittedAt = context.admittedAt;
    record.attribution = context.attribution;
    record.usage = chargedUsage(context, end);
    const auto cost = core::charge(context.price, record.usage);
    // A negative count never gets here (the dialect's reader refuses it); if one did, the bound
    // is what fails closed.
    record.cost = cost.ok() ? *cost : context.bound.amounts.cost;
    const QString source = context.price.sourceText + u' ' + context.price.sourceDate;
    record.priceSource = source.trimmed().toUtf8();
    record.ending = end.ending;
    record.httpStatus = end.status;
    record.admission = admissionOf(context, record.usage);
    record.total = now - context.receivedAt;
    record.overhead = overheadOf(context, now);
    if (context.firstByteAt != core::Time{}) {
        record.toFirstByte = context.firstByteAt - context.receivedAt;
    }
    return record;
}

} // namespace proxy
