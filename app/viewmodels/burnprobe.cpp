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
}

double BurnHistory::probeAt() const
{
    const Sample *const sample = probed();
    return sample == nullptr ? -1.0 : placeOf(sample->at);
}
