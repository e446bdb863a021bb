// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "core/ledger/connection.h"
#include "core/ledger/retention.h"
#include "core/ledger/schema.h"
#include "core/reports/activity.h"

#include <QRandomGenerator>

using namespace samples;
using namespace Qt::StringLiterals;

namespace {
constexpr auto Day = 24h;

QString joined(const std::vector<QString> &sentences)
{
    return QStringList(sentences.cbegin(), sentences.cend()).join(u'\n');
}

/// What a person with a database shell can do, guards or not.
void tamper(const QString &path, const QString &table, const QString &change)
{
    const auto connection = Connection::open(path).value();
    for (const QString &kind : {u"UPDATE"_s, u"DELETE"_s}) {
        QVERIFY(connection->execute(u"DROP TRIGGER IF EXISTS %1_no_%2"_s.arg(table, kind)));
    }
    QVERIFY2(connection->execute(change), qPrintable(connection->error().message));
}

qint64 count(const QString &path, const QString &table)
{
    return Connection::open(path).value()->integer(u"SELECT count(*) FROM "_s + table).value();
}

/// Until nothing is due.
int prune(Ledger &ledger, const Retention &rules, Time now)
{
    int steps = 0;
    while (ledger.prune(rules, now).value()) {
        ++steps;
    }
    return steps;
}

SettlementRecord recovered(const HoldRecord &hold, qint64 nanos)
{
    SettlementRecord record = settlement(hold, nanos, "bucket");
    record.ending = Ending::Recovered;
    return record;
}

CorrectionRecord correction(const Ledger::RecoveredCall &call, qint64 nanos, qint64 output)
{
    CorrectionRecord record;
    record.id = call.id;
    record.attempt = call.attempt;
    record.at = call.chargedAt + 1h;
    record.usage = {10, 0, 0, output, 0, CountQuality::Reported};
    record.cost = Money::fromNanos(nanos);
    record.by = "owner";
    record.reason = "the provider's invoice";
    record.admittedAt = call.admittedAt;
    record.attribution = call.attribution;
    const TokenUsage &now = call.usageNow();
    record.moreUsage = {10 - now.input,
                        -now.cachedInput,
                        -now.cacheWrite,
                        output - now.output,
                        -now.reasoning,
                        CountQuality::Reported};
    record.moreCost = record.cost - call.costNow();
    record.deltas = {{"bucket", record.moreCost.nanos(), Time{}}};
    return record;
}
} // namespace

class TestLedgerAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatWasTamperedWith_data();
    void findsWhatWasTamperedWith();
    void knowsOlderRowsWithoutNewColumns();
    void chainsOnlyWhatWasCommitted();
    void chainsWhatAnOlderVersionWrote();

    void correctsARecoveredCall();
    void correctsNothingElse();

    void forgetsWhatIsOldAndKeepsItsSums(); // S1-34
    void keepsWhatIsStillOpen();
    void forgetsTheOldestWhenTheFileIsTooLarge();
    void turnsOldMinutesIntoQuarters();
    void keepsAlertsThatMayStillCount();
    void provesEveryStepOfForgetting();
    void letsNobodyElseForget();
};

void TestLedgerAudit::findsWhatWasTamperedWith_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *table, const char *change, QString found) {
        QTest::newRow(name) << QString::fromLatin1(table) << QString::fromLatin1(change) << found;
    };
    const QString first = QString::fromLatin1(hold(1).id.toText());
    row("a hold's bound",
        "hold",
        "UPDATE hold SET bound_cost = 1 WHERE id_high = 1",
        u"hold of %1, attempt 1 was changed"_s.arg(first));
    row("who paid",
        "settlement",
        "UPDATE settlement SET http_status = 500 WHERE id_high = 1",
        u"settlement of %1, attempt 1 was changed"_s.arg(first));
    row("no refusal", "refusal", "DELETE FROM refusal", u"refusal of "_s);
    row("how it was let in",
        "settlement",
        "UPDATE settlement SET admission = NULL WHERE id_high = 1",
        u"settlement of %1, attempt 1 was changed"_s.arg(first));
    row("what was found out afterwards",
        "finding",
        "UPDATE finding SET facts = x'5b5d'",
        u"finding of %1, attempt 1 was changed"_s.arg(first));
    row("no release", "released", "DELETE FROM released", u"released of "_s);
    row("a tenant's name",
        "name",
        "UPDATE name SET text = x'41' WHERE text = x'7265736561726368'",
        u"was changed"_s);
    row("an extra refusal",
        "refusal",
        "INSERT INTO refusal SELECT at + 1, id_high, id_low, attribution, tags, decision, code, "
        "reason, bound_cost, bound_tokens, bound_requests FROM refusal",
        u"refusal has 1 row(s) that no link names"_s);
    row("no link", "chain", "DELETE FROM chain WHERE number = 2", u"Link 3 of the chain"_s);
    row("another list",
        "chain",
        "UPDATE chain SET list = x'' WHERE number = 2",
        u"Link 2 of the chain"_s);
}

void TestLedgerAudit::findsWhatWasTamperedWith()
{
    QFETCH(QString, table);
    QFETCH(QString, change);
    QFETCH(QString, sentence);
    Fixture f;
    QVERIFY(f.write({hold(1), hold(2)}));
    SettlementRecord odd = settlement(hold(1), 5);
    odd.admission = AdmissionRecord{3s, "[1,1,1,1,0]", {{"bucket", 10, 5, 1}}};
    odd.findings = R"([{"policy_id":"watch","reason":"dear"}])";
    QVERIFY(f.write({odd, ReleaseRecord{hold(2).id}}));
    QVERIFY(
        f.write({RefusalRecord{hold(3).id, Noon, by("a"), Decision::Refuse, "code", "{}", {}}}));
    QCOMPARE(joined(f.differences()), QString());
    tamper(f.path, table, change);
    QVERIFY2(joined(f.differences()).contains(sentence), qPrintable(joined(f.differences())));
}

