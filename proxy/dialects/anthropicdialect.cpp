// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "proxy/dialects/anthropic.h"
#include "proxy/dialects/anthropicmeter.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace proxy::anthropic {
namespace {

/// An entry of the prompt cache that lives an hour: twice the price of input, where the price book
/// knows the five minutes' price only.
bool writesForAnHour(const QByteArray &body)
{
    if (!body.contains("\"ttl\"")) {
        return false;
    }
    static const QRegularExpression hour(uR"("cache_control"\s*:\s*\{[^}]*"ttl"\s*:\s*"1h")"_s);
    return hour.match(QString::fromUtf8(body)).hasMatch();
}

/// error.type as Anthropic's API names it (its errors page); its SDK goes by the status.
QByteArray typeOf(int status)
{
    switch (status) {
    case 401:
        return "authentication_error";
    case 402:
        return "billing_error";
    case 403:
        return "permission_error";
    case 404:
        return "not_found_error";
    case 413:
        return "request_too_large";
    case 429:
        return "rate_limit_error";
    case 503:
    case 529:
        return "overloaded_error";
    case 504:
        return "timeout_error";
    default:
        return status < 500 ? "invalid_request_error" : "api_error";
    }
}

} // namespace

core::Outcome MessagesDialect::check(const openai::CallFacts &, const QByteArray &body) const
{
    if (m_writes == CacheWrites::Priced && writesForAnHour(body)) {
        return core::Error{
            core::ErrorCode::InvalidInput,
            u"The field \"cache_control\" asks for a cache entry of one hour (ttl \"1h\"), which "
            "costs more than any price that Capstan has."_s,
            u"Leave \"ttl\" out: the entry then lives for five minutes."_s};
    }
    return core::Done{};
}

Dialect::Outgoing MessagesDialect::outgoing(const QByteArray &path,
                                            const openai::CallFacts &facts,
                                            const QByteArray &body,
                                            const openai::RequestEdit &edit) const
{
    return {path, openai::editRequest(facts, body, edit)};
}

std::unique_ptr<StreamMeter> MessagesDialect::meter(const openai::CallFacts &facts) const
{
    return std::make_unique<MessageMeter>(facts, m_writes);
}

std::optional<core::TokenUsage> MessagesDialect::usage(QByteArrayView body) const
{
    const auto usage = core::findMember(body, "usage");
    UsageCounts counts;
    if (usage) {
        counts.take(usage->value(body));
    }
    if (!counts.input || !counts.output) {
        return std::nullopt;
    }
    return counts.normalised(core::CountQuality::Reported, m_writes);
}

openai::AnswerFacts MessagesDialect::answerFacts(QByteArrayView body) const
{
    openai::AnswerFacts facts = openai::readAnswerFacts(body);
    if (const auto reason = core::findMember(body, "stop_reason")) {
        facts.finishReason = core::jsonString(reason->value(body)).value_or(QByteArray());
    }
    return facts;
}

QByteArray errorBody(int status, const QByteArray &body)
{
    const auto member = core::findMember(body, "error");
    const auto type = core::findMember(body, "type");
    if (type && type->value(body) == "\"error\"") {
        return body;
    }
    QByteArray error = member ? member->value(body).toByteArray() : QByteArray();
    if (!error.startsWith('{')) { // vLLM's 401 and 503 hold a text
        const QByteArray message = core::jsonString(error).value_or("The request failed.");
        error = core::JsonWriter().text("message", message).toJson();
    }
    error = core::withMember(error, "type", core::quotedJson(typeOf(status)));
    return core::JsonWriter().text("type", "error").raw("error", error).toJson();
}

} // namespace proxy::anthropic
