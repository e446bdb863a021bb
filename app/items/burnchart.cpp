// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/items/burnchart.h"

#include "app/items/burnbands.h"

#include <algorithm>

BurnChart::BurnChart(QQuickItem *parent)
    : ChartItem(parent)
{
    setAntialiasing(true);
}

BurnChart::~BurnChart() = default;

void BurnChart::setHistory(BurnHistory *history)
{
    if (history == m_history) {
        return;
    }
    if (m_history != nullptr) {
        m_history->disconnect(this);
    }
    m_history = history;
    if (history != nullptr) {
        connect(history, &BurnHistory::sampled, this, [this] { redraw(); });
    }
    redraw();
    Q_EMIT historyChanged();
}

int BurnChart::gridLines() const
{
    constexpr qsizetype Edges = 2;
    return static_cast<int>(
        m_history == nullptr ? Edges : std::max(Edges, m_history->scaleLabels().size()));
}

std::vector<BurnChart::Stretch> BurnChart::stretches() const
{
    std::vector<Stretch> found;
    const auto &samples = m_history->samples();
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (i == 0 || samples[i].at - samples[i - 1].at > m_history->longestStep()) {
            found.push_back({i, i});
        }
        found.back().last = i + 1;
    }
    return found;
}

void BurnChart::fill()
{
    const std::vector<Stretch> wanted = m_history == nullptr ? std::vector<Stretch>() : stretches();
    m_bands.resize(std::min(m_bands.size(), wanted.size()));
    while (m_bands.size() < wanted.size()) {
        m_bands.push_back(std::make_unique<BurnBands>());
        for (QAbstractSeries *series : m_bands.back()->series()) {
            add(*series);
        }
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        fill(*m_bands[i], wanted[i]);
    }
}

void BurnChart::fill(BurnBands &bands, const Stretch &stretch) const
{
    const double range = std::chrono::duration<double>(m_history->length()).count();
    const auto whole = static_cast<double>(std::max<qint64>(m_history->scaleEnd().nanos(), 1));
    std::array<QList<QPointF>, BurnBands::Count> tops;
    for (std::size_t i = stretch.first; i < stretch.last; ++i) {
        const BurnHistory::Sample &sample = m_history->samples()[i];
        const double age = std::chrono::duration<double>(m_history->end() - sample.at).count();
        qint64 sum = 0;
        for (std::size_t band = 0; band < tops.size(); ++band) {
            sum += sample.perHour[band];
            tops[band].append({1 - age / range, static_cast<double>(sum) / whole});
        }
    }
    bands.setTops(tops);
    bands.setLooks({m_colors, m_bandOpacity, m_pointed});
}
