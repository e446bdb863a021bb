// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/burnhistory.h"

#include <QAreaSeries>
#include <QColor>
#include <QLineSeries>

#include <array>
#include <vector>

class QChart;

/// The bands of one time without a gap, stacked, as series of Qt Charts: areas without outline
/// (an outlined one costs Qt four times as much), and a line along the top of each.
class BurnBands
{
public:
    static constexpr std::size_t Count = BurnHistory::Bands;

    struct Looks
    {
        QList<QColor> colors; ///< from the lowest band up; a band without one is not shown
        double opacity = 1;   ///< of the areas
        int pointed = -1;     ///< the band that has its full strength
    };

    BurnBands();
    ~BurnBands(); ///< takes them from their chart
    Q_DISABLE_COPY_MOVE(BurnBands)

    /// In the order in which they are to be drawn.
    [[nodiscard]] std::vector<QAbstractSeries *> series();
    /// The top of each band, left to right, both 0 to 1. A band that is empty all along is hidden.
    void setTops(const std::array<QList<QPointF>, Count> &tops);
    void setLooks(const Looks &looks);

private:
    QLineSeries m_foot;
    std::array<QLineSeries, Count> m_tops;
    std::array<QAreaSeries, Count> m_areas;
};
