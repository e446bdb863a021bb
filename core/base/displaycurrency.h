// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

#include <QDate>

namespace core {

/// Another currency in which amounts are shown and caps are typed, at a rate that stays until
/// somebody changes it. Money is kept and judged in US dollars everywhere; this is for reading.
class DisplayCurrency
{
public:
    /// `code` as ISO 4217 has it ("EUR", not USD), `unitsPerDollar` an exact decimal above 0 with
    /// at most nine decimals ("0.92": 1 USD = 0.92 EUR), at most MostUnitsPerDollar; `rateDate` as
    /// "2026-11-02", or empty. InvalidInput, with what to write, for anything else.
    [[nodiscard]] static Result<DisplayCurrency>
    from(QByteArrayView code, QByteArrayView unitsPerDollar, QByteArrayView rateDate = {});

    /// As toText() wrote it.
    [[nodiscard]] static Result<DisplayCurrency> fromText(QByteArrayView text);
    [[nodiscard]] QByteArray toText() const; ///< "EUR 0.92 2026-11-02"

    /// No currency has had a smaller unit for long; more is a slip, and a nano-dollar would be
    /// worth a thousandth of a unit.
    static constexpr qint64 MostUnitsPerDollar = 1'000'000;

    [[nodiscard]] const QByteArray &code() const { return m_code; }
    [[nodiscard]] Money unitsPerDollar() const { return m_rate; } ///< in units, not in dollars
    [[nodiscard]] QDate rateDate() const { return m_rateDate; }   ///< null: not said

    /// What these dollars are in units, half away from zero to a billionth of a unit.
    [[nodiscard]] Money shown(Money dollars) const { return Money::fromNanos(shown(dollars, 9)); }
    /// The same as a number of 10^-decimals units, 0 to 9 of them, rounded once.
    [[nodiscard]] qint64 shown(Money dollars, int decimals) const;
    /// The dollars of what was typed in units: to the nano-dollar, and never above it.
    [[nodiscard]] Money dollars(Money units) const;
    /// Decimals of its smallest coin, by ISO 4217: 2, 0 for JPY, 3 for KWD.
    [[nodiscard]] int decimals() const;
    /// So many decimals of a shown amount mean something: finer ones are below a nano-dollar.
    [[nodiscard]] int exactDecimals() const;

    friend bool operator==(const DisplayCurrency &, const DisplayCurrency &) = default;

private:
    DisplayCurrency(QByteArray code, Money rate, QDate rateDate);

    QByteArray m_code;
    Money m_rate;
    QDate m_rateDate;
};

} // namespace core
