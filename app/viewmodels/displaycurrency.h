// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/displaycurrency.h"

#include <QString>

#include <optional>

/// The currency in which the window shows amounts and takes caps: US dollars unless another one
/// with a fixed rate is in force. Only formatting and capamount ask; ledger, HTTP, telemetry,
/// exports, invoices and prices per token stay in US dollars. Main thread.
namespace displaycurrency {

/// Puts it in force, or US dollars. False when it is already. What was said before stays as it was.
bool use(const std::optional<core::DisplayCurrency> &currency);
[[nodiscard]] const std::optional<core::DisplayCurrency> &inForce();

[[nodiscard]] QByteArray code();                      ///< "USD", "EUR"
[[nodiscard]] QString sign();                         ///< "$", "€", "CHF"
[[nodiscard]] int decimals();                         ///< of its smallest coin
[[nodiscard]] core::Money shown(core::Money dollars); ///< as units of it
/// The same as a number of 10^-decimals units, half away from zero.
[[nodiscard]] qint64 shown(core::Money dollars, int decimals);
[[nodiscard]] core::Money dollars(core::Money units); ///< of what was typed in it, never above
[[nodiscard]] QString marked(const QString &number);  ///< with its sign, as the language has it
[[nodiscard]] QString markedDollars(const QString &number);
/// Without the sign, with which a person may have typed it.
[[nodiscard]] QString withoutSign(const QString &typed);
/// "1 USD = 0.92 EUR, fixed on 2 Nov 2026"; empty for US dollars.
[[nodiscard]] QString note();

} // namespace displaycurrency
