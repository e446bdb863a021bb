// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ledger/records.h"
#include "proxy/pipeline/relay.h"
#include "proxy/pipeline/requestcontext.h"

namespace proxy {

/// What the call used, for the ledger: the upstream's count where it reported one. What nothing
/// was reported for is charged at what it may have been (unknown is never zero) and marked
/// estimated: a stream of a local upstream that broke off at its prompt and what was seen of it; an
/// answer that was lost, or came to its end without a count, and a broken stream of a provider
/// that bills more than it shows, at its bound.
[[nodiscard]] core::TokenUsage chargedUsage(const RequestContext &context, const RelayEnd &end);

/// The ledger's record of an attempt that was admitted.
[[nodiscard]] core::HoldRecord holdOf(const RequestContext &context);

/// The ledger's record of an attempt that has ended.
[[nodiscard]] core::SettlementRecord
settlementOf(const RequestContext &context, const RelayEnd &end, core::Time now);

/// Capstan's own share of the time since the request was complete: without the upstream's, and
/// without waiting for room in a budget.
[[nodiscard]] core::Duration overheadOf(const RequestContext &context, core::Time now);

} // namespace proxy
