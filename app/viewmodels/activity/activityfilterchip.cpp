// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/activityfilterchip.h"

using namespace Qt::StringLiterals;

namespace {

/// More than fit into a menu without scrolling.
constexpr qsizetype FewChoices = 12;

} // namespace

ActivityFilterChip::ActivityFilterChip(const QString &name, const QStringList &all, QObject *parent)
    : QObject(parent)
    , m_name(name)
    , m_all(all)
{}

QString ActivityFilterChip::label() const
{
    return isActive() ? m_name + u": "_s + m_chosen : m_name;
}

QStringList ActivityFilterChip::choices() const
{
    return m_search.isEmpty() ? m_all : m_all.filter(m_search, Qt::CaseInsensitive);
}

bool ActivityFilterChip::isMany() const
{
    return m_all.size() > FewChoices;
}

void ActivityFilterChip::setAll(const QStringList &all)
{
    if (all != m_all) {
        m_all = all;
        Q_EMIT choicesChanged();
    }
}

void ActivityFilterChip::search(const QString &text)
{
    if (text != m_search) {
        m_search = text;
        Q_EMIT choicesChanged();
    }
}

void ActivityFilterChip::choose(const QString &choice)
{
    if (choice != m_chosen) {
        m_chosen = choice;
        Q_EMIT changed();
    }
}
