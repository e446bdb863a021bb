// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/retry.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace proxy {

using std::chrono::milliseconds;

std::optional<milliseconds> retryAfter(QByteArrayView value, core::Time now)
{
    const QByteArray text = value.trimmed().toByteArray();
    const bool isNumber = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return c >= '0' && c <= '9';
    });
    if (isNumber) {
        bool fits = false;
        const qint64 seconds = text.toLongLong(&fits);
        constexpr qint64 Year = qint64{365} * 24 * 3'600;
        return std::chrono::seconds(fits ? std::min(seconds, Year) : Year);
    }
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text),
                                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!date.isValid()) {
        return std::nullopt;
    }
    date.setTimeZone(QTimeZone::utc());
    const auto until = milliseconds(date.toMSecsSinceEpoch()) -
                       std::chrono::floor<milliseconds>(now.time_since_epoch());
    return std::max(until, milliseconds{0});
}

milliseconds pauseBefore(int attempt,
                         const std::optional<milliseconds> &wish,
                         const RetryPolicy &policy,
                         double random)
{
    const auto part = [random](milliseconds whole) {
        return milliseconds(static_cast<qint64>(static_cast<double>(whole.count()) * random));
    };
    if (wish) {
        const milliseconds pause = std::min(*wish, policy.longestWish);
        return pause + part(pause / 10);
    }
    constexpr int MostDoublings = 20;
    const auto doubled = policy.first * (1LL << std::clamp(attempt, 0, MostDoublings));
    return part(std::min<milliseconds>(policy.longest, doubled));
}

} // namespace proxy
