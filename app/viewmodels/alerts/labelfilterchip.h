// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/ledgerfilterchip.h"

/// A filter for whom a budget counted: a tenant, or whoever has what is typed in their name, as
/// "agent:crawler" or "team:". Also of budgets that are gone.
class LabelFilterChip : public LedgerFilterChip
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the AlertHistoryModel")

public:
    explicit LabelFilterChip(const QString &name);

    [[nodiscard]] QString rangeChoice() const override;
    /// A part of the name; there is no second one.
    Q_INVOKABLE QString chooseRange(const QString &part, const QString &) override;

    /// A part of an alert's label; empty: any.
    [[nodiscard]] QByteArray labelPart() const;
};
