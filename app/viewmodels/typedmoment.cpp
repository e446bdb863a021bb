// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/typedmoment.h"

#include "app/viewmodels/formatting.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace {

struct Moments
{
    Q_DECLARE_TR_FUNCTIONS(Moments)
};

constexpr int DayLength = 10; // of "2026-11-21"

core::Time timeOf(const QDateTime &moment)
{
    return core::Time(std::chrono::milliseconds(moment.toMSecsSinceEpoch()));
}

} // namespace

std::optional<TypedMoment> typedMoment(const QString &typed, core::Time now, const QTimeZone &zone)
{
    const QString text = typed.simplified().replace(u'T', u' ');
    const QTime alone = QTime::fromString(text, u"H:mm"_s);
    const QDate day = alone.isValid() ? formatting::local(now, zone).date()
                                      : QDate::fromString(text.left(DayLength), Qt::ISODate);
    if (!alone.isValid() && text.size() <= DayLength) {
        return day.isValid() ? std::optional(TypedMoment{timeOf(day.startOfDay(zone)),
                                                         timeOf(day.addDays(1).startOfDay(zone))})
                             : std::nullopt;
    }
    const QTime time =
        alone.isValid() ? alone : QTime::fromString(text.mid(DayLength + 1), u"H:mm"_s);
    if (!day.isValid() || !time.isValid()) {
        return std::nullopt;
    }
    const core::Time moment = timeOf(QDateTime(day, time, zone));
    return TypedMoment{moment, moment};
}

QString noMoment(const QString &typed)
{
    return Moments::tr("“%1” is no time. Write it as 2026-11-21, or 2026-11-21 08:30.")
        .arg(typed.trimmed());
}
