// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/billingterms.h"

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// Ten times the cost: beyond, somebody wrote a factor for a percentage.
constexpr qint64 MostMarkup = 10 * BillingTerms::Whole;
/// A percentage is read as Money, whose billionths are a hundred thousandths of our millionths.
constexpr qint64 NanosPerMillionth = Money::NanosPerDollar * 100 / BillingTerms::Whole;
} // namespace

Money BillingTerms::applyTo(Money cost) const
{
    const __int128 product = static_cast<__int128>(cost.nanos()) * (Whole + markup);
    const bool isNegative = product < 0;
    const __int128 magnitude = isNegative ? -product : product;
    __int128 rounded = magnitude / Whole;
    const __int128 twice = magnitude % Whole * 2;
    if (twice > Whole || (twice == Whole && rounded % 2 == 1)) {
        ++rounded;
    }
    rounded = std::min<__int128>(rounded, Money::maximum().nanos());
    return Money::fromNanos(static_cast<qint64>(isNegative ? -rounded : rounded));
}

QByteArray BillingTerms::percent() const
{
    return Money::fromNanos(markup * NanosPerMillionth).toDecimal();
}

Result<BillingTerms> BillingTerms::fromPercent(QByteArrayView text)
{
    const Result<Money> percent = Money::parse(text);
    const qint64 nanos = percent ? percent->nanos() : 1;
    const qint64 markup = nanos / NanosPerMillionth;
    if (!percent || nanos % NanosPerMillionth != 0 || markup < -Whole || markup > MostMarkup) {
        return Error{ErrorCode::InvalidInput,
                     u"The mark-up is no percentage from -100 to 1000 with up to four decimals."_s,
                     u"Write 12.5 for a mark-up, -5 for a discount."_s};
    }
    return BillingTerms{markup};
}

QByteArray settingNameOfTerms(const QByteArray &tenant)
{
    return "billing:" + tenant;
}

SettingRecord storedTerms(const QByteArray &tenant, const BillingTerms &terms)
{
    return {settingNameOfTerms(tenant), terms.markup == 0 ? QByteArray() : terms.percent()};
}

} // namespace core
