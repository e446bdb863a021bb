// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/attribution.h"
#include "core/base/result.h"
#include "proxy/pipeline/requestcontext.h"

namespace proxy
{

/// Names longer than this are a mistake or an attack; the ledger keeps each one for good.
inline constexpr qsizetype MaximumNameBytes = 256;

/// Who a call is for: the X-…-Id headers, then the body's `user`, then for /api/chat its scope,
/// else the tenant `default` (design section 6; virtual keys come before all of these). Model,
/// provider and route are filled in by the router. InvalidInput names the header or field.
[[nodiscard]] core::Result<core::Attribution> attribute(const RequestContext &context);

} // namespace proxy
