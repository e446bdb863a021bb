// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/activityfilterchip.h"
#include "core/budget/attribution.h"

#include <QHash>

#include <optional>

/// A filter for who or what a call was for, in one dimension: a key, an agent, a route. Offers the
/// names that it is told, and calls that name nothing there.
class NameFilterChip : public ActivityFilterChip
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with MoreFilters")

public:
    explicit NameFilterChip(core::Dimension dimension);

    [[nodiscard]] core::Dimension dimension() const { return m_dimension; }
    /// Somebody looks; the names that come next are taken.
    void ask() { ++m_asked; }
    /// In alphabetical order. Those that nobody asked for here are passed over.
    void takeNames(const QStringList &names);
    /// What people call some of them: keys, which are known by their ids.
    void setWords(const QHash<QByteArray, QString> &words);
    /// Empty: calls that name nothing. No value: any.
    [[nodiscard]] std::optional<QByteArray> value() const;

private:
    void list();
    [[nodiscard]] QString wordFor(const QString &name) const;

    core::Dimension m_dimension;
    int m_asked = 0; ///< questions without an answer
    QStringList m_names;
    QHash<QByteArray, QString> m_words;
    QHash<QString, QByteArray> m_values; ///< of each choice there ever was that is no name
};
