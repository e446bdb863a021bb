// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "core/ledger/connection.h"

#include <QRandomGenerator>

#include <map>

using namespace samples;
using namespace Qt::StringLiterals;

class TestLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chargesADuplicateSettlementOnce();
    void chargesEachAttemptOfARequest();
    void chargesASettlementThatHasNoHold();
    void writesNothingOfABatchWithANegativeAmount();
    void keepsAnOpenHoldAsItWas();
    void keepsOnceWhatManyHoldsSay();
    void leavesNothingOpenAfterSettlementOrRelease();
    void givesBackAnyBytesAsTheyWere();
    void addsRandomBatchesUpToTheNanoDollar(); // S1-30
    void chargesTheTimeOfAdmission();
    void saturatesInsteadOfWrappingRound();
    void keepsEachAlertOnce();
    void keepsBudgetsEpochsAndSettings();
    void opensATotalOverWhatWasThere();
    void readsOnlyTotalsThatMayStillCount();
    void countsRefusals();
    void opensABudgetWithTheSpendOfItsWindow_data();
    void opensABudgetWithTheSpendOfItsWindow();
    void opensARollingBudgetSlotBySlot();
};

// X-03, acceptance 13
void TestLedger::chargesADuplicateSettlementOnce()
{
    Fixture f;
    const HoldRecord call = hold(1);
    QVERIFY(f.write({call, settlement(call, 700, "bucket")}));
    QVERIFY(f.write({settlement(call, 700, "bucket"), settlement(call, 900, "bucket")}));
    QVERIFY(f.write({call}));

    QCOMPARE(f.total(), Money::fromNanos(700));
    QCOMPARE(f.ledger->sum(Time{}, Time::max()).value().calls, 1);
    QCOMPARE(f.ledger->load().value().totals.at(0).amount, 700);
    QVERIFY(f.ledger->load().value().openHolds.empty());
    QCOMPARE(f.differences(), std::vector<QString>());
}

void TestLedger::chargesEachAttemptOfARequest()
{
    Fixture f;
    HoldRecord first = hold(1);
    HoldRecord second = hold(1);
    second.attempt = 2;
    QVERIFY(f.write({first, settlement(first, 100), second, settlement(second, 30)}));
    QCOMPARE(f.total(), Money::fromNanos(130));
}

void TestLedger::chargesASettlementThatHasNoHold()
{
    Fixture f;
    QVERIFY(f.write({settlement(hold(7), 250)}));
    QCOMPARE(f.total(), Money::fromNanos(250));
    // The hold comes late, sent again after a fault: it must not be charged at the next start.
    QVERIFY(f.write({hold(7)}));
    QVERIFY(f.ledger->load().value().openHolds.empty());
    QCOMPARE(f.differences(), std::vector<QString>());
}

// S1-28
void TestLedger::writesNothingOfABatchWithANegativeAmount()
{
    Fixture f;
    const Outcome written = f.ledger->write({settlement(hold(1), 10), settlement(hold(2), -1)});
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::InvalidInput);
    QVERIFY(written.error().message.contains(QString::fromLatin1(hold(2).id.toText())));
    QCOMPARE(f.total(), Money());
}

void TestLedger::keepsAnOpenHoldAsItWas()
{
    Fixture f;
    HoldRecord call = hold(3);
    call.attempt = 2;
    call.id = RequestId::generate();
    call.attribution.tags = {{"project", "search"}, {"", "a,b:c"}};
    call.decision = Decision::Clamp;
    call.reason = R"({"max_tokens":12})";
    call.stream = true;
    QVERIFY(f.write({call}));
    f.reopen();
    const std::vector<OpenHold> open = f.ledger->load().value().openHolds;
    QCOMPARE(open.size(), 1U);
    const HoldRecord &found = open.front().hold;
    QVERIFY(found.id == call.id);
    QCOMPARE(found.attempt, 2);
    QVERIFY(found.admittedAt == call.admittedAt);
    QVERIFY(found.attribution == call.attribution);
    QVERIFY(found.bound == call.bound);
    QVERIFY(found.decision == Decision::Clamp);
    QCOMPARE(found.reason, call.reason);
    QVERIFY(found.stream);
}

