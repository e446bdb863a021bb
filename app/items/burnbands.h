// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/burnhistory.h"

#include <QColor>
#include <QPointer>
#include <QQuickPaintedItem>

/// The stacked bands of the burn chart with their grid lines; axis texts are the view's. Not Qt
/// Charts: its ChartView needs 45 ms of a core for such a picture (six bands of 300 points, 640 x
/// 168, software renderer, Qt 6.4.2) and came to 9 frames a second; these bands need 9 ms.
class BurnBands : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(BurnHistory *history READ history WRITE setHistory NOTIFY historyChanged FINAL)
    /// By series, "others" last.
    Q_PROPERTY(QList<QColor> colors MEMBER m_colors NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor gridColor MEMBER m_gridColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(double bandOpacity MEMBER m_bandOpacity NOTIFY looksChanged FINAL)

public:
    explicit BurnBands(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;

    [[nodiscard]] BurnHistory *history() const { return m_history; }
    void setHistory(BurnHistory *history);

Q_SIGNALS:
    void historyChanged();
    void looksChanged();

private:
    void paintGrid(QPainter &painter) const;
    void paintRun(QPainter &painter, std::size_t first, std::size_t last) const;
    [[nodiscard]] QPointF at(const BurnHistory::Sample &sample, std::size_t bands) const;

    QPointer<BurnHistory> m_history;
    QList<QColor> m_colors;
    QColor m_gridColor;
    double m_bandOpacity = 0.46;
};
