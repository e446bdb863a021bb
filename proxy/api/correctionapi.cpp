// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/api/correctionapi.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "proxy/accounts.h"
#include "proxy/apierror.h"
#include "proxy/mailbox.h"
#include "proxy/pipeline/attribute.h"
#include "proxy/pipeline/refusals.h"

#include <QUtf8StringView>

namespace proxy {

using namespace Qt::StringLiterals;

namespace {
/// A sentence or two; it is kept for as long as the call.
constexpr qsizetype LongestReason = 500;
/// No call has more.
constexpr qint64 MostTokens = qint64{1} << 40;

core::Error invalid(const QString &message)
{
    return {core::ErrorCode::InvalidInput,
            message,
            u"Send for example {\"id\":\"req-…\",\"cost_usd\":0.0123,\"input_tokens\":800,"
            u"\"output_tokens\":120,\"reason\":\"invoice of November\"}; "
            u"GET /api/admin/recovered lists the ids."_s};
}

QByteArray tokensJson(core::JsonWriter json, const core::TokenUsage &usage)
{
    return json.number("input_tokens", usage.input)
        .number("cached_input_tokens", usage.cachedInput)
        .number("cache_write_tokens", usage.cacheWrite)
        .number("output_tokens", usage.output)
        .number("reasoning_tokens", usage.reasoning)
        .toJson();
}

QByteArray correctionJson(const core::CorrectionRecord &correction)
{
    return tokensJson(core::JsonWriter()
                          .text("at", timeText(correction.at))
                          .text("by", correction.by)
                          .text("reason", correction.reason)
                          .money("cost_usd", correction.cost),
                      correction.usage);
}

QByteArray callJson(const core::Ledger::RecoveredCall &call)
{
    const core::Attribution &who = call.attribution;
    core::JsonWriter json;
    json.text("id", call.id.toText())
        .number("attempt", call.attempt)
        .text("tenant", who.of(core::Dimension::Tenant))
        .textOrNull("agent", who.of(core::Dimension::Agent))
        .text("model", who.of(core::Dimension::Model))
        .text("admitted_at", timeText(call.admittedAt))
        .text("charged_at", timeText(call.chargedAt))
        .money("charged_usd", call.cost)
        .number("charged_tokens", call.usage.total());
    return call.corrected ? json.raw("corrected", correctionJson(*call.corrected)).toJson()
                          : json.null("corrected").toJson();
}

/// A text member; false when it is no text, is empty, or is too long.
bool readText(QByteArrayView value, QByteArray &target)
{
    const auto text = core::jsonString(value);
    target = text.value_or(QByteArray()).trimmed();
    return text && !target.isEmpty() && target.size() <= LongestReason &&
           QUtf8StringView(target).isValidUtf8();
}

qint64 *tokensNamed(QByteArrayView name, core::TokenUsage &usage)
{
    const std::pair<QByteArrayView, qint64 *> members[] = {
        {"input_tokens", &usage.input},
        {"cached_input_tokens", &usage.cachedInput},
        {"cache_write_tokens", &usage.cacheWrite},
        {"output_tokens", &usage.output},
        {"reasoning_tokens", &usage.reasoning},
    };
    for (const auto &[known, target] : members) {
        if (known == name) {
            return target;
        }
    }
    return nullptr;
}

std::optional<core::Error>
readMember(QByteArrayView name, QByteArrayView value, Accounts::Correction &correction)
{
    if (name == "id") {
        const auto id = core::RequestId::fromText(core::jsonString(value).value_or(QByteArray()));
        correction.id = id.value_or(core::RequestId{});
        return id ? std::nullopt : std::optional(invalid(u"id is not a request id."_s));
    }
    if (name == "cost_usd") {
        const auto cost = core::Money::parse(value);
        correction.cost = cost.ok() ? *cost : core::Money();
        const bool good = cost.ok() && *cost >= core::Money();
        return good ? std::nullopt
                    : std::optional(invalid(u"cost_usd must be a number of dollars, 0 or more."_s));
    }
    if (name == "reason" || name == "by") {
        const bool good = readText(value, name == "by" ? correction.by : correction.reason);
        return good ? std::nullopt
                    : std::optional(invalid(
                          u"%1 must be a text of 1 to %2 bytes."_s.arg(QString::fromUtf8(name))
                              .arg(LongestReason)));
    }
    const bool isAttempt = name == "attempt";
    qint64 *tokens = tokensNamed(name, correction.usage);
    const auto number = core::jsonInteger(value);
    if (!isAttempt && tokens == nullptr) {
        return invalid(u"The member %1 is unknown."_s.arg(QString::fromUtf8(name)));
    }
    const qint64 least = isAttempt ? 1 : 0;
    const qint64 most = isAttempt ? 1'000 : MostTokens;
    if (!number || *number < least || *number > most) {
        return invalid(u"%1 must be a whole number from %2 to %3."_s.arg(QString::fromUtf8(name))
                           .arg(least)
                           .arg(most));
    }
    if (isAttempt) {
        correction.attempt = static_cast<int>(*number);
    } else {
        *tokens = *number;
    }
    return std::nullopt;
}

core::Result<Accounts::Correction> correctionFrom(const QByteArray &body)
{
    const auto members = core::membersOf(body);
    if (!members.ok()) {
        return members.error();
    }
    Accounts::Correction correction;
    correction.by = "admin";
    correction.usage.quality = core::CountQuality::Reported;
    for (const core::JsonMember &member : *members) {
        const QByteArrayView value =
            QByteArrayView(body).sliced(member.valueBegin, member.valueEnd - member.valueBegin);
        if (const auto error = readMember(member.name, value, correction)) {
            return *error;
        }
    }
    for (const char *needed : {"id", "cost_usd", "input_tokens", "output_tokens", "reason"}) {
        if (!core::findMember(body, needed)) {
            return invalid(u"%1 is missing."_s.arg(QLatin1StringView(needed)));
        }
    }
    if (correction.usage.reasoning > correction.usage.output) {
        return invalid(u"reasoning_tokens is a part of output_tokens, and cannot be more."_s);
    }
    return correction;
}
} // namespace

void adminRecovered(const WorkerContext &worker, const std::shared_ptr<ClientStream> &client)
{
    worker.accounts.recoveredCalls(
        [&mailbox = worker.mailbox, client](const core::Result<Accounts::RecoveredCalls> &calls) {
            mailbox.post([client, calls] {
                if (!calls.ok()) {
                    respondError(*client, ApiError::from(calls.error()));
                    return;
                }
                QByteArray list;
                for (const core::Ledger::RecoveredCall &call : *calls) {
                    list += (list.isEmpty() ? "" : ",") + callJson(call);
                }
                respondJson(
                    *client, 200, core::JsonWriter().raw("recovered", '[' + list + ']').toJson());
            });
        });
}

void adminCorrect(const WorkerContext &worker,
                  const HttpRequest &request,
                  const std::shared_ptr<ClientStream> &client)
{
    const auto correction = correctionFrom(request.body);
    if (!correction.ok()) {
        respondError(*client, ApiError::from(correction.error()));
        return;
    }
    const QByteArray json = tokensJson(core::JsonWriter()
                                           .text("id", correction->id.toText())
                                           .number("attempt", correction->attempt)
                                           .money("cost_usd", correction->cost),
                                       correction->usage);
    worker.accounts.correct(
        *correction, [&mailbox = worker.mailbox, client, json](const core::Outcome &outcome) {
            mailbox.post([client, json, outcome] {
                if (outcome.ok()) {
                    respondJson(*client, 201, json);
                } else {
                    respondError(*client, ApiError::from(outcome.error()));
                }
            });
        });
}

} // namespace proxy
