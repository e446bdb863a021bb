// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/timefilterchip.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/typedmoment.h"

using namespace Qt::StringLiterals;

namespace {

QStringList namesOf(const TimeFilterChip::Ranges &ranges)
{
    QStringList names;
    for (const auto &[name, length] : ranges) {
        names += name;
    }
    return names + QStringList(TimeFilterChip::tr("from … to …"));
}

} // namespace

TimeFilterChip::TimeFilterChip(const QString &name, const Ranges &ranges)
    : ActivityFilterChip(name, namesOf(ranges))
    , m_zone(QTimeZone::utc())
{
    for (const auto &[word, length] : ranges) {
        m_lengths.push_back(length);
    }
}

void TimeFilterChip::setNow(core::Time now, const QTimeZone &zone)
{
    m_now = now;
    m_zone = zone;
}

QString TimeFilterChip::rangeChoice() const
{
    return all().constLast();
}

core::Time TimeFilterChip::from() const
{
    const qsizetype place = index();
    if (place >= 0) {
        return m_now - m_lengths.at(static_cast<std::size_t>(place));
    }
    return isActive() ? m_from : core::Time::min();
}

core::Time TimeFilterChip::to() const
{
    return isActive() && index() < 0 ? m_to : core::Time::max();
}

QString TimeFilterChip::chooseRange(const QString &from, const QString &to)
{
    const auto begin = typedMoment(from, m_now, m_zone);
    const auto end = typedMoment(to, m_now, m_zone);
    for (const auto &[typed, moment] : {std::pair(from, begin), std::pair(to, end)}) {
        if (!typed.trimmed().isEmpty() && !moment) {
            return noMoment(typed);
        }
    }
    if (!begin && !end) {
        return tr("Write from when, or until when.");
    }
    if (begin && end && end->ends <= begin->begins) {
        return tr("The end must be after the beginning.");
    }
    m_from = begin ? begin->begins : core::Time::min();
    m_to = end ? end->ends : core::Time::max();
    pick({nameOf(m_from, m_to)});
    return {};
}

/// To the minute: a day that counts whole ends with the next.
QString TimeFilterChip::nameOf(core::Time from, core::Time to) const
{
    const auto said = [this](core::Time time) {
        return formatting::dated(time, m_zone, formatting::DateForm::DayClock);
    };
    return from == core::Time::min() ? tr("until %1").arg(said(to))
           : to == core::Time::max() ? tr("from %1").arg(said(from))
                                     : tr("%1 to %2", "two times").arg(said(from), said(to));
}
