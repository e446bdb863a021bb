// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/limits/slidinglog.h"

namespace core {

void SlidingLog::moveTo(Time now)
{
    if (now < m_now) {
        goBackTo(now);
    }
    m_now = now;
    while (m_head < m_entries.size() && m_entries[m_head].latest + m_length <= now) {
        m_used.requests -= m_entries[m_head].use.requests;
        m_used.tokens -= m_entries[m_head].use.tokens;
        ++m_head;
    }
    compact();
}

void SlidingLog::goBackTo(Time now)
{
    const Duration back = m_now - now;
    for (std::size_t i = m_head; i < m_entries.size(); ++i) {
        m_entries[i].first -= back;
        m_entries[i].latest -= back;
    }
}

// In halves, so that each entry is moved about once.
void SlidingLog::compact()
{
    if (m_head * 2 < m_entries.size() || m_head == 0) {
        return;
    }
    m_entries.erase(m_entries.begin(), m_entries.begin() + static_cast<std::ptrdiff_t>(m_head));
    m_base += m_head;
    m_head = 0;
}

bool SlidingLog::joinsLast() const
{
    return m_entries.size() - m_head >= ExactEntries &&
           m_now - m_entries.back().first < m_length / CoarseEntries;
}

SlidingLog::Place SlidingLog::add(const RateUse &use)
{
    if (!joinsLast()) {
        m_entries.push_back({m_now, m_now, {}});
    }
    Entry &entry = m_entries.back();
    entry.latest = m_now;
    entry.use.requests += use.requests;
    entry.use.tokens += use.tokens;
    m_used.requests += use.requests;
    m_used.tokens += use.tokens;
    return static_cast<Place>(m_base + m_entries.size() - 1);
}

void SlidingLog::correct(Place place, const RateUse &by)
{
    const auto number = static_cast<quint64>(place);
    if (number < m_base + m_head) {
        return;
    }
    Entry &entry = m_entries[number - m_base];
    entry.use.requests += by.requests;
    entry.use.tokens += by.tokens;
    m_used.requests += by.requests;
    m_used.tokens += by.tokens;
}

Time SlidingLog::whenAtMost(qint64 most, qint64 RateUse::*what) const
{
    qint64 left = m_used.*what;
    for (std::size_t i = m_head; i < m_entries.size() && left > most; ++i) {
        left -= m_entries[i].use.*what;
        if (left <= most) {
            return m_entries[i].latest + m_length;
        }
    }
    return m_now;
}

Time SlidingLog::whenEmpty() const
{
    return isEmpty() ? m_now : m_entries.back().latest + m_length;
}

} // namespace core
