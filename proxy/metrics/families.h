// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"
#include "core/spend/lifetimetotals.h"
#include "proxy/metrics/metricfamily.h"

// The parts of the /metrics page that are read from present state rather than counted. Dollars are
// doubles, as Prometheus has nothing else; the one sum that must be exact is in nano-dollars, too,
// which a double carries exactly up to nine million dollars.

namespace proxy {

[[nodiscard]] double dollars(core::Money money);

void addSpendFamilies(const core::Snapshot &snapshot,
                      const core::LifetimeTotals &totals,
                      MetricFamilies &families);
/// The fullest buckets; capstan_budget_buckets_not_shown tells of the rest.
void addBudgetFamilies(const core::Snapshot &snapshot, MetricFamilies &families);
void addUpstreamFamilies(const std::vector<core::UpstreamStatus> &upstreams,
                         MetricFamilies &families);
/// How far each destination of telemetry is, and the webhook.
void addDestinationFamilies(const std::vector<core::DestinationStatus> &destinations,
                            MetricFamilies &families);

} // namespace proxy
