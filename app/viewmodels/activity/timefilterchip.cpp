// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/timefilterchip.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/typedmoment.h"
#include "core/budget/window.h"

using namespace Qt::StringLiterals;

namespace {

QStringList namesOf(const TimeFilterChip::Ranges &ranges)
{
    QStringList names;
    for (const auto &[name, begins] : ranges) {
        names += name;
    }
    return names + QStringList(TimeFilterChip::tr("from … to …"));
}

} // namespace

TimeFilterChip::TimeFilterChip(const QString &name, const Ranges &ranges)
    : ActivityFilterChip(name, namesOf(ranges))
    , m_zone(QTimeZone::utc())
{
    for (const auto &[word, begins] : ranges) {
        m_begins.push_back(begins);
    }
}

void TimeFilterChip::setNow(core::Time now, const QTimeZone &zone)
{
    m_now = now;
    if (zone != m_zone) {
        m_zone = zone;
        if (isActive() && index() < 0) {
            chooseRange(m_typed.first, m_typed.second);
        }
    }
}

core::Time TimeFilterChip::begin(Since since) const
{
    core::Window window;
    window.kind = since == Since::Today ? core::WindowKind::Day : core::WindowKind::Month;
    window.zone = m_zone.id();
    return since == Since::Ever ? core::Time{} : window.spanAt(m_now).begins;
}

QString TimeFilterChip::rangeChoice() const
{
    return all().constLast();
}

core::Time TimeFilterChip::from() const
{
    const qsizetype place = index();
    if (place >= 0) {
        const auto &begins = m_begins.at(static_cast<std::size_t>(place));
        const auto *const length = std::get_if<std::chrono::minutes>(&begins);
        return length != nullptr ? m_now - *length : begin(std::get<Since>(begins));
    }
    return isActive() ? m_from : core::Time::min();
}

core::Time TimeFilterChip::to() const
{
    return isActive() && index() < 0 ? m_to : core::Time::max();
}

QString TimeFilterChip::chooseRange(const QString &from, const QString &to)
{
    const auto start = typedMoment(from, m_now, m_zone);
    const auto end = typedMoment(to, m_now, m_zone);
    for (const auto &[typed, moment] : {std::pair(from, start), std::pair(to, end)}) {
        if (!typed.trimmed().isEmpty() && !moment) {
            return noMoment(typed);
        }
    }
    if (!start && !end) {
        return tr("Write from when, or until when.");
    }
    if (start && end && end->ends <= start->begins) {
        return tr("The end must be after the beginning.");
    }
    m_typed = {from, to};
    m_from = start ? start->begins : core::Time::min();
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
