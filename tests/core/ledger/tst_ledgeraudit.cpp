// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auditing.h"

#include "core/ledger/schema.h"
#include "core/reports/activity.h"

using namespace auditing;

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

QTEST_GUILESS_MAIN(TestLedgerAudit)
#include "tst_ledgeraudit.moc"
