// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/burnhistory.h"

#include <algorithm>

std::deque<BurnHistory::Sample>::const_iterator BurnHistory::nearest(core::Time moment) const
{
    const auto later = std::lower_bound(
        samples().begin(), samples().end(), moment, [](const Sample &sample, core::Time time) {
            return sample.at < time;
        });
    if (later == samples().end()) {
        return samples().empty() ? samples().end() : std::prev(later);
    }
    const bool earlierIsNearer =
        later != samples().begin() && moment - std::prev(later)->at < later->at - moment;
    return earlierIsNearer ? std::prev(later) : later;
}

const BurnHistory::Sample *BurnHistory::probed() const
{
    const auto found = m_probe ? nearest(*m_probe) : samples().end();
    return found == samples().end() ? nullptr : &*found;
}

void BurnHistory::lookAt(std::optional<core::Time> moment)
{
    if (moment != m_probe) {
        m_probe = moment;
        showLegend();
        Q_EMIT changed();
    }
}

void BurnHistory::probe(double fraction)
{
    if (samples().empty()) {
        return;
    }
    const double age =
        std::chrono::duration<double>(length()).count() * (1 - std::clamp(fraction, 0.0, 1.0));
    const auto back =
        std::chrono::duration_cast<core::Duration>(std::chrono::duration<double>(age));
    lookAt(nearest(end() - back)->at);
}

void BurnHistory::probe(double fraction, double height)
{
    probe(fraction);
    const Sample *const sample = probed();
    if (sample == nullptr) {
        return;
    }
    const double level = height * static_cast<double>(m_scaleEnd.nanos());
    qint64 top = 0;
    int series = -1;
    for (int band = 0; band < Bands && series < 0; ++band) {
        top += sample->perHour[static_cast<std::size_t>(band)];
        series = level >= 0 && level < static_cast<double>(top) ? band : -1;
    }
    setPointed(series);
}

void BurnHistory::setPointed(int series)
{
    if (series != m_pointed) {
        m_pointed = series;
        Q_EMIT pointedChanged();
    }
}

void BurnHistory::movePointed(int lines)
{
    if (rowCount() == 0) {
        return;
    }
    int place = lines > 0 ? -1 : rowCount();
    for (int row = 0; row < rowCount(); ++row) {
        place = at(row).series == m_pointed ? row : place;
    }
    setPointed(at(std::clamp(place + lines, 0, rowCount() - 1)).series);
}

void BurnHistory::moveProbe(int by)
{
    if (samples().empty()) {
        return;
    }
    const auto from = m_probe ? nearest(*m_probe) : std::prev(samples().end());
    const auto place = (from - samples().begin()) + by;
    const auto last = static_cast<std::ptrdiff_t>(samples().size()) - 1;
    lookAt(samples()[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(place, 0, last))].at);
}

void BurnHistory::clearProbe()
{
    lookAt(std::nullopt);
    setPointed(-1);
}

double BurnHistory::probeAt() const
{
    const Sample *const sample = probed();
    return sample == nullptr ? -1.0 : placeOf(sample->at);
}
