// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtGlobal>

#include <array>

namespace core {

/// How fast a counter rises: ten slots of 30 s, so that adding and reading cost the same at any
/// load and in any order of times (S1-31).
class BurnRate
{
public:
    void add(qint64 amount, Time now);
    /// The last five minutes as a rate per hour; at least 0.
    [[nodiscard]] qint64 perHour(Time now) const;

private:
    static constexpr qint64 Slots = 10;
    static constexpr std::chrono::seconds SlotLength{30};
    [[nodiscard]] static qint64 slotOf(Time t) { return t.time_since_epoch() / SlotLength; }

    std::array<qint64, Slots> m_amounts{};
    qint64 m_newest = 0;
};

} // namespace core
