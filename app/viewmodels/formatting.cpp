// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/formatting.h"

#include "app/viewmodels/displaycurrency.h"
#include "app/viewmodels/language.h"
#include "app/viewmodels/typednumber.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

struct Figures
{
    Q_DECLARE_TR_FUNCTIONS(Figures)
};

/// A call costs hundredths of a cent.
constexpr int FinerForCalls = 2;
constexpr int Finest = 9;
constexpr char16_t Minus = u'\u2212';

/// Half away from zero, in whole `unit`s.
qint64 rounded(qint64 nanos, qint64 unit)
{
    const qint64 quotient = nanos / unit;
    const qint64 rest = nanos % unit;
    if (rest >= unit - unit / 2) {
        return quotient + 1;
    }
    return -rest >= unit - unit / 2 ? quotient - 1 : quotient;
}

/// Qt 6.4 groups only once where a language leaves four digits alone: "1000.000" in Spanish.
QString grouped(quint64 number)
{
    constexpr qsizetype Group = 3;
    const QLocale locale = formatting::language();
    QString text = QString::number(number);
    if (text.size() <= Group + 1) {
        return locale.toString(number);
    }
    for (qsizetype at = text.size() - Group; at > 0; at -= Group) {
        text.insert(at, locale.groupSeparator());
    }
    return text;
}

/// 10 to the power of this.
qint64 powerOfTen(int exponent)
{
    qint64 power = 1;
    for (int i = 0; i < exponent; ++i) {
        power *= 10;
    }
    return power;
}

/// `units` of 10^-decimals, without a sign.
QString number(quint64 units, int decimals)
{
    const auto scale = static_cast<quint64>(powerOfTen(decimals));
    QString text = grouped(units / scale);
    if (decimals > 0) {
        text += formatting::language().decimalPoint() +
                QString::number(units % scale).rightJustified(decimals, u'0');
    }
    return text;
}

quint64 magnitude(qint64 number)
{
    return number < 0 ? 0 - static_cast<quint64>(number) : static_cast<quint64>(number);
}

QString signedAmount(qint64 units, int decimals)
{
    const QString text = displaycurrency::marked(number(magnitude(units), decimals));
    return units < 0 ? Minus + text : text;
}

QString precise(core::Money amount, int decimals)
{
    const qint64 units = displaycurrency::shown(amount, decimals);
    if (units == 0 && !amount.isZero()) {
        return u'<' + displaycurrency::marked(number(1, decimals));
    }
    return signedAmount(units, decimals);
}

/// `units` of 10^-decimals without the last zeros, but with at least `fewest` decimals.
QString exactNumber(quint64 units, int decimals, int fewest)
{
    QString text = number(units, decimals);
    const qsizetype shortest = text.size() - decimals + fewest;
    while (text.size() > shortest && text.endsWith(u'0')) {
        text.chop(1);
    }
    return text.endsWith(formatting::language().decimalPoint())
               ? text.chopped(formatting::language().decimalPoint().size())
               : text;
}

} // namespace

