// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reports/daysfilterchip.h"

#include "app/viewmodels/formatting.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace {

QString nameOfDays(QDate first, QDate last)
{
    return first == last ? first.toString(Qt::ISODate)
                         : DaysFilterChip::tr("%1 to %2", "two days")
                               .arg(first.toString(Qt::ISODate), last.toString(Qt::ISODate));
}

} // namespace

DaysFilterChip::DaysFilterChip(const QString &name)
    : ActivityFilterChip(name, {tr("from … to …")})
{}

void DaysFilterChip::setMonths(const QStringList &months)
{
    setAll(months + QStringList(tr("from … to …")));
}

QString DaysFilterChip::rangeChoice() const
{
    return all().constLast();
}

QString DaysFilterChip::chooseRange(const QString &from, const QString &to)
{
    const QDate first = QDate::fromString(from.trimmed(), Qt::ISODate);
    const QDate last =
        to.trimmed().isEmpty() ? first : QDate::fromString(to.trimmed(), Qt::ISODate);
    if (!first.isValid() || !last.isValid()) {
        return tr("Write the first day and the last one, as 2026-11-01.");
    }
    if (last < first) {
        return tr("The last day must not be before the first one.");
    }
    m_days =
        (first.toString(Qt::ISODate) + u".."_s + last.addDays(1).toString(Qt::ISODate)).toLatin1();
    pick({nameOfDays(first, last)});
    return {};
}

QByteArray DaysFilterChip::period() const
{
    return !isActive() ? QByteArray() : index() >= 0 ? chosen().toLatin1() : m_days;
}

QString DaysFilterChip::nameOf(core::Span period, const QByteArray &zone)
{
    const QTimeZone place = formatting::zoneOf(zone);
    const QDate first = formatting::local(period.begins, place).date();
    const QDate end = formatting::local(period.ends, place).date();
    return first.day() == 1 && end == first.addMonths(1) ? first.toString(u"yyyy-MM"_s)
                                                         : nameOfDays(first, end.addDays(-1));
}
