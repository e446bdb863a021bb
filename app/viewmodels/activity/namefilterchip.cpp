// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/namefilterchip.h"

#include "app/viewmodels/dimensionwords.h"

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

void NameFilterChip::setNames(const std::vector<QByteArray> &names)
{
    m_names = names;
    list();
}

void NameFilterChip::setWords(const QHash<QByteArray, QString> &words)
{
    if (words != m_words) {
        m_words = words;
        list();
    }
}

QString NameFilterChip::wordFor(const QByteArray &name) const
{
    const QString id = QString::fromUtf8(name);
    const QString word = m_words.value(name);
    // A word may be that of several.
    return word.isEmpty() || word == id ? id : tr("%1 · %2", "name, id").arg(word, id);
}

void NameFilterChip::list()
{
    QStringList choices;
    for (const QByteArray &name : m_names) {
        choices += wordFor(name);
        m_values.insert(choices.constLast(), name);
    }
    choices.sort(Qt::CaseInsensitive);
    const QString none = tr("not given");
    if (!m_values.contains(none)) {
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
    return chosen() == tr("not given") ? QByteArray() : chosen().toUtf8();
}
