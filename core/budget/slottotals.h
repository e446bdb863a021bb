// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace core {

/// A sum of amounts. 128 bits: no number of calls, each of at most 2^63, can overflow it.
using Sum = __int128;
[[nodiscard]] qint64 saturated(Sum sum);

/// Spend of a rolling window, by slot. What counts at a slot is a plain function of the slots:
/// those at most Window::RollingSlots away from it, on either side. So the slot that is partly
/// outside counts whole, and spend made while the clock was ahead is not lost when it is set
/// back. Slots stay for a second window length, so that a clock set back finds them again.
class SlotTotals
{
public:
    void add(qint64 slot, Sum amount);
    [[nodiscard]] Sum totalAt(qint64 slot) const;
    [[nodiscard]] static bool counts(qint64 slot, qint64 at);
    /// The first to leave of those that count.
    [[nodiscard]] std::optional<qint64> oldestAt(qint64 slot) const;
    /// Forgets slots that ended more than a window length before they could count.
    void dropStale(qint64 slot);
    [[nodiscard]] bool isEmpty() const { return m_slots.empty(); }

private:
    struct Slot
    {
        qint64 number = 0;
        Sum amount = 0;
    };
    std::vector<Slot> m_slots; ///< ascending; only those with spend
};

} // namespace core
