// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/capamount.h"

/// Amounts of a budget in its own unit: nano-dollars, tokens or requests. Money is read and written
/// as capamount and formatting do; tokens and requests are whole numbers, every digit shown. Pure.
namespace unitamount {

[[nodiscard]] QString text(qint64 amount, core::Unit unit);       ///< "$17.50", "12,000 tokens"
[[nodiscard]] QString figure(qint64 amount, core::Unit unit);     ///< "$17.50", "12,000"
[[nodiscard]] QString plain(qint64 amount, core::Unit unit);      ///< "17.50", "12000": for a field
[[nodiscard]] QString difference(qint64 amount, core::Unit unit); ///< "+$2.50", "−2,000"
[[nodiscard]] QString word(core::Unit unit); ///< "tokens", "requests"; empty for money

/// As capamount::parse(); for tokens and requests "12,000", "+500", "−10%", at least 1.
[[nodiscard]] core::Result<qint64> parse(const QString &text, qint64 present, core::Unit unit);

/// Nobody asks for more; an amount above it is a slip of the finger.
[[nodiscard]] qint64 most(core::Unit unit);
/// An amount that is no less and that the unit can be set to: cents, or whole ones.
[[nodiscard]] qint64 roundedUp(qint64 amount, core::Unit unit);

/// A round scale that ends at or beyond 1.25 x the amount, in 1-2-5 steps.
struct Scale
{
    qint64 end = 0;
    qint64 step = 0;
    core::Unit unit = core::Unit::Usd;
    [[nodiscard]] QStringList labels() const; ///< "$0", "$5", ...; "0", "20,000", "1.5 M"
    friend bool operator==(const Scale &, const Scale &) = default;
};
[[nodiscard]] Scale scaleFor(qint64 amount, core::Unit unit);
/// By how much the post moves; about 1 % of the scale.
[[nodiscard]] qint64 strideOf(const Scale &scale, capamount::Stride stride);
/// `fraction` of the scale, snapped to the stride; at least one stride, at most the end.
[[nodiscard]] qint64 snapped(double fraction, const Scale &scale, capamount::Stride stride);

/// The limit with which the budget's cap becomes exactly `cap`.
[[nodiscard]] qint64 limitForCap(const core::Budget &budget, qint64 cap);

} // namespace unitamount
