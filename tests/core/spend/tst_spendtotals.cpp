// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/spend/spendtotals.h"

#include <QTest>

using namespace core;
using namespace std::chrono;

namespace {

Time at(int year, unsigned month, unsigned day, hours hour)
{
    return sys_days(std::chrono::year(year) / month / day) + hour;
}

Money cents(qint64 count)
{
    return Money::fromNanos(count * Money::NanosPerDollar / 100);
}

} // namespace

class tst_SpendTotals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpTheDayTheWeekAndTheMonth()
    {
        SpendTotals totals("UTC");
        totals.add("a", cents(100), at(2026, 11, 2, 10h), at(2026, 11, 2, 10h)); // a Monday
        totals.add("a", cents(20), at(2026, 11, 3, 10h), at(2026, 11, 3, 10h));
        totals.add("b", cents(3), at(2026, 11, 9, 10h), at(2026, 11, 9, 10h)); // the next Monday
        const Time now = at(2026, 11, 9, 11h);
        QCOMPARE(totals.today(now), cents(3));
        QCOMPARE(totals.thisWeek(now), cents(3));
        QCOMPARE(totals.thisMonth(now), cents(100 + 20 + 3));
    }

    void countsByTheZonesMidnight()
    {
        SpendTotals totals("Europe/Berlin"); // UTC+1 in November
        totals.add("a", cents(5), at(2026, 11, 20, 22h), at(2026, 11, 20, 22h)); // 23:00 there
        QCOMPARE(totals.today(at(2026, 11, 20, 22h) + 59min), cents(5));
        QCOMPARE(totals.today(at(2026, 11, 20, 23h)), cents(0)); // midnight there
    }

    void booksALateChargeInTheDayOfItsAdmission()
    {
        SpendTotals totals("UTC");
        totals.add("a", cents(5), at(2026, 11, 20, 23h), at(2026, 11, 21, 0h));
        QCOMPARE(totals.today(at(2026, 11, 21, 1h)), cents(0));
        QCOMPARE(totals.thisMonth(at(2026, 11, 21, 1h)), cents(5));
    }

    void takesBackWhatMeteringPutTooHigh()
    {
        SpendTotals totals("UTC");
        const Time now = at(2026, 11, 21, 9h);
        totals.add("a", cents(12), now, now);
        totals.add("a", cents(10) - cents(12), now, now);
        QCOMPARE(totals.today(now), cents(10));
    }

    void scalesFiveMinutesToAnHour() // S1-31
    {
        SpendTotals totals("UTC");
        const Time start = at(2026, 11, 21, 9h);
        for (int minute = 0; minute < 5; ++minute) {
            totals.add("a", cents(100), start + minutes(minute), start + minutes(minute));
        }
        // $5 within five minutes: 12 x $5 = $60/h.
        QCOMPARE(totals.perHour(start + 4min + 10s), cents(6000));
        QCOMPARE(totals.perHour(start + 30min), cents(0));
    }

    void keepsTenantsApartAndForgetsThemAtMidnight()
    {
        SpendTotals totals("UTC");
        const Time now = at(2026, 11, 21, 9h);
        totals.add("b", cents(1), now, now);
        totals.add("a", cents(2), now, now);
        const auto today = totals.tenants(now); // in the order of names
        QCOMPARE(today.size(), std::size_t(2));
        QCOMPARE(today.at(0).name, QByteArray("a"));
        QCOMPARE(today.at(0).today, cents(2));
        QCOMPARE(totals.tenants(at(2026, 11, 22, 1h)).at(0).today, cents(0));
    }

    void startsFromWhatTheLedgerSays()
    {
        SpendTotals totals("UTC");
        const Time now = at(2026, 11, 21, 9h);
        totals.restore(cents(1), cents(2), cents(3), now);
        totals.restoreTenant("a", cents(1), now);
        totals.add("a", cents(10), now, now);
        QCOMPARE(totals.today(now), cents(11));
        QCOMPARE(totals.thisWeek(now), cents(12));
        QCOMPARE(totals.thisMonth(now), cents(13));
        QCOMPARE(totals.tenants(now).at(0).today, cents(11));
        QCOMPARE(totals.perHour(now), cents(120)); // only the ten cents are of the last minutes
    }
};

QTEST_APPLESS_MAIN(tst_SpendTotals)
#include "tst_spendtotals.moc"
