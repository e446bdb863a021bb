// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Dates and times in the language in force: its own names of days and months, and its own order,
// which the translation gives as a pattern of QLocale::toString().
#include "app/viewmodels/formatting.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Dates
{
    Q_DECLARE_TR_FUNCTIONS(Dates)
};

QString patternOf(formatting::DateForm form)
{
    using formatting::DateForm;
    switch (form) {
    case DateForm::Clock:
        return Dates::tr("HH:mm", "pattern of QLocale");
    case DateForm::ClockSeconds:
        return Dates::tr("HH:mm:ss", "pattern of QLocale");
    case DateForm::ClockMilliseconds:
        return Dates::tr("HH:mm:ss.zzz", "pattern of QLocale");
    case DateForm::Day:
        return Dates::tr("d MMM", "pattern of QLocale");
    case DateForm::DayYear:
        return Dates::tr("d MMM yyyy", "pattern of QLocale");
    case DateForm::DayClock:
        return Dates::tr("d MMM HH:mm", "pattern of QLocale");
    case DateForm::Weekday:
        return Dates::tr("dddd", "pattern of QLocale");
    case DateForm::WeekdayClock:
        return Dates::tr("ddd HH:mm", "pattern of QLocale");
    case DateForm::WeekdayDay:
        return Dates::tr("ddd d MMM", "pattern of QLocale");
    case DateForm::Long:
        return Dates::tr("dddd d MMMM, HH:mm", "pattern of QLocale");
    }
    return {};
}

} // namespace

namespace formatting {

QString dated(const QDateTime &time, DateForm form)
{
    return language().toString(time, patternOf(form));
}

QString dated(core::Time time, const QTimeZone &zone, DateForm form)
{
    return dated(local(time, zone), form);
}

QString clock(core::Time time, const QTimeZone &zone)
{
    return dated(time, zone, DateForm::Clock);
}

QString clockMilliseconds(core::Time time, const QTimeZone &zone)
{
    return dated(time, zone, DateForm::ClockMilliseconds);
}

QString longDate(core::Time time, const QTimeZone &zone)
{
    return dated(time, zone, DateForm::Long);
}

QString isoDay(const QString &date)
{
    const QDate day = QDate::fromString(date, Qt::ISODate);
    return day.isValid() ? dated(day.startOfDay(QTimeZone::utc()), DateForm::DayYear) : QString();
}

QString when(core::Time time, core::Time now, const QTimeZone &zone)
{
    const QDateTime then = local(time, zone);
    const qint64 days = then.date().daysTo(local(now, zone).date());
    if (days == 0) {
        return Dates::tr("today %1").arg(dated(then, DateForm::Clock));
    }
    if (days == 1) {
        return Dates::tr("yesterday %1").arg(dated(then, DateForm::Clock));
    }
    const bool thisWeek = days > 1 && days < 7;
    return dated(then, thisWeek ? DateForm::WeekdayClock : DateForm::DayClock);
}

core::Time tomorrow(core::Time now, const QTimeZone &zone)
{
    const QDateTime next = local(now, zone).date().addDays(1).startOfDay(zone);
    return core::Time(std::chrono::milliseconds(next.toMSecsSinceEpoch()));
}

QTimeZone zoneOf(const QByteArray &id)
{
    const QTimeZone zone(id);
    return zone.isValid() ? zone : QTimeZone::utc();
}

QDateTime local(core::Time time, const QTimeZone &zone)
{
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(milliseconds.count(), zone);
}

} // namespace formatting
