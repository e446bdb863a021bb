// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "histogram.h"

#include <algorithm>

namespace sim {

Histogram::Histogram(std::vector<double> upperBounds)
    : m_bounds(std::move(upperBounds))
    , m_counts(m_bounds.size() + 1)
{}

void Histogram::observe(double value)
{
    const auto bucket = std::lower_bound(m_bounds.begin(), m_bounds.end(), value);
    ++m_counts[static_cast<std::size_t>(bucket - m_bounds.begin())];
    m_sum += value;
}

void Histogram::write(QByteArray &out, const QByteArray &name, const QByteArray &labels) const
{
    qint64 below = 0;
    for (std::size_t at = 0; at < m_counts.size(); ++at) {
        below += m_counts[at];
        const QByteArray bound =
            at < m_bounds.size() ? QByteArray::number(m_bounds[at]) : QByteArray("+Inf");
        out += name + "_bucket{" + labels + ",le=\"" + bound + "\"} " + QByteArray::number(below) +
               "\n";
    }
    out += name + "_sum{" + labels + "} " + QByteArray::number(m_sum, 'g', 17) + "\n";
    out += name + "_count{" + labels + "} " + QByteArray::number(below) + "\n";
}

} // namespace sim
