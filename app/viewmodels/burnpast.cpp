// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/burnhistory.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

// The half of the chart that comes from the ledger, and what is marked on it.

namespace {

using namespace std::chrono_literals;
using formatting::DateForm;

struct View
{
    std::chrono::seconds length;
    std::chrono::seconds step; ///< of what is read from the ledger
    DateForm clock;            ///< of a moment
    DateForm axis;
};
/// By range; about as many steps as the chart has room for.
constexpr std::array Views{View{5min, 1s, DateForm::ClockSeconds, DateForm::Clock},
                           View{60min, 60s, DateForm::Clock, DateForm::Clock},
                           View{24h, 10min, DateForm::WeekdayClock, DateForm::Clock},
                           View{30 * 24h, 4h, DateForm::DayClock, DateForm::Day}};

/// The last sample of a pause in the calls must not be drawn on to the next one.
constexpr core::Duration LiveGap = 5s;
/// More marks than that would hide the bands.
constexpr std::size_t MostEvents = 6;
/// Of caps changed and pauses; a month of a busy office.
constexpr std::size_t MostKept = 500;

const View &viewOf(BurnHistory::Range range)
{
    return Views[static_cast<std::size_t>(range)];
}

qint64 perHour(core::Money spent, std::chrono::seconds step)
{
    constexpr qint64 SecondsOfAnHour = 3'600;
    return static_cast<qint64>(static_cast<__int128>(spent.nanos()) * SecondsOfAnHour /
                               step.count());
}

} // namespace

void BurnHistory::setRange(Range range)
{
    if (range != m_range) {
        m_range = range;
        m_error.clear();
        m_past.clear();
        m_probe.reset();
        askForPast();
        Q_EMIT viewChanged();
        showLegend();
        show();
    }
}

void BurnHistory::setSplit(Split split)
{
    if (split != m_split) {
        m_split = split;
        m_error.clear();
        m_past.clear();
        m_probe.reset();
        askForPast();
        Q_EMIT viewChanged();
        showLegend();
        show();
    }
}

void BurnHistory::askForPast()
{
    m_waits = false;
    if (m_range == FiveMinutes) {
        return;
    }
    const View &view = viewOf(m_range);
    // Whole steps only: the one that runs would look like a fall.
    const auto step = view.step.count();
    const auto now =
        std::chrono::floor<std::chrono::seconds>(m_now).time_since_epoch().count() / step * step;
    m_asked.by = m_split == ByTenant ? core::Dimension::Tenant : core::Dimension::Model;
    m_asked.to = core::Time(std::chrono::seconds(now));
    m_asked.from = m_asked.to - view.length;
    m_asked.step = view.step;
    m_waits = true;
    Q_EMIT pastWanted(m_asked);
}

void BurnHistory::takePast(const core::SpendHistory &past)
{
    if (m_range == FiveMinutes || past.query.by != m_asked.by || past.query.step != m_asked.step) {
        return;
    }
    for (const auto &line : past.lines) {
        live().deal(line.name);
    }
    m_past.clear();
    for (std::size_t step = 0; step < past.rest.size(); ++step) {
        Sample sample;
        // A step's burn stands at its middle, so that an event lies where the money went.
        sample.at = past.query.from + past.query.step * static_cast<qint64>(step) +
                    core::Duration(past.query.step) / 2;
        sample.perHour[Bands - 1] = perHour(past.rest[step], past.query.step);
        for (const auto &line : past.lines) {
            sample.perHour[live().seriesOf(line.name)] +=
                perHour(line.spent[step], past.query.step);
        }
        m_past.push_back(sample);
    }
    m_waits = false;
    m_error.clear();
    Q_EMIT viewChanged();
    showLegend();
    show();
}

QString BurnHistory::emptyText() const
{
    if (m_range == FiveMinutes) {
        return tr("No pace yet");
    }
    return m_waits             ? tr("Reading…")
           : m_error.isEmpty() ? tr("Nothing was spent in that time")
                               : QString();
}

void BurnHistory::refusePast(const core::SpendHistoryQuery &query, const QString &why)
{
    if (query == m_asked && std::exchange(m_waits, false)) { // else it was another's
        m_error = sentences::translated(why);
        Q_EMIT viewChanged();
    }
}

const std::deque<BurnHistory::Sample> &BurnHistory::samples() const
{
    return m_range == FiveMinutes ? live().samples : m_past;
}

core::Duration BurnHistory::length() const
{
    return viewOf(m_range).length;
}

core::Duration BurnHistory::longestStep() const
{
    return m_range == FiveMinutes ? LiveGap : core::Duration(viewOf(m_range).step) * 3 / 2;
}

core::Time BurnHistory::end() const
{
    if (m_range != FiveMinutes) {
        return m_asked.to;
    }
    return samples().empty() ? m_now : samples().back().at;
}

double BurnHistory::placeOf(core::Time time) const
{
    return 1 - std::chrono::duration<double>(end() - time).count() /
                   std::chrono::duration<double>(length()).count();
}

QStringList BurnHistory::timeLabels() const
{
    if (m_range == FiveMinutes) {
        return {tr("5 min ago"), tr("4 min"), tr("3 min"), tr("2 min"), tr("1 min"), tr("now")};
    }
    QStringList labels;
    for (int i = 0; i < TimeLabels; ++i) {
        const core::Time time = end() - length() * (TimeLabels - 1 - i) / (TimeLabels - 1);
        labels += formatting::dated(time, m_zone, viewOf(m_range).axis);
    }
    return labels;
}

QString BurnHistory::probeText() const
{
    const Sample *const sample = probed();
    return sample == nullptr ? QString()
                             : formatting::dated(sample->at, m_zone, viewOf(m_range).clock);
}

void BurnHistory::collectEvents(const core::Snapshot &snapshot)
{
    std::vector<BurnEvent> alerts;
    for (const core::AlertRecord &alert : snapshot.alerts) {
        if (alert.hard) {
            const QString who =
                alert.label.isEmpty()
                    ? tr("all tenants")
                    : QString::fromUtf8(alert.label.mid(alert.label.indexOf(':') + 1));
            alerts.push_back({alert.at, 0, tr("%1 at its cap").arg(who), true});
        }
    }
    if (alerts != m_alerts) {
        m_alerts = std::move(alerts);
        placeEvents();
    }
    for (const BurnMarks::Mark &mark : m_marks.take(snapshot)) {
        addEvent(BurnEvent{mark.at, 0, mark.text, mark.warns});
    }
}

void BurnHistory::addEvent(core::Time time, const QString &text)
{
    addEvent(BurnEvent{time, 0, text, false});
}

void BurnHistory::addEvent(const BurnEvent &event)
{
    if (std::ranges::find(m_changes, event.key(), &BurnEvent::key) != m_changes.end()) {
        return; // a list's keys are unique
    }
    m_changes.push_back(event);
    if (m_changes.size() > MostKept) {
        m_changes.erase(m_changes.begin());
    }
    placeEvents();
}

void BurnHistory::placeEvents()
{
    std::vector<BurnEvent> events;
    for (const auto *list : {&m_alerts, &m_changes}) {
        for (BurnEvent event : *list) {
            event.place = placeOf(event.time);
            if (event.place >= 0 && event.place <= 1) {
                events.push_back(event);
            }
        }
    }
    std::stable_sort(
        events.begin(), events.end(), [](const auto &a, const auto &b) { return a.time > b.time; });
    events.resize(std::min(events.size(), MostEvents));
    m_events.synchronise(events);
}
