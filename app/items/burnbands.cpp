// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/items/burnbands.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numeric>

namespace {

constexpr double EdgeWidth = 1.8;

} // namespace

BurnBands::BurnBands(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &BurnBands::looksChanged, this, [this] { update(); });
}

void BurnBands::setHistory(BurnHistory *history)
{
    if (history == m_history) {
        return;
    }
    if (m_history != nullptr) {
        m_history->disconnect(this);
    }
    m_history = history;
    if (history != nullptr) {
        connect(history, &BurnHistory::sampled, this, [this] { update(); });
    }
    update();
    Q_EMIT historyChanged();
}

QPointF BurnBands::at(const BurnHistory::Sample &sample, std::size_t bands) const
{
    const double age = std::chrono::duration<double>(m_history->end() - sample.at).count();
    const double range = std::chrono::duration<double>(m_history->length()).count();
    const auto end = sample.perHour.begin() + static_cast<std::ptrdiff_t>(bands);
    const qint64 sum = std::accumulate(sample.perHour.begin(), end, qint64{0});
    const auto whole = static_cast<double>(std::max<qint64>(m_history->scaleEnd().nanos(), 1));
    return {width() * (1 - age / range), height() * (1 - static_cast<double>(sum) / whole)};
}

void BurnBands::paint(QPainter *painter)
{
    paintGrid(*painter);
    if (m_history == nullptr || m_history->samples().empty()) {
        return;
    }
    const auto &samples = m_history->samples();
    std::size_t first = 0;
    for (std::size_t i = 1; i <= samples.size(); ++i) {
        if (i == samples.size() || samples[i].at - samples[i - 1].at > m_history->longestStep()) {
            paintRun(*painter, first, i);
            first = i;
        }
    }
}

void BurnBands::paintGrid(QPainter &painter) const
{
    const auto lines = m_history == nullptr ? 0 : m_history->scaleLabels().size() - 1;
    painter.setPen(QPen(m_gridColor, 1));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (qsizetype i = 0; i <= std::max<qsizetype>(lines, 1); ++i) {
        const double fraction =
            static_cast<double>(i) / static_cast<double>(std::max<qsizetype>(lines, 1));
        const double y = std::round(fraction * (height() - 1));
        painter.drawLine(QPointF(0, y), QPointF(width(), y));
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
}

void BurnBands::paintRun(QPainter &painter, std::size_t first, std::size_t last) const
{
    const auto &samples = m_history->samples();
    for (std::size_t band = 0; band < BurnHistory::Bands; ++band) {
        QPolygonF edge;
        QPolygonF floor;
        qint64 most = 0;
        for (std::size_t i = first; i < last; ++i) {
            edge.append(at(samples[i], band + 1));
            floor.prepend(at(samples[i], band));
            most = std::max(most, samples[i].perHour[band]);
        }
        const auto series = static_cast<qsizetype>(band);
        if (most == 0 || series >= m_colors.size()) {
            continue;
        }
        QColor fill = m_colors.at(series);
        painter.setPen(QPen(fill, EdgeWidth));
        fill.setAlphaF(static_cast<float>(m_bandOpacity));
        QPainterPath area;
        area.addPolygon(edge + floor);
        painter.fillPath(area, fill);
        painter.drawPolyline(edge);
    }
}
