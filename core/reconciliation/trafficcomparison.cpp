// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconciliation/trafficcomparison.h"

#include <algorithm>
#include <utility>

namespace core {

TokenRange &TokenRange::operator+=(const TokenRange &other)
{
    least += other.least;
    most += other.most;
    return *this;
}

TokenRange &TokenRange::operator-=(const TokenRange &other)
{
    least -= other.least;
    most -= other.most;
    return *this;
}

void TrafficComparison::take(qint64 counter, const TokenRange &ours)
{
    if (m_offset && counter < m_counter) {
        m_earlierAbove += std::exchange(m_above, 0);
        m_earlierBelow += std::exchange(m_below, 0);
        // It began at nothing again, when ours stood somewhere between the last look and now.
        m_offset = TokenRange{-ours.most, -m_ours.least};
    }
    m_counter = counter;
    m_ours = ours;
    m_isExact = ours.least == ours.most;
    const TokenRange sample{counter - ours.most, counter - ours.least};
    if (!m_offset) {
        m_offset = sample;
        return;
    }
    m_above = std::max<qint64>(sample.least - m_offset->most, 0);
    m_below = std::max<qint64>(m_offset->least - sample.most, 0);
    if (m_above == 0 && m_below == 0) {
        m_offset->least = std::max(m_offset->least, sample.least);
        m_offset->most = std::min(m_offset->most, sample.most);
    }
}

qint64 TrafficComparison::unmetered() const
{
    return m_earlierAbove + m_above;
}

qint64 TrafficComparison::overcounted() const
{
    return m_earlierBelow + m_below;
}

} // namespace core
