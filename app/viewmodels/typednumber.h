// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/base/result.h"

#include <QString>

/// Numbers and amounts as people type them, in any of the window's languages. Pure.
///
/// Point and comma are both understood. Whichever stands last and once is the decimal sign; the
/// other, or one that stands several times, groups thousands and then stands before each three
/// digits. So "17.5" and "17,5" are 17.5 and "1.234,5" and "1,234.5" are 1234.5 everywhere. Left is
/// one sign before exactly three digits, as in "1,500": where a point is the decimal sign the comma
/// groups (1500) and the point does not ("1.500" is 1.5). Where a comma is, either may be meant,
/// and both are refused: nothing is ever taken for a thousandth or the thousandfold of what was
/// meant. "0,125" cannot be misread and is 0.125. Blanks group thousands, too. One dollar sign is
/// left out.
namespace typednumber {

/// "1234.5": digits with at most one point. InvalidInput, with what to type, for anything else.
[[nodiscard]] core::Result<QByteArray> decimal(const QString &text);
/// Not negative. InvalidInput as above, and for more than nine decimals.
[[nodiscard]] core::Result<core::Money> dollars(const QString &text);
/// That it was refused as one that may be read in two ways.
[[nodiscard]] bool isAmbiguous(const QString &text);
/// Whole, not negative, with or without grouped thousands: "1,500", "1 500", "1500", and "1.500"
/// where that is how the language groups.
[[nodiscard]] core::Result<qint64> whole(const QString &text);

/// In a list such as "80, 95", where commas part: one without a blank may be a decimal sign as
/// well, where the language has that one ("12,5").
[[nodiscard]] bool hasUnclearComma(const QString &list);

/// What a field shows so that it reads back: "17.50", "17,50" and, for what would be ambiguous,
/// one more zero: "1,1250".
[[nodiscard]] QString text(const QByteArray &decimal);

/// The same, with so many decimals at least.
[[nodiscard]] QString amount(core::Money amount, int fewest = 2);

} // namespace typednumber
