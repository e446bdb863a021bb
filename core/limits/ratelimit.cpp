// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/limits/ratelimit.h"

#include <QJsonValue>

#include <array>
#include <utility>

namespace core {
using namespace Qt::StringLiterals;

namespace {

constexpr std::array Members{
    std::pair("requests_per_minute"_L1, &RateFigures::requestsPerMinute),
    std::pair("requests_per_hour"_L1, &RateFigures::requestsPerHour),
    std::pair("tokens_per_minute"_L1, &RateFigures::tokensPerMinute),
    std::pair("tokens_per_hour"_L1, &RateFigures::tokensPerHour),
    std::pair("parallel"_L1, &RateFigures::parallel),
};

Error invalid(const QString &message)
{
    return {ErrorCode::InvalidInput,
            message,
            u"Give any of requests_per_minute, requests_per_hour, tokens_per_minute, "
            "tokens_per_hour and parallel, each a whole number of at least 1."_s};
}

} // namespace

QJsonObject RateFigures::toJson() const
{
    QJsonObject json;
    for (const auto &[name, member] : Members) {
        if (const std::optional<qint64> &figure = this->*member) {
            json.insert(name, *figure);
        }
    }
    return json;
}

Result<RateFigures> RateFigures::fromJson(const QJsonObject &json)
{
    RateFigures figures;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const auto known = std::find_if(Members.begin(), Members.end(), [&](const auto &member) {
            return member.first == it.key();
        });
        if (known == Members.end()) {
            return invalid(u"The limit %1 is unknown."_s.arg(it.key()));
        }
        const qint64 figure = it.value().toInteger();
        if (figure < 1 || figure > MostPerHour) {
            return invalid(u"The limit %1 is out of range."_s.arg(it.key()));
        }
        figures.*(known->second) = figure;
    }
    return figures;
}

} // namespace core
