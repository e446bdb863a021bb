// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/burnrate.h"

#include "core/budget/slottotals.h"

#include <algorithm>

namespace core {

void BurnRate::add(qint64 amount, Time now)
{
    const qint64 slot = slotOf(now);
    if (slot >= m_newest + Slots || slot <= m_newest - Slots) {
        m_amounts.fill(0); // a long silence, or a clock set back
        m_newest = slot;
    }
    for (; m_newest < slot; ++m_newest) {
        m_amounts[static_cast<std::size_t>((m_newest + 1) % Slots)] = 0;
    }
    qint64 &total = m_amounts[static_cast<std::size_t>(slot % Slots)];
    total = saturated(Sum(total) + amount);
}

qint64 BurnRate::perHour(Time now) const
{
    constexpr qint64 PerHour = std::chrono::hours(1) / (SlotLength * Slots);
    const qint64 current = slotOf(now);
    Sum sum = 0;
    for (qint64 slot = std::max(m_newest, current) - Slots + 1; slot <= m_newest; ++slot) {
        sum += m_amounts[static_cast<std::size_t>(slot % Slots)];
    }
    return saturated(std::max<Sum>(sum, 0) * PerHour);
}

} // namespace core