// A row of before how calls are let in was kept has the digest that it always had.
void TestLedgerAudit::knowsOlderRowsWithoutNewColumns()
{
    EntryContent older;
    older.append(QByteArray("deltas"));
    EntryContent newer;
    newer.append(QByteArray("deltas"));
    newer.append(std::optional<QByteArray>());
    QCOMPARE(newer.bytes(), older.bytes());
    newer.append(std::optional(QByteArray()));
    QVERIFY(newer.bytes() != older.bytes());
}

void TestLedgerAudit::chainsOnlyWhatWasCommitted()
{
    Fixture f;
    QVERIFY(f.write({hold(1)}));
    QVERIFY(!f.ledger->write({hold(2), settlement(hold(3), -1)}));
    QVERIFY(f.write({hold(1), settlement(hold(1), 5)})); // the hold is there already
    {
        const auto other = Connection::open(f.path).value();
        QVERIFY(other->begin());
        QVERIFY(!f.ledger->write({hold(4)}));
        other->rollback();
    }
    QVERIFY(f.write({hold(4), settlement(hold(4), 5)}));
    QCOMPARE(count(f.path, u"chain"_s), 3);
    QCOMPARE(joined(f.differences()), QString());
    f.reopen();
    QVERIFY(f.write({hold(5)}));
    QCOMPARE(joined(f.differences()), QString());
}

void TestLedgerAudit::chainsWhatAnOlderVersionWrote()
{
    Fixture f;
    for (quint64 i = 0; i < 300; ++i) {
        QVERIFY(f.write({hold(i), settlement(hold(i), 5)}));
    }
    tamper(f.path, u"chain"_s, u"DELETE FROM chain"_s);
    tamper(f.path, u"name_chain"_s, u"DELETE FROM name_chain"_s);
    QVERIFY(joined(f.differences()).contains(u"300 row(s) that no link names"_s));
    f.reopen();
    QCOMPARE(joined(f.differences()), QString());
}

// design section 5: settled at the bound after a crash, and can be corrected by hand
void TestLedgerAudit::correctsARecoveredCall()
{
    Fixture f;
    QVERIFY(f.write({hold(1), recovered(hold(1), 5'000), settlement(hold(2), 70, "bucket")}));
    const auto call = f.ledger->recoveredCall(hold(1).id, 1).value();
    QVERIFY(!call.corrected);
    QVERIFY(f.write({correction(call, 1'200, 7)}));
    QCOMPARE(f.total(), Money::fromNanos(1'200 + 70));
    QCOMPARE(f.ledger->sum(Time{}, Time::max()).value().calls, 2);
    QCOMPARE(f.ledger->sum(Time{}, Time::max()).value().usage.output, 7 + 20);
    QCOMPARE(f.ledger->load().value().totals.at(0).amount, 1'270);
    QCOMPARE(joined(f.differences()), QString());

    const auto again = f.ledger->recoveredCall(hold(1).id, 1).value();
    QCOMPARE(again.cost, Money::fromNanos(5'000));
    QCOMPARE(again.costNow(), Money::fromNanos(1'200));
    QCOMPARE(again.corrected->by, "owner");
    CorrectionRecord second = correction(again, 1'500, 9);
    second.at += 1min;
    QVERIFY(f.write({second}));
    QVERIFY(f.write({second})); // sent twice
    QCOMPARE(f.total(), Money::fromNanos(1'500 + 70));
    QCOMPARE(f.ledger->recoveredCalls(10).value().size(), 1U);
    QCOMPARE(f.ledger->recoveredCalls(10).value().front().costNow(), Money::fromNanos(1'500));
    const auto story = Activity::open(f.path).value()->story(hold(1).id).value();
    QCOMPARE(story->attempts.front().settled->cost, Money::fromNanos(5'000)); // stays as it was
    QCOMPARE(story->attempts.front().corrected->usage.output, 9);
    QCOMPARE(story->attempts.front().costNow(), Money::fromNanos(1'500));
    QCOMPARE(joined(f.differences()), QString());
}

void TestLedgerAudit::correctsNothingElse()
{
    Fixture f;
    QVERIFY(f.write({settlement(hold(1), 5'000), recovered(hold(2), 5'000)}));
    QCOMPARE(f.ledger->recoveredCall(hold(1).id, 1).error().code, ErrorCode::NotFound);
    QCOMPARE(f.ledger->recoveredCall(hold(9).id, 1).error().code, ErrorCode::NotFound);
    const auto call = f.ledger->recoveredCall(hold(2).id, 1).value();
    QCOMPARE(f.ledger->write({correction(call, -1, 0)}).error().code, ErrorCode::InvalidInput);
}

void TestLedgerAudit::forgetsWhatIsOldAndKeepsItsSums()
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

void TestLedgerAudit::keepsWhatIsStillOpen()
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

void TestLedgerAudit::forgetsTheOldestWhenTheFileIsTooLarge()
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

void TestLedgerAudit::turnsOldMinutesIntoQuarters()
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

void TestLedgerAudit::keepsAlertsThatMayStillCount()
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

void TestLedgerAudit::provesEveryStepOfForgetting()
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

void TestLedgerAudit::letsNobodyElseForget()
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

QTEST_GUILESS_MAIN(TestLedgerAudit)
#include "tst_ledgeraudit.moc"
