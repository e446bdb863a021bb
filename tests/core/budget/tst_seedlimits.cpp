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

    // S2-45: per role a week and a month, near at 80 %, exceeded at 100 %; those of an architect
    // are 250 and 1,000 dollars. A role is a tag.
    void holdsARolesWeekAndItsMonth()
    {
        BudgetEngine engine;
        Budget week = budget("b-000000000001", "tag:role:architect", "250", "week");
        week.softMarks = {800'000};
        const Budget month = budget("b-000000000002", "tag:role:architect", "1000", "month");
        QVERIFY(engine.upsert(week, Start).ok());
        QVERIFY(engine.upsert(month, Start).ok());
        Attribution architect = from("acme");
        architect.tags = {{"role", "architect"}};
        Attribution developer = from("acme");
        developer.tags = {{"role", "developer"}};
        const Time first = Start - 20 * 24h; // the 1st of November, a Sunday
        QVERIFY(spends(engine, architect, "199", first));
        QVERIFY(!std::get<Admitted>(engine.admit(architect, dollars("0.99"), first)).warning);
        QVERIFY(std::get<Admitted>(engine.admit(architect, dollars("0.01"), first)).warning); // 200
        QVERIFY(spends(engine, architect, "50", first)); // 199 + 0.99 + 0.01 + 50 = 250
        QVERIFY(!spends(engine, architect, "0.01", first));
        QVERIFY(spends(engine, developer, "500", first));       // another role
        for (const Duration later : {24h, 8 * 24h, 15 * 24h}) { // Mondays
            QVERIFY(spends(engine, architect, "250", first + later));
        }
        QVERIFY(!spends(engine, architect, "0.01", first + 22 * 24h)); // 4 x 250: the month's
    }
};

QTEST_GUILESS_MAIN(TestSeedLimits)
#include "tst_seedlimits.moc"
