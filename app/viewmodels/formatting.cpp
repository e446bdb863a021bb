// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/formatting.h"

#include <QDateTime>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

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

/// `units` of 10^-decimals dollars, without a sign.
QString dollars(quint64 units, int decimals)
{
    quint64 scale = 1;
    for (int i = 0; i < decimals; ++i) {
        scale *= 10;
    }
    QString text = u'$' + grouped(units / scale);
    if (decimals > 0) {
        text += u'.' + QString::number(units % scale).rightJustified(decimals, u'0');
    }
    return text;
}

quint64 magnitude(qint64 number)
{
    return number < 0 ? 0 - static_cast<quint64>(number) : static_cast<quint64>(number);
}

QString signedDollars(qint64 units, int decimals)
{
    const QString text = dollars(magnitude(units), decimals);
    return units < 0 ? Minus + text : text;
}

QString precise(core::Money amount, qint64 unit, int decimals)
{
    const qint64 units = rounded(amount.nanos(), unit);
    if (units == 0 && !amount.isZero()) {
        return u'<' + dollars(1, decimals);
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

QString burn(core::Money perHour)
{
    return perHour.isZero() ? u"–"_s : money(perHour) + u"/h"_s;
}

QString exactMoney(core::Money amount)
{
    constexpr int Decimals = 9;
    constexpr int Fewest = 2;
    QString text = signedDollars(amount.nanos(), Decimals);
    const qsizetype shortest = text.size() - Decimals + Fewest;
    while (text.size() > shortest && text.endsWith(u'0')) {
        text.chop(1);
    }
    return text;
}

QString plainAmount(core::Money amount)
{
    QString text = signedDollars(rounded(amount.nanos(), NanosPerCent), 2);
    return text.remove(u'$').remove(u',');
}

Parts parts(core::Money spent, core::Money held, core::Money cap)
{
    // Each sum is rounded once and the parts are differences of those, so that what stands in
    // the window adds up to the cent.
    const qint64 toSpent = rounded(spent.nanos(), NanosPerCent);
    const qint64 toHeld = rounded((spent + held).nanos(), NanosPerCent);
    const qint64 toCap = rounded(cap.nanos(), NanosPerCent);
    const auto text = [](qint64 cents, bool zero) {
        return cents == 0 && !zero ? u"<$0.01"_s : signedDollars(cents, 2);
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
    return u"%1.%2 M"_s.arg(language().toString(tenths / 10), QString::number(tenths % 10));
}

QString tokensPerSecond(qint64 tokensPerSecond)
{
    return language().toString(tokensPerSecond) + u" tok/s"_s;
}

QString percent(double fraction)
{
    return QString::number(std::lround(fraction * 100)) + u"\u202F%"_s;
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

QString things(qint64 number, const QString &one, const QString &several)
{
    return count(number) + u' ' + (number == 1 ? one : several);
}

QString clock(core::Time time, const QTimeZone &zone)
{
    return local(time, zone).toString(u"HH:mm"_s);
}

QString clockMilliseconds(core::Time time, const QTimeZone &zone)
{
    return local(time, zone).toString(u"HH:mm:ss.zzz"_s);
}

QString duration(core::Duration time)
{
    const double milliseconds = std::chrono::duration<double, std::milli>(time).count();
    const bool isWhole = time % std::chrono::milliseconds(1) == core::Duration(0);
    if (milliseconds < 10 && !isWhole) {
        return QString::number(milliseconds, 'f', 2) + u" ms"_s;
    }
    if (milliseconds < 1000) {
        return QString::number(milliseconds, 'f', 0) + u" ms"_s;
    }
    if (milliseconds < 100'000) {
        return QString::number(milliseconds / 1000, 'f', 1) + u" s"_s;
    }
    return QString::number(milliseconds / 60'000, 'f', 0) + u" min"_s;
}

QString longDate(core::Time time, const QTimeZone &zone)
{
    return language().toString(local(time, zone), u"dddd d MMMM, HH:mm"_s);
}

QString when(core::Time time, core::Time now, const QTimeZone &zone)
{
    const QDateTime then = local(time, zone);
    const qint64 days = then.date().daysTo(local(now, zone).date());
    if (days == 0) {
        return u"today "_s + then.toString(u"HH:mm"_s);
    }
    if (days == 1) {
        return u"yesterday "_s + then.toString(u"HH:mm"_s);
    }
    const bool thisWeek = days > 1 && days < 7;
    return language().toString(then, thisWeek ? u"ddd HH:mm"_s : u"d MMM HH:mm"_s);
}

core::Time tomorrow(core::Time now, const QTimeZone &zone)
{
    const QDateTime next = local(now, zone).date().addDays(1).startOfDay(zone);
    return core::Time(std::chrono::milliseconds(next.toMSecsSinceEpoch()));
}

QTimeZone zoneOf(const QByteArray &id)
{
    const QTimeZone zone(id);
    return zone.isValid() ? zone : QTimeZone::utc();
}

QDateTime local(core::Time time, const QTimeZone &zone)
{
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(milliseconds.count(), zone);
}

QLocale language()
{
    return QLocale(QLocale::English, QLocale::UnitedStates);
}

} // namespace formatting
