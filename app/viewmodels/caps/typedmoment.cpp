// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/caps/typedmoment.h"

#include "app/viewmodels/formatting.h"

#include <QCoreApplication>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

struct TypedMoment
{
    Q_DECLARE_TR_FUNCTIONS(TypedMoment)
};

const QString DayAndClock = u"yyyy-MM-dd H:mm"_s;

std::optional<std::chrono::seconds> lengthFrom(const QString &text)
{
    constexpr qint64 Most = 100'000;
    bool isNumber = false;
    const qint64 number = text.chopped(1).toLongLong(&isNumber);
    if (!isNumber || number < 1 || number > Most || !u"mhd"_s.contains(text.back())) {
        return std::nullopt;
    }
    const qint64 seconds = text.endsWith(u'm') ? 60 : text.endsWith(u'h') ? 3'600 : 86'400;
    return std::chrono::seconds(number * seconds);
}

QDateTime dateFrom(const QString &text, const QDateTime &now)
{
    if (const QTime clock = QTime::fromString(text, u"H:mm"_s); clock.isValid()) {
        const QDateTime today(now.date(), clock, now.timeZone());
        return today > now ? today : QDateTime(now.date().addDays(1), clock, now.timeZone());
    }
    if (const QDate day = QDate::fromString(text, u"yyyy-MM-dd"_s); day.isValid()) {
        return day.startOfDay(now.timeZone());
    }
    const QDateTime read = QDateTime::fromString(text, DayAndClock);
    return read.isValid() ? QDateTime(read.date(), read.time(), now.timeZone()) : QDateTime();
}

} // namespace

namespace typedmoment {

core::Result<core::Time> parse(const QString &text, core::Time now, const QTimeZone &zone)
{
    const QString plain = text.simplified();
    if (const auto length = plain.isEmpty() ? std::nullopt : lengthFrom(plain)) {
        return now + *length;
    }
    const QDateTime read = dateFrom(plain, formatting::local(now, zone));
    if (!read.isValid()) {
        return core::Error{
            core::ErrorCode::InvalidInput,
            TypedMoment::tr("“%1” is no time.").arg(text),
            TypedMoment::tr("Type a time of day (18:00), a length from now (90m, 2h, 3d) or a day "
                            "(2026-12-01, or with 18:00).")};
    }
    const core::Time time(std::chrono::milliseconds(read.toMSecsSinceEpoch()));
    if (time <= now) {
        return core::Error{core::ErrorCode::InvalidInput,
                           TypedMoment::tr("“%1” is over.").arg(text),
                           TypedMoment::tr("Type a time that is to come.")};
    }
    return time;
}

QString text(core::Time time, const QTimeZone &zone)
{
    return formatting::local(time, zone).toString(DayAndClock);
}

} // namespace typedmoment
