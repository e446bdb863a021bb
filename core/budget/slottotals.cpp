// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/slottotals.h"

#include "core/budget/window.h"

#include <algorithm>
#include <limits>

namespace core {

qint64 saturated(Sum sum)
{
    using Limits = std::numeric_limits<qint64>;
    return static_cast<qint64>(std::clamp<Sum>(sum, Limits::min(), Limits::max()));
}

void SlotTotals::add(qint64 slot, Sum amount)
{
    // From the back: nearly always it is the newest one.
    auto at = m_slots.end();
    while (at != m_slots.begin() && std::prev(at)->number >= slot) {
        --at;
    }
    if (at != m_slots.end() && at->number == slot) {
        at->amount += amount;
        return;
    }
    m_slots.insert(at, {slot, amount});
}

bool SlotTotals::counts(qint64 slot, qint64 at)
{
    return slot >= at - Window::RollingSlots && slot <= at + Window::RollingSlots;
}

Sum SlotTotals::totalAt(qint64 slot) const
{
    Sum total = 0;
    for (const Slot &entry : m_slots) {
        total += counts(entry.number, slot) ? entry.amount : 0;
    }
    return total;
}

std::optional<qint64> SlotTotals::oldestAt(qint64 slot) const
{
    for (const Slot &entry : m_slots) {
        if (entry.amount != 0 && counts(entry.number, slot)) {
            return entry.number;
        }
    }
    return std::nullopt;
}

void SlotTotals::dropStale(qint64 slot)
{
    const auto isFresh = [&](const Slot &entry) {
        return entry.number >= slot - qint64(2) * Window::RollingSlots;
    };
    m_slots.erase(m_slots.begin(), std::find_if(m_slots.begin(), m_slots.end(), isFresh));
}

} // namespace core
