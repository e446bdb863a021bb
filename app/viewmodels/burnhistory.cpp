// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/burnhistory.h"

#include "app/viewmodels/capamount.h"
#include "app/viewmodels/displaycurrency.h"
#include "app/viewmodels/formatting.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr int Others = BurnHistory::Bands - 1;
constexpr std::chrono::seconds Interval{1};
constexpr std::chrono::minutes LiveRange{5};

qint64 sum(const BurnHistory::Sample &sample)
{
    return std::accumulate(sample.perHour.begin(), sample.perHour.end(), qint64{0});
}

} // namespace

std::size_t BurnHistory::Live::seriesOf(const QByteArray &name) const
{
    const auto found = std::find(named.begin(), named.end(), name);
    return found == named.end() ? Others : static_cast<std::size_t>(found - named.begin());
}

void BurnHistory::Live::deal(const QByteArray &name)
{
    if (named.size() < Others && std::find(named.begin(), named.end(), name) == named.end()) {
        named.push_back(name);
    }
}

template <class List>
void BurnHistory::Live::dealToDearest(const List &list)
{
    std::vector<const typename List::value_type *> burning;
    for (const auto &each : list) {
        if (!each.burnPerHour.isZero()) {
            burning.push_back(&each);
        }
    }
    std::stable_sort(burning.begin(), burning.end(), [](const auto *a, const auto *b) {
        return a->burnPerHour > b->burnPerHour;
    });
    for (const auto *each : burning) {
        deal(each->name);
    }
}

template <class List>
qint64 BurnHistory::Live::perHourOf(std::size_t series, const List &list)
{
    std::size_t &place = places[series];
    if (place >= list.size() || list[place].name != named[series]) {
        const auto found = std::ranges::find(list, named[series], &List::value_type::name);
        place = static_cast<std::size_t>(found - list.begin());
    }
    return place < list.size() ? list[place].burnPerHour.nanos() : 0;
}

// Those without a name of their own are what the named leave of all: there may be thousands, thirty
// times a second.
template <class List>
void BurnHistory::takePresent(Live &live, const List &list)
{
    if (live.named.size() < Others) {
        live.dealToDearest(list);
    }
    qint64 rest = 0;
    for (const auto &each : list) {
        rest += each.burnPerHour.nanos();
    }
    live.present.fill(0);
    live.places.resize(live.named.size());
    for (std::size_t series = 0; series < live.named.size(); ++series) {
        live.present[series] = live.perHourOf(series, list);
        rest -= live.present[series];
    }
    live.present[Others] = rest;
}

void BurnHistory::apply(const core::Snapshot &snapshot)
{
    takePresent(m_live[ByTenant], snapshot.tenants);
    takePresent(m_live[ByModel], snapshot.models);
    m_zone = formatting::zoneOf(snapshot.zone);
    m_now = snapshot.at;
    showLegend();
    if (m_total != snapshot.burnPerHour) {
        m_total = snapshot.burnPerHour;
        Q_EMIT changed();
    }
    collectEvents(snapshot);
    tick(snapshot.at);
}

void BurnHistory::showLegend()
{
    const Sample *const sample = probed();
    const auto &perHour = sample != nullptr ? sample->perHour : live().present;
    std::vector<BurnFacts> legend;
    if (perHour[Others] > 0) {
        legend.push_back({Others, tr("others"), perHour[Others]});
    }
    const std::vector<QByteArray> &named = live().named;
    for (std::size_t i = named.size(); i > 0; --i) {
        const QString name = QString::fromUtf8(named[i - 1]);
        legend.push_back({static_cast<int>(i - 1), name, perHour[i - 1]});
    }
    synchronise(legend);
}

bool BurnHistory::isLively() const
{
    const auto &samples = m_live[ByTenant].samples;
    const auto spends = [](const Sample &sample) {
        return sum(sample) > 0;
    };
    return !m_total.isZero() || std::any_of(samples.begin(), samples.end(), spends);
}

void BurnHistory::tick(core::Time now)
{
    m_now = now;
    const bool tooSoon =
        !m_live[ByTenant].samples.empty() && now < m_live[ByTenant].samples.back().at + Interval;
    if (!tooSoon && isLively()) {
        for (Live &live : m_live) {
            live.samples.push_back({now, live.present});
            while (live.samples.front().at < now - LiveRange) {
                live.samples.pop_front();
            }
        }
        if (m_range == FiveMinutes) {
            show();
        }
    }
    if (m_range != FiveMinutes && now >= m_asked.to + m_asked.step) {
        askForPast();
    }
}

void BurnHistory::show()
{
    fitScale();
    placeEvents();
    if (m_probe && (samples().empty() || *m_probe < samples().front().at)) {
        clearProbe();
    }
    if (m_probe) {
        Q_EMIT changed(); // it moves on with its sample
    }
    Q_EMIT sampled();
}

void BurnHistory::retell()
{
    fitScale();
    Q_EMIT scaleChanged();
    Q_EMIT changed();
}

void BurnHistory::fitScale()
{
    qint64 most = 0;
    for (const Sample &sample : samples()) {
        most = std::max(most, sum(sample));
    }
    // scaleFor() leaves a quarter of room, which a chart does not need.
    const auto scale = capamount::scaleFor(core::Money::fromNanos(most - most / 5));
    const core::Money end = samples().empty() ? core::Money() : scale.end;
    if (end != m_scaleEnd) {
        m_scaleEnd = end;
        m_scaleStep = samples().empty() ? core::Money() : scale.step;
        Q_EMIT scaleChanged();
    }
}

QString BurnHistory::nowText() const
{
    return formatting::perHour(m_total);
}

QString BurnHistory::unitText()
{
    return tr("%1/h", "currency per hour").arg(displaycurrency::sign());
}

core::Money BurnHistory::shownTotal() const
{
    const Sample *const sample = probed();
    return sample != nullptr ? core::Money::fromNanos(sum(*sample)) : m_total;
}

QString BurnHistory::totalText() const
{
    return formatting::hourly(shownTotal());
}

QString BurnHistory::totalRate() const
{
    return formatting::perHour(shownTotal());
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
    row.text = formatting::hourly(core::Money::fromNanos(facts.perHour));
    row.series = facts.series;
    return QVariant::fromValue(row);
}
