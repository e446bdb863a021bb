// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/caps/unitamount.h"

#include "app/viewmodels/alerts/alertrow.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/typednumber.h"
#include "core/limits/ratelimit.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using core::Money;
using core::Unit;

namespace {

struct CapAmount
{
    Q_DECLARE_TR_FUNCTIONS(CapAmount)
};

constexpr qint64 MostCount = core::RateFigures::MostPerHour;
constexpr qint64 Cent = Money::NanosPerDollar / 100;

core::Error notUnderstood(const QString &text)
{
    return {core::ErrorCode::InvalidInput,
            CapAmount::tr("“%1” is no whole number.").arg(text),
            CapAmount::tr("Type %1, or a change such as +500 or −10%.")
                .arg(formatting::language().toString(12'000))};
}

core::Result<qint64> checked(__int128 count)
{
    if (count < 1) {
        return core::Error{core::ErrorCode::InvalidInput,
                           CapAmount::tr("A cap is at least %1.").arg(1),
                           CapAmount::tr("Pause the tenant to stop its calls.")};
    }
    if (count > MostCount) {
        return core::Error{
            core::ErrorCode::InvalidInput,
            CapAmount::tr("A cap is at most %1.").arg(formatting::language().toString(MostCount)),
            CapAmount::tr("Type a smaller amount.")};
    }
    return static_cast<qint64>(count);
}

core::Result<qint64> parseCount(const QString &text, qint64 present)
{
    static const QRegularExpression form(u"^\\s*([+-]?)([^+%$-]*)(%?)\\s*$"_s);
    QString plain = text;
    plain.replace(QChar(u'\u2212'), u"-"_s);
    const QRegularExpressionMatch match = form.match(plain);
    const QString sign = match.captured(1);
    const bool isPercent = !match.captured(3).isEmpty();
    const auto number = typednumber::whole(match.captured(2).trimmed());
    if (!match.hasMatch() || !number.ok() || (isPercent && sign.isEmpty())) {
        return notUnderstood(text);
    }
    if (sign.isEmpty()) {
        return checked(*number);
    }
    const __int128 change = isPercent ? static_cast<__int128>(present) * *number / 100 : *number;
    return checked(sign == u"-"_s ? present - change : present + change);
}

/// The smallest 1, 2 or 5 times a power of ten that is not below `least`.
qint64 roundStep(qint64 least, std::initializer_list<qint64> leading)
{
    for (qint64 power = 1;; power *= 10) {
        for (const qint64 digit : leading) {
            if (digit * power >= least) {
                return digit * power;
            }
        }
    }
}

capamount::Scale ofMoney(const unitamount::Scale &scale)
{
    return {Money::fromNanos(scale.end), Money::fromNanos(scale.step)};
}

} // namespace

namespace unitamount {

QString text(qint64 amount, Unit unit)
{
    return alertwords::amount(amount, unit);
}

QString figure(qint64 amount, Unit unit)
{
    return unit == Unit::Usd ? formatting::money(Money::fromNanos(amount))
                             : formatting::language().toString(amount);
}

QString plain(qint64 amount, Unit unit)
{
    return unit == Unit::Usd ? formatting::plainAmount(Money::fromNanos(amount))
                             : QString::number(amount);
}

QString difference(qint64 amount, Unit unit)
{
    if (unit == Unit::Usd) {
        return formatting::difference(Money::fromNanos(amount));
    }
    const QString digits = formatting::language().toString(std::abs(amount));
    return amount > 0 ? u'+' + digits : amount < 0 ? u'\u2212' + digits : digits;
}

QString word(Unit unit)
{
    switch (unit) {
    case Unit::Usd:
        return {};
    case Unit::Tokens:
        return CapAmount::tr("tokens");
    case Unit::Requests:
        return CapAmount::tr("requests");
    }
    return {};
}

core::Result<qint64> parse(const QString &text, qint64 present, Unit unit)
{
    if (unit != Unit::Usd) {
        return parseCount(text, present);
    }
    const auto money = capamount::parse(text, Money::fromNanos(present));
    return money.ok() ? core::Result<qint64>(money->nanos()) : money.error();
}

qint64 most(Unit unit)
{
    return unit == Unit::Usd ? Money::fromDollars(capamount::MostDollars).nanos() : MostCount;
}

qint64 roundedUp(qint64 amount, Unit unit)
{
    const qint64 coin = unit == Unit::Usd ? Cent : 1;
    return std::max<qint64>((amount + coin - 1) / coin, 1) * coin;
}

Scale scaleFor(qint64 amount, Unit unit)
{
    if (unit == Unit::Usd) {
        const auto scale = capamount::scaleFor(Money::fromNanos(amount));
        return {scale.end.nanos(), scale.step.nanos(), unit};
    }
    constexpr qint64 Steps = 5;
    // More than can be typed may come over the API; the scale stays within 64 bits.
    const qint64 bounded = std::clamp<qint64>(amount, 1, 1'000 * MostCount);
    const qint64 reach = bounded + (bounded + 3) / 4;
    const qint64 step = roundStep((reach + Steps - 1) / Steps, {1, 2, 5});
    return {(reach + step - 1) / step * step, step, unit};
}

QStringList Scale::labels() const
{
    if (unit == Unit::Usd) {
        return ofMoney(*this).labels();
    }
    QStringList labels;
    for (qint64 at = 0; step > 0 && at <= end; at += step) {
        labels.append(formatting::count(at));
    }
    return labels;
}

qint64 strideOf(const Scale &scale, capamount::Stride stride)
{
    if (scale.unit == Unit::Usd) {
        return capamount::strideOf(ofMoney(scale), stride).nanos();
    }
    const qint64 normal = roundStep(scale.end / 100, {1, 5});
    return stride == capamount::Stride::Coarse ? normal * 10
           : stride == capamount::Stride::Fine ? std::max<qint64>(normal / 10, 1)
                                               : normal;
}

qint64 snapped(double fraction, const Scale &scale, capamount::Stride stride)
{
    const qint64 unit = strideOf(scale, stride);
    const double exact = std::clamp(fraction, 0.0, 1.0) * static_cast<double>(scale.end);
    const qint64 strides = std::llround(exact / static_cast<double>(unit));
    return std::clamp(strides * unit, unit, std::max(unit, scale.end));
}

qint64 limitForCap(const core::Budget &budget, qint64 cap)
{
    return capamount::limitForCap(budget, Money::fromNanos(cap));
}

} // namespace unitamount
