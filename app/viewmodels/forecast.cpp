// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/forecast.h"

#include "app/viewmodels/formatting.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Forecast
{
    Q_DECLARE_TR_FUNCTIONS(Forecast)
};

using formatting::DateForm;

constexpr qint64 MicrosPerHour = 3'600'000'000;
/// Beyond this a forecast says nothing: a cap that lasts ten years lasts.
constexpr core::Duration Horizon = std::chrono::hours(24 * 3650);

qint64 scaled(qint64 value, qint64 numerator, qint64 denominator)
{
    const __int128 result = static_cast<__int128>(value) * numerator / denominator;
    constexpr auto Most = static_cast<__int128>(std::numeric_limits<qint64>::max());
    return static_cast<qint64>(std::min(result, Most));
}

/// What a text of moment() or windowEnd() is: languages differ in the word before it.
enum class Shape { Clock, WeekdayClock, Weekday, Day };

Shape shapeOf(const QString &moment)
{
    const bool hasDigits =
        std::any_of(moment.begin(), moment.end(), [](QChar sign) { return sign.isDigit(); });
    if (moment.contains(u':')) {
        return moment.front().isDigit() ? Shape::Clock : Shape::WeekdayClock;
    }
    return hasDigits ? Shape::Day : Shape::Weekday;
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
        return formatting::dated(then, DateForm::Clock);
    }
    if (days < 7) {
        return formatting::dated(then, DateForm::WeekdayClock);
    }
    return formatting::dated(then, days < 300 ? DateForm::Day : DateForm::DayYear);
}

QString at(const QString &moment)
{
    switch (shapeOf(moment)) {
    case Shape::Clock:
        return Forecast::tr("at %1", "17:21").arg(moment);
    case Shape::WeekdayClock:
        return Forecast::tr("at %1", "Mon 17:21").arg(moment);
    case Shape::Weekday:
        return Forecast::tr("on %1", "Monday").arg(moment);
    case Shape::Day:
        return Forecast::tr("on %1", "1 Dec").arg(moment);
    }
    return {};
}

QString until(const QString &moment)
{
    switch (shapeOf(moment)) {
    case Shape::Clock:
        return Forecast::tr("until %1", "17:21").arg(moment);
    case Shape::WeekdayClock:
        return Forecast::tr("until %1", "Mon 17:21").arg(moment);
    case Shape::Weekday:
        return Forecast::tr("until %1", "Monday").arg(moment);
    case Shape::Day:
        return Forecast::tr("until %1", "1 Dec").arg(moment);
    }
    return {};
}

QString windowEnd(core::Time time, core::Time now, const QTimeZone &zone)
{
    const QDateTime then = formatting::local(time, zone);
    if (time - now <= std::chrono::hours(25)) {
        return formatting::dated(then, DateForm::Clock);
    }
    if (time - now <= std::chrono::hours(24 * 7)) {
        return formatting::dated(then, DateForm::Weekday);
    }
    return formatting::dated(then, DateForm::Day);
}

QString sentence(const Outlook &outlook, core::Time now, const QTimeZone &zone)
{
    const bool resets = outlook.at != core::Time::max();
    switch (outlook.kind) {
    case Outlook::Kind::NoPace:
        return Forecast::tr("No pace yet");
    case Outlook::Kind::AtCap:
        return resets ? Forecast::tr("Cap reached, frees %1", "at 00:00")
                            .arg(at(windowEnd(outlook.at, now, zone)))
                      : Forecast::tr("Cap reached");
    case Outlook::Kind::ReachesCap:
        return Forecast::tr("Reaches its cap %1 at this pace", "at 17:21")
            .arg(at(moment(outlook.at, now, zone)));
    case Outlook::Kind::LastsTheWindow:
        return resets ? Forecast::tr("Lasts %1", "until Monday")
                            .arg(until(windowEnd(outlook.at, now, zone)))
                      : Forecast::tr("Lasts for years");
    }
    return {};
}

QString remark(const Outlook &outlook, core::Time now, const QTimeZone &zone)
{
    const bool resets = outlook.at != core::Time::max();
    switch (outlook.kind) {
    case Outlook::Kind::NoPace:
        return Forecast::tr("no pace now");
    case Outlook::Kind::AtCap:
        return resets ? Forecast::tr("full · frees %1", "at 00:00")
                            .arg(at(windowEnd(outlook.at, now, zone)))
                      : Forecast::tr("full", "the cap is reached");
    case Outlook::Kind::ReachesCap:
        return Forecast::tr("reaches cap %1", "17:34").arg(moment(outlook.at, now, zone));
    case Outlook::Kind::LastsTheWindow:
        return resets ? Forecast::tr("lasts %1", "until Monday")
                            .arg(until(windowEnd(outlook.at, now, zone)))
                      : Forecast::tr("lasts");
    }
    return {};
}

} // namespace forecast
