// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <compare>
#include <limits>

namespace core {

/// An amount of money as a signed count of nano-dollars (1e-9 USD): +-9.2 billion dollars.
/// No floating point anywhere. Sums saturate at the ends of the range, so that an overflow can
/// never wrap round to something that passes a cap.
class Money
{
public:
    static constexpr qint64 NanosPerDollar = 1'000'000'000;

    constexpr Money() = default;
    [[nodiscard]] static constexpr Money fromNanos(qint64 nanos) { return Money(nanos); }
    [[nodiscard]] static constexpr Money fromDollars(qint64 dollars)
    {
        return Money(dollars * NanosPerDollar);
    }
    [[nodiscard]] static constexpr Money maximum()
    {
        return Money(std::numeric_limits<qint64>::max());
    }

    /// Reads a decimal text exactly: "12", "0.15", "-2.5", and JSON's exponents ("1e-6").
    /// InvalidInput for anything else, for more than nine decimals that are not zero, and for
    /// what does not fit.
    [[nodiscard]] static Result<Money> parse(QByteArrayView decimal);

    [[nodiscard]] constexpr qint64 nanos() const { return m_nanos; }
    [[nodiscard]] constexpr bool isZero() const { return m_nanos == 0; }

    /// The shortest exact decimal, as JSON and CSV carry it: "0.45", "10", "-0.000000001".
    [[nodiscard]] QByteArray toDecimal() const;

    // clang-tidy 14 takes the comparison with 0 inside a defaulted <=> for a null pointer.
    friend constexpr auto operator<=>(Money, Money) = default; // NOLINT(modernize-use-nullptr)
    friend constexpr Money operator+(Money a, Money b)
    {
        return Money(saturatingSum(a.m_nanos, b.m_nanos));
    }
    friend constexpr Money operator-(Money a, Money b) { return a + (-b); }
    constexpr Money operator-() const
    {
        return Money(m_nanos == std::numeric_limits<qint64>::min()
                         ? std::numeric_limits<qint64>::max()
                         : -m_nanos);
    }
    constexpr Money &operator+=(Money other) { return *this = *this + other; }
    constexpr Money &operator-=(Money other) { return *this = *this - other; }

    /// a + b, held at the ends of the 64-bit range.
    [[nodiscard]] static constexpr qint64 saturatingSum(qint64 a, qint64 b)
    {
        qint64 sum = 0;
        if (!__builtin_add_overflow(a, b, &sum)) {
            return sum;
        }
        return a < 0 ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
    }

private:
    constexpr explicit Money(qint64 nanos)
        : m_nanos(nanos)
    {}
    qint64 m_nanos = 0;
};

} // namespace core
