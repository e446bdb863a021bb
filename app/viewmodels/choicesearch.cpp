// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/choicesearch.h"

namespace {

/// More than fit into a menu without scrolling.
constexpr qsizetype FewChoices = 12;

} // namespace

void ChoiceSearch::setAll(const QStringList &all)
{
    if (all != m_all) {
        m_all = all;
        search();
    }
}

void ChoiceSearch::setText(const QString &text)
{
    if (text != m_text) {
        m_text = text;
        search();
    }
}

bool ChoiceSearch::isMany() const
{
    return m_all.size() > FewChoices;
}

int ChoiceSearch::placeOf(int found) const
{
    const bool isThere = found >= 0 && found < std::ssize(m_places);
    return isThere ? m_places[static_cast<std::size_t>(found)] : -1;
}

void ChoiceSearch::search()
{
    m_found.clear();
    m_places.clear();
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        if (m_all[i].contains(m_text, Qt::CaseInsensitive)) {
            m_found += m_all[i];
            m_places.push_back(static_cast<int>(i));
        }
    }
    Q_EMIT changed();
}
