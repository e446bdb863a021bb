// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policy.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace core {

namespace {
constexpr int DaysOfWeek = 7;

bool hasDay(int days, int dayOfWeek)
{
    return ((days >> ((dayOfWeek - 1 + DaysOfWeek) % DaysOfWeek)) & 1) != 0;
}
} // namespace

QByteArrayView primitiveName(PolicyPrimitive primitive)
{
    switch (primitive) {
    case PolicyPrimitive::BudgetThreshold:
        return "budget_threshold";
    case PolicyPrimitive::RoutePreference:
        return "route_preference";
    case PolicyPrimitive::CostAnomaly:
        return "cost_anomaly";
    case PolicyPrimitive::ModelAllow:
        return "model_allow";
    case PolicyPrimitive::TimeWindow:
        return "time_window";
    case PolicyPrimitive::TagRule:
        break;
    }
    return "tag_rule";
}

bool OpenHours::contains(Time time) const
{
    const auto milliseconds =
        std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch());
    const QTimeZone timeZone = zone.isEmpty() ? QTimeZone::utc() : QTimeZone(zone);
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(milliseconds.count(), timeZone);
    const std::chrono::minutes minute{(local.time().hour() * 60) + local.time().minute()};
    const int day = local.date().dayOfWeek();
    if (from < to) {
        return hasDay(days, day) && from <= minute && minute < to;
    }
    // Over midnight: what is left of yesterday's hours, or the beginning of today's.
    return (hasDay(days, day - 1) && minute < to) || (hasDay(days, day) && from <= minute);
}

QByteArray Policy::namespaceFor(const QByteArray &given) const
{
    return find(given) != nullptr ? given : Default.toByteArray();
}

const PolicyNamespace *Policy::find(QByteArrayView name) const
{
    const auto it = std::ranges::find(namespaces, name, &PolicyNamespace::name);
    return it == namespaces.end() ? nullptr : &*it;
}

} // namespace core
