// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/base/result.h"
#include "core/budget/budget.h"

#include <QString>
#include <QStringList>

/// The arithmetic of the cap editor, in integers. Amounts are dollars; texts, scales and strides
/// are round in the display currency.
namespace capamount {

/// Reads what a person types: "17.5", "$17.50", "1,200", and relative to `present`: "+2", "−2",
/// "-10%", "+10 %". Dollars are rounded to cents. With a display currency in force the text is in
/// that one, rounded down to its coin and from there down to the nano-dollar: never above what was
/// typed. InvalidInput, with what would be right, for anything else and for a cap below one coin or
/// above MostDollars.
[[nodiscard]] core::Result<core::Money> parse(const QString &text, core::Money present);

/// A budget nobody has: an amount above it is a slip of the finger.
inline constexpr qint64 MostDollars = 1'000'000'000;

/// A round scale that ends at or beyond 1.25 x `amount`, in four to eight equal 1-2-5 steps.
struct Scale
{
    core::Money end;
    core::Money step;
    [[nodiscard]] QStringList labels() const; ///< "$0", "$5", ... "$25"
    friend bool operator==(const Scale &, const Scale &) = default;
};
[[nodiscard]] Scale scaleFor(core::Money amount);

enum class Stride { Fine, Normal, Coarse };
/// By how much the post moves: about 1 % of the scale, a round amount of at least one coin;
/// a tenth of it when fine, ten times when coarse.
[[nodiscard]] core::Money strideOf(const Scale &scale, Stride stride);
/// `fraction` of the scale, snapped to the stride; at least one stride, at most the end.
[[nodiscard]] core::Money snapped(double fraction, const Scale &scale, Stride stride);

/// The limit with which the budget's cap becomes exactly `cap`.
[[nodiscard]] qint64 limitForCap(const core::Budget &budget, core::Money cap);

/// A cap to begin with for someone who spent this much: twice as much, at least $5, rounded up.
[[nodiscard]] core::Money suggestion(core::Money spent);

} // namespace capamount
