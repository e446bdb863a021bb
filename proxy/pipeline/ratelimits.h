// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/limits/ratelimiter.h"
#include "proxy/apierror.h"

namespace proxy {

/// OpenAI's x-ratelimit-{limit,remaining,reset}-{requests,tokens}, as they stood when the call was
/// judged.
void addRateHeaders(const core::RateStanding &standing, HeaderList &headers);

/// The 429, with the exact time after which the call would pass.
[[nodiscard]] ApiError rateRefusal(const core::RateShortfall &shortfall);

} // namespace proxy
