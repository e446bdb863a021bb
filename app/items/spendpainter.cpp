// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/items/spendpainter.h"

#include <QPainter>
#include <QtMath>

namespace spendpainter {

void drawHeld(QPainter &painter, const QPainterPath &area, const QColor &color)
{
    constexpr double Spacing = 4;
    constexpr double StripeWidth = 1.5;
    const QRectF bounds = area.boundingRect();
    painter.save();
    painter.setClipPath(area, Qt::IntersectClip);
    painter.setPen(QPen(color, StripeWidth));
    const double height = bounds.height();
    const int stripes = qCeil((bounds.width() + 2 * height) / Spacing);
    for (int stripe = 0; stripe < stripes; ++stripe) {
        const double x = bounds.left() - height + stripe * Spacing;
        painter.drawLine(QPointF(x, bounds.bottom()), QPointF(x + height, bounds.top()));
    }
    // Half of the pen falls outside the clip.
    painter.setPen(QPen(color, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(area);
    painter.restore();
}

void drawMark(QPainter &painter, const Triangle &triangle, const QColor &color)
{
    const double half = triangle.side / 2;
    const QPolygonF shape{
        {QPointF(0, 0), QPointF(half, triangle.side - 1), QPointF(-half, triangle.side - 1)}};
    painter.save();
    painter.translate(triangle.tip);
    painter.rotate(triangle.degrees);
    QPen pen(color, 1.2);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(triangle.filled ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawPolygon(shape);
    painter.restore();
}

} // namespace spendpainter
