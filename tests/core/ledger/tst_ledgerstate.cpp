// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a start reads back beside the calls: budgets, their totals, alerts and settings.
#include "samples.h"

#include <map>

using namespace samples;
using namespace Qt::StringLiterals;

class TestLedgerState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEachAlertOnce();
    void keepsBudgetsEpochsAndSettings();
    void opensATotalOverWhatWasThere();
    void readsOnlyTotalsThatMayStillCount();
    void opensABudgetWithTheSpendOfItsWindow_data();
    void opensABudgetWithTheSpendOfItsWindow();
    void opensARollingBudgetSlotBySlot();
};

void TestLedgerState::keepsEachAlertOnce()
{
    Fixture f;
    AlertRecord alert{"bucket", 800'000, 1'000, Noon, "b-1", "tenant:research", 801, false};
    AlertRecord raised = alert;
    raised.limit = 2'000;
    QVERIFY(f.write({alert, alert}));
    QVERIFY(f.write({alert, raised}));
    const std::vector<AlertRecord> alerts = f.ledger->load().value().alerts;
    QCOMPARE(alerts.size(), 2U);
    QCOMPARE(alerts.at(0).limit, 2'000); // newest first
    QCOMPARE(alerts.at(1).key, QByteArray("bucket"));
    QCOMPARE(alerts.at(1).label, QByteArray("tenant:research"));
    QCOMPARE(alerts.at(1).settled, 801);
}

// S1-15
void TestLedgerState::keepsBudgetsEpochsAndSettings()
{
    Fixture f;
    Budget first = budget("tenant:*", "day@Europe/Berlin");
    Budget second = budget("", "lifetime");
    second.id = "b-second";
    QVERIFY(f.write({BudgetUpsert{first, {}}, BudgetUpsert{second, {}}}));
    first.limit = 77;
    QVERIFY(f.write({BudgetUpsert{first, {}},
                     BudgetRemoval{"b-second"},
                     EpochRecord{first.id, {}, 1, Noon},
                     EpochRecord{first.id, "tenant:research", 2, Noon + 1s},
                     SettingRecord{"paused:research", "1"},
                     SettingRecord{"overhead", "17"},
                     SettingRecord{"overhead", {}}}));
    f.reopen();
    const LedgerState state = f.ledger->load().value();
    QCOMPARE(state.budgets.size(), 1U);
    QVERIFY(state.budgets.front() == first);
    QCOMPARE(state.epochs.size(), 2U);
    QCOMPARE(state.epochs.at(0).label, QByteArray());
    QCOMPARE(state.epochs.at(1).epoch, 2);
    QCOMPARE(state.settings.size(), 1U);
    QCOMPARE(state.settings.front().value, QByteArray("1"));
}

void TestLedgerState::opensATotalOverWhatWasThere()
{
    Fixture f;
    QVERIFY(f.write({settlement(hold(1), 300, "bucket")}));
    QVERIFY(f.write({settlement(hold(2), 50, "bucket"),
                     BudgetUpsert{budget("", "lifetime"), {{"bucket", 1'000, Time{}}}},
                     settlement(hold(3), 7, "bucket")}));
    QCOMPARE(f.ledger->load().value().totals.at(0).amount, 1'007);
    QCOMPARE(f.differences(), std::vector<QString>());
}

void TestLedgerState::readsOnlyTotalsThatMayStillCount()
{
    Fixture f;
    SettlementRecord call = settlement(hold(1), 9);
    call.deltas = {{"lifetime", 9, Time{}},
                   {"long ago", 9, Noon - 24h * 90},
                   {"this month", 9, Noon - 24h * 19},
                   {"now", 9, Noon}};
    QVERIFY(f.write({call}));
    std::vector<QByteArray> keys;
    const LedgerState state = f.ledger->load().value();
    for (const LedgerState::Total &total : state.totals) {
        keys.push_back(total.key);
    }
    QCOMPARE(keys, (std::vector<QByteArray>{"lifetime", "this month", "now"}));
    QVERIFY(f.write({BudgetUpsert{budget("", "rolling:2400h"), {}}})); // 100 days
    QCOMPARE(f.ledger->load().value().totals.size(), 4U);
    QCOMPARE(f.differences(), std::vector<QString>());
}

void TestLedgerState::opensABudgetWithTheSpendOfItsWindow_data()
{
    QTest::addColumn<QByteArray>("selector");
    QTest::addColumn<QByteArray>("window");
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<QByteArray>("expected");

    // Calls: 09:00 research llama 100 (project a), 10:10 research qwen 20 (project a, tag twice),
    // 10:20 ops llama 3 (no tag), the day before research llama 5000.
    QTest::newRow("global hour") << QByteArray() << QByteArray("hour") << Unit::Usd
                                 << QByteArray("=23");
    QTest::newRow("global day") << QByteArray() << QByteArray("day") << Unit::Usd
                                << QByteArray("=123");
    QTest::newRow("lifetime") << QByteArray() << QByteArray("lifetime") << Unit::Usd
                              << QByteArray("=5123");
    QTest::newRow("each tenant") << QByteArray("tenant:*") << QByteArray("day") << Unit::Usd
                                 << QByteArray("ops=3 research=120");
    QTest::newRow("one tenant") << QByteArray("tenant:ops") << QByteArray("day") << Unit::Usd
                                << QByteArray("=3");
    QTest::newRow("two dimensions") << QByteArray("tenant:research,model:*") << QByteArray("day")
                                    << Unit::Usd << QByteArray("llama-8b=100 qwen=20");
    QTest::newRow("tokens") << QByteArray("tenant:*") << QByteArray("hour") << Unit::Tokens
                            << QByteArray("ops=57 research=57");
    QTest::newRow("requests") << QByteArray("tenant:*") << QByteArray("day") << Unit::Requests
                              << QByteArray("ops=1 research=2");
    QTest::newRow("each tag") << QByteArray("tag:project:*") << QByteArray("day") << Unit::Usd
                              << QByteArray("a=120");
    QTest::newRow("one tag") << QByteArray("tenant:*,tag:project:a") << QByteArray("hour")
                             << Unit::Usd << QByteArray("research=20");
    // Berlin's day began at 23:00 UTC.
    QTest::newRow("zone") << QByteArray() << QByteArray("day@Europe/Berlin") << Unit::Usd
                          << QByteArray("=5123");
}

void TestLedgerState::opensABudgetWithTheSpendOfItsWindow()
{
    QFETCH(QByteArray, selector);
    QFETCH(QByteArray, window);
    QFETCH(Unit, unit);
    Fixture f;
    Attribution research = by("research");
    research.tags = {{"project", "a"}};
    Attribution qwen = by("research", "qwen");
    qwen.tags = {{"other", "z"}, {"project", "a"}};
    QVERIFY(f.write({settlement(hold(1, Noon - 90min, research), 100),
                     settlement(hold(2, Noon - 20min, qwen), 20),
                     settlement(hold(3, Noon - 10min, by("ops")), 3),
                     settlement(hold(4, Noon - 11h, by("research")), 5'000)}));
    const Budget asked = budget(selector, window, unit);
    QByteArray found;
    const auto openings = f.ledger->openingsFor(asked, Noon).value();
    for (const BudgetEngine::Opening &opening : openings) {
        QVERIFY(opening.slot == asked.window.spanAt(Noon).begins);
        found += found.isEmpty() ? "" : " ";
        found += opening.values.empty() ? QByteArray() : opening.values.front();
        found += '=' + QByteArray::number(opening.amount);
    }
    QTEST(found, "expected");
}

void TestLedgerState::opensARollingBudgetSlotBySlot()
{
    Fixture f;
    // 24 h in 60 slots of 24 min: 10:30 lies in [10:24, 10:48), 10:10 in [10:00, 10:24).
    QVERIFY(f.write({settlement(hold(1, Noon), 1),
                     settlement(hold(2, Noon - 20min), 20),
                     settlement(hold(3, Noon - 22min), 300),
                     settlement(hold(4, Noon - 23h), 4'000),
                     settlement(hold(5, Noon - 25h), 50'000)}));
    const Budget asked = budget("", "rolling:24h");
    std::map<Time, qint64> found;
    const auto openings = f.ledger->openingsFor(asked, Noon).value();
    for (const BudgetEngine::Opening &opening : openings) {
        found[opening.slot] = opening.amount;
    }
    const std::map<Time, qint64> expected{{asked.window.spanAt(Noon - 23h).begins, 4'000},
                                          {asked.window.spanAt(Noon - 20min).begins, 320},
                                          {asked.window.spanAt(Noon).begins, 1}};
    QVERIFY(found == expected);
}

QTEST_GUILESS_MAIN(TestLedgerState)
#include "tst_ledgerstate.moc"
