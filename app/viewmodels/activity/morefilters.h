// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/namefilterchip.h"
#include "core/snapshot.h"

#include <QQmlListProperty>

#include <memory>

/// Filters that are asked for rarely: those of the dimensions that have no place of their own, and
/// others that are given. Their names are read when somebody looks at them.
class MoreFilters : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ActivityModel and the ReportsModel")
    Q_PROPERTY(QList<QString> names READ names CONSTANT FINAL) ///< "Key", "Agent"
    Q_PROPERTY(QQmlListProperty<ActivityFilterChip> chips READ chips CONSTANT FINAL) ///< in order

public:
    /// All dimensions but tenant and model; `others` live as long as this.
    explicit MoreFilters(const QList<ActivityFilterChip *> &others);

    void apply(const core::Snapshot &snapshot);
    /// Answers namesWanted().
    void takeNames(core::Dimension dimension, const QStringList &names);

    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QQmlListProperty<ActivityFilterChip> chips() { return {this, &m_chips}; }
    [[nodiscard]] NameFilterChip *chip(core::Dimension dimension) const;
    [[nodiscard]] bool isActive() const;
    /// Dimension and value of each that is chosen; the others are their owner's.
    [[nodiscard]] std::vector<std::pair<core::Dimension, QByteArray>> values() const;
    void clear();
    /// The choices of one are about to be shown.
    Q_INVOKABLE void look(ActivityFilterChip *chip);

Q_SIGNALS:
    void changed();
    void namesWanted(core::Dimension dimension); ///< that the ledger has calls of
    void looked(ActivityFilterChip *chip);       ///< at another one

private:
    std::vector<std::unique_ptr<NameFilterChip>> m_dimensions;
    QList<ActivityFilterChip *> m_chips; ///< all
};
