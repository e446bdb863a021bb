// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/callbound.h"

#include <algorithm>
#include <limits>

namespace proxy {

namespace {
qint64 templateOverhead(const openai::CallFacts &facts, const ServedModel &model)
{
    if (!model.overhead) {
        return OverheadWithoutTokenizer;
    }
    const TemplateOverhead &overhead = *model.overhead;
    if (!openai::isConversation(facts.endpoint)) {
        // No template, but a start token per prompt, which the empty conversation has as well.
        return overhead.conversation * facts.prompts;
    }
    return overhead.conversation + overhead.message * std::max<qint64>(facts.messages - 1, 0) +
           (facts.hasTools ? overhead.tools : 0);
}

qint64 promptBound(const openai::CallFacts &facts, const ServedModel &model)
{
    const bool bytesSayNothing = facts.hasMedia || !model.overhead;
    const qint64 whole = model.contextLength * facts.prompts;
    if (bytesSayNothing && model.contextLength > 0) {
        return whole;
    }
    if (facts.hasMedia) {
        return (model.ownersContext > 0 ? model.ownersContext : LargestContext) * facts.prompts;
    }
    const qint64 bytes = facts.textBytes + templateOverhead(facts, model);
    return model.contextLength > 0 ? std::min(bytes, whole) : bytes;
}

/// Per choice. When the client sets no limit vLLM takes what is left of the context
/// (entrypoints/serve/utils: get_max_tokens); with an inexact prompt that is up to all of it.
qint64 outputBound(const openai::CallFacts &facts, const ServedModel &model, qint64 promptPerCall)
{
    if (!openai::generates(facts.endpoint)) {
        return 0;
    }
    const qint64 room = model.contextLength > 0
                            ? std::max<qint64>(model.contextLength - promptPerCall, 1)
                            : OutputWithoutContext;
    // max_tokens 0 with echo still generates one token (vllm-protocol section 1.2).
    return std::max<qint64>(std::min(facts.maxTokens.value_or(room), room), 1);
}

CallBound priced(CallBound bound, const core::Price &price)
{
    const qint64 output = bound.outputTokens * bound.choices;
    bound.amounts = {
        core::upperBound(price, bound.promptTokens, output), bound.promptTokens + output, 1};
    if (bound.audioSeconds > 0) {
        bound.amounts.cost += core::audioBound(price, bound.audioSeconds);
    }
    return bound;
}
} // namespace

CallBound
cheapBound(const openai::CallFacts &facts, const ServedModel &model, const core::Price &price)
{
    CallBound bound;
    if (facts.endpoint == openai::Endpoint::Transcription) {
        bound.audioSeconds = facts.audioSeconds; // is all that counts
        return priced(bound, price);
    }
    bound.promptTokens = promptBound(facts, model);
    bound.choices = facts.choices;
    bound.outputTokens = outputBound(facts, model, 1);
    return priced(bound, price);
}

CallBound exactBound(const openai::CallFacts &facts,
                     const ServedModel &model,
                     const core::Price &price,
                     qint64 promptTokens)
{
    CallBound bound;
    bound.promptTokens = promptTokens;
    bound.promptExact = true;
    bound.choices = facts.choices;
    bound.outputTokens = outputBound(facts, model, facts.prompts > 1 ? 1 : promptTokens);
    return priced(bound, price);
}

CallBound withOutput(CallBound bound, qint64 outputTokens, const core::Price &price)
{
    bound.outputTokens = std::min(bound.outputTokens, outputTokens);
    return priced(bound, price);
}

std::optional<qint64>
affordableMaxTokens(const CallBound &bound, const core::Price &price, const core::Headroom &room)
{
    if (room.requests < 1 || bound.outputTokens == 0) {
        return std::nullopt;
    }
    const qint64 byMoney = core::affordableOutput(price, bound.promptTokens, room.cost);
    const qint64 byTokens = room.tokens - bound.promptTokens;
    const qint64 perChoice = std::min(byMoney, byTokens) / bound.choices;
    return perChoice < 1 ? std::nullopt : std::optional(std::min(perChoice, bound.outputTokens));
}

} // namespace proxy
