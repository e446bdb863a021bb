// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/reportcontext.h"

namespace core {

/// A calendar window in the query's zone.
[[nodiscard]] Window windowOf(const ReportQuery &query, WindowKind kind);

/// "2026-11-20T10:30:00Z".
[[nodiscard]] QByteArray isoText(Time time);

/// The query's span, cut to the periods of the calendar in which the ledger has something.
/// InvalidInput when there are more than `most`.
[[nodiscard]] Result<std::vector<Span>>
periods(ReportContext &context, WindowKind kind, std::size_t most);

/// The query's periods, each a row: of the calendar, or single minutes. Its whole span without.
[[nodiscard]] Result<std::vector<Span>> askedPeriods(ReportContext &context, std::size_t most);

/// What all that passes the filter cost in a span.
[[nodiscard]] Result<Money> total(ReportContext &context, Span span);

} // namespace core