namespace formatting {

QString money(core::Money amount)
{
    return precise(amount, displaycurrency::decimals());
}

QString wholeMoney(core::Money amount)
{
    return precise(amount, 0);
}

QString axisMoney(core::Money amount)
{
    const int decimals = displaycurrency::decimals();
    const qint64 coins = displaycurrency::shown(amount, decimals);
    return coins % powerOfTen(decimals) == 0 && (coins != 0 || amount.isZero()) ? wholeMoney(amount)
                                                                                : money(amount);
}

QString difference(core::Money amount)
{
    return amount.nanos() > 0 ? u'+' + money(amount) : money(amount);
}

QString callCost(core::Money amount)
{
    return amount.isZero() ? u"–"_s : precise(amount, displaycurrency::decimals() + FinerForCalls);
}

QString perHour(core::Money amount)
{
    return Figures::tr("%1/h", "per hour").arg(money(amount));
}

QString hourly(core::Money amount)
{
    const int decimals = displaycurrency::decimals();
    const qint64 coins = displaycurrency::shown(amount, decimals);
    return coins == 0 && !amount.isZero() ? u'<' + number(1, decimals)
                                          : number(magnitude(coins), decimals);
}

QString burn(core::Money amount)
{
    return amount.isZero() ? u"–"_s : perHour(amount);
}

QString exactMoney(core::Money amount)
{
    const auto &currency = displaycurrency::inForce();
    const int decimals = currency ? currency->exactDecimals() : Finest;
    const quint64 units = magnitude(displaycurrency::shown(amount, decimals));
    const int fewest = std::min(displaycurrency::decimals(), decimals);
    const QString text = displaycurrency::marked(exactNumber(units, decimals, fewest));
    return amount.nanos() < 0 ? Minus + text : text;
}

QString dollars(core::Money amount)
{
    const qint64 cents = rounded(amount.nanos(), powerOfTen(Finest - 2));
    const QString text = displaycurrency::markedDollars(number(magnitude(cents), 2));
    return cents < 0 ? Minus + text : text;
}

QString exactDollars(core::Money amount)
{
    const QString text =
        displaycurrency::markedDollars(exactNumber(magnitude(amount.nanos()), Finest, 2));
    return amount.nanos() < 0 ? Minus + text : text;
}

QString plainAmount(core::Money amount)
{
    const int decimals = displaycurrency::decimals();
    const qint64 coins = displaycurrency::shown(amount, decimals);
    return typednumber::amount(core::Money::fromNanos(coins * powerOfTen(Finest - decimals)),
                               decimals);
}

QString tickMoney(double amount)
{
    const auto &currency = displaycurrency::inForce();
    const double rate = currency ? static_cast<double>(currency->unitsPerDollar().nanos()) /
                                       static_cast<double>(core::Money::NanosPerDollar)
                                 : 1.0;
    const double shown = amount * rate;
    const int decimals = shown == 0 ? 0 : shown < 0.01 ? 4 : shown < 10 ? 2 : 0;
    return displaycurrency::marked(language().toString(shown, 'f', decimals));
}

QString runningCost(core::Money amount)
{
    return amount.isZero()
               ? displaycurrency::marked(number(0, displaycurrency::decimals() + FinerForCalls))
               : callCost(amount);
}

QString runningCalls(qint64 number)
{
    return Figures::tr("%Ln running call(s)", nullptr, countable(number));
}

QString list(const QStringList &words)
{
    return words.join(Figures::tr(", ", "between the words of a list"));
}

Parts parts(core::Money spent, core::Money held, core::Money cap)
{
    // Each sum is rounded once and the parts are differences of those, so that what stands in
    // the window adds up to the last coin.
    const int decimals = displaycurrency::decimals();
    const auto coins = [decimals](core::Money amount) {
        return displaycurrency::shown(amount, decimals);
    };
    const qint64 toSpent = coins(spent);
    const qint64 toHeld = coins(spent + held);
    const auto text = [decimals](qint64 coins, bool zero) {
        return coins == 0 && !zero ? u'<' + displaycurrency::marked(number(1, decimals))
                                   : signedAmount(coins, decimals);
    };
    return {text(toSpent, spent.isZero()),
            text(toHeld - toSpent, held.isZero()),
            text(coins(cap) - toHeld, true)};
}

QString count(qint64 number)
{
    constexpr qint64 Million = 1'000'000;
    if (number < Million) {
        return language().toString(number);
    }
    const qint64 tenths = rounded(number, Million / 10);
    return Figures::tr("%1 M", "millions").arg(::number(static_cast<quint64>(tenths), 1));
}

QString tokensPerSecond(qint64 tokensPerSecond)
{
    return Figures::tr("%1 tok/s", "tokens per second").arg(language().toString(tokensPerSecond));
}

QString percent(double fraction)
{
    return Figures::tr("%1\u202F%", "percent").arg(std::lround(fraction * 100));
}

QString running(core::Duration age)
{
    const qint64 seconds =
        std::max<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(age).count());
    const auto two = [](qint64 number) {
        return QString::number(number).rightJustified(2, u'0');
    };
    const QString minutes = seconds < 3600 ? QString::number(seconds / 60) : two(seconds / 60 % 60);
    const QString text = minutes + u':' + two(seconds % 60);
    return seconds < 3600 ? text : QString::number(seconds / 3600) + u':' + text;
}

int countable(qint64 number)
{
    return static_cast<int>(std::clamp<qint64>(
        number, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

QString duration(core::Duration time)
{
    const double milliseconds = std::chrono::duration<double, std::milli>(time).count();
    const bool isWhole = time % std::chrono::milliseconds(1) == core::Duration(0);
    if (milliseconds < 10 && !isWhole) {
        return Figures::tr("%1 ms").arg(language().toString(milliseconds, 'f', 2));
    }
    if (milliseconds < 1000) {
        return Figures::tr("%1 ms").arg(language().toString(milliseconds, 'f', 0));
    }
    if (milliseconds < 100'000) {
        return Figures::tr("%1 s").arg(language().toString(milliseconds / 1000, 'f', 1));
    }
    return Figures::tr("%1 min").arg(language().toString(milliseconds / 60'000, 'f', 0));
}

QLocale language()
{
    return ::language::inForce();
}

} // namespace formatting
