// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/ledger/records.h"

#include <QByteArray>

namespace core {

/// What a tenant pays on top of the cost: parts per million of it, below zero for a discount.
struct BillingTerms
{
    static constexpr qint64 Whole = 1'000'000;

    qint64 markup = 0;

    /// The cost with the mark-up, rounded half-even once.
    [[nodiscard]] Money applyTo(Money cost) const;
    [[nodiscard]] QByteArray percent() const; ///< "12.5", "-5", "0"

    /// Reads a percentage of -100 to 1,000 with up to four decimals. InvalidInput otherwise.
    [[nodiscard]] static Result<BillingTerms> fromPercent(QByteArrayView text);

    friend bool operator==(const BillingTerms &, const BillingTerms &) = default;
};

/// A tenant's terms live in the ledger as a setting.
[[nodiscard]] QByteArray settingNameOfTerms(const QByteArray &tenant);
[[nodiscard]] SettingRecord storedTerms(const QByteArray &tenant, const BillingTerms &terms);

} // namespace core
