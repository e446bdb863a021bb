// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budgetengine.h"
#include "core/budget/slottotals.h"

#include <vector>

namespace core {

struct LiveBudget;
struct Series;

/// One counter: a budget, one combination of wildcard values, one window, one epoch.
class Bucket
{
public:
    /// A mark that was announced, for good in a calendar window.
    struct Announced
    {
        int mark = 0;
        qint64 limit = 0;
        Time at{};
    };

    Bucket(LiveBudget &budget, Series &series, Span span, qint64 epoch);

    LiveBudget &budget;
    Series &series;
    const Span span; ///< all time for a rolling window
    const qint64 epoch;
    const BucketKey key;

    /// As of the last rollTo() in a rolling window.
    [[nodiscard]] Sum settled() const { return m_settled; }
    [[nodiscard]] Sum held() const { return m_held; }
    [[nodiscard]] Sum committed() const { return m_settled + m_held; }
    [[nodiscard]] Sum settledAt(qint64 slot) const;
    [[nodiscard]] int running() const { return m_running; }
    [[nodiscard]] const SlotTotals &slots() const { return m_slots; }

    void open(qint64 amount)
    {
        m_held += amount;
        ++m_running;
    }
    void close(qint64 amount)
    {
        m_held -= amount;
        --m_running;
    }
    void changeHeld(qint64 by) { m_held += by; }
    void book(Sum amount, qint64 slot);
    /// Rolling windows: what counts from now on. True when that changed.
    bool rollTo(qint64 slot);
    /// Rolling windows: forgets what is over even for a clock that is set back by a window length.
    /// Apart from rollTo(), because the clock may only seem to be so far.
    void dropStale(qint64 slot) { m_slots.dropStale(slot); }

    /// The least settled amount at which a mark not yet announced is reached.
    Sum nextMark = 0;
    std::vector<Announced> announced;

private:
    Sum m_settled = 0;
    Sum m_held = 0;
    int m_running = 0;
    const bool m_rolls;
    qint64 m_slot = 0;
    SlotTotals m_slots;
};

} // namespace core
