// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArrayView>

#include <chrono>
#include <optional>

namespace proxy {

/// How long a destination that does not take anything is left alone.
struct RetryPolicy
{
    std::chrono::milliseconds first{1'000};
    std::chrono::milliseconds longest{60'000};        ///< of the back-off
    std::chrono::milliseconds longestWish{3'600'000}; ///< of what a Retry-After may ask for
    std::chrono::milliseconds whenBlocked{300'000};   ///< until the next look
};

/// `Retry-After`: seconds, or an HTTP date (RFC 9110, 10.2.3); one in the past is now. Nullopt for
/// anything else.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(QByteArrayView value,
                                                                  core::Time now);

/// The pause before attempt `attempt` (1 is the first repetition): full jitter, so that clients
/// that failed together do not come back together; a server's wish is kept, with up to a tenth
/// more. `random` is in [0, 1).
[[nodiscard]] std::chrono::milliseconds
pauseBefore(int attempt,
            const std::optional<std::chrono::milliseconds> &wish,
            const RetryPolicy &policy,
            double random);

} // namespace proxy
