// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/reportcontext.h"

namespace core {

/// A calendar window in the query's zone.
[[nodiscard]] Window windowOf(const ReportQuery &query, WindowKind kind);

/// "2026-11-20T10:30:00Z".
[[nodiscard]] QByteArray isoText(Time time);

/// The query's span, cut to what the ledger has, in periods of the calendar. InvalidInput when
/// there are more than `most`.
[[nodiscard]] Result<std::vector<Span>>
periods(ReportContext &context, WindowKind kind, std::size_t most);

/// What all that passes the filter cost in a span.
[[nodiscard]] Result<Money> total(ReportContext &context, Span span);

} // namespace core
