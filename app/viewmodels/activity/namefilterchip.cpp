// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/namefilterchip.h"

#include "app/viewmodels/dimensionwords.h"

#include <utility>

namespace {

QString titleOf(core::Dimension dimension)
{
    QString name = dimensionwords::name(dimension);
    return name.isEmpty() ? name : name.at(0).toUpper() + name.mid(1);
}

} // namespace

NameFilterChip::NameFilterChip(core::Dimension dimension)
    : ActivityFilterChip(titleOf(dimension), {})
    , m_dimension(dimension)
{}

void NameFilterChip::takeNames(const QStringList &names)
{
    if (m_asked > 0) {
        --m_asked;
        m_names = names;
        list();
    }
}

void NameFilterChip::setWords(const QHash<QByteArray, QString> &words)
{
    if (words != m_words) {
        m_words = words;
        list();
    }
}

QString NameFilterChip::wordFor(const QString &name) const
{
    const QString word = m_words.value(name.toUtf8());
    // A word may be that of several.
    return word.isEmpty() || word == name ? name : tr("%1 · %2", "name, id").arg(word, name);
}

void NameFilterChip::list()
{
    QStringList choices = m_names;
    if (!m_words.isEmpty()) {
        for (QString &choice : choices) {
            const QString name = std::exchange(choice, wordFor(choice));
            if (choice != name) {
                m_values.insert(choice, name.toUtf8());
            }
        }
        choices.sort(Qt::CaseInsensitive);
    }
    const QString none = tr("not given");
    if (!m_names.contains(none)) {
        choices += none;
    }
    setAll(choices);
}

std::optional<QByteArray> NameFilterChip::value() const
{
    if (!isActive()) {
        return std::nullopt;
    }
    const auto known = m_values.constFind(chosen());
    if (known != m_values.cend()) {
        return *known;
    }
    const bool isName = chosen() != tr("not given") || m_names.contains(chosen());
    return isName ? chosen().toUtf8() : QByteArray();
}
