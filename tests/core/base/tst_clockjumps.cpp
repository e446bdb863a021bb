// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clockjumps.h"

#include <QTest>

using namespace core;
using namespace std::chrono_literals;

class TstClockJumps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trustsAClockThatRuns()
    {
        ClockJumps jumps;
        Time wall{};
        ClockJumps::Steady steady{};
        for (int minute = 0; minute < 200; ++minute) {
            QVERIFY(jumps.isSettled(wall, steady));
            wall += 61s; // slewed
            steady += 60s;
        }
    }

    void waitsAnHourAfterAJump_data()
    {
        QTest::addColumn<qint64>("hours");
        QTest::newRow("ahead") << qint64(26);
        QTest::newRow("back") << qint64(-26);
    }
    void waitsAnHourAfterAJump()
    {
        QFETCH(qint64, hours);
        ClockJumps jumps;
        Time wall{1000h};
        ClockJumps::Steady steady{};
        QVERIFY(jumps.isSettled(wall, steady));
        wall += std::chrono::hours(hours);
        for (int minute = 1; minute <= 60; ++minute) {
            wall += 1min;
            steady += 1min;
            QVERIFY(!jumps.isSettled(wall, steady)); // seen after the first of these minutes
        }
        QVERIFY(jumps.isSettled(wall + 1min, steady + 1min));
    }
};

QTEST_APPLESS_MAIN(TstClockJumps)
#include "tst_clockjumps.moc"
