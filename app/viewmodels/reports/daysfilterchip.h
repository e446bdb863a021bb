// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/activityfilterchip.h"
#include "core/budget/window.h"

/// A month to choose, or other days: what an invoice is of.
class DaysFilterChip : public ActivityFilterChip
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the InvoiceDesk")

public:
    explicit DaysFilterChip(const QString &name);

    void setMonths(const QStringList &months); ///< "2026-10"
    [[nodiscard]] QString rangeChoice() const override;
    /// The first day and the last one, as "2026-10-01"; without a last one the first alone.
    Q_INVOKABLE QString chooseRange(const QString &from, const QString &to) override;

    /// As core::billingPeriod() reads it; empty: nothing is chosen.
    [[nodiscard]] QByteArray period() const;
    /// "2026-10" of a whole month, else "2026-10-01 to 2026-10-15", both days included.
    [[nodiscard]] static QString nameOf(core::Span period, const QByteArray &zone);

private:
    QByteArray m_days; ///< that were typed
};
