// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/budget/selector.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace core {

/// How much one caller may ask for, each figure 1 to MostPerHour; an absent one does not limit.
/// Minutes and hours slide: no stretch of that length ever holds more than the figure says.
struct RateFigures
{
    static constexpr qint64 MostPerHour = 1'000'000'000'000; ///< no machine does more

    std::optional<qint64> requestsPerMinute;
    std::optional<qint64> requestsPerHour;
    std::optional<qint64> tokensPerMinute; ///< a running call counts with its bound
    std::optional<qint64> tokensPerHour;
    std::optional<qint64> parallel; ///< calls that run at the same time

    [[nodiscard]] bool limitNothing() const { return *this == RateFigures(); }
    /// {"requests_per_minute":10}, absent figures left out.
    [[nodiscard]] QJsonObject toJson() const;
    /// InvalidInput names the member that is unknown, no whole number or out of range.
    [[nodiscard]] static Result<RateFigures> fromJson(const QJsonObject &json);

    friend bool operator==(const RateFigures &, const RateFigures &) = default;
};

/// A limit on everything that its selector matches; a wildcard gives each value its own count.
struct RateLimit
{
    QByteArray id; ///< "limits[0]" of the configuration, "key:k-…" of a key
    Selector selector;
    RateFigures figures;

    friend bool operator==(const RateLimit &, const RateLimit &) = default;
};

} // namespace core
