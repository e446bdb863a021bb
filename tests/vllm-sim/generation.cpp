// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generation.h"

#include "words.h"

#include <algorithm>
#include <limits>

namespace sim {

namespace {

/// How fast an engine without a pace goes on while nobody reads.
constexpr double UnpacedTokensPerSecond = 100'000;
constexpr qint64 Endless = std::numeric_limits<qint64>::max();
/// The name, the opening and the closing of the arguments, and the end token.
constexpr qint64 ShortestToolCall = 4;

quint64 mixed(quint64 value)
{
    value ^= value >> 33;
    value *= 0xff51afd7ed558ccdULL;
    value ^= value >> 33;
    return value;
}

quint64 hashOf(QByteArrayView text, quint64 seed)
{
    quint64 hash = 0xcbf29ce484222325ULL ^ mixed(seed); // FNV-1a
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    }
    return mixed(hash);
}

/// How long the answer would be if nothing limited it.
qint64 naturalLength(const CompletionRequest &request, quint64 seed, qint64 middle)
{
    if (request.ignoreEnd) {
        return Endless;
    }
    qint64 length = request.script.answerTokens.value_or(
        middle / 2 + static_cast<qint64>(seed % static_cast<quint64>(middle + 1)));
    if (!request.toolName.isEmpty()) {
        length = std::max(length, request.script.reasoningTokens + ShortestToolCall);
    }
    return std::max({qint64{1}, length, request.minimumTokens});
}

} // namespace

Generation::Generation(CompletionRequest request,
                       const QByteArray &id,
                       const Options &options,
                       Counters &counters,
                       Microseconds now)
    : m_request(std::move(request))
    , m_id(id)
    , m_counters(counters)
    , m_model(counters.model(m_request.model))
    , m_begun(now)
{
    const Script &script = m_request.script;
    const double pace = script.tokensPerSecond.value_or(options.tokensPerSecond);
    m_isPaced = pace > 0;
    m_microsPerStep = PerSecond / (m_isPaced ? pace : UnpacedTokensPerSecond);
    m_anchor = m_begun + (script.delayMs + script.firstTokenMs.value_or(options.firstTokenMs)) *
                             PerMillisecond;
    plan(options);
    const qint64 prompt = m_request.promptTokens();
    m_model.promptTokens += prompt;
    m_model.cachedTokens += std::min(script.cachedTokens, prompt);
    RequestRecord record;
    record.id = id;
    record.promptTokens = prompt;
    record.begun = m_begun;
    m_ticket = counters.begin(std::move(record));
}

void Generation::plan(const Options &options)
{
    const Script &script = m_request.script;
    const quint64 base = hashOf(m_request.lastText, options.seed);
    const auto choices = static_cast<std::size_t>(m_request.choices);
    m_sequences.resize(m_request.prompts.size() * choices);
    for (std::size_t at = 0; at < m_sequences.size(); ++at) {
        Sequence &sequence = m_sequences[at];
        sequence.prompt = at / choices;
        sequence.seed = mixed(base + at);
        const qint64 natural = naturalLength(m_request, sequence.seed, options.defaultAnswerTokens);
        const bool isCut = natural > m_request.outputLimit || script.overshoot > 0;
        sequence.tokens = isCut ? m_request.outputLimit + script.overshoot : natural;
        sequence.finish = isCut ? FinishReason::Length : FinishReason::Stop;
        if (script.neverEnding) {
            sequence.tokens = Endless;
        }
        m_lastStep = std::max(m_lastStep, sequence.tokens);
    }
}

qint64 Generation::generatedTokens() const
{
    qint64 sum = 0;
    for (const Sequence &sequence : m_sequences) {
        sum += sequence.generated;
    }
    return sum;
}

Microseconds Generation::dueAt(qint64 step) const
{
    const double distance = static_cast<double>(step - m_anchorStep) * m_microsPerStep;
    constexpr double Never = 1e17; // three thousand years, still far from an overflow
    return m_anchor + static_cast<Microseconds>(std::min(distance, Never));
}

Microseconds Generation::nextDue() const
{
    return m_isPaced ? dueAt(m_steps) : m_anchor;
}

Microseconds Generation::finishedAt() const
{
    return m_isPaced || m_lastStep == Endless ? dueAt(m_lastStep - 1) : m_anchor;
}

void Generation::step(Microseconds now)
{
    advance(1, now);
}

void Generation::runOn(Microseconds now)
{
    if (now < m_anchor || isFinished()) {
        return;
    }
    const auto sinceAnchor = static_cast<double>(now - m_anchor);
    const qint64 due = m_anchorStep + 1 + static_cast<qint64>(sinceAnchor / m_microsPerStep);
    advance(std::min(due, m_lastStep) - m_steps, now);
}

void Generation::complete(Microseconds now)
{
    advance(m_lastStep - m_steps, now);
}

void Generation::stall(Microseconds now)
{
    if (!m_isPaced && now > m_anchor) {
        m_anchor = now;
        m_anchorStep = m_steps;
    }
}

void Generation::advance(qint64 steps, Microseconds now)
{
    if (steps <= 0 || m_hasEnded) {
        return;
    }
    if (m_steps == 0) {
        m_model.firstToken.observe(static_cast<double>(now - m_begun) / PerSecond);
    }
    m_steps += steps;
    qint64 made = 0;
    for (Sequence &sequence : m_sequences) {
        const qint64 reached = std::min(m_steps, sequence.tokens);
        made += reached - sequence.generated;
        if (reached == sequence.tokens && sequence.generated != reached) {
            ++m_model.finished[sequence.finish];
        }
        sequence.generated = reached;
    }
    m_counters.addGenerated(m_ticket, m_model, made);
}

qint64 Generation::reasoningIn(qint64 tokens) const
{
    return std::min(tokens, m_request.script.reasoningTokens);
}

Piece Generation::piece(const Sequence &sequence, qint64 from, qint64 to) const
{
    Piece out;
    const bool isTool = !m_request.toolName.isEmpty();
    const bool isStopped = sequence.finish == FinishReason::Stop;
    const qint64 spoken = std::min(to, sequence.tokens - 1); // the last token has no text
    for (qint64 at = from; at < spoken; ++at) {
        const qint64 visible = at - m_request.script.reasoningTokens;
        if (visible < 0) {
            out.reasoning += m_request.includeReasoning ? wordAt(sequence.seed, at) : "";
        } else if (!isTool && m_request.wantsJson) {
            out.content += visible == 0 ? "{\"answer\": \""
                           : at == sequence.tokens - 2 && isStopped
                               ? "\"}"
                               : plainWordAt(sequence.seed, at);
        } else if (!isTool) {
            out.content += wordAt(sequence.seed, at);
        } else if (visible == 0) {
            out.opensToolCall = true;
        } else if (visible == 1) {
            out.arguments += "{\"city\": \"";
        } else if (at == sequence.tokens - 2 && isStopped) {
            out.arguments += "\"}";
        } else {
            out.arguments += plainWordAt(sequence.seed, at);
        }
    }
    return out;
}

void Generation::setReported(qint64 prompt, qint64 completion)
{
    m_counters.setReported(m_ticket, prompt, completion);
}

void Generation::end(RequestRecord::State state, Microseconds now)
{
    if (m_hasEnded) {
        return;
    }
    m_hasEnded = true;
    if (state == RequestRecord::State::Complete) {
        m_model.endToEnd.observe(static_cast<double>(now - m_begun) / PerSecond);
    }
    m_counters.end(m_ticket, state, now);
}

} // namespace sim