void TestLedger::keepsOnceWhatManyHoldsSay()
{
    Fixture f;
    HoldRecord first = hold(1);
    first.reason = R"({"reason":"named","candidates":[{"model":"m","provider":"p"}]})";
    first.reasonRepeats = true;
    HoldRecord second = first;
    second.id = hold(2).id;
    HoldRecord alone = hold(3);
    alone.reason = R"({"max_tokens":12})";
    QVERIFY(f.write({first, second, alone}));
    const auto count = [&f](const QString &question) {
        return Connection::openToRead(f.path).value()->integer(question).value();
    };
    // "#" and a number; the third, as it was: 17 bytes.
    QCOMPARE(count(u"SELECT count(*) FROM hold WHERE length(reason) < 5"_s), 2);
    QCOMPARE(count(u"SELECT max(length(reason)) FROM hold"_s), 17);
    f.reopen();
    const std::vector<OpenHold> open = f.ledger->load().value().openHolds;
    QCOMPARE(open.size(), 3U);
    for (const OpenHold &one : open) {
        QCOMPARE(one.hold.reason, one.hold.id == alone.id ? alone.reason : first.reason);
    }
    QCOMPARE(f.differences(), std::vector<QString>());
}

void TestLedger::leavesNothingOpenAfterSettlementOrRelease()
{
    Fixture f;
    QVERIFY(f.write({hold(1), hold(2), hold(3)}));
    QVERIFY(f.write({settlement(hold(1), 5), ReleaseRecord{hold(2).id}}));
    const std::vector<OpenHold> open = f.ledger->load().value().openHolds;
    QCOMPARE(open.size(), 1U);
    QVERIFY(open.front().hold.id == hold(3).id);
    QCOMPARE(f.differences(), std::vector<QString>());
}

