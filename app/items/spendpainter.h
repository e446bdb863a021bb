// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainterPath>

class QPainter;

/// The signs that gauge, bars and editor share (design: shape first, colour second): stripes are
/// held, a triangle is a soft mark.
namespace spendpainter {

/// Diagonal stripes with an outline inside `area`.
void drawHeld(QPainter &painter, const QPainterPath &area, const QColor &color);
/// A triangle of the given side with its point at `tip`, turned by `degrees` (0: points up);
/// filled once its mark is crossed.
struct Triangle
{
    QPointF tip;
    double side = 8;
    double degrees = 0;
    bool filled = false;
};
void drawMark(QPainter &painter, const Triangle &triangle, const QColor &color);

} // namespace spendpainter
