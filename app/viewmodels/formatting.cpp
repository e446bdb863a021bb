// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/formatting.h"

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

constexpr qint64 NanosPerCent = core::Money::NanosPerDollar / 100;
constexpr qint64 NanosPerTenThousandth = core::Money::NanosPerDollar / 10'000;
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

QString grouped(quint64 number)
{
    return formatting::language().toString(number);
}

/// `units` of 10^-decimals, without a sign.
QString number(quint64 units, int decimals)
{
    quint64 scale = 1;
    for (int i = 0; i < decimals; ++i) {
        scale *= 10;
    }
    QString text = grouped(units / scale);
    if (decimals > 0) {
        text += formatting::language().decimalPoint() +
                QString::number(units % scale).rightJustified(decimals, u'0');
    }
    return text;
}

QString dollars(const QString &figures)
{
    return language::currency().before + figures + language::currency().behind;
}

quint64 magnitude(qint64 number)
{
    return number < 0 ? 0 - static_cast<quint64>(number) : static_cast<quint64>(number);
}

QString signedDollars(qint64 units, int decimals)
{
    const QString text = dollars(number(magnitude(units), decimals));
    return units < 0 ? Minus + text : text;
}

QString precise(core::Money amount, qint64 unit, int decimals)
{
    const qint64 units = rounded(amount.nanos(), unit);
    if (units == 0 && !amount.isZero()) {
        return u'<' + dollars(number(1, decimals));
    }
    return signedDollars(units, decimals);
}

} // namespace

namespace formatting {

QString money(core::Money amount)
{
    return precise(amount, NanosPerCent, 2);
}

QString wholeMoney(core::Money amount)
{
    return precise(amount, core::Money::NanosPerDollar, 0);
}

QString axisMoney(core::Money amount)
{
    return amount.nanos() % core::Money::NanosPerDollar == 0 ? wholeMoney(amount) : money(amount);
}

QString difference(core::Money amount)
{
    return amount.nanos() > 0 ? u'+' + money(amount) : money(amount);
}

QString callCost(core::Money amount)
{
    return amount.isZero() ? u"–"_s : precise(amount, NanosPerTenThousandth, 4);
}

QString perHour(core::Money amount)
{
    return Figures::tr("%1/h", "per hour").arg(money(amount));
}

QString burn(core::Money amount)
{
    return amount.isZero() ? u"–"_s : perHour(amount);
}

QString exactMoney(core::Money amount)
{
    constexpr int Decimals = 9;
    constexpr int Fewest = 2;
    QString text = number(magnitude(amount.nanos()), Decimals);
    const qsizetype shortest = text.size() - Decimals + Fewest;
    while (text.size() > shortest && text.endsWith(u'0')) {
        text.chop(1);
    }
    return amount.nanos() < 0 ? Minus + dollars(text) : dollars(text);
}

QString plainAmount(core::Money amount)
{
    return typednumber::amount(
        core::Money::fromNanos(rounded(amount.nanos(), NanosPerCent) * NanosPerCent));
}

QString tickMoney(double amount)
{
    const int decimals = amount == 0 ? 0 : amount < 0.01 ? 4 : amount < 10 ? 2 : 0;
    return dollars(language().toString(amount, 'f', decimals));
}

QString runningCost(core::Money amount)
{
    return amount.isZero() ? dollars(number(0, 4)) : callCost(amount);
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
    // the window adds up to the cent.
    const qint64 toSpent = rounded(spent.nanos(), NanosPerCent);
    const qint64 toHeld = rounded((spent + held).nanos(), NanosPerCent);
    const qint64 toCap = rounded(cap.nanos(), NanosPerCent);
    const auto text = [](qint64 cents, bool zero) {
        return cents == 0 && !zero ? u'<' + dollars(number(1, 2)) : signedDollars(cents, 2);
    };
    return {text(toSpent, spent.isZero()),
            text(toHeld - toSpent, held.isZero()),
            text(toCap - toHeld, true)};
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
    if (milliseconds < 10) {
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