void TestLedger::givesBackAnyBytesAsTheyWere()
{
    Fixture f;
    const std::vector<QByteArray> texts{QByteArray(),
                                        "a'b\"c; DROP TABLE name",
                                        "Köln \xF0\x9F\x92\xB8",
                                        QByteArray("nul\0inside", 10),
                                        "\xff\xfe not UTF-8",
                                        QByteArray(100'000, 'x')};
    quint64 number = 0;
    for (const QByteArray &text : texts) {
        QVERIFY(f.write({settlement(hold(++number, Noon, by(text)), 100)}));
    }
    f.reopen(); // and again, with nothing remembered
    for (const QByteArray &text : texts) {
        QVERIFY(f.write({settlement(hold(++number, Noon, by(text)), 1)}));
    }
    std::map<QByteArray, qint64> spent;
    const auto sums = f.ledger->sumBy(Dimension::Tenant, Noon, Noon + 1s).value();
    for (const auto &[name, sum] : sums) {
        spent[name] = sum.cost.nanos();
    }
    QCOMPARE(spent.size(), texts.size());
    for (const QByteArray &text : texts) {
        QCOMPARE(spent[text], 101);
    }
}

// Acceptance 5; design section 5: one number everywhere
void TestLedger::addsRandomBatchesUpToTheNanoDollar()
{
    Fixture f;
    QRandomGenerator random(20'261'121);
    struct Charge
    {
        Time at;
        QByteArray tenant;
        qint64 nanos = 0;
    };
    std::vector<Charge> charges;
    for (quint64 number = 1; number <= 2'000;) {
        std::vector<LedgerRecord> batch;
        for (quint32 i = random.bounded(1U, 40U); i > 0; --i, ++number) {
            // Four days to either side of an hour's edge, some before 1970.
            const Time base = random.bounded(20) == 0 ? Time{} : Noon;
            const Time at =
                base + Duration(random.bounded(qint64{691'200'000'000}) - 345'600'000'000);
            const QByteArray tenant = "t" + QByteArray::number(random.bounded(7));
            charges.push_back({at, tenant, random.bounded(qint64{1'000'000'000'000})});
            batch.emplace_back(
                settlement(hold(number, at, by(tenant)), charges.back().nanos, "b-" + tenant));
        }
        QVERIFY(f.write(batch));
    }
    QCOMPARE(f.differences(), std::vector<QString>());
    for (int question = 0; question < 200; ++question) {
        const Time from =
            Noon + Duration(random.bounded(qint64{691'200'000'000}) - 345'600'000'000);
        const Time to =
            question == 0 ? Time::max() : from + Duration(random.bounded(qint64{300'000'000'000}));
        std::map<QByteArray, qint64> expected;
        qint64 calls = 0;
        qint64 whole = 0;
        for (const Charge &charge : charges) {
            if (from <= charge.at && charge.at < to) {
                expected[charge.tenant] += charge.nanos;
                whole += charge.nanos;
                ++calls;
            }
        }
        const Ledger::Sum sum = f.ledger->sum(from, to).value();
        QCOMPARE(sum.cost.nanos(), whole);
        QCOMPARE(sum.calls, calls);
        QCOMPARE(sum.usage.total(), calls * 57); // 30 + 4 + 3 + 20
        std::map<QByteArray, qint64> found;
        const auto sums = f.ledger->sumBy(Dimension::Tenant, from, to).value();
        for (const auto &[name, part] : sums) {
            found[name] = part.cost.nanos();
        }
        QVERIFY(found == expected);
    }
}

// D18: the window of admission
void TestLedger::chargesTheTimeOfAdmission()
{
    Fixture f;
    const Time midnight = Noon - 10h - 30min;
    SettlementRecord late = settlement(hold(1, midnight - 1us), 400);
    late.settledAt = midnight + 3h;
    QVERIFY(f.write({late}));
    QCOMPARE(f.ledger->sum(midnight - 24h, midnight).value().cost, Money::fromNanos(400));
    QCOMPARE(f.ledger->sum(midnight, midnight + 24h).value().cost, Money());
}

void TestLedger::saturatesInsteadOfWrappingRound()
{
    Fixture f;
    const qint64 most = Money::maximum().nanos();
    QVERIFY(f.write({settlement(hold(1), most, "bucket")}));
    QVERIFY(f.write({settlement(hold(2), most, "bucket")}));
    QCOMPARE(f.total(), Money::maximum());
    QCOMPARE(f.ledger->load().value().totals.at(0).amount, most);
}

void TestLedger::keepsEachAlertOnce()
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
void TestLedger::keepsBudgetsEpochsAndSettings()
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

void TestLedger::opensATotalOverWhatWasThere()
{
    Fixture f;
    QVERIFY(f.write({settlement(hold(1), 300, "bucket")}));
    QVERIFY(f.write({settlement(hold(2), 50, "bucket"),
                     BudgetUpsert{budget("", "lifetime"), {{"bucket", 1'000, Time{}}}},
                     settlement(hold(3), 7, "bucket")}));
    QCOMPARE(f.ledger->load().value().totals.at(0).amount, 1'007);
    QCOMPARE(f.differences(), std::vector<QString>());
}

void TestLedger::readsOnlyTotalsThatMayStillCount()
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

// X-07
void TestLedger::countsRefusals()
{
    Fixture f;
    RefusalRecord refusal{
        hold(1).id, Noon, by("research"), Decision::Refuse, "budget_exceeded", "{}", {}};
    QVERIFY(f.write({refusal, refusal}));
    refusal.id = hold(2).id;
    refusal.at = Noon + 1h;
    QVERIFY(f.write({refusal}));
    QCOMPARE(f.ledger->refusals(Noon, Noon + 1h).value(), 1);
    QCOMPARE(f.ledger->refusals(Noon, Noon + 2h).value(), 2);
    QCOMPARE(f.total(), Money());
}

void TestLedger::opensABudgetWithTheSpendOfItsWindow_data()
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

void TestLedger::opensABudgetWithTheSpendOfItsWindow()
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

void TestLedger::opensARollingBudgetSlotBySlot()
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

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
