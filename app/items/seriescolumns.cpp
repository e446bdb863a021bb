// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/items/seriescolumns.h"

#include <QPainter>

#include <algorithm>

namespace {

constexpr double LeastHeight = 2; ///< of a column that is not zero
constexpr double WidestColumn = 56;
constexpr double EdgeHeight = 2;

} // namespace

SeriesColumns::SeriesColumns(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    connect(this, &SeriesColumns::looksChanged, this, [this] { update(); });
}

void SeriesColumns::setChart(ReportChart *chart)
{
    if (chart == m_chart) {
        return;
    }
    if (m_chart != nullptr) {
        m_chart->disconnect(this);
    }
    m_chart = chart;
    if (chart != nullptr) {
        connect(chart, &ReportChart::changed, this, [this] { update(); });
    }
    update();
    Q_EMIT chartChanged();
}

int SeriesColumns::columnAt(double x) const
{
    const int count = m_chart == nullptr ? 0 : m_chart->count();
    if (count == 0 || x < 0 || x >= width()) {
        return -1;
    }
    return static_cast<int>(x / width() * count);
}

void SeriesColumns::paint(QPainter *painter)
{
    if (m_chart == nullptr || m_chart->count() == 0) {
        return;
    }
    paintGrid(*painter);
    for (int column = 0; column < m_chart->count(); ++column) {
        paintColumn(*painter, m_chart->pointAt(column), column);
    }
}

void SeriesColumns::paintGrid(QPainter &painter) const
{
    const auto lines = m_chart->ticks().size();
    painter.setPen(m_gridColor);
    for (qsizetype line = 0; line < lines; ++line) {
        const double share = static_cast<double>(line) / static_cast<double>(lines - 1);
        const double y = std::min(height() - 1, height() * (1 - share)) + 0.5;
        painter.drawLine(QPointF(0, y), QPointF(width(), y));
    }
}

void SeriesColumns::paintColumn(QPainter &painter, const ReportPoint &point, int column) const
{
    const double slot = width() / m_chart->count();
    const double gap = slot > 6 ? std::max(2.0, slot * 0.2) : 0;
    const double wide = std::min(slot - gap, WidestColumn);
    const double x = slot * column + (slot - wide) / 2;
    const QColor ink = column == m_chosen ? m_chosenColor : m_fillColor;
    const auto y = [this](double share) {
        return height() * (1 - share);
    };
    if (point.high > point.low) {
        QColor band = ink;
        band.setAlphaF(static_cast<float>(m_bandOpacity));
        painter.fillRect(QRectF(QPointF(x, y(point.high)), QPointF(x + wide, y(point.low))), band);
        painter.fillRect(QRectF(x, y(point.share) - EdgeHeight / 2, wide, EdgeHeight), ink);
    } else if (point.share > 0) {
        const double tall = std::max(LeastHeight, point.share * height());
        painter.fillRect(QRectF(x, height() - tall, wide, tall), ink);
    }
}
