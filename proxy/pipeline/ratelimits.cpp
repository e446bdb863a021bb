// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pipeline/ratelimits.h"

#include "core/base/jsonwriter.h"

#include <chrono>

namespace proxy {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// As OpenAI writes durations there: "120ms", "8.64s", "6m0s".
QByteArray shortTime(core::Duration time)
{
    const qint64 ms = std::chrono::ceil<std::chrono::milliseconds>(time).count();
    if (ms < 1'000) {
        return QByteArray::number(ms) + "ms";
    }
    constexpr qsizetype UsualBytes = 16;
    QByteArray text;
    text.reserve(UsualBytes);
    if (ms >= 60'000) {
        text += QByteArray::number(ms / 60'000) + 'm';
    }
    text += QByteArray::number(ms % 60'000 / 1'000);
    for (qint64 left = ms % 1'000, digit = 100; left > 0; left %= digit, digit /= 10) {
        text += digit == 100 ? "." : "";
        text += static_cast<char>('0' + left / digit);
    }
    return text + 's';
}

/// As literals, which are shared: every answer carries them.
struct FigureNames
{
    QByteArray limit;
    QByteArray remaining;
    QByteArray reset;
};
const FigureNames RequestNames{"x-ratelimit-limit-requests"_ba,
                               "x-ratelimit-remaining-requests"_ba,
                               "x-ratelimit-reset-requests"_ba};
const FigureNames TokenNames{"x-ratelimit-limit-tokens"_ba,
                             "x-ratelimit-remaining-tokens"_ba,
                             "x-ratelimit-reset-tokens"_ba};

void addFigure(const FigureNames &names,
               const core::RateStanding::Figure &figure,
               HeaderList &headers)
{
    if (figure.limit == 0) {
        return;
    }
    headers.emplace_back(names.limit, QByteArray::number(figure.limit));
    headers.emplace_back(names.remaining, QByteArray::number(figure.remaining));
    headers.emplace_back(names.reset, shortTime(figure.reset));
}

QByteArray unitName(core::RateUnit unit)
{
    switch (unit) {
    case core::RateUnit::Requests:
        return "requests";
    case core::RateUnit::Tokens:
        return "tokens";
    case core::RateUnit::Parallel:
        break;
    }
    return "parallel requests";
}

QByteArray sentence(const core::RateShortfall &shortfall)
{
    const QByteArray who = shortfall.label.isEmpty() ? QByteArray("everybody") : shortfall.label;
    const QByteArray per = shortfall.window == 1min ? " a minute"
                           : shortfall.window == 1h ? " an hour"
                                                    : "";
    return "The rate limit for " + who + " is " + QByteArray::number(shortfall.limit) + ' ' +
           unitName(shortfall.unit) + per + ": " + QByteArray::number(shortfall.used) +
           " used, and this call asks for " + QByteArray::number(shortfall.requested) + '.';
}

} // namespace

void addRateHeaders(const core::RateStanding &standing, HeaderList &headers)
{
    addFigure(RequestNames, standing.requests, headers);
    addFigure(TokenNames, standing.tokens, headers);
}

ApiError rateRefusal(const core::RateShortfall &shortfall)
{
    ApiError error;
    error.status = 429;
    error.code = "rate_limit_exceeded";
    error.type = shortfall.unit == core::RateUnit::Tokens ? "tokens" : "requests";
    error.message = sentence(shortfall);
    const QByteArray facts = core::JsonWriter()
                                 .text("limit_id", shortfall.limitId)
                                 .text("scope", shortfall.label)
                                 .text("unit", unitName(shortfall.unit))
                                 .number("limit", shortfall.limit)
                                 .number("used", shortfall.used)
                                 .number("requested", shortfall.requested)
                                 .toJson();
    error.facts = facts.mid(1, facts.size() - 2);
    if (shortfall.isTooLarge()) {
        error.message += " It will never pass; lower max_tokens or shorten the prompt.";
        error.headers = {{"x-should-retry", "false"}};
    } else {
        const auto wait = std::chrono::ceil<std::chrono::milliseconds>(shortfall.retryAfter);
        const qint64 seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
        error.message += " Try again in " + QByteArray::number(seconds) + " s.";
        error.headers = {{"retry-after", QByteArray::number(seconds)},
                         {"retry-after-ms", QByteArray::number(qint64(wait.count()))}};
    }
    addRateHeaders(shortfall.standing, error.headers);
    return error;
}

} // namespace proxy
