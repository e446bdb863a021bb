// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTimeZone>

/// Every text that QML shows for money, rates and times, made from integers (design: words), in the
/// language in force; the examples are English. Amounts are US dollars, shown in the display
/// currency where one is in force (displaycurrency.h). Amounts of budgets have its coin's decimals,
/// two for dollars, costs of single calls two more; a non-zero amount below the precision is
/// "<$0.01" or "<$0.0001", never zero. Minus is U+2212.
namespace formatting {

[[nodiscard]] QString money(core::Money amount);      ///< "$1,200.00", "−$2.50", "<$0.01"
[[nodiscard]] QString wholeMoney(core::Money amount); ///< "$996", for forecasts and axes
[[nodiscard]] QString axisMoney(core::Money amount);  ///< "$5", "$2.50": cents when needed
[[nodiscard]] QString difference(core::Money amount); ///< "+$2.50", "−$2.50"
[[nodiscard]] QString callCost(core::Money amount);   ///< "$0.0023", "<$0.0001", "–" for zero
[[nodiscard]] QString perHour(core::Money amount);    ///< "$6.42/h"
[[nodiscard]] QString burn(core::Money amount);       ///< "$6.42/h", "–" for zero
[[nodiscard]] QString exactMoney(core::Money amount); ///< "$0.000001234", "$8.00": every digit
/// For invoices and prices, which are in US dollars whatever is in force: "$1,200.00".
[[nodiscard]] QString dollars(core::Money amount);
[[nodiscard]] QString exactDollars(core::Money amount); ///< "$0.000001234"
[[nodiscard]] QString hourly(core::Money amount);      ///< "6.42", beneath a head that says of what
[[nodiscard]] QString plainAmount(core::Money amount); ///< "17.50": for a field

/// Spent, held and left as texts whose sum is the cap exactly as shown.
struct Parts
{
    QString spent;
    QString held;
    QString left;
};
[[nodiscard]] Parts parts(core::Money spent, core::Money held, core::Money cap);

[[nodiscard]] QString count(qint64 number);                    ///< "21,907", "1.2 M"
[[nodiscard]] QString tokensPerSecond(qint64 tokensPerSecond); ///< "61 tok/s"
[[nodiscard]] QString percent(double fraction);                ///< "38 %", narrow space
[[nodiscard]] QString running(core::Duration age);             ///< "0:14", "1:02:03"
/// The mark of an axis: "$0", "$0.0025", "$2.50", "$1,200".
[[nodiscard]] QString tickMoney(double dollars);
[[nodiscard]] QString runningCost(core::Money amount); ///< as callCost, but "$0.0000" for zero
[[nodiscard]] QString runningCalls(qint64 number);     ///< "1 running call", "14 running calls"
[[nodiscard]] QString list(const QStringList &words);  ///< "Day, research, tokens"

/// For the %n of a plural, which is an int; what lies beyond its range stays at its end.
[[nodiscard]] int countable(qint64 number);

/// Forms of a date or time, as English writes them.
enum class DateForm {
    Clock,             ///< "14:32"
    ClockSeconds,      ///< "14:32:05"
    ClockMilliseconds, ///< "14:32:05.120"
    Day,               ///< "21 Nov"
    DayYear,           ///< "21 Nov 2026"
    DayClock,          ///< "21 Nov 14:32"
    Weekday,           ///< "Saturday"
    WeekdayClock,      ///< "Sat 14:32"
    WeekdayDay,        ///< "Sat 21 Nov"
    Long,              ///< "Saturday 21 November, 14:32"
};
[[nodiscard]] QString dated(const QDateTime &time, DateForm form);
[[nodiscard]] QString dated(core::Time time, const QTimeZone &zone, DateForm form);
/// "21 Nov 2026" of "2026-11-21"; empty for what is no date.
[[nodiscard]] QString isoDay(const QString &date);
[[nodiscard]] QString clock(core::Time time, const QTimeZone &zone);             ///< "14:32"
[[nodiscard]] QString clockMilliseconds(core::Time time, const QTimeZone &zone); ///< log's time
[[nodiscard]] QString duration(core::Duration time); ///< "0.19 ms", "3 ms", "16.9 s", "2 min"
[[nodiscard]] QString longDate(core::Time time, const QTimeZone &zone); ///< for the header
/// "today 14:09", "yesterday 18:40", "Thu 10:11", "21 Nov 10:11".
[[nodiscard]] QString when(core::Time time, core::Time now, const QTimeZone &zone);

/// The first instant of the next day.
[[nodiscard]] core::Time tomorrow(core::Time now, const QTimeZone &zone);

/// The zone of a snapshot or budget; UTC for an empty or unknown id.
[[nodiscard]] QTimeZone zoneOf(const QByteArray &id);
[[nodiscard]] QDateTime local(core::Time time, const QTimeZone &zone);
/// The language in force (language.h): months and days must match the sentences.
[[nodiscard]] QLocale language();

} // namespace formatting
