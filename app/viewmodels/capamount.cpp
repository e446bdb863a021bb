// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/capamount.h"

#include "app/viewmodels/displaycurrency.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/typednumber.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

struct CapAmount
{
    Q_DECLARE_TR_FUNCTIONS(CapAmount)
};

/// The smallest coin that can be typed, in billionths of a unit.
qint64 coin()
{
    qint64 nanos = core::Money::NanosPerDollar;
    for (int i = 0; i < displaycurrency::decimals(); ++i) {
        nanos /= 10;
    }
    return nanos;
}

core::Error notUnderstood(const QString &text)
{
    return {
        core::ErrorCode::InvalidInput,
        CapAmount::tr("“%1” is not an amount.").arg(text),
        CapAmount::tr("Type %1, or a change such as +2 or −10%.").arg(typednumber::text("17.50"))};
}

/// Dollars to the nearest cent. Units of another currency to the coin below: what they are in
/// dollars is rounded down as well, so that no cap is above what was typed.
core::Money toCoins(core::Money units)
{
    const qint64 half = displaycurrency::inForce() ? 0 : coin() / 2;
    return core::Money::fromNanos((units.nanos() + half) / coin() * coin());
}

core::Money percentOf(core::Money present, core::Money percent)
{
    constexpr __int128 Hundred = static_cast<__int128>(100) * core::Money::NanosPerDollar;
    const auto product = static_cast<__int128>(present.nanos()) * percent.nanos() / Hundred;
    constexpr auto Most = static_cast<__int128>(core::Money::maximum().nanos());
    return core::Money::fromNanos(static_cast<qint64>(std::clamp(product, -Most, Most)));
}

/// The dollars of a cap in units.
core::Result<core::Money> checked(core::Money units)
{
    const core::Money cap = toCoins(units);
    if (cap < core::Money::fromNanos(coin())) {
        return core::Error{core::ErrorCode::InvalidInput,
                           CapAmount::tr("A cap is at least %1.")
                               .arg(displaycurrency::marked(typednumber::amount(
                                   core::Money::fromNanos(coin()), displaycurrency::decimals()))),
                           CapAmount::tr("Pause the tenant to stop its calls.")};
    }
    const core::Money dollars = displaycurrency::dollars(cap);
    if (dollars > core::Money::fromDollars(capamount::MostDollars)) {
        return core::Error{
            core::ErrorCode::InvalidInput,
            CapAmount::tr("A cap is at most %1.")
                .arg(formatting::wholeMoney(core::Money::fromDollars(capamount::MostDollars))),
            CapAmount::tr("Type a smaller amount.")};
    }
    return dollars;
}

/// The smallest 1, 2 or 5 times a power of ten (in coins) that is not below `least`.
qint64 roundStep(qint64 least, std::initializer_list<qint64> leading)
{
    for (qint64 power = coin();; power *= 10) {
        for (const qint64 digit : leading) {
            if (digit * power >= least) {
                return digit * power;
            }
        }
    }
}

} // namespace

namespace capamount {

core::Result<core::Money> parse(const QString &text, core::Money present)
{
    static const QRegularExpression form(u"^\\s*([+-]?)([^+%-]*)(%?)\\s*$"_s);
    QString plain = text;
    plain.replace(QChar(u'\u2212'), u"-"_s);
    const QRegularExpressionMatch match = form.match(plain);
    const QString sign = match.captured(1);
    const bool isPercent = !match.captured(3).isEmpty();
    if (!match.hasMatch() || (isPercent && sign.isEmpty())) {
        return notUnderstood(text);
    }
    const QString figures = displaycurrency::withoutSign(match.captured(2));
    const auto number = typednumber::dollars(figures);
    if (!number.ok()) {
        return typednumber::isAmbiguous(figures) ? number.error() : notUnderstood(text);
    }
    if (sign.isEmpty()) {
        return checked(*number);
    }
    const core::Money before = displaycurrency::shown(present);
    const core::Money change = isPercent ? percentOf(before, *number) : *number;
    return checked(sign == u"-"_s ? before - change : before + change);
}

Scale scaleFor(core::Money amount)
{
    constexpr qint64 Steps = 5;
    // A cap beyond the typed maximum may come over the API; the scale stays within 64 bits.
    const qint64 most = 2 * core::Money::fromDollars(MostDollars).nanos();
    const qint64 shown = displaycurrency::shown(amount).nanos();
    const qint64 bounded = std::clamp(shown, coin(), most);
    const qint64 reach = bounded + bounded / 4;
    const qint64 step = roundStep((reach + Steps - 1) / Steps, {1, 2, 5});
    const qint64 steps = (reach + step - 1) / step;
    const core::Money stepInDollars = displaycurrency::dollars(core::Money::fromNanos(step));
    return {core::Money::fromNanos(steps * stepInDollars.nanos()), stepInDollars};
}

QStringList Scale::labels() const
{
    QStringList labels;
    if (step <= core::Money()) {
        return labels;
    }
    for (qint64 at = 0; at <= end.nanos(); at += step.nanos()) {
        labels.append(formatting::axisMoney(core::Money::fromNanos(at)));
    }
    return labels;
}

core::Money strideOf(const Scale &scale, Stride stride)
{
    const qint64 normal = roundStep(displaycurrency::shown(scale.end).nanos() / 100, {1, 5});
    const qint64 fine = std::max(normal / 10 / coin() * coin(), coin());
    const qint64 units = stride == Stride::Coarse ? normal * 10
                         : stride == Stride::Fine ? fine
                                                  : normal;
    return displaycurrency::dollars(core::Money::fromNanos(units));
}

core::Money snapped(double fraction, const Scale &scale, Stride stride)
{
    const qint64 unit = strideOf(scale, stride).nanos();
    const double exact = std::clamp(fraction, 0.0, 1.0) * static_cast<double>(scale.end.nanos());
    const qint64 strides = std::llround(exact / static_cast<double>(unit));
    return core::Money::fromNanos(std::clamp(strides * unit, unit, scale.end.nanos()));
}

qint64 limitForCap(const core::Budget &budget, core::Money cap)
{
    const auto needed = static_cast<__int128>(cap.nanos()) * core::Budget::Whole;
    const auto limit = (needed + budget.hardMark - 1) / budget.hardMark;
    return static_cast<qint64>(limit);
}

core::Money suggestion(core::Money spent)
{
    const core::Money wanted = std::max(core::Money::fromDollars(5), spent + spent);
    const qint64 units = roundStep(displaycurrency::shown(wanted).nanos(), {1, 2, 5});
    return displaycurrency::dollars(core::Money::fromNanos(units));
}

} // namespace capamount
