// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budgetengine.h"
#include "proxy/apierror.h"
#include "proxy/pipeline/requestcontext.h"
#include "proxy/pipeline/target.h"
#include "proxy/upstream/upstreamcall.h"

namespace proxy {

/// The refusal as the client, the decision log and the window tell it (design section 6): which
/// budget, spent, held, left, when it frees, and the max_tokens that would pass. One of
/// `budget_exceeded`, `budget_held`, `request_too_large_for_budget`; of a rate limit the 429.
[[nodiscard]] ApiError budgetRefusal(const core::Refusal &refusal,
                                     const RequestContext &context,
                                     const core::Headroom &room,
                                     core::Time now);

[[nodiscard]] ApiError pausedRefusal(const QByteArray &tenant, bool everybody);
[[nodiscard]] ApiError unpricedRefusal(const QByteArray &model);
[[nodiscard]] ApiError unknownModel(const QByteArray &model,
                                    const std::vector<ServedModel> &served);

/// A provider whose type has no such path.
[[nodiscard]] ApiError notServed(const Upstream &upstream, const QByteArray &path);
/// Why a provider can't be given this call, in its dialect; nothing when it can.
[[nodiscard]] std::optional<ApiError> whyNotCarried(const RequestContext &context,
                                                    const Target &target);

/// A call without a stream that money or a person ended while it ran.
[[nodiscard]] ApiError endedCall(core::Ending ending);

/// What the upstream's failure becomes: 502, 503 or 504, without its words.
[[nodiscard]] ApiError upstreamFailure(const UpstreamError &error);
/// What an answer with an error status becomes; nothing when it may be relayed as it is.
[[nodiscard]] std::optional<ApiError> upstreamStatus(int status, const HeaderList &headers);

/// "1 234 567" of a unit as people read it: "$1.50", "1200 tokens", "3 requests".
[[nodiscard]] QByteArray amountText(core::Unit unit, qint64 amount);
/// RFC 3339 in UTC: "2026-11-21T14:32:00Z".
[[nodiscard]] QByteArray timeText(core::Time time);

} // namespace proxy
