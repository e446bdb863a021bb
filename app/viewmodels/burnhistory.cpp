// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/burnhistory.h"

#include "app/viewmodels/capamount.h"
#include "app/viewmodels/formatting.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr int Others = BurnHistory::Bands - 1;
constexpr std::chrono::seconds Interval{1};

qint64 sum(const BurnHistory::Sample &sample)
{
    return std::accumulate(sample.perHour.begin(), sample.perHour.end(), qint64{0});
}

} // namespace

void BurnHistory::dealSeries(const core::Snapshot &snapshot)
{
    std::vector<const core::Snapshot::Tenant *> spending;
    for (const auto &tenant : snapshot.tenants) {
        if (tenant.burnPerHour.nanos() > 0 && m_named.size() < Others) {
            spending.push_back(&tenant);
        }
    }
    std::stable_sort(spending.begin(), spending.end(), [](const auto *a, const auto *b) {
        return a->burnPerHour > b->burnPerHour;
    });
    for (const auto *tenant : spending) {
        const bool known = std::find(m_named.begin(), m_named.end(), tenant->name) != m_named.end();
        if (!known && m_named.size() < Others) {
            m_named.push_back(tenant->name);
        }
    }
}

void BurnHistory::apply(const core::Snapshot &snapshot)
{
    dealSeries(snapshot);
    m_present.fill(0);
    for (const auto &tenant : snapshot.tenants) {
        const auto found = std::find(m_named.begin(), m_named.end(), tenant.name);
        const auto series = static_cast<std::size_t>(found - m_named.begin());
        m_present[found == m_named.end() ? Others : series] += tenant.burnPerHour.nanos();
    }
    m_zone = formatting::zoneOf(snapshot.zone);
    showLegend();
    if (m_total != snapshot.burnPerHour) {
        m_total = snapshot.burnPerHour;
        Q_EMIT changed();
    }
    tick(snapshot.at);
}

void BurnHistory::showLegend()
{
    const Sample *const sample = probed();
    const auto &perHour = sample != nullptr ? sample->perHour : m_present;
    std::vector<BurnFacts> legend;
    if (perHour[Others] > 0) {
        legend.push_back({Others, u"others"_s, perHour[Others]});
    }
    for (std::size_t i = m_named.size(); i > 0; --i) {
        const QString name = QString::fromUtf8(m_named[i - 1]);
        legend.push_back({static_cast<int>(i - 1), name, perHour[i - 1]});
    }
    synchronise(std::move(legend));
}

bool BurnHistory::isLively() const
{
    const auto spends = [](const Sample &sample) {
        return sum(sample) > 0;
    };
    return !m_total.isZero() || std::any_of(m_samples.begin(), m_samples.end(), spends);
}

void BurnHistory::tick(core::Time now)
{
    const bool tooSoon = !m_samples.empty() && now < m_samples.back().at + Interval;
    if (tooSoon || !isLively()) {
        return;
    }
    m_samples.push_back({now, m_present});
    while (m_samples.front().at < now - Range) {
        m_samples.pop_front();
    }
    fitScale();
    if (m_probe && *m_probe < m_samples.front().at) {
        clearProbe();
    }
    if (m_probe) {
        Q_EMIT changed(); // it moves on with its sample
    }
    Q_EMIT sampled();
}

void BurnHistory::fitScale()
{
    qint64 most = 0;
    for (const Sample &sample : m_samples) {
        most = std::max(most, sum(sample));
    }
    // scaleFor() leaves a quarter of room, which a chart does not need.
    const auto scale = capamount::scaleFor(core::Money::fromNanos(most - most / 5));
    if (scale.end != m_scaleEnd) {
        m_scaleEnd = scale.end;
        m_scaleStep = scale.step;
        Q_EMIT scaleChanged();
    }
}

QString BurnHistory::nowText() const
{
    return formatting::money(m_total) + u"/h"_s;
}

QString BurnHistory::totalText() const
{
    const Sample *const sample = probed();
    const core::Money total = sample != nullptr ? core::Money::fromNanos(sum(*sample)) : m_total;
    return formatting::money(total).remove(u'$');
}

QStringList BurnHistory::scaleLabels() const
{
    return m_scaleStep.isZero() ? QStringList()
                                : capamount::Scale{m_scaleEnd, m_scaleStep}.labels();
}

QVariant BurnHistory::present(const BurnFacts &facts) const
{
    BurnRow row;
    row.name = facts.name;
    row.text = formatting::money(core::Money::fromNanos(facts.perHour)).remove(u'$');
    row.series = facts.series;
    return QVariant::fromValue(row);
}
