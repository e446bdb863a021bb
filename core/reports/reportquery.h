// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/reports/report.h"

#include <utility>
#include <vector>

namespace core {

/// Reads a query as a URL or a command line gives it, name by name:
/// from, to: an ISO date ("2026-11-01", its first instant in the zone), an ISO date and time, or
///     how long before now ("24h", "7d");
/// zone: an IANA zone, of from and to as well; by: dimensions with commas; per: hour, day, week,
///     month; threshold: dollars; revenue: dollars a request ("0.02"), also per feature
///     ("summarize:0.02,chat:0.01"); tag: a name;
///     limit, offset; and any dimension with the value wanted.
/// InvalidInput names the parameter that is wrong, unknown or given twice.
using QueryParameter = std::pair<QByteArray, QByteArray>;
[[nodiscard]] Result<ReportQuery>
reportQueryFrom(const QByteArray &report, std::vector<QueryParameter> parameters, Time now);

/// The names that it knows, for help and for checks.
[[nodiscard]] const std::vector<QByteArray> &reportParameters();

} // namespace core
