// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/items/chartitem.h"
#include "app/viewmodels/reports/reportchart.h"

#include <QPointer>

class QBarSet;
class QStackedBarSeries;

/// A report over time as columns; one with a band is that band with a line at its likely amount.
class ColumnChart : public ChartItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ReportChart *report READ report WRITE setReport NOTIFY reportChanged FINAL)
    Q_PROPERTY(int chosen READ chosen WRITE setChosen NOTIFY chosenChanged FINAL) ///< -1: none
    Q_PROPERTY(QColor fillColor MEMBER m_fillColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor chosenColor MEMBER m_chosenColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(double bandOpacity MEMBER m_bandOpacity NOTIFY looksChanged FINAL)

public:
    explicit ColumnChart(QQuickItem *parent = nullptr);
    ~ColumnChart() override;

    [[nodiscard]] ReportChart *report() const { return m_report; }
    void setReport(ReportChart *report);
    [[nodiscard]] int chosen() const { return m_chosen; }
    void setChosen(int column);
    /// The column below the pointer; -1 where there is none.
    Q_INVOKABLE int columnAt(double x) const;

Q_SIGNALS:
    void reportChanged();
    void chosenChanged();

private:
    /// From the foot up. A column without a band has its first part only.
    enum Part { Whole, Below, LowerBand, Line, UpperBand };
    static constexpr int Parts = 5;

    void fill() override;
    [[nodiscard]] int gridLines() const override;
    void rebuild();
    void appendPart(Part part);
    [[nodiscard]] double lengthOf(Part part, const ReportPoint &point) const;
    [[nodiscard]] QColor shade(Part part, QColor color) const;
    [[nodiscard]] double barWidth() const;

    QPointer<ReportChart> m_report;
    int m_chosen = -1;
    QColor m_fillColor;
    QColor m_chosenColor;
    double m_bandOpacity = 0.46;
    std::unique_ptr<QStackedBarSeries> m_columns;
    bool m_isStale = true; ///< the columns are of another report, or have other colours
    QSizeF m_builtFor;
};
