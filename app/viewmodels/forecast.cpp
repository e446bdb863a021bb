// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/forecast.h"

#include "app/viewmodels/formatting.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MicrosPerHour = 3'600'000'000;
/// Beyond this a forecast says nothing: a cap that lasts ten years lasts.
constexpr core::Duration Horizon = std::chrono::hours(24 * 3650);

qint64 scaled(qint64 value, qint64 numerator, qint64 denominator)
{
    const __int128 result = static_cast<__int128>(value) * numerator / denominator;
    constexpr auto Most = static_cast<__int128>(std::numeric_limits<qint64>::max());
    return static_cast<qint64>(std::min(result, Most));
}

bool isLong(core::WindowKind kind)
{
    return kind == core::WindowKind::Week || kind == core::WindowKind::Month;
}

} // namespace

namespace forecast {

Course Course::of(const core::BucketState &state, core::WindowKind kind, core::Time now)
{
    Course course{state.settled, state.cap, state.perHour, state.span};
    const core::Duration elapsed = now - state.span.begins;
    if (isLong(kind) && elapsed > core::Duration::zero()) {
        course.pace = scaled(state.settled, MicrosPerHour, elapsed.count());
    }
    return course;
}

Outlook outlook(const Course &course, core::Time now)
{
    if (course.settled >= course.cap) {
        return {Outlook::Kind::AtCap, course.span.ends};
    }
    if (course.pace <= 0) {
        return {};
    }
    const core::Duration needed(scaled(course.cap - course.settled, MicrosPerHour, course.pace));
    const bool endsFirst =
        course.span.ends != core::Time::max() && needed >= course.span.ends - now;
    if (endsFirst || needed > Horizon) {
        return {Outlook::Kind::LastsTheWindow, course.span.ends};
    }
    return {Outlook::Kind::ReachesCap, now + needed};
}

std::optional<qint64> atWindowEnd(const Course &course, core::Time now)
{
    if (course.pace <= 0 || course.span.ends == core::Time::max() || course.span.ends <= now) {
        return std::nullopt;
    }
    const qint64 more = scaled(course.pace, (course.span.ends - now).count(), MicrosPerHour);
    return core::Money::saturatingSum(course.settled, more);
}

QString moment(core::Time time, core::Time now, const QTimeZone &zone)
{
    const auto minute = std::chrono::round<std::chrono::minutes>(time);
    const QDateTime then = formatting::local(minute, zone);
    const qint64 days = formatting::local(now, zone).date().daysTo(then.date());
    if (days <= 0) {
        return then.toString(u"HH:mm"_s);
    }
    const QLocale language = formatting::language();
    if (days < 7) {
        return language.toString(then, u"ddd HH:mm"_s);
    }
    return language.toString(then, days < 300 ? u"d MMM"_s : u"d MMM yyyy"_s);
}

QString at(const QString &moment)
{
    return (moment.contains(u':') ? u"at "_s : u"on "_s) + moment;
}

QString windowEnd(core::Time time, core::Time now, const QTimeZone &zone)
{
    const QDateTime then = formatting::local(time, zone);
    const QLocale language = formatting::language();
    if (time - now <= std::chrono::hours(25)) {
        return then.toString(u"HH:mm"_s);
    }
    if (time - now <= std::chrono::hours(24 * 7)) {
        return language.toString(then, u"dddd"_s);
    }
    return language.toString(then, u"d MMM"_s);
}

QString sentence(const Outlook &outlook, core::Time now, const QTimeZone &zone)
{
    const bool resets = outlook.at != core::Time::max();
    switch (outlook.kind) {
    case Outlook::Kind::NoPace:
        return u"No pace yet"_s;
    case Outlook::Kind::AtCap:
        return resets ? u"Cap reached, frees %1"_s.arg(at(windowEnd(outlook.at, now, zone)))
                      : u"Cap reached"_s;
    case Outlook::Kind::ReachesCap:
        return u"Reaches its cap %1 at this pace"_s.arg(at(moment(outlook.at, now, zone)));
    case Outlook::Kind::LastsTheWindow:
        return resets ? u"Lasts until %1"_s.arg(windowEnd(outlook.at, now, zone))
                      : u"Lasts for years"_s;
    }
    return {};
}

QString remark(const Outlook &outlook, core::Time now, const QTimeZone &zone)
{
    const bool resets = outlook.at != core::Time::max();
    switch (outlook.kind) {
    case Outlook::Kind::NoPace:
        return u"no pace now"_s;
    case Outlook::Kind::AtCap:
        return resets ? u"full · frees %1"_s.arg(at(windowEnd(outlook.at, now, zone))) : u"full"_s;
    case Outlook::Kind::ReachesCap:
        return u"reaches cap %1"_s.arg(moment(outlook.at, now, zone));
    case Outlook::Kind::LastsTheWindow:
        return resets ? u"lasts until %1"_s.arg(windowEnd(outlook.at, now, zone)) : u"lasts"_s;
    }
    return {};
}

} // namespace forecast
