// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/refusals.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "proxy/dialects/dialect.h"
#include "proxy/pipeline/callbound.h"
#include "proxy/pipeline/ratelimits.h"
#include "proxy/upstream/upstreams.h"

#include <QDateTime>

#include <algorithm>

namespace proxy {

namespace {
/// Holds last as long as answers run; asking again sooner only makes load.
constexpr qint64 RetryHeldSeconds = 2;

void addAmount(core::JsonWriter &json, QByteArrayView name, core::Unit unit, qint64 amount)
{
    switch (unit) {
    case core::Unit::Usd:
        json.money(QByteArray(name.toByteArray() + "_usd"), core::Money::fromNanos(amount));
        return;
    case core::Unit::Tokens:
        json.number(QByteArray(name.toByteArray() + "_tokens"), amount);
        return;
    case core::Unit::Requests:
        json.number(QByteArray(name.toByteArray() + "_requests"), amount);
        return;
    }
}

bool ends(const core::BucketState &state)
{
    return state.span.ends != core::Time::max();
}

QByteArray facts(const core::Shortfall &shortfall, std::optional<qint64> fits)
{
    const core::BucketState &state = shortfall.state;
    core::JsonWriter json;
    json.text("budget", state.budgetId).text("scope", state.label);
    addAmount(json, "limit", state.unit, state.limit);
    addAmount(json, "spent", state.unit, state.settled);
    addAmount(json, "held", state.unit, state.held);
    addAmount(json, "requested", state.unit, shortfall.requested);
    if (ends(state)) {
        json.text("window_ends_at", timeText(state.span.ends));
    } else {
        json.null("window_ends_at");
    }
    if (fits) {
        json.number("max_tokens_that_fits", *fits);
    } else {
        json.null("max_tokens_that_fits");
    }
    const QByteArray object = json.toJson();
    return object.mid(1, object.size() - 2);
}

QByteArray sentence(const core::Shortfall &shortfall)
{
    const core::BucketState &state = shortfall.state;
    const QByteArray who = state.label.isEmpty() ? QByteArray("everybody") : state.label;
    return "The budget for " + who + " is " + amountText(state.unit, state.cap) + ": " +
           amountText(state.unit, state.settled) + " spent, " + amountText(state.unit, state.held) +
           " held by running calls, and this call may need up to " +
           amountText(state.unit, shortfall.requested) + '.';
}

/// Seed S1's own words for it, which its clients show (S1-24).
QByteArray hardStopTexts(const core::BucketState &state)
{
    const auto tenths =
        static_cast<__int128>(state.settled) * 1'000 / std::max<qint64>(state.limit, 1);
    const auto percent = static_cast<qint64>(tenths);
    return R"(,"reason":"Hard cap exceeded","warning":"Hard cap reached ()" +
           QByteArray::number(percent / 10) + '.' + QByteArray::number(percent % 10) +
           R"x(% spent)")x";
}

qint64 secondsUntil(core::Time then, core::Time now)
{
    return std::max<qint64>(1, std::chrono::ceil<std::chrono::seconds>(then - now).count());
}
} // namespace

QByteArray amountText(core::Unit unit, qint64 amount)
{
    switch (unit) {
    case core::Unit::Usd:
        return '$' + core::Money::fromNanos(amount).toDecimal();
    case core::Unit::Tokens:
        return QByteArray::number(amount) + " tokens";
    case core::Unit::Requests:
        break;
    }
    return QByteArray::number(amount) + (amount == 1 ? " request" : " requests");
}

QByteArray timeText(core::Time time)
{
    const auto milliseconds =
        std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch());
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(milliseconds.count(), Qt::UTC);
    return utc.toString(Qt::ISODate).toLatin1();
}

ApiError budgetRefusal(const core::Refusal &refusal,
                       const RequestContext &context,
                       const core::Headroom &room,
                       core::Time now)
{
    if (refusal.rate) {
        return rateRefusal(*refusal.rate);
    }
    const core::Shortfall &tightest = refusal.shortfalls.front();
    const bool onlyHeld = std::ranges::all_of(refusal.shortfalls, &core::Shortfall::onlyHeld);
    const std::optional<qint64> fits = affordableMaxTokens(context.bound, context.price, room);
    ApiError error;
    error.status = 402;
    error.message = sentence(tightest);
    error.facts = facts(tightest, fits);
    error.headers = {{"x-should-retry", "false"}};
    if (onlyHeld) {
        error.code = "budget_held";
        error.message += " Room comes back as running calls end.";
        error.headers.emplace_back("retry-after", QByteArray::number(RetryHeldSeconds));
    } else if (fits) {
        error.code = "request_too_large_for_budget";
        error.message += " A max_tokens of at most " + QByteArray::number(*fits) + " would pass.";
        error.param =
            context.facts.usesMaxCompletionTokens ? "max_completion_tokens" : "max_tokens";
    } else {
        error.code = "budget_exceeded";
        error.facts += hardStopTexts(tightest.state);
        if (ends(tightest.state)) {
            error.message += " It frees at " + timeText(tightest.state.span.ends) + '.';
            error.headers.emplace_back(
                "retry-after", QByteArray::number(secondsUntil(tightest.state.span.ends, now)));
        } else {
            error.message += " The owner can raise it in Capstan.";
        }
    }
    error.type = error.code;
    return error;
}

