// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "proxy/dialects/openai.h"

#include <algorithm>

// Each event goes through take(), a hundred thousand times a second:
// 1. read() finds `choices`, `usage` and `error` on the event's top level. All chunks of a stream
//    begin alike (id, object, created, model), so what was read once is stepped over.
// 2. takeChoices() notes which choice speaks and whether it ends, takeUsage() the counts.
// 3. isForClient() decides whether the usage stays; else it is cut out of the event's text.

namespace proxy::openai {
namespace {

/// More sequences than readRequest() lets through; a larger index is a broken upstream's.
constexpr qint64 MaximumIndex = 131'072;

bool isEmptyValue(QByteArrayView value)
{
    return value == "null" || value == "\"\"" || value == "[]" || value == "{}";
}

/// Whether a chat delta holds something that was generated.
bool hasContent(QByteArrayView delta)
{
    core::JsonMembers members(delta);
    core::JsonMember member;
    while (members.next(member)) {
        if (member.name != "role" && !isEmptyValue(member.value(delta))) {
            return true;
        }
    }
    return false;
}

} // namespace

StreamMeter::StreamMeter(const CallFacts &facts)
    : m_facts(facts)
    , m_prompts(static_cast<std::size_t>(std::max<qint64>(facts.prompts, 1)))
{}

StreamMeter::Relay StreamMeter::take(QByteArrayView raw, QByteArrayView data)
{
    if (data == "[DONE]") {
        m_done = true;
        return {};
    }
    Chunk chunk = read(data);
    m_failed = m_failed || chunk.hasError;
    takeChoices(chunk);
    if (!chunk.usage) {
        m_sawBareChunk = m_sawBareChunk || chunk.hasChoices;
        return {};
    }
    const QByteArrayView usage = chunk.usage->value(data);
    if (!usage.startsWith('{') && usage != "null") {
        return {}; // nothing that we know, and nothing of our asking
    }
    const auto counts = readCounts(usage);
    if (counts) {
        takeUsage(*counts, chunk);
    }
    Relay relay = isForClient(chunk, !counts) ? Relay{} : withoutUsage(raw, data, chunk);
    m_sawBareChunk = m_sawBareChunk || (chunk.hasChoices && !counts);
    return relay;
}

StreamMeter::Chunk StreamMeter::read(QByteArrayView data)
{
    Chunk chunk;
    const bool isKnown = !m_prefix.isEmpty() && data.startsWith(m_prefix);
    core::JsonMembers members =
        isKnown ? core::JsonMembers(data, m_prefix.size()) : core::JsonMembers(data);
    core::JsonMember member;
    while (members.next(member)) {
        const QByteArrayView value = member.value(data);
        if (member.name == "choices") {
            if (!isKnown && !chunk.usage && !chunk.hasError) {
                m_prefix = data.first(member.begin).toByteArray();
            }
            chunk.choices = value;
        } else if (member.name == "usage") {
            chunk.usage = member;
        } else if (member.name == "error") {
            chunk.hasError = chunk.hasError || value != "null";
        } else if (!isKnown) {
            takeIdentity(member.name, value);
        }
    }
    return chunk;
}

void StreamMeter::takeIdentity(QByteArrayView name, QByteArrayView value)
{
    if (name == "id") {
        m_id = value.toByteArray();
    } else if (name == "model") {
        m_model = value.toByteArray();
    } else if (name == "created") {
        m_created = value.toByteArray();
    }
}

void StreamMeter::takeChoices(Chunk &chunk)
{
    core::JsonElements choices(chunk.choices);
    QByteArrayView choice;
    while (choices.next(choice)) {
        const qint64 index = takeChoice(choice, chunk);
        chunk.choice = chunk.hasChoices ? chunk.choice : index;
        chunk.hasChoices = true;
    }
}

qint64 StreamMeter::takeChoice(QByteArrayView choice, Chunk &chunk)
{
    qint64 index = 0;
    bool ends = false;
    bool speaks = false;
    core::JsonMembers members(choice);
    core::JsonMember member;
    while (members.next(member)) {
        const QByteArrayView value = member.value(choice);
        if (member.name == "index") {
            index = core::jsonInteger(value).value_or(0);
        } else if (member.name == "finish_reason") {
            ends = !isEmptyValue(value);
            m_finish = ends ? value.toByteArray() : m_finish;
        } else if (m_running.isZero() && member.name == "delta") {
            speaks = hasContent(value);
        } else if (m_running.isZero() && member.name == "text") {
            speaks = !isEmptyValue(value);
        }
    }
    Choice &state = choiceAt(index);
    state.started = true;
    state.ended = state.ended || ends;
    chunk.finishes = chunk.finishes || ends;
    m_deltas += speaks ? 1 : 0;
    return index;
}

StreamMeter::Choice &StreamMeter::choiceAt(qint64 index)
{
    const auto place = static_cast<std::size_t>(std::clamp<qint64>(index, 0, MaximumIndex));
    if (place >= m_choices.size()) {
        m_choices.resize(place + 1);
    }
    return m_choices[place];
}

void StreamMeter::takeUsage(const UsageCounts &counts, const Chunk &chunk)
{
    // vLLM gives the whole call's count in a chunk without choices; llama.cpp and DeepSeek give it
    // where the one choice ends. Zeros there are no count but Ollama's filling.
    const bool isSingle = m_facts.choices == 1;
    const bool endsSingle = isSingle && chunk.finishes && !counts.isZero();
    if (chunk.hasChoices && !endsSingle) {
        takeRunning(counts, chunk.choice);
        return;
    }
    m_final = m_final.value_or(UsageCounts{});
    m_final->takeLarger(counts);
    if (isSingle) {
        m_final->takeLarger(m_running);
    }
}

void StreamMeter::takeRunning(const UsageCounts &counts, qint64 choice)
{
    UsageCounts &known = choiceAt(choice).running;
    const UsageCounts before = known;
    known.takeLarger(counts);
    m_running.output += known.output - before.output;
    m_running.reasoning += known.reasoning - before.reasoning;
    // The choices of one prompt all report that prompt, which was computed once.
    const qint64 perPrompt =
        std::max<qint64>(m_facts.choices / std::max<qint64>(m_facts.prompts, 1), 1);
    const auto place = static_cast<std::size_t>(std::max<qint64>(choice, 0) / perPrompt);
    qint64 &prompt = m_prompts[std::min(place, m_prompts.size() - 1)];
    m_running.prompt += std::max(prompt, counts.prompt) - prompt;
    prompt = std::max(prompt, counts.prompt);
}

bool StreamMeter::isForClient(const Chunk &chunk, bool isNull) const
{
    if (m_facts.continuousUsage) {
        return true;
    }
    if (!m_facts.includeUsage) {
        return false;
    }
    // What the upstream would have sent without our asking for more: `null` until the end, or the
    // count where the choice ends, after chunks without one.
    return isNull || !chunk.hasChoices || (chunk.finishes && m_sawBareChunk);
}

StreamMeter::Relay
StreamMeter::withoutUsage(QByteArrayView raw, QByteArrayView data, const Chunk &chunk)
{
    const bool isCount = chunk.usage->value(data) != "null";
    if (!chunk.hasChoices && !chunk.hasError && isCount) {
        return {.drop = true, .changed = false, .text = {}};
    }
    const core::JsonRange range = core::rangeWithComma(data, *chunk.usage);
    const bool isInside = data.begin() >= raw.begin() && data.end() <= raw.end();
    m_text.resize(0);
    m_text.append(isInside ? QByteArrayView(raw.begin(), data.begin()) : QByteArrayView("data: "));
    m_text.append(data.first(range.begin)).append(data.sliced(range.end));
    m_text.append(isInside ? QByteArrayView(data.end(), raw.end()) : QByteArrayView("\n\n"));
    return {.drop = false, .changed = true, .text = m_text};
}

core::TokenUsage StreamMeter::usage() const
{
    if (m_final) {
        return m_final->normalised(core::CountQuality::Reported);
    }
    // All zero is no count: a prompt has at least one token.
    return m_running.normalised(m_running.isZero() ? core::CountQuality::Unknown
                                                   : core::CountQuality::LowerBound);
}

core::TokenUsage StreamMeter::running() const
{
    if (m_final || !m_running.isZero()) {
        return usage();
    }
    return UsageCounts{0, m_deltas, 0, 0, 0}.normalised(core::CountQuality::Estimated);
}

} // namespace proxy::openai
