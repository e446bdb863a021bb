// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtGlobal>

#include <vector>

namespace core {

/// What calls ask of a rate limit.
struct RateUse
{
    qint64 requests = 0;
    qint64 tokens = 0;

    friend bool operator==(const RateUse &, const RateUse &) = default;
};

/// What was used within the last minute or hour, by a window that slides: used at t, it counts
/// until just before t + length. Exact for the first ExactEntries in the window. Beyond them, uses
/// within a thousandth of the length share an entry that leaves with the latest of them, so that
/// the window may let in a moment too late, never too early, and takes at most about 50 kB.
///
/// Amortised O(1). A clock that goes back takes the entries along: what was just used is just used.
class SlidingLog
{
public:
    static constexpr std::size_t ExactEntries = 256;
    static constexpr int CoarseEntries = 1000;
    /// Names an entry for correct(), for good. No entry is ever called so:
    enum class Place : quint64 { None = 0 };

    explicit SlidingLog(Duration length)
        : m_length(length)
    {}

    /// Forgets what has left the window. Before each of the following.
    void moveTo(Time now);
    [[nodiscard]] const RateUse &used() const { return m_used; }
    Place add(const RateUse &use);
    /// Changes what was added there; nothing when it has left the window.
    void correct(Place place, const RateUse &by);

    /// When at most so much of it will be left, if nothing is added.
    [[nodiscard]] Time whenAtMost(qint64 most, qint64 RateUse::*what) const;
    [[nodiscard]] Time whenEmpty() const;
    [[nodiscard]] bool isEmpty() const { return m_head == m_entries.size(); }
    [[nodiscard]] Duration length() const { return m_length; }

private:
    struct Entry
    {
        Time first{};
        Time latest{};
        RateUse use;
    };

    [[nodiscard]] bool joinsLast() const;
    void goBackTo(Time now);
    void compact();

    Duration m_length;
    Time m_now{};
    RateUse m_used;
    std::vector<Entry> m_entries; ///< by time; those before m_head have left
    std::size_t m_head = 0;
    quint64 m_base = 1; ///< the place of m_entries[0]
};

} // namespace core
