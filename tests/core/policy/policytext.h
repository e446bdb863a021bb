// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/yamlnode.h"
#include "core/policy/policyreader.h"

/// Seed S3's shipped policy (requirements 3.2): `default` and `demo`.
inline constexpr const char *SeedPolicy = R"(version: "1"
namespaces:
  default:
    rules:
      - { id: default-daily, primitive: budget_threshold, period: daily, limit_usd: 10.00,
          action: downgrade, downgrade_to_tier: cheap }
  demo:
    rules:
      - { id: demo-hourly-cap, primitive: budget_threshold, period: hourly, limit_usd: 1.00,
          action: deny, deny_reason: "Hourly budget exceeded" }
      - { id: demo-route-preference, primitive: route_preference, route_name: /answer-routed,
          prefer_tier: cheap }
      - { id: demo-cost-anomaly, primitive: cost_anomaly, feature_id: summarize,
          baseline_window_hours: 24, threshold_multiplier: 3.0, action: alert }
)";

inline core::Result<core::Policy> policyFrom(const QByteArray &text)
{
    core::YamlFile file{QStringLiteral("policy.yaml"), {}, {}};
    const auto top = core::YamlNode::parse(text, file);
    core::Policy policy;
    if (top) {
        policy = core::readPolicy(*top);
    }
    if (file.error) {
        return *file.error;
    }
    return policy;
}

/// A policy whose namespace `default` has these rules, one a line.
inline core::Result<core::Policy> policyWith(const QByteArrayList &rules)
{
    QByteArray text = "version: \"1\"\nnamespaces:\n  default:\n    rules:\n";
    for (const QByteArray &rule : rules) {
        text += "      - " + rule + '\n';
    }
    return policyFrom(text);
}
