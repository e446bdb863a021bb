// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/ownhardware.h"

#include <QTest>

using core::Money;
using core::OwnHardware;
using core::OwnHardwareMeter;
using core::Time;
using namespace std::chrono_literals;

namespace {
/// $26,280 over 36 months is $1 an hour (36 x 730 h = 26,280 h); 1000 W at $0.50 is $0.50 an hour.
OwnHardware machine()
{
    OwnHardware hardware;
    hardware.purchase = Money::fromNanos(26'280'000'000'000);
    hardware.watts = 1'000;
    hardware.idleWatts = 100;
    hardware.perKilowattHour = Money::fromNanos(500'000'000);
    return hardware;
}
} // namespace

class TestOwnHardware : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsWriteOffAndElectricity()
    {
        QCOMPARE(core::hardwareCost(machine(), 1h, 1'000).nanos(), 1'500'000'000);
        QCOMPARE(core::hardwareCost(machine(), 1h, 100).nanos(), 1'050'000'000);
        QCOMPARE(core::hardwareCost(machine(), 36min, 1'000).nanos(), 900'000'000);
        QCOMPARE(core::hardwareCost(machine(), 0s, 1'000).nanos(), 0);
    }

    void pricesTheTokensOfABusyMachine()
    {
        OwnHardwareMeter meter(machine());
        QVERIFY(!meter.cost());
        Time now{};
        meter.look(now, 0, true);
        for (int i = 1; i <= 1'800; ++i) { // an hour of looks, two seconds apart
            now += 2s;
            meter.look(now, i * 2'000, true);
        }
        // 1800 x 2000 = 3.6 M tokens for $1.50: 1.5 / 3.6 = $0.41666... a million.
        const auto cost = meter.cost();
        QVERIFY(cost);
        QCOMPARE(cost->perHour.nanos(), 1'500'000'000);
        QCOMPARE(cost->perMillionTokens->nanos(), 416'666'667);
        QCOMPARE(cost->idleInLastHour.nanos(), 0);
        QCOMPARE(cost->busyShare, 1.0);
    }

    void tellsWhatWaitingCosts()
    {
        OwnHardwareMeter meter(machine());
        Time now{};
        meter.look(now, 0, false);
        for (int i = 1; i <= 1'800; ++i) {
            now += 2s;
            const bool busy = i > 900; // the second half hour
            meter.look(now, busy ? (i - 900) * 1'000 : 0, busy);
        }
        // Busy: 0.5 h x $1.50 = $0.75; idle: 0.5 h x $1.05 = $0.525; together $1.275 an hour,
        // for 0.9 M tokens: $1.41666... a million.
        const auto cost = meter.cost();
        QCOMPARE(cost->idleInLastHour.nanos(), 525'000'000);
        QCOMPARE(cost->perHour.nanos(), 1'275'000'000);
        QCOMPARE(cost->perMillionTokens->nanos(), 1'416'666'667);
        QCOMPARE(cost->busyShare, 0.5);
    }

    void hasNoPriceWhereNothingWasComputed()
    {
        OwnHardwareMeter meter(machine());
        meter.look(Time{}, 0, false);
        meter.look(Time{} + 2s, 0, false);
        QVERIFY(meter.cost());
        QVERIFY(!meter.cost()->perMillionTokens);
        QCOMPARE(meter.cost()->perHour.nanos(), 1'050'000'000);
    }

    void forgetsWhatIsOlderThanAnHourAndSkipsGapsAndRestarts()
    {
        OwnHardwareMeter meter(machine());
        Time now{};
        meter.look(now, 1'000'000, true);
        now += 10h; // the machine slept
        meter.look(now, 9'000'000, true);
        QVERIFY(!meter.cost());
        now += 2s;
        meter.look(now, 5, true); // restarted
        QVERIFY(!meter.cost());
        for (int i = 1; i <= 5'000; ++i) {
            now += 2s;
            meter.look(now, 5 + i * 2'000, true);
        }
        QCOMPARE(meter.cost()->perMillionTokens->nanos(), 416'666'667);
    }
};

QTEST_APPLESS_MAIN(TestOwnHardware)
#include "tst_ownhardware.moc"
