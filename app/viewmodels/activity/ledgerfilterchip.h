// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/activityfilterchip.h"
#include "core/snapshot.h"

/// Names to choose one from, for a filter or for a field: tenants and models of the moment at once,
/// and first; all others that the ledger has calls of as soon as somebody looks.
class LedgerFilterChip : public ActivityFilterChip
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ActivityModel and the ReportsModel")

public:
    LedgerFilterChip(core::Dimension dimension, const QString &name);

    void apply(const core::Snapshot &snapshot);   ///< tenants of today, or models that are served
    void setDimension(core::Dimension dimension); ///< nothing is chosen then, nor known
    /// Answers namesWanted(), in alphabetical order; keys by their ids. Answers for others, who
    /// asked for another dimension or when nobody had looked here, are passed over.
    void takeNames(core::Dimension dimension, const QStringList &names);
    Q_INVOKABLE void look() override;

    /// As a query has it; no value: any.
    [[nodiscard]] std::optional<std::pair<core::Dimension, QByteArray>> value() const;

Q_SIGNALS:
    void namesWanted(core::Dimension dimension); ///< that the ledger has calls of

private:
    void list();

    core::Dimension m_dimension;
    int m_asked = 0;           ///< questions without an answer
    std::size_t m_tenants = 0; ///< of today
    QStringList m_present;
    QStringList m_known; ///< to the ledger
};
