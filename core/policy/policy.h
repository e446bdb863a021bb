// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/budget/window.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <vector>

namespace core {

/// What a rule looks at. The first three are seed S3's (requirements 3.2).
enum class PolicyPrimitive : quint8 {
    BudgetThreshold, ///< spend of the namespace over a window
    RoutePreference, ///< a route that shall use a cheaper tier
    CostAnomaly,     ///< a request far above what its feature costs on average; tells, never stops
    ModelAllow,      ///< models that the namespace may use
    TimeWindow,      ///< hours in which the namespace may call
    TagRule,         ///< a tag that a request must carry
};
[[nodiscard]] QByteArrayView primitiveName(PolicyPrimitive primitive); ///< "budget_threshold", ...

enum class PolicyAction : quint8 { Deny, Downgrade, Alert };

/// Hours of the week in a zone; half-open, and over midnight when `to` is not after `from`.
struct OpenHours
{
    static constexpr int EveryDay = 0x7f;

    int days = EveryDay; ///< bit 0 is Monday: the day on which the hours begin
    std::chrono::minutes from{0};
    std::chrono::minutes to{24 * 60};
    QByteArray zone; ///< IANA id; empty is UTC

    [[nodiscard]] bool contains(Time time) const;
    friend bool operator==(const OpenHours &, const OpenHours &) = default;
};

/// One rule; a primitive uses the members of its own block and leaves the others as they are.
struct PolicyRule
{
    static constexpr qint64 One = 1'000'000;

    QByteArray id;
    PolicyPrimitive primitive = PolicyPrimitive::BudgetThreshold;
    PolicyAction action = PolicyAction::Deny;
    QByteArray tier = "cheap"; ///< where a downgrade goes
    QByteArray denyReason;     ///< for people; empty: the primitive's own word
    QByteArray routeName;      ///< only there; empty: on every route
    QByteArray featureId;      ///< only for this one; empty: for each

    Window window; ///< budget_threshold
    Money limit;

    std::chrono::hours baseline{24}; ///< cost_anomaly: the mean is taken over this long
    qint64 multiplier = 2 * One;     ///< in millionths
    int minimumSamples = 5;          ///< fewer are no baseline

    QByteArray tag;                  ///< tag_rule
    std::vector<QByteArray> allowed; ///< globs: model_allow's models, tag_rule's values
    OpenHours hours;                 ///< time_window

    friend bool operator==(const PolicyRule &, const PolicyRule &) = default;
};

struct PolicyNamespace
{
    QByteArray name;
    std::vector<PolicyRule> rules; ///< in the file's order

    friend bool operator==(const PolicyNamespace &, const PolicyNamespace &) = default;
};

/// Seed S3's policy file, checked. A value: read once, shared immutably, swapped on reload.
struct Policy
{
    static constexpr QByteArrayView Default = "default";

    QByteArray version;
    QString file; ///< where it stands
    std::vector<PolicyNamespace> namespaces;

    /// The namespace's own name if the policy has it, else "default": a name that nobody defined
    /// shares one bucket instead of bringing a fresh cap along (S3-09).
    [[nodiscard]] QByteArray namespaceFor(const QByteArray &given) const;
    [[nodiscard]] const PolicyNamespace *find(QByteArrayView name) const; ///< nullptr: none

    friend bool operator==(const Policy &, const Policy &) = default;
};

} // namespace core
