// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/pipeline/requestcontext.h"

namespace proxy {

/// A call that cost more than was held for it (it is charged in full): warns its owner, in the log,
/// in the upstream's status and in /metrics, and adds what the prompt had too many to the model's
/// template overhead, so that the next call's bound is right.
void learnFromExcess(const RequestContext &context, const core::TokenUsage &usage);

} // namespace proxy
