// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/pipeline/requestcontext.h"

namespace proxy {

/// Why a call was let in as it was, for its hold: the route decision's members, the policy's
/// verdict, the arithmetic of each budget that had no room at first (or warned), and what
/// max_tokens was lowered to. JSON, as core::reasonFrom() reads it; empty for a plain allow.
[[nodiscard]] QByteArray decisionReason(const RequestContext &context);

} // namespace proxy
