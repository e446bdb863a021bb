// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/activity.h"

class ActivityModel;

namespace sample {

/// The log of the invented afternoon: `count` requests, the newest first, three seconds apart and
/// the first at 14:32:07.412. Number 3 was clamped, 6 refused, 8 queued, 11 stopped, 13 a fallback.
[[nodiscard]] core::ActivityPage activity(int count, int first = 1);
/// Request number 3: clamped to 1,000 tokens out, then answered for $0.0468.
[[nodiscard]] core::RequestStory clampedStory();
[[nodiscard]] core::RequestStory refusedStory();

/// Answers the model's questions at once, with that many requests in all.
void answer(ActivityModel &model, int count);

} // namespace sample
