// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/costhistory.h"

#include <algorithm>

namespace core {

CostHistory::CostHistory(std::chrono::hours length)
    : m_slotLength(Duration(length) / Slots)
{}

void CostHistory::add(const QByteArray &feature, Money cost, Time at)
{
    auto it = m_features.find(feature);
    if (it == m_features.end()) {
        if (m_features.size() >= MostFeatures) {
            return;
        }
        it = m_features.insert(feature, {});
        it->newest = slotAt(at);
    }
    advance(*it, slotAt(at));
    Sums &slot = it->slots.at(static_cast<std::size_t>(it->newest % Slots));
    slot.nanos = Money::saturatingSum(slot.nanos, cost.nanos());
    ++slot.samples;
    it->total.nanos = Money::saturatingSum(it->total.nanos, cost.nanos());
    ++it->total.samples;
}

std::optional<CostHistory::Mean> CostHistory::mean(const QByteArray &feature, Time now)
{
    const auto it = m_features.find(feature);
    if (it == m_features.end()) {
        return std::nullopt;
    }
    advance(*it, slotAt(now));
    const Sums &total = it->total;
    if (total.samples == 0) {
        return std::nullopt;
    }
    return Mean{Money::fromNanos(total.nanos / total.samples), total.samples};
}

qint64 CostHistory::slotAt(Time time) const
{
    return time.time_since_epoch() / m_slotLength;
}

/// Slots between the last one and now are over: their sums leave. A clock set back adds to the
/// newest slot.
void CostHistory::advance(Feature &feature, qint64 slot)
{
    const qint64 steps = std::min<qint64>(slot - feature.newest, Slots);
    for (qint64 step = 1; step <= steps; ++step) {
        const qint64 over = slot - steps + step;
        Sums &sums = feature.slots.at(static_cast<std::size_t>(over % Slots));
        feature.total.nanos -= sums.nanos;
        feature.total.samples -= sums.samples;
        sums = {};
    }
    feature.newest = std::max(feature.newest, slot);
}

} // namespace core
