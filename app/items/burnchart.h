// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/items/chartitem.h"
#include "app/viewmodels/burnhistory.h"

#include <QPointer>

#include <memory>
#include <vector>

class BurnBands;

/// The burn over time in stacked bands. Nothing is drawn where nothing was measured.
class BurnChart : public ChartItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(BurnHistory *history READ history WRITE setHistory NOTIFY historyChanged FINAL)
    /// By series, "others" last.
    Q_PROPERTY(QList<QColor> colors MEMBER m_colors NOTIFY looksChanged FINAL)
    Q_PROPERTY(double bandOpacity MEMBER m_bandOpacity NOTIFY looksChanged FINAL)
    /// The series whose bands are drawn at full strength; -1: none.
    Q_PROPERTY(int pointed MEMBER m_pointed NOTIFY looksChanged FINAL)

public:
    explicit BurnChart(QQuickItem *parent = nullptr);
    ~BurnChart() override;

    [[nodiscard]] BurnHistory *history() const { return m_history; }
    void setHistory(BurnHistory *history);

Q_SIGNALS:
    void historyChanged();

private:
    /// Samples from the first to before the last that have no gap between them.
    struct Stretch
    {
        std::size_t first = 0;
        std::size_t last = 0;
    };

    void fill() override;
    [[nodiscard]] int gridLines() const override;
    [[nodiscard]] std::vector<Stretch> stretches() const;
    void fill(BurnBands &bands, const Stretch &stretch) const;

    QPointer<BurnHistory> m_history;
    QList<QColor> m_colors;
    double m_bandOpacity = 0.46;
    int m_pointed = -1;
    std::vector<std::unique_ptr<BurnBands>> m_bands; ///< by stretch
};
