// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QQuickPaintedItem>

#include <memory>

class QAbstractSeries;
class QChart;
class QGraphicsScene;
class QValueAxis;

/// A chart of Qt Charts that fills the item, with grid lines below its series; texts beside it are
/// the view's. It is drawn anew only when what it shows has changed and it can be seen.
///
/// Not Qt Charts' own QML ChartView, which draws its whole scene with labels and outlines at every
/// chance: 45 ms of a core a picture (six stacked areas of 300 points, 640 x 168, software
/// renderer, Qt 6.4.2). What the same costs here, as `bench_charts` prints it; the first line is a
/// spike's:
///   areas with outlines                    24 ms
///   areas without, a line along each top   11 ms
/// Needs a QApplication. The picture is made in the window's thread, where Qt Charts lives.
class ChartItem : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(QColor gridColor MEMBER m_gridColor NOTIFY looksChanged)

public:
    explicit ChartItem(QQuickItem *parent = nullptr);
    ~ChartItem() override;
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void looksChanged();

protected:
    /// Brings the series up to date before a picture of them is made.
    virtual void fill() = 0;
    /// Evenly from the upper edge to the lower; less than two: none.
    [[nodiscard]] virtual int gridLines() const = 0;

    [[nodiscard]] QChart &chart() { return *m_chart; }
    /// Left to right; 0 to 1 unless it is set otherwise. From the foot up it is 0 to 1.
    [[nodiscard]] QValueAxis &across() { return *m_across; }
    /// Shows it from now on, above those that were added before. Stays the caller's, who takes it
    /// from the chart before it goes.
    void add(QAbstractSeries &series);
    void redraw() { polish(); } ///< before the next frame

    void updatePolish() override;
    void geometryChange(const QRectF &now, const QRectF &before) override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;

private:
    void layOut();
    void paintGrid(QPainter &painter) const;

    std::unique_ptr<QGraphicsScene> m_scene;
    QChart *m_chart;      ///< the scene's
    QValueAxis *m_across; ///< the chart's
    QValueAxis *m_up;
    QColor m_gridColor;
    QImage m_picture;
};
