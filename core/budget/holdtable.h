// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budgetengine.h"
#include "core/limits/ratelimiter.h"

#include <QVarLengthArray>

#include <algorithm>
#include <vector>

namespace core {

class Bucket;
using Buckets = QVarLengthArray<Bucket *, 6>; ///< in place for what matches one call

/// What a call bound to so much and metered so far may still use.
[[nodiscard]] inline qint64 stillHeld(const Amounts &bound, const Amounts &metered, Unit unit)
{
    return std::max<qint64>(0, bound.in(unit)-metered.in(unit));
}

/// One running call.
struct Hold
{
    quint64 generation = 0;
    quint64 serial = 0;      ///< rises with each admission; 0 while the place is free
    Attribution attribution; ///< left from the last hold while the place is free
    Amounts bound;
    Amounts metered{{}, 0, 0};
    Time admittedAt{};
    Buckets buckets;
    RateLimiter::Claims claims;

    [[nodiscard]] qint64 heldIn(Unit unit) const { return stillHeld(bound, metered, unit); }
};

/// The open holds, in places that are used again under another generation.
class HoldTable
{
public:
    struct Entry
    {
        HoldId id = HoldId::None;
        Hold *hold = nullptr; ///< until the next add()
    };

    [[nodiscard]] Entry add();
    [[nodiscard]] Hold *find(HoldId id);
    void remove(HoldId id);
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// The serial that the next hold gets.
    [[nodiscard]] quint64 nextSerial() const { return m_serial + 1; }

    template <class Visit>
    void forEach(Visit &&visit)
    {
        for (std::size_t place = 0; place < m_holds.size(); ++place) {
            if (m_holds[place].serial != 0) {
                visit(idOf(place), m_holds[place]);
            }
        }
    }

private:
    // 16 million calls at once; each place serves 2^40 holds, then never again.
    static constexpr int PlaceBits = 24;
    static constexpr quint64 PlaceMask = (quint64(1) << PlaceBits) - 1;
    static constexpr quint64 LastGeneration = (quint64(1) << (64 - PlaceBits)) - 1;

    std::vector<Hold> m_holds;
    std::vector<std::size_t> m_free;
    std::size_t m_size = 0;
    quint64 m_serial = 0;

    [[nodiscard]] HoldId idOf(std::size_t place) const
    {
        return static_cast<HoldId>(m_holds[place].generation << PlaceBits | place);
    }
};

} // namespace core
