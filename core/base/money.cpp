// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace core {
namespace {

constexpr int DecimalsOfNano = 9;
/// Any exponent beyond this is out of range whatever stands before it; held here so that a text
/// such as 1e99999999999 cannot overflow the exponent itself.
constexpr int LargestExponent = 100'000;

/// digits x 10^exponent, trailing and leading zeros taken off: empty digits are zero.
struct Decimal
{
    bool negative = false;
    QByteArray digits;
    int exponent = 0;
};

/// Takes digits off the front of `text`.
QByteArrayView takeDigits(QByteArrayView &text)
{
    const auto *end =
        std::find_if(text.begin(), text.end(), [](char c) { return c < '0' || c > '9'; });
    const QByteArrayView digits = text.first(end - text.begin());
    text = text.sliced(digits.size());
    return digits;
}

bool takeOne(QByteArrayView &text, QByteArrayView accepted)
{
    if (text.isEmpty() || !accepted.contains(text.front())) {
        return false;
    }
    text = text.sliced(1);
    return true;
}

std::optional<int> takeExponent(QByteArrayView &text)
{
    const bool negative = !text.isEmpty() && text.front() == '-';
    takeOne(text, "+-");
    const QByteArrayView digits = takeDigits(text);
    if (digits.isEmpty()) {
        return std::nullopt;
    }
    int exponent = 0;
    for (const char digit : digits) {
        exponent = std::min(exponent * 10 + (digit - '0'), LargestExponent);
    }
    return negative ? -exponent : exponent;
}

void trimZeros(Decimal &decimal)
{
    while (decimal.digits.endsWith('0')) {
        decimal.digits.chop(1);
        ++decimal.exponent;
    }
    while (decimal.digits.startsWith('0')) {
        decimal.digits.remove(0, 1);
    }
}

std::optional<Decimal> read(QByteArrayView text)
{
    Decimal decimal;
    decimal.negative = takeOne(text, "-");
    const QByteArrayView whole = takeDigits(text);
    QByteArrayView fraction;
    if (takeOne(text, ".")) {
        fraction = takeDigits(text);
        if (fraction.isEmpty()) {
            return std::nullopt;
        }
    }
    if (takeOne(text, "eE")) {
        const auto exponent = takeExponent(text);
        if (!exponent) {
            return std::nullopt;
        }
        decimal.exponent = *exponent;
    }
    if (whole.isEmpty() || !text.isEmpty()) {
        return std::nullopt;
    }
    decimal.digits = whole.toByteArray().append(fraction);
    decimal.exponent -= static_cast<int>(std::min<qsizetype>(fraction.size(), LargestExponent));
    trimZeros(decimal);
    return decimal;
}

/// Nullopt when it does not fit. Wants exponent >= -DecimalsOfNano.
std::optional<qint64> toNanos(const Decimal &decimal)
{
    const int sign = decimal.negative ? -1 : 1;
    qint64 nanos = 0;
    for (const char digit : decimal.digits) {
        // Counted in its own sign, because the smallest number has no positive twin.
        if (__builtin_mul_overflow(nanos, 10, &nanos) ||
            __builtin_add_overflow(nanos, sign * (digit - '0'), &nanos)) {
            return std::nullopt;
        }
    }
    for (int i = -DecimalsOfNano; nanos != 0 && i < decimal.exponent; ++i) {
        if (__builtin_mul_overflow(nanos, 10, &nanos)) {
            return std::nullopt;
        }
    }
    return nanos;
}

Error invalid(QByteArrayView text, const QString &why)
{
    constexpr qsizetype LongestQuote = 40; // enough to recognise it, too little to flood a log
    return {
        ErrorCode::InvalidInput,
        u"\"%1\" %2."_s.arg(QString::fromUtf8(text.first(std::min(text.size(), LongestQuote))),
                            why),
        u"Write US dollars as a decimal number with at most nine decimals, for example 0.15."_s};
}

} // namespace

Result<Money> Money::parse(QByteArrayView decimal)
{
    const auto read = core::read(decimal);
    if (!read) {
        return invalid(decimal, u"is not a decimal number"_s);
    }
    if (!read->digits.isEmpty() && read->exponent < -DecimalsOfNano) {
        return invalid(decimal, u"is finer than a billionth of a dollar"_s);
    }
    const auto nanos = toNanos(*read);
    if (!nanos) {
        return invalid(decimal, u"is beyond 9.2 billion dollars"_s);
    }
    return Money(*nanos);
}

QByteArray Money::toDecimal() const
{
    const bool negative = m_nanos < 0;
    // Unsigned, because the smallest number has no positive twin.
    const quint64 magnitude =
        negative ? 0 - static_cast<quint64>(m_nanos) : static_cast<quint64>(m_nanos);
    QByteArray text = (negative ? "-" : "") + QByteArray::number(magnitude / NanosPerDollar);
    const quint64 fraction = magnitude % NanosPerDollar;
    if (fraction == 0) {
        return text;
    }
    text += '.' + QByteArray::number(fraction).rightJustified(DecimalsOfNano, '0');
    while (text.endsWith('0')) {
        text.chop(1);
    }
    return text;
}

} // namespace core
