// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>

#include <algorithm>
#include <vector>

namespace core {

/// Some attributions by their numbers, which the ledger gives from 1 on without gaps: a report asks
/// for millions of sums whether they belong, and a bit answers five times as fast as a hash.
class AttributionSet
{
public:
    explicit AttributionSet(const QSet<qint64> &numbers)
    {
        const auto last = std::max_element(numbers.cbegin(), numbers.cend());
        m_isIn.resize(last == numbers.cend() ? 0 : static_cast<std::size_t>(*last) + 1);
        for (const qint64 number : numbers) {
            m_isIn[static_cast<std::size_t>(number)] = true;
        }
    }

    [[nodiscard]] bool contains(qint64 attribution) const
    {
        const auto place = static_cast<std::size_t>(attribution);
        return place < m_isIn.size() && m_isIn[place];
    }

private:
    std::vector<bool> m_isIn;
};

} // namespace core
