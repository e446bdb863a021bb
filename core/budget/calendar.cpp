// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/calendar.h"

#include <QDateTime>

#include <algorithm>
#include <utility>
#include <vector>

// QDate::startOfDay and local QDateTimes are not used: what they answer for a midnight that
// happens twice or never differs between Qt versions. Offsets between transitions do not.

namespace core {

using namespace std::chrono_literals;

namespace {

/// A stretch of time with one offset from UTC.
struct Stretch
{
    Time begins;
    Time ends;
    Duration offset;
};

QDateTime toDateTime(Time t)
{
    return QDateTime::fromMSecsSinceEpoch(
        std::chrono::floor<std::chrono::milliseconds>(t.time_since_epoch()).count(), Qt::UTC);
}

Time toTime(const QDateTime &dateTime)
{
    return Time(std::chrono::milliseconds(dateTime.toMSecsSinceEpoch()));
}

QTimeZone zoneOf(const QByteArray &id)
{
    const QTimeZone zone = id.isEmpty() ? QTimeZone::utc() : QTimeZone(id);
    return zone.isValid() ? zone : QTimeZone::utc();
}

/// The stretches of the zone that meet [from, to], the outer two cut to it.
std::vector<Stretch> stretches(const QTimeZone &zone, Time from, Time to)
{
    const auto offsetAt = [&](Time t) -> Duration {
        return std::chrono::seconds(zone.offsetFromUtc(toDateTime(t)));
    };
    std::vector<Stretch> result{{from, to, offsetAt(from)}};
    if (!zone.hasTransitions()) {
        return result;
    }
    for (const auto &transition : zone.transitions(toDateTime(from), toDateTime(to))) {
        const Time at = toTime(transition.atUtc);
        if (at <= from || at >= to) {
            continue;
        }
        result.back().ends = at;
        result.push_back({at, to, offsetAt(at)});
    }
    return result;
}

Duration sinceEpoch(QDate date)
{
    return std::chrono::hours(24) * (date.toJulianDay() - QDate(1970, 1, 1).toJulianDay());
}

/// The first instant at which the wall shows this date or a later one.
Time firstInstant(const QTimeZone &zone, QDate date)
{
    const Time midnight{sinceEpoch(date)};
    const std::vector<Stretch> near = stretches(zone, midnight - 48h, midnight + 48h);
    for (const Stretch &stretch : near) {
        const Time candidate = std::max(stretch.begins, midnight - stretch.offset);
        if (candidate < stretch.ends) {
            return candidate;
        }
    }
    return midnight - near.back().offset;
}

QDate firstDate(const Window &window, QDate date)
{
    if (window.kind == WindowKind::Month) {
        return {date.year(), date.month(), 1};
    }
    if (window.kind == WindowKind::Week) {
        return date.addDays(-((date.dayOfWeek() - window.weekStart + 7) % 7));
    }
    return date;
}

QDate nextDate(const Window &window, QDate first)
{
    if (window.kind == WindowKind::Month) {
        return first.addMonths(1);
    }
    return first.addDays(window.kind == WindowKind::Week ? 7 : 1);
}

} // namespace

Span calendarHour(const QByteArray &zone, Time t)
{
    const std::vector<Stretch> near = stretches(zoneOf(zone), t - 2h, t + 2h);
    const auto here = std::find_if(
        near.begin(), near.end(), [&](const Stretch &stretch) { return t < stretch.ends; });
    const Time begins{
        std::chrono::floor<std::chrono::hours>((t + here->offset).time_since_epoch()) -
        here->offset};
    return {std::max(begins, here->begins), std::min(begins + 1h, here->ends)};
}

namespace {
Span findDays(const Window &window, Time t)
{
    const QTimeZone zone = zoneOf(window.zone);
    const auto offset = std::chrono::seconds(zone.offsetFromUtc(toDateTime(t)));
    QDate first = firstDate(window, toDateTime(t + offset).date());
    Span span{firstInstant(zone, first), firstInstant(zone, nextDate(window, first))};
    // Where clocks went back over midnight, or a whole date is left out, the wall shows a date
    // whose window has ended: the next one has begun and stays.
    while (span.ends <= t) {
        first = nextDate(window, first);
        span = {span.ends, firstInstant(zone, nextDate(window, first))};
    }
    return span;
}
} // namespace

// Thousands of budgets are asked at one moment, and nearly all of them have one window: asking the
// time zone for each took a sixth of the time of a snapshot.
Span calendarDays(const Window &window, Time t)
{
    thread_local std::pair<Window, Span> last;
    if (last.first != window || !last.second.contains(t)) {
        last = {window, findDays(window, t)};
    }
    return last.second;
}

} // namespace core
