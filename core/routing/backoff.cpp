// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/backoff.h"

#include <algorithm>

namespace core {

namespace {
constexpr Duration First = std::chrono::seconds(1);
constexpr int MostDoublings = 3;
/// A day; more is no answer to "when?".
constexpr int MostSeconds = 86'400;
} // namespace

Duration backOff(int retry, double jitter, std::optional<Duration> retryAfter)
{
    const auto full = First * (1 << std::clamp(retry - 1, 0, MostDoublings));
    const double share = 1 - std::clamp(jitter, 0.0, 1.0) / 2;
    const Duration wait(static_cast<qint64>(static_cast<double>(full.count()) * share));
    return std::max(wait, retryAfter.value_or(Duration{0}));
}

std::optional<Duration> readRetryAfter(QByteArrayView header)
{
    bool isNumber = false;
    const double seconds = header.trimmed().toDouble(&isNumber);
    if (!isNumber || !(seconds >= 0 && seconds <= MostSeconds)) {
        return std::nullopt;
    }
    return std::chrono::ceil<Duration>(std::chrono::duration<double>(seconds));
}

} // namespace core
