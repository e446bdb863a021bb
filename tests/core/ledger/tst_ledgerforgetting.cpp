// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is old goes, its sums stay, and what is left can still be proved.
#include "auditing.h"

#include <QRandomGenerator>

using namespace auditing;

class TestLedgerForgetting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forgetsWhatIsOldAndKeepsItsSums(); // S1-34
    void keepsWhatIsStillOpen();
    void forgetsTheOldestWhenTheFileIsTooLarge();
    void turnsOldMinutesIntoQuarters();
    void keepsAlertsThatMayStillCount();
    void provesEveryStepOfForgetting();
    void letsNobodyElseForget();
};

void TestLedgerForgetting::forgetsWhatIsOldAndKeepsItsSums()
{
    Fixture f;
    for (quint64 i = 0; i < 100; ++i) {
        const HoldRecord call = hold(i, Noon + static_cast<int>(i) * 24h);
        QVERIFY(f.write({call}));
        QVERIFY(f.write({settlement(call, 1'000, "bucket")}));
    }
    const Ledger::Sum before = f.ledger->sum(Time{}, Time::max()).value();
    const Time now = Noon + 100 * Day;
    QVERIFY(prune(*f.ledger, {.days = 30, .bytes = 0}, now) > 0);
    // Day 70 is just 30 days old and stays, days 0 to 69 go.
    QCOMPARE(count(f.path, u"settlement"_s), 30);
    QCOMPARE(count(f.path, u"hold"_s), 30);
    const Ledger::Sum after = f.ledger->sum(Time{}, Time::max()).value();
    QCOMPARE(after.cost, before.cost);
    QCOMPARE(after.calls, 100);
    QCOMPARE(f.ledger->load().value().totals.at(0).amount, 100'000);
    QCOMPARE(joined(f.differences()), QString());
    f.reopen();
    QVERIFY(f.write({settlement(hold(200, now), 1)}));
    QCOMPARE(joined(f.differences()), QString());
    // And what is left can still be proved.
    tamper(f.path,
           u"pruned"_s,
           u"UPDATE pruned SET cost = cost - 1 WHERE day = (SELECT min(day) "
           u"FROM pruned)"_s);
    QVERIFY(joined(f.differences()).contains(u"with those that were pruned"_s));
}

void TestLedgerForgetting::keepsWhatIsStillOpen()
{
    Fixture f;
    QVERIFY(f.write({hold(1)}));
    QVERIFY(f.write({hold(2), settlement(hold(2), 5)}));
    QCOMPARE(prune(*f.ledger, {.days = 1, .bytes = 0}, Noon + 10 * Day), 1); // the minutes only
    QCOMPARE(count(f.path, u"hold"_s), 2);
    SettlementRecord late = settlement(hold(1), 7);
    late.settledAt = Noon + 10 * Day;
    QVERIFY(f.write({late}));
    QVERIFY(prune(*f.ledger, {.days = 1, .bytes = 0}, Noon + 10 * Day) > 0);
    QCOMPARE(count(f.path, u"hold"_s), 0);
    QCOMPARE(count(f.path, u"settlement"_s), 1); // of this day
    QCOMPARE(joined(f.differences()), QString());
}

void TestLedgerForgetting::forgetsTheOldestWhenTheFileIsTooLarge()
{
    Fixture f;
    const QByteArray long_(5'000, 'r');
    for (quint64 i = 0; i < 400; ++i) {
        HoldRecord call = hold(i, Noon + static_cast<int>(i) * 1h);
        call.reason = long_;
        QVERIFY(f.write({call, settlement(call, 10)}));
    }
    const Time now = Noon + 400h;
    const qint64 limit = 1'000'000; // 400 holds of 5 kB are two megabytes
    QVERIFY(prune(*f.ledger, {.days = 0, .bytes = limit}, now) > 0);
    QVERIFY(count(f.path, u"hold"_s) < 200);
    QVERIFY(count(f.path, u"hold"_s) > 24);
    QCOMPARE(f.total(), Money::fromNanos(4'000));
    QCOMPARE(joined(f.differences()), QString());
    prune(*f.ledger, {.days = 0, .bytes = 1}, now);
    QCOMPARE(count(f.path, u"hold"_s), 24); // the last day stays
}

void TestLedgerForgetting::turnsOldMinutesIntoQuarters()
{
    Fixture f;
    // 10:30, 10:31, 10:50 and 11:10 of one day
    for (const auto &[number, later] : {std::pair(1, 0min), {2, 1min}, {3, 20min}, {4, 40min}}) {
        QVERIFY(f.write({settlement(hold(static_cast<quint64>(number), Noon + later), 100)}));
    }
    prune(*f.ledger, {.days = 30, .bytes = 0}, Noon + 60 * Day);
    const auto connection = Connection::open(f.path).value();
    QCOMPARE(connection->integer(u"SELECT count(*) FROM rollup WHERE granularity = 60"_s).value(),
             0);
    QCOMPARE(connection->integer(u"SELECT count(*) FROM rollup WHERE granularity = 900"_s).value(),
             3);
    // A zone that is half an hour off still finds its day.
    QCOMPARE(f.ledger->sum(Noon, Noon + 30min).value().cost, Money::fromNanos(300));
    QCOMPARE(f.total(), Money::fromNanos(400));
    QCOMPARE(joined(f.differences()), QString());
    // A call that comes late finds its place, too.
    QVERIFY(f.write({settlement(hold(5, Noon + 2min), 100)}));
    QCOMPARE(f.ledger->sum(Noon, Noon + 30min).value().cost, Money::fromNanos(400));
    QCOMPARE(joined(f.differences()), QString());
    prune(*f.ledger, {.days = 30, .bytes = 0}, Noon + 60 * Day);
    QCOMPARE(f.ledger->sum(Noon, Noon + 30min).value().cost, Money::fromNanos(400));
    QCOMPARE(joined(f.differences()), QString());
}

void TestLedgerForgetting::keepsAlertsThatMayStillCount()
{
    Fixture f;
    AlertRecord alert{"lifetime", 800'000, 10, Noon, "b", "", 8, false, {Time{}, Time::max()}};
    QVERIFY(f.write({alert}));
    alert.key = "day";
    alert.window = {Noon, Noon + Day};
    QVERIFY(f.write({alert, alert}));
    prune(*f.ledger, {.days = 30, .bytes = 0}, Noon + 60 * Day);
    QCOMPARE(f.ledger->load().value().alerts.size(), 2U);
    prune(*f.ledger, {.days = 30, .bytes = 0}, Noon + 500 * Day);
    QCOMPARE(f.ledger->load().value().alerts.size(), 1U);
    QCOMPARE(f.ledger->load().value().alerts.front().key, "lifetime");
}

void TestLedgerForgetting::provesEveryStepOfForgetting()
{
    Fixture f;
    QRandomGenerator random(7);
    qint64 spent = 0;
    for (quint64 i = 0; i < 400; ++i) {
        const Time at = Noon + std::chrono::minutes(random.bounded(60 * 24 * 40));
        const HoldRecord call = hold(i, at, by(random.bounded(2) == 0 ? "a" : "b"));
        const int kind = random.bounded(10);
        const qint64 nanos = random.bounded(1'000);
        if (kind == 0) {
            QVERIFY(f.write({call, ReleaseRecord{call.id}}));
        } else if (kind == 1) {
            QVERIFY(f.write({RefusalRecord{
                call.id, at, call.attribution, Decision::Refuse, "code", "{}", {}}}));
        } else if (kind == 2) {
            QVERIFY(f.write({call, recovered(call, nanos)}));
            const auto open = f.ledger->recoveredCall(call.id, 1).value();
            QVERIFY(f.write({correction(open, nanos / 2, 3)}));
            spent += nanos / 2;
        } else {
            QVERIFY(f.write({call}));
            QVERIFY(f.write({settlement(call, nanos, "bucket")}));
            spent += nanos;
        }
    }
    for (int day = 10; day < 60; day += 10) {
        const Time now = Noon + day * Day;
        while (f.ledger->prune({.days = 9, .bytes = 0}, now).value()) {
            QCOMPARE(joined(f.differences()), QString());
        }
        QCOMPARE(f.total(), Money::fromNanos(spent));
    }
    QCOMPARE(count(f.path, u"settlement"_s), 0);
}

void TestLedgerForgetting::letsNobodyElseForget()
{
    Fixture f;
    QVERIFY(f.write({hold(1), settlement(hold(1), 5)}));
    QVERIFY(f.write({hold(2, Noon + 60 * Day), settlement(hold(2, Noon + 60 * Day), 5)}));
    QVERIFY(prune(*f.ledger, {.days = 30, .bytes = 0}, Noon + 60 * Day) > 0);
    const auto connection = Connection::open(f.path).value();
    for (const char *table : {"hold", "settlement", "chain", "name", "attribution"}) {
        QVERIFY2(!connection->execute(u"DELETE FROM %1"_s.arg(QLatin1String(table))), table);
        QVERIFY(connection->error().message.contains(u"append-only"_s));
    }
}

QTEST_GUILESS_MAIN(TestLedgerForgetting)
#include "tst_ledgerforgetting.moc"
