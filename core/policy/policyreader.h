// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policy.h"

namespace core {

class YamlNode;

/// Reads seed S3's policy (requirements 3.2) and what Capstan adds to it. Every value is checked:
/// an unknown key, primitive, period or action, a rule without what its primitive needs, and an id
/// that stands twice are errors at their file, line and key, noted in the node's YamlFile.
///
/// budget_threshold: period (hourly, daily, weekly, monthly: rolling; calendar_day, calendar_week,
///     calendar_month), limit_usd, action (deny, downgrade), zone
/// route_preference: prefer_tier (cheap; expensive changes nothing, as in the seed)
/// cost_anomaly: baseline_window_hours, threshold_multiplier, min_samples, action (alert)
/// model_allow: models; action
/// time_window: days, from, to, zone; action
/// tag_rule: tag, values; action
/// each: id, primitive, route_name, feature_id; where it can deny deny_reason, downgrade_to_tier
[[nodiscard]] Policy readPolicy(const YamlNode &node);

/// The same from a text by itself, YAML or JSON, without variables; `name` stands in errors.
[[nodiscard]] Result<Policy> policyFrom(const QByteArray &text, const QString &name);

} // namespace core
