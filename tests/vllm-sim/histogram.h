// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <vector>

namespace sim {

/// A Prometheus histogram.
class Histogram
{
public:
    explicit Histogram(std::vector<double> upperBounds);
    void observe(double value);
    /// The _bucket, _sum and _count lines; `labels` without braces.
    void write(QByteArray &out, const QByteArray &name, const QByteArray &labels) const;

private:
    std::vector<double> m_bounds;
    std::vector<qint64> m_counts; ///< one more than bounds: the last is +Inf
    double m_sum = 0;
};

} // namespace sim
