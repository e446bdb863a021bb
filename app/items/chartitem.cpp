// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/items/chartitem.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLegend>
#include <QPainter>
#include <QQuickWindow>
#include <QValueAxis>

#include <cmath>

ChartItem::ChartItem(QQuickItem *parent)
    : QQuickPaintedItem(parent)
    , m_scene(std::make_unique<QGraphicsScene>())
    , m_chart(new QChart)
    , m_across(new QValueAxis(m_chart))
    , m_up(new QValueAxis(m_chart))
{
    m_scene->setItemIndexMethod(QGraphicsScene::NoIndex); // one look at all of it, no searching
    m_scene->addItem(m_chart);
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins({});
    m_chart->legend()->hide();
    m_chart->addAxis(m_across, Qt::AlignBottom);
    m_chart->addAxis(m_up, Qt::AlignLeft);
    for (QValueAxis *axis : {m_across, m_up}) {
        axis->setRange(0, 1);
        axis->setVisible(false);
    }
    connect(this, &ChartItem::looksChanged, this, &ChartItem::redraw);
}

ChartItem::~ChartItem() = default;

void ChartItem::add(QAbstractSeries &series)
{
    m_chart->addSeries(&series);
    series.attachAxis(m_across);
    series.attachAxis(m_up);
}

void ChartItem::updatePolish()
{
    if (!isVisible() || window() == nullptr || size().isEmpty()) {
        return;
    }
    fill();
    layOut();
    const double ratio = window()->effectiveDevicePixelRatio();
    m_picture = QImage((size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    paintGrid(painter);
    painter.setRenderHint(QPainter::Antialiasing, antialiasing());
    m_scene->render(&painter, boundingRect(), boundingRect());
    update();
}

/// At once: the scene's own turn comes after the picture.
void ChartItem::layOut()
{
    if (m_chart->size() != size()) {
        m_chart->resize(size());
        m_chart->setPlotArea(boundingRect());
    }
    m_chart->layout()->activate();
}

void ChartItem::paintGrid(QPainter &painter) const
{
    const int steps = gridLines() - 1;
    painter.setPen(QPen(m_gridColor, 1));
    for (int i = 0; i <= steps && steps > 0; ++i) {
        const double y = std::round((height() - 1) * i / steps);
        painter.drawLine(QPointF(0, y), QPointF(width(), y));
    }
}

void ChartItem::paint(QPainter *painter)
{
    painter->drawImage(QPointF(), m_picture);
}

void ChartItem::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickPaintedItem::geometryChange(now, before);
    if (now.size() != before.size()) {
        redraw();
    }
}

void ChartItem::itemChange(ItemChange change, const ItemChangeData &data)
{
    QQuickPaintedItem::itemChange(change, data);
    if (change == ItemVisibleHasChanged || change == ItemDevicePixelRatioHasChanged ||
        change == ItemSceneChange) {
        redraw();
    }
}
