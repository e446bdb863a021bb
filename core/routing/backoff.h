// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArrayView>

#include <optional>

namespace core {

/// How long to wait before the same target is tried again: 1 s, 2 s, 4 s ... at most 8 s (S3-30),
/// of which `jitter` (0..1) takes away up to half, so that clients that failed together do not
/// come back together; never less than the target's Retry-After.
[[nodiscard]] Duration backOff(int retry, double jitter, std::optional<Duration> retryAfter);

/// Retry-After as seconds; nullopt for none, a date (no provider sends one) and nonsense.
[[nodiscard]] std::optional<Duration> readRetryAfter(QByteArrayView header);

} // namespace core
