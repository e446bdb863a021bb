// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/reports/reportchart.h"

#include <QColor>
#include <QPointer>
#include <QQuickPaintedItem>

/// A report over time as columns with their grid lines, a band behind those that have one; axis
/// texts are the view's. One item whatever the number of columns: the software renderer draws two
/// thousand of them at once, which Qt Charts' graphics view does not.
class SeriesColumns : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ReportChart *chart READ chart WRITE setChart NOTIFY chartChanged FINAL)
    Q_PROPERTY(int chosen MEMBER m_chosen NOTIFY looksChanged FINAL) ///< -1: none
    Q_PROPERTY(QColor fillColor MEMBER m_fillColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor chosenColor MEMBER m_chosenColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor gridColor MEMBER m_gridColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(double bandOpacity MEMBER m_bandOpacity NOTIFY looksChanged FINAL)

public:
    explicit SeriesColumns(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;

    [[nodiscard]] ReportChart *chart() const { return m_chart; }
    void setChart(ReportChart *chart);
    /// The column below the pointer; -1 where there is none.
    Q_INVOKABLE int columnAt(double x) const;

Q_SIGNALS:
    void chartChanged();
    void looksChanged();

private:
    void paintGrid(QPainter &painter) const;
    void paintColumn(QPainter &painter, const ReportPoint &point, int column) const;

    QPointer<ReportChart> m_chart;
    int m_chosen = -1;
    QColor m_fillColor;
    QColor m_chosenColor;
    QColor m_gridColor;
    double m_bandOpacity = 0.46;
};