ApiError pausedRefusal(const QByteArray &tenant, bool everybody)
{
    ApiError error;
    error.status = 403;
    error.code = "tenant_paused";
    error.type = "permission_error";
    error.message = everybody ? QByteArray("All calls are paused by the owner of this Capstan.")
                              : "Tenant " + tenant + " is paused by the owner of this Capstan.";
    error.message += " Ask them to resume it.";
    error.headers = {{"x-should-retry", "false"}};
    return error;
}

ApiError unpricedRefusal(const QByteArray &model)
{
    ApiError error;
    error.status = 402;
    error.code = "model_unpriced";
    error.type = "model_unpriced";
    error.param = "model";
    error.message = "Model " + model +
                    " has no price, and a budget in dollars applies to this call."
                    " The owner can set its price in Capstan.";
    error.headers = {{"x-should-retry", "false"}};
    return error;
}

ApiError unknownModel(const QByteArray &model, const std::vector<ServedModel> &served)
{
    ApiError error;
    error.status = 404;
    error.code = "model_not_found";
    error.param = "model";
    error.message = "The model " + core::quotedJson(model) + " does not exist.";
    QByteArray names;
    for (const ServedModel &one : served) {
        names += (names.isEmpty() ? "" : ", ") + one.id;
    }
    error.message += names.isEmpty() ? QByteArray(" The upstream serves no model.")
                                     : " Served are: " + names + '.';
    return error;
}

ApiError notServed(const Upstream &upstream, const QByteArray &path)
{
    ApiError error;
    error.status = 400;
    error.code = "unsupported_by_provider";
    error.message = "The provider " + upstream.settings().id +
                    ", to which this model goes, does "
                    "not serve " +
                    path + ". Use /v1/chat/completions, which all of them do.";
    return error;
}

std::optional<ApiError> whyNotCarried(const RequestContext &context, const Target &target)
{
    if (context.dialect == nullptr) {
        return notServed(*target.upstream, context.upstreamPath);
    }
    const core::Outcome fit = context.dialect->check(context.facts, context.request.body);
    return fit.ok() ? std::nullopt
                    : std::optional(ApiError::from(fit.error(), "unsupported_by_provider"));
}

ApiError endedCall(core::Ending ending)
{
    const bool byMoney = ending == core::Ending::Cut;
    ApiError error;
    error.status = byMoney ? 402 : 503;
    error.code = byMoney ? "budget_exceeded" : "stopped";
    error.type = error.code;
    error.message = byMoney ? "The call was ended because its budget was lowered."
                            : "The call was stopped by the owner of this Capstan.";
    error.headers = {{"x-should-retry", "false"}};
    return error;
}

ApiError upstreamFailure(const UpstreamError &error)
{
    ApiError api;
    api.type = "upstream_error";
    switch (error.kind) {
    case UpstreamFailure::Connect:
        api.status = 503;
        api.code = "upstream_unreachable";
        api.message = "The model server does not accept connections. Try again when it is up.";
        return api;
    case UpstreamFailure::Timeout:
        api.status = 504;
        api.code = "upstream_timeout";
        api.message = "The model server did not answer in time.";
        return api;
    case UpstreamFailure::Broken:
    case UpstreamFailure::TooLarge:
        break;
    }
    api.status = 502;
    api.code = "upstream_broken";
    api.message = "The model server broke its answer off.";
    return api;
}

std::optional<ApiError> upstreamStatus(int status, const HeaderList &headers)
{
    ApiError api;
    api.type = "upstream_error";
    if (status == 401 || status == 403) {
        api.status = 502;
        api.code = "upstream_credentials";
        api.message =
            "The model server refused Capstan's credential. The owner can set it in Capstan.";
        return api;
    }
    if (status < 500) {
        return std::nullopt;
    }
    constexpr int Overloaded = 529; // Anthropic's
    api.status = status == 503 || status == 504 || status == Overloaded ? status : 502;
    api.code = status == 503 || status == Overloaded ? "upstream_unavailable"
               : status == 504                       ? "upstream_timeout"
                                                     : "upstream_error";
    api.message = "The model server failed with status " + QByteArray::number(status) + '.';
    if (const QByteArray wait = headerValue(headers, "retry-after"); !wait.isEmpty()) {
        api.headers.emplace_back("retry-after", wait);
    }
    return api;
}

} // namespace proxy
