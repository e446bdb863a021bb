// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/items/spenditem.h"

#include "app/items/spendpainter.h"

#include <QPainter>

#include <cmath>
#include <numbers>

namespace {

constexpr double SweepDegrees = 240;
constexpr double StartDegrees = 210; ///< counter-clockwise from three o'clock
constexpr double PostReach = 6;      ///< of the gauge's post beyond the ring
constexpr double MarkRoom = 12;      ///< outside the ring

double degreesAt(double fraction)
{
    return StartDegrees - SweepDegrees * fraction;
}

} // namespace

SpendItem::SpendItem(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &SpendItem::looksChanged, this, [this] { update(); });
}

SpendItem::Ends SpendItem::endsOn(double length) const
{
    Ends ends;
    ends.spent = m_figures.spent > 0 ? std::max(m_figures.spent * length, LeastLength) : 0;
    const double held = m_figures.held > 0 ? std::max(m_figures.held * length, LeastLength) : 0;
    ends.held = std::min(ends.spent + held, length);
    return ends;
}

QColor SpendItem::markColorOf(int mark) const
{
    return mark < m_figures.crossed ? m_crossedColor : m_markColor;
}

double GaugeArc::radius() const
{
    return width() / 2 - MarkRoom - m_thickness / 2;
}

QPointF GaugeArc::centre() const
{
    return {width() / 2, MarkRoom + m_thickness / 2 + radius()};
}

QPointF GaugeArc::at(double fraction, double radius) const
{
    const double angle = degreesAt(fraction) * std::numbers::pi / 180;
    return centre() + QPointF(std::cos(angle), -std::sin(angle)) * radius;
}

QPainterPath GaugeArc::ring(double from, double to) const
{
    const auto square = [this](double r) {
        return QRectF(centre().x() - r, centre().y() - r, 2 * r, 2 * r);
    };
    const double outer = radius() + m_thickness / 2;
    const double inner = radius() - m_thickness / 2;
    const double sweep = -SweepDegrees * (to - from);
    QPainterPath path;
    path.arcMoveTo(square(outer), degreesAt(from));
    path.arcTo(square(outer), degreesAt(from), sweep);
    path.arcTo(square(inner), degreesAt(to), -sweep);
    path.closeSubpath();
    return path;
}

void GaugeArc::paint(QPainter *painter)
{
    const double length = radius() * SweepDegrees * std::numbers::pi / 180;
    const Ends ends = endsOn(length);
    painter->setPen(Qt::NoPen);
    painter->fillPath(ring(0, 1), m_trackColor);
    if (ends.held > ends.spent) {
        spendpainter::drawHeld(
            *painter, ring(ends.spent / length, ends.held / length), m_fillColor);
    }
    if (ends.spent > 0) {
        painter->fillPath(ring(0, ends.spent / length), m_fillColor);
    }
    for (int mark = 0; mark < m_figures.marks.size(); ++mark) {
        const double fraction = m_figures.marks.at(mark);
        const QPointF tip = at(fraction, radius() + m_thickness / 2 + 3);
        // The point looks at the centre: a triangle that points up is turned by 90° at the right.
        spendpainter::drawMark(*painter,
                               {tip, 8, 270 - degreesAt(fraction), mark < m_figures.crossed},
                               markColorOf(mark));
    }
    if (m_figures.cap >= 0) {
        const double fraction = m_figures.cap;
        QPen pen(m_postColor, 3.5);
        pen.setCapStyle(Qt::FlatCap);
        painter->setPen(pen);
        const double outer = radius() + m_thickness / 2 + PostReach;
        painter->drawLine(at(fraction, radius() - m_thickness / 2 - 4), at(fraction, outer));
        const double angle = degreesAt(fraction) * std::numbers::pi / 180;
        const QPointF along(std::sin(angle) * 6, std::cos(angle) * 6);
        painter->drawLine(at(fraction, outer) - along, at(fraction, outer) + along);
    }
}

void SpendBar::paintPost(QPainter &painter) const
{
    constexpr double Width = 2.6;
    constexpr double CrossPiece = 9;
    const double x = std::clamp(m_figures.cap * width(), CrossPiece / 2, width() - CrossPiece / 2);
    const double top = 0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_postColor);
    painter.drawRect(QRectF(x - Width / 2, top, Width, m_thickness + 2 * Above));
    painter.drawRect(QRectF(x - CrossPiece / 2, top, CrossPiece, Width));
}

// Colour is never the only sign: what it says of the state, a shape says as well.
void SpendBar::paintState(QPainter &painter, const Ends &ends) const
{
    const double bottom = Above + m_thickness;
    const auto inkAt = [this](double x, double end) {
        return x <= end ? m_trackColor : m_fillColor;
    };
    if (m_figures.standing == Standing::Paused) {
        constexpr double Begin = 4;
        constexpr double Stroke = 2;
        for (const double x : {Begin, Begin + 2 * Stroke}) {
            painter.fillRect(QRectF(x, Above, Stroke, m_thickness), inkAt(x + Stroke, ends.spent));
        }
    }
    constexpr double Half = 3.5;
    painter.setPen(Qt::NoPen);
    const qsizetype crossed = m_showsMarks ? 0 : m_figures.crossed;
    for (const double mark : m_figures.marks.first(std::min(crossed, m_figures.marks.size()))) {
        const double x = mark * width();
        painter.setBrush(inkAt(x, ends.held));
        painter.drawPolygon(QPolygonF{
            {QPointF(x, bottom - 5), QPointF(x + Half, bottom), QPointF(x - Half, bottom)}});
    }
}

void SpendBar::paint(QPainter *painter)
{
    const QRectF bar(0, Above, width(), m_thickness);
    const Ends ends = endsOn(width());
    QPainterPath shape;
    shape.addRoundedRect(bar, 3, 3);
    painter->fillPath(shape, m_trackColor);
    painter->save();
    painter->setClipPath(shape);
    if (ends.held > ends.spent) {
        QPainterPath held;
        held.addRect(QRectF(ends.spent, bar.top(), ends.held - ends.spent, bar.height()));
        spendpainter::drawHeld(*painter, held, m_fillColor);
    }
    painter->fillRect(QRectF(0, bar.top(), ends.spent, bar.height()), m_fillColor);
    paintState(*painter, ends);
    painter->restore();
    for (int mark = 0; m_showsMarks && mark < m_figures.marks.size(); ++mark) {
        const QPointF tip(m_figures.marks.at(mark) * width(), bar.bottom() + 2);
        spendpainter::drawMark(*painter, {tip, 7, 0, mark < m_figures.crossed}, markColorOf(mark));
    }
    if (m_showsPost && m_figures.cap >= 0) {
        paintPost(*painter);
    }
}

SpendSwatch::SpendSwatch(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setImplicitSize(16, 12);
    setAntialiasing(true);
    connect(this, &SpendSwatch::looksChanged, this, [this] { update(); });
}

void SpendSwatch::paint(QPainter *painter)
{
    const QRectF area = boundingRect().adjusted(0, 1, 0, -1);
    const double middle = area.center().x();
    QPainterPath shape;
    shape.addRect(area);
    switch (m_sign) {
    case Solid:
        painter->fillRect(area, m_color);
        break;
    case Striped:
        spendpainter::drawHeld(*painter, shape, m_color);
        break;
    case Mark:
        spendpainter::drawMark(*painter, {{middle, 2}, 9, 0, false}, m_color);
        break;
    case Post:
        painter->fillRect(QRectF(middle - 1.3, 0, 2.6, height()), m_color);
        painter->fillRect(QRectF(middle - 4.5, 0, 9, 2.6), m_color);
        break;
    }
}
