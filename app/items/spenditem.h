// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/barfigures.h"

#include <QColor>
#include <QQuickPaintedItem>

/// What gauge and bar have in common: figures and colours in, pixels out. Repaints only when one
/// of them changes.
class SpendItem : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(BarFigures figures MEMBER m_figures NOTIFY looksChanged)
    Q_PROPERTY(QColor fillColor MEMBER m_fillColor NOTIFY looksChanged)
    Q_PROPERTY(QColor trackColor MEMBER m_trackColor NOTIFY looksChanged)
    Q_PROPERTY(QColor postColor MEMBER m_postColor NOTIFY looksChanged)
    Q_PROPERTY(QColor markColor MEMBER m_markColor NOTIFY looksChanged)
    Q_PROPERTY(QColor crossedColor MEMBER m_crossedColor NOTIFY looksChanged)
    Q_PROPERTY(double thickness MEMBER m_thickness NOTIFY looksChanged)

public:
    explicit SpendItem(QQuickItem *parent = nullptr);

Q_SIGNALS:
    void looksChanged();

protected:
    /// Nothing that is not zero is drawn shorter than this.
    static constexpr double LeastLength = 2;
    /// Where the solid part and the stripes end on a length, in pixels.
    struct Ends
    {
        double spent = 0;
        double held = 0;
    };
    [[nodiscard]] Ends endsOn(double length) const;
    [[nodiscard]] QColor markColorOf(int mark) const;

    BarFigures m_figures;
    QColor m_fillColor;
    QColor m_trackColor;
    QColor m_postColor;
    QColor m_markColor;
    QColor m_crossedColor;
    double m_thickness = 8;
};

/// A 240 degree ring with the post across it (design: SpendGauge).
class GaugeArc : public SpendItem
{
    Q_OBJECT
    QML_ELEMENT
public:
    using SpendItem::SpendItem;
    void paint(QPainter *painter) override;

private:
    [[nodiscard]] QPainterPath ring(double from, double to) const;
    [[nodiscard]] QPointF at(double fraction, double radius) const;
    [[nodiscard]] double radius() const; ///< of the ring's middle
    [[nodiscard]] QPointF centre() const;
};

/// The same in a line (design: BudgetBar): marks stand below, the post reaches over both edges. Two
/// strokes in it are a pause; where it shows no marks, a notch is one that was crossed.
class SpendBar : public SpendItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool showsPost MEMBER m_showsPost NOTIFY looksChanged FINAL)
    Q_PROPERTY(bool showsMarks MEMBER m_showsMarks NOTIFY looksChanged FINAL)

public:
    using SpendItem::SpendItem;
    void paint(QPainter *painter) override;
    /// Room above the bar for the post, and below it for post and marks.
    static constexpr double Above = 4;
    static constexpr double Below = 11;

private:
    void paintPost(QPainter &painter) const;
    void paintState(QPainter &painter, const Ends &ends) const;

    bool m_showsPost = true;
    bool m_showsMarks = true;
};

/// A small piece of a bar for legends: the same signs, without figures.
class SpendSwatch : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(SpendSwatch::Sign sign MEMBER m_sign NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY looksChanged FINAL)

public:
    enum Sign { Solid, Striped, Mark, Post };
    Q_ENUM(Sign)

    explicit SpendSwatch(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void looksChanged();

private:
    Sign m_sign = Solid;
    QColor m_color;
};
