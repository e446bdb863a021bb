// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"

#include <QStringList>

#include <vector>

/// All budgets to choose one from, each with a name of its own: "research, daily cap".
class BudgetChoices
{
public:
    /// True when they are others than before: naming thousands thirty times a second would be felt.
    bool follow(const core::Snapshot &snapshot);

    [[nodiscard]] const QStringList &names() const { return m_names; }
    [[nodiscard]] const QByteArray &idAt(qsizetype place) const { return m_budgets.at(place).id; }
    /// What a budget is called; its id, when it is gone.
    [[nodiscard]] QString nameOf(const QByteArray &id) const;

private:
    quint64 m_keyNames = 0; ///< of which m_names are
    quint64 m_revision = 0; ///< of the budgets
    QList<core::Budget> m_budgets;
    QStringList m_names;
};
