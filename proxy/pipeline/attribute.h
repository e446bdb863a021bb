// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/budget/attribution.h"
#include "proxy/pipeline/requestcontext.h"

namespace proxy {

/// Names longer than this are a mistake or an attack; the ledger keeps each one for good.
inline constexpr qsizetype MaximumNameBytes = 256;

/// OpenAI allows sixteen entries in `metadata`; further ones are left out.
inline constexpr std::size_t MaximumTags = 16;

/// What is wrong with a name that the ledger shall keep: too long, control characters, no UTF-8.
/// The error begins with `where` it stands.
[[nodiscard]] core::Outcome checkName(QByteArrayView name, QByteArrayView where);

/// Who a call is for: what its virtual key says, else for /api/chat its scope, else the X-…-Id
/// headers, else the body's `metadata` (tenant_id, agent_id, …; other texts are tags) and `user`,
/// else the tenant `default` (design section 6). Model, provider and route are filled in by the
/// router. InvalidInput names the header or field.
[[nodiscard]] core::Result<core::Attribution> attribute(const RequestContext &context);

} // namespace proxy
