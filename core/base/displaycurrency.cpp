// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/displaycurrency.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace core {
namespace {

constexpr int NanoDecimals = 9;

/// Those of ISO 4217 (list one) that have no hundredths.
constexpr std::array<const char *, 16> WithoutDecimals{"BIF",
                                                       "CLP",
                                                       "DJF",
                                                       "GNF",
                                                       "ISK",
                                                       "JPY",
                                                       "KMF",
                                                       "KRW",
                                                       "PYG",
                                                       "RWF",
                                                       "UGX",
                                                       "VND",
                                                       "VUV",
                                                       "XAF",
                                                       "XOF",
                                                       "XPF"};
constexpr std::array<const char *, 7> WithThreeDecimals{
    "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};

bool isCode(QByteArrayView code)
{
    return code.size() == 3 &&
           std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Held at the ends of the 64-bit range, as all sums of money are.
qint64 held(__int128 number)
{
    constexpr __int128 Most = std::numeric_limits<qint64>::max();
    return static_cast<qint64>(std::clamp(number, -Most, Most));
}

Error wrong(const QString &message, const QString &remedy)
{
    return {ErrorCode::InvalidInput, message, remedy};
}

} // namespace

DisplayCurrency::DisplayCurrency(QByteArray code, Money rate, QDate rateDate)
    : m_code(std::move(code))
    , m_rate(rate)
    , m_rateDate(rateDate)
{}

Result<DisplayCurrency>
DisplayCurrency::from(QByteArrayView code, QByteArrayView unitsPerDollar, QByteArrayView rateDate)
{
    if (!isCode(code) || code == "USD") {
        return wrong(u"\"%1\" is no code of another currency."_s.arg(QString::fromUtf8(code)),
                     u"Write three letters as EUR, GBP or JPY; US dollars need no rate."_s);
    }
    const auto rate = Money::parse(unitsPerDollar);
    if (!rate.ok() || *rate <= Money() || *rate > Money::fromDollars(MostUnitsPerDollar)) {
        return wrong(u"\"%1\" is no rate."_s.arg(QString::fromUtf8(unitsPerDollar)),
                     u"Write how many units one US dollar is worth, above 0 and at most a million, "
                     "with at most nine decimals: 0.92."_s);
    }
    const QDate date = QDate::fromString(QString::fromUtf8(rateDate), Qt::ISODate);
    if (!rateDate.isEmpty() && !date.isValid()) {
        return wrong(u"\"%1\" is no date."_s.arg(QString::fromUtf8(rateDate)),
                     u"Write it as 2026-11-02, or leave it out."_s);
    }
    return DisplayCurrency(code.toByteArray(), *rate, date);
}

Result<DisplayCurrency> DisplayCurrency::fromText(QByteArrayView text)
{
    const QByteArrayList parts = text.toByteArray().split(' ');
    return from(parts.value(0), parts.value(1), parts.value(2));
}

QByteArray DisplayCurrency::toText() const
{
    const QByteArray date = m_rateDate.toString(Qt::ISODate).toLatin1();
    return m_code + ' ' + m_rate.toDecimal() + (date.isEmpty() ? "" : ' ' + date);
}

qint64 DisplayCurrency::shown(Money dollars, int decimals) const
{
    __int128 unit = Money::NanosPerDollar;
    for (int i = decimals; i < NanoDecimals; ++i) {
        unit *= 10;
    }
    const __int128 product = static_cast<__int128>(dollars.nanos()) * m_rate.nanos();
    return held((product < 0 ? product - unit / 2 : product + unit / 2) / unit);
}

Money DisplayCurrency::dollars(Money units) const
{
    const __int128 product = static_cast<__int128>(units.nanos()) * Money::NanosPerDollar;
    const __int128 quotient = product / m_rate.nanos();
    const bool isCut = product < 0 && product % m_rate.nanos() != 0;
    return Money::fromNanos(held(isCut ? quotient - 1 : quotient));
}

int DisplayCurrency::decimals() const
{
    const auto isThis = [this](const char *code) {
        return m_code == code;
    };
    return std::ranges::any_of(WithoutDecimals, isThis)     ? 0
           : std::ranges::any_of(WithThreeDecimals, isThis) ? 3
                                                            : 2;
}

int DisplayCurrency::exactDecimals() const
{
    // A typed amount comes back less by up to one nano-dollar's worth, which is `rate` billionths
    // of a unit; the last decimal must be coarser than twice that to round it away.
    int decimals = NanoDecimals;
    for (qint64 step = 1; step <= 2 * m_rate.nanos() / Money::NanosPerDollar + 1; step *= 10) {
        --decimals;
    }
    return decimals;
}

} // namespace core
