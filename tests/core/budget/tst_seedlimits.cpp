// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"

using namespace enginefixture;

namespace {
/// Whether a call of so much passes; if so it has run and cost that.
bool spends(BudgetEngine &engine, const Attribution &who, const char *cost, Time at)
{
    const HoldId hold = holdOf(engine.admit(who, dollars(cost), at));
    if (hold == HoldId::None) {
        return false;
    }
    (void)engine.settle(hold, dollars(cost), at);
    return true;
}

Attribution task(const QByteArray &id)
{
    Attribution who = from("acme");
    who.tags = {{"task_id", id}};
    return who;
}
} // namespace

/// The limits of seed S2, which compared all of them with the wrong sums or never looked: here each
/// is a budget.
class TestSeedLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // S2-23: of the day, not of all times.
    void startsAfreshEachDay()
    {
        BudgetEngine engine;
        QVERIFY(engine.upsert(budget("b-000000000001", "", "100", "day"), Start).ok());
        QVERIFY(spends(engine, from("acme"), "100", Start));
        QVERIFY(!spends(engine, from("acme"), "0.01", Start + 14h));
        QVERIFY(spends(engine, from("acme"), "100", Start + 15h)); // midnight UTC
    }

    // S2-24: is looked at, and before the call.
    void holdsTheMonth()
    {
        BudgetEngine engine;
        QVERIFY(engine.upsert(budget("b-000000000001", "", "100", "day"), Start).ok());
        QVERIFY(engine.upsert(budget("b-000000000002", "", "250", "month"), Start).ok());
        QVERIFY(spends(engine, from("acme"), "100", Start));
        QVERIFY(spends(engine, from("acme"), "100", Start + 24h));
        QVERIFY(!spends(engine, from("acme"), "50.01", Start + 48h)); // 200 + 50.01 > 250
        QVERIFY(spends(engine, from("acme"), "50", Start + 48h));
        QVERIFY(spends(engine, from("acme"), "100", Start + 10 * 24h)); // December
    }

    // S2-25: across the calls of one task, whatever others spend.
    void capsATaskAcrossItsCalls()
    {
        BudgetEngine engine;
        QVERIFY(engine.upsert(budget("b-000000000001", "tag:task_id:*", "10"), Start).ok());
        QVERIFY(spends(engine, task("one"), "6", Start));
        QVERIFY(!spends(engine, task("one"), "5", Start)); // 6 + 5 > 10
        QVERIFY(spends(engine, task("one"), "4", Start));
        QVERIFY(spends(engine, task("two"), "10", Start));
        QVERIFY(spends(engine, from("acme"), "1000", Start)); // of no task
    }
};

QTEST_GUILESS_MAIN(TestSeedLimits)
#include "tst_seedlimits.moc"
