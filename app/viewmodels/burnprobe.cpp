// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/burnhistory.h"
#include "app/viewmodels/formatting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

double seconds(core::Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

} // namespace

std::deque<BurnHistory::Sample>::const_iterator BurnHistory::nearest(core::Time moment) const
{
    const auto later = std::lower_bound(
        m_samples.begin(), m_samples.end(), moment, [](const Sample &sample, core::Time time) {
            return sample.at < time;
        });
    if (later == m_samples.end()) {
        return m_samples.empty() ? m_samples.end() : std::prev(later);
    }
    const bool earlierIsNearer =
        later != m_samples.begin() && moment - std::prev(later)->at < later->at - moment;
    return earlierIsNearer ? std::prev(later) : later;
}

const BurnHistory::Sample *BurnHistory::probed() const
{
    const auto found = m_probe ? nearest(*m_probe) : m_samples.end();
    return found == m_samples.end() ? nullptr : &*found;
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
    if (m_samples.empty()) {
        return;
    }
    const double age = seconds(Range) * (1 - std::clamp(fraction, 0.0, 1.0));
    const auto back =
        std::chrono::duration_cast<core::Duration>(std::chrono::duration<double>(age));
    lookAt(nearest(m_samples.back().at - back)->at);
}

void BurnHistory::moveProbe(int samples)
{
    if (m_samples.empty()) {
        return;
    }
    const auto from = m_probe ? nearest(*m_probe) : std::prev(m_samples.end());
    const auto place = (from - m_samples.begin()) + samples;
    const auto last = static_cast<std::ptrdiff_t>(m_samples.size()) - 1;
    lookAt(m_samples[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(place, 0, last))].at);
}

void BurnHistory::clearProbe()
{
    lookAt(std::nullopt);
}

double BurnHistory::probeAt() const
{
    const Sample *const sample = probed();
    return sample == nullptr ? -1.0
                             : 1 - seconds(m_samples.back().at - sample->at) / seconds(Range);
}

QString BurnHistory::probeText() const
{
    const Sample *const sample = probed();
    return sample == nullptr ? QString()
                             : formatting::local(sample->at, m_zone).toString(u"HH:mm:ss"_s);
}
