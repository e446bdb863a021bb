// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/items/burnbands.h"

#include <QChart>
#include <QPen>

#include <algorithm>

namespace {

constexpr double LineWidth = 1.8;

/// Nothing between this top and the one below.
bool isFlat(const QList<QPointF> &top, const QList<QPointF> &below)
{
    return std::equal(top.begin(), top.end(), below.begin(), below.end());
}

} // namespace

BurnBands::BurnBands()
{
    for (std::size_t band = 0; band < Count; ++band) {
        m_areas[band].setUpperSeries(&m_tops[band]);
        m_areas[band].setLowerSeries(band == 0 ? &m_foot : &m_tops[band - 1]);
        m_areas[band].setPen(Qt::NoPen);
    }
}

BurnBands::~BurnBands()
{
    for (QAbstractSeries *each : series()) {
        if (each->chart() != nullptr) {
            each->chart()->removeSeries(each);
        }
    }
}

std::vector<QAbstractSeries *> BurnBands::series()
{
    std::vector<QAbstractSeries *> all;
    for (QAreaSeries &area : m_areas) {
        all.push_back(&area);
    }
    for (QLineSeries &top : m_tops) {
        all.push_back(&top);
    }
    return all;
}

void BurnBands::setTops(const std::array<QList<QPointF>, Count> &tops)
{
    QList<QPointF> foot = tops.front();
    for (QPointF &point : foot) {
        point.setY(0);
    }
    m_foot.replace(foot);
    for (std::size_t band = 0; band < Count; ++band) {
        m_tops[band].replace(tops[band]);
        const bool isShown = !isFlat(tops[band], band == 0 ? foot : tops[band - 1]);
        m_areas[band].setVisible(isShown);
        m_tops[band].setVisible(isShown);
    }
}

void BurnBands::setLooks(const Looks &looks)
{
    for (std::size_t band = 0; band < Count; ++band) {
        QColor color = looks.colors.value(static_cast<qsizetype>(band), Qt::transparent);
        m_tops[band].setPen(QPen(color, LineWidth));
        if (static_cast<int>(band) != looks.pointed) {
            color.setAlphaF(color.alphaF() * static_cast<float>(looks.opacity));
        }
        m_areas[band].setBrush(color);
    }
}
