// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/responsesmeter.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"

namespace proxy::openai {
namespace {

bool isLast(QByteArrayView type)
{
    return type == "\"response.completed\"" || type == "\"response.incomplete\"" ||
           type == "\"response.failed\"";
}

QByteArray usageText(const core::TokenUsage &usage)
{
    return core::JsonWriter()
        .number("input_tokens", usage.prompt())
        .raw("input_tokens_details",
             core::JsonWriter().number("cached_tokens", usage.cachedInput).toJson())
        .number("output_tokens", usage.output)
        .raw("output_tokens_details",
             core::JsonWriter().number("reasoning_tokens", usage.reasoning).toJson())
        .number("total_tokens", usage.total())
        .toJson();
}

} // namespace

proxy::StreamMeter::Relay ResponsesMeter::take(QByteArrayView /*raw*/, QByteArrayView data)
{
    QByteArrayView type;
    core::JsonMembers members(data);
    core::JsonMember member;
    while (members.next(member)) {
        const QByteArrayView value = member.value(data);
        if (member.name == "type") {
            type = value;
        } else if (member.name == "sequence_number") {
            m_sequence = core::jsonInteger(value).value_or(m_sequence);
        } else if (member.name == "response") {
            takeResponse(value);
        }
    }
    m_done = m_done || isLast(type) || data == "[DONE]";
    m_failed = m_failed || type == "\"response.failed\"" || type == "\"error\"";
    m_deltas += type.endsWith(".delta\"") ? 1 : 0;
    return {};
}

void ResponsesMeter::takeResponse(QByteArrayView response)
{
    m_response = response.toByteArray();
    if (const auto usage = core::findMember(response, "usage")) {
        if (const auto counts = readCounts(usage->value(response))) {
            m_final = counts;
        }
    }
}

core::TokenUsage ResponsesMeter::usage() const
{
    return m_final ? m_final->normalised(core::CountQuality::Reported) : core::TokenUsage{};
}

core::TokenUsage ResponsesMeter::running() const
{
    return m_final ? usage()
                   : UsageCounts{0, m_deltas, 0, 0, 0}.normalised(core::CountQuality::Estimated);
}

AnswerFacts ResponsesMeter::answerFacts() const
{
    return readAnswerFacts(m_response);
}

QByteArray ResponsesMeter::event(QByteArrayView type, QByteArrayView members) const
{
    return QByteArray("event: ").append(type) + "\ndata: {\"type\":" + core::quotedJson(type) +
           ",\"sequence_number\":" + QByteArray::number(m_sequence + 1) + ',' +
           members.toByteArray() + "}\n\n";
}

QByteArray ResponsesMeter::lengthEnding(const core::TokenUsage &usage) const
{
    if (m_done) {
        return {};
    }
    QByteArray response = m_response.isEmpty() ? QByteArray("{}") : m_response;
    response = core::withMember(response, "status", "\"incomplete\"");
    response =
        core::withMember(response, "incomplete_details", R"({"reason":"max_output_tokens"})");
    response = core::withMember(response, "usage", usageText(usage));
    return event("response.incomplete", "\"response\":" + response);
}

QByteArray ResponsesMeter::stopEnding(QByteArrayView code, QByteArrayView message) const
{
    return event("error",
                 "\"code\":" + core::quotedJson(code) +
                     ",\"message\":" + core::quotedJson(message) + ",\"param\":null");
}

std::unique_ptr<proxy::StreamMeter> meterOf(const CallFacts &facts)
{
    if (facts.endpoint == Endpoint::Responses) {
        return std::make_unique<ResponsesMeter>();
    }
    return std::make_unique<StreamMeter>(facts);
}

} // namespace proxy::openai
