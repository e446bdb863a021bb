// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/activityfilterchip.h"

using namespace Qt::StringLiterals;

ActivityFilterChip::ActivityFilterChip(const QString &name, const QStringList &all, Picks picks)
    : m_name(name)
    , m_all(all)
    , m_picks(picks)
{}

QString ActivityFilterChip::chosen() const
{
    return m_picked.join(u", "_s);
}

std::vector<qsizetype> ActivityFilterChip::indices() const
{
    std::vector<qsizetype> places;
    for (const QString &choice : m_picked) {
        if (const qsizetype place = m_all.indexOf(choice); place >= 0) {
            places.push_back(place);
        }
    }
    return places;
}

QString ActivityFilterChip::label() const
{
    return isActive() ? m_name + u": "_s + chosen() : m_name;
}

void ActivityFilterChip::setAll(const QStringList &all)
{
    if (all != m_all) {
        m_all = all;
        Q_EMIT choicesChanged();
        Q_EMIT placeChanged();
    }
}

void ActivityFilterChip::choose(const QString &choice)
{
    if (!choice.isEmpty() && choice == rangeChoice()) {
        return; // which is asked for first: chooseRange()
    }
    if (m_picks == Picks::One || choice.isEmpty()) {
        pick(choice.isEmpty() ? QStringList() : QStringList(choice));
        return;
    }
    QStringList picked = m_picked;
    if (picked.removeAll(choice) == 0) {
        picked += choice;
    }
    pick(picked);
}

void ActivityFilterChip::clear()
{
    pick({});
}

QString ActivityFilterChip::chooseRange(const QString &from, const QString &to)
{
    Q_UNUSED(from)
    Q_UNUSED(to)
    return {};
}

void ActivityFilterChip::pick(const QStringList &picked)
{
    if (picked != m_picked) {
        m_picked = picked;
        Q_EMIT changed();
        Q_EMIT placeChanged();
    }
}
