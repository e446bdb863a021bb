// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/costhistory.h"

#include <QRandomGenerator>
#include <QTest>

#include <vector>

using namespace core;
using namespace Qt::StringLiterals;

namespace {
constexpr Time Start{std::chrono::hours(490'000)};
}

class TstCostHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheMeanOfItsSamples();
    void knowsNothingOfAStranger();
    void agreesWithANaiveModel();
    void survivesAClockThatIsSetBack();
};

void TstCostHistory::isTheMeanOfItsSamples()
{
    CostHistory history(std::chrono::hours(24));
    history.add("f"_ba, Money::fromNanos(10), Start);
    history.add("f"_ba, Money::fromNanos(25), Start + std::chrono::hours(5));
    const auto mean = history.mean("f"_ba, Start + std::chrono::hours(5));
    QCOMPARE(mean->cost, Money::fromNanos(17)); // 35 / 2, whole nano-dollars
    QCOMPARE(mean->samples, 2);
}

void TstCostHistory::knowsNothingOfAStranger()
{
    CostHistory history(std::chrono::hours(1));
    QVERIFY(!history.mean("f"_ba, Start));
}

/// A sample counts while its slot, a 48th of the length, is one of the last 48.
void TstCostHistory::agreesWithANaiveModel()
{
    constexpr Duration Slot = std::chrono::minutes(30);
    QRandomGenerator random(7);
    CostHistory history(std::chrono::hours(24));
    std::vector<std::pair<qint64, qint64>> naive; // slot, nanos
    Time now = Start;
    for (int i = 0; i < 5'000; ++i) {
        now += std::chrono::seconds(random.bounded(random.bounded(50) == 0 ? 100'000 : 900));
        const qint64 nanos = random.bounded(1'000'000);
        const qint64 slot = now.time_since_epoch() / Slot;
        history.add("f"_ba, Money::fromNanos(nanos), now);
        naive.emplace_back(slot, nanos);
        qint64 sum = 0;
        qint64 samples = 0;
        for (const auto &[at, value] : naive) {
            if (at > slot - 48) {
                sum += value;
                ++samples;
            }
        }
        const auto mean = history.mean("f"_ba, now);
        QCOMPARE(mean->samples, samples);
        QCOMPARE(mean->cost.nanos(), sum / samples);
    }
}

void TstCostHistory::survivesAClockThatIsSetBack()
{
    CostHistory history(std::chrono::hours(1));
    history.add("f"_ba, Money::fromNanos(10), Start);
    history.add("f"_ba, Money::fromNanos(20), Start - std::chrono::hours(3));
    QCOMPARE(history.mean("f"_ba, Start)->samples, 2);
}

QTEST_APPLESS_MAIN(TstCostHistory)
#include "tst_costhistory.moc"
