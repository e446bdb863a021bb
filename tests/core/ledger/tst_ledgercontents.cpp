// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Issue 3: what a backup holds, and what would be lost by it, before it takes the ledger's place.
#include "samples.h"

#include "core/ledger/ledgercontents.h"
#include "core/ledger/ledgerfile.h"

using namespace samples;
using namespace Qt::StringLiterals;

namespace {

/// 2026-11-20 and 2026-11-01, 00:00 UTC.
constexpr Time Today = Noon - 10h - 30min;
constexpr Time Month = Today - 19 * 24h;

SettlementRecord call(quint64 number, Time at, qint64 dollars)
{
    return settlement(hold(number, at), Money::fromDollars(dollars).nanos());
}

VirtualKey key(const QByteArray &id, Time revokedAt = {})
{
    VirtualKey key;
    key.facts.id = id;
    key.facts.revokedAt = revokedAt;
    key.hash = QByteArray(31, 'h') + id.back();
    return key;
}

Budget cap(const QByteArray &id, qint64 limit)
{
    Budget cap = budget("tenant:research", "day");
    cap.id = id;
    cap.limit = limit;
    return cap;
}

} // namespace

class TestLedgerContents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpWhatALedgerHolds()
    {
        const Fixture f;
        QVERIFY(f.write({call(1, Month - 1h, 1), call(2, Today - 1h, 2), call(3, Noon, 4)}));
        const auto contents = contentsOfLedger(f.path, Month, Today);
        QVERIFY(contents.ok());
        QCOMPARE(contents->all.calls, 3);
        QCOMPARE(contents->all.cost, Money::fromDollars(7)); // 1 + 2 + 4
        QCOMPARE(contents->sinceMonth.cost, Money::fromDollars(6));
        QCOMPARE(contents->sinceDay.cost, Money::fromDollars(4));
        QCOMPARE(*contents->lastCall, Noon);
    }

    void anEmptyLedgerHasNoLastCall()
    {
        const Fixture f;
        const auto contents = contentsOfLedger(f.path, Month, Today);
        QVERIFY(contents.ok());
        QVERIFY(!contents->lastCall);
        QCOMPARE(contents->all, Ledger::Sum());
    }

    void saysWhatARestoreWouldChange()
    {
        const Fixture f;
        QVERIFY(f.write({call(1, Noon, 1),
                         BudgetUpsert{cap("b-1", 5), {}},
                         BudgetUpsert{cap("b-2", 5), {}},
                         KeyUpsert{key("k-1")},
                         KeyUpsert{key("k-2")}}));
        const QString backup = f.folder.filePath(u"backup.db"_s);
        QVERIFY(ledgerfile::backUp(f.path, backup).ok());
        // A call more, a cap moved, a cap more, a key revoked, a key more.
        QVERIFY(f.write({call(2, Noon + 1s, 3),
                         BudgetUpsert{cap("b-1", 9), {}},
                         BudgetUpsert{cap("b-3", 5), {}},
                         KeyUpsert{key("k-2", Noon)},
                         KeyUpsert{key("k-3")}}));
        const auto now = contentsOfLedger(f.path, Month, Today);
        const auto then = contentsOfLedger(backup, Month, Today);
        QVERIFY(now.ok() && then.ok());
        const LedgerChanges changes = changesBetween(*now, *then);
        QCOMPARE(changes.callsMissing, 1);
        QCOMPARE(changes.costMissing, Money::fromDollars(3));
        QCOMPARE(changes.capsChanged, 2); // b-1 is another one, b-3 is gone
        QCOMPARE(changes.keysEnded, 1);   // k-3
        QCOMPARE(changes.keysRevived, 1); // k-2
        QCOMPARE(changesBetween(*now, *now).capsChanged, 0);
    }

    void tellsALedgerFromAnyOtherFile()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"notes.db"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("notes");
        file.close();
        QVERIFY(!contentsOfLedger(file.fileName(), Month, Today).ok());
        const auto missing = contentsOfLedger(folder.filePath(u"none.db"_s), Month, Today);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
    }

    void callsAPreparedRestoreOff()
    {
        const Fixture f;
        QVERIFY(f.write({call(1, Noon, 1)}));
        const QString backup = f.folder.filePath(u"backup.db"_s);
        QVERIFY(ledgerfile::backUp(f.path, backup).ok());
        QVERIFY(!ledgerfile::isRestorePrepared(f.path));
        QVERIFY(ledgerfile::prepareRestore(f.path, backup).ok());
        QVERIFY(ledgerfile::isRestorePrepared(f.path));
        QVERIFY(ledgerfile::cancelRestore(f.path).ok());
        QVERIFY(!ledgerfile::isRestorePrepared(f.path));
        QVERIFY(ledgerfile::cancelRestore(f.path).ok()); // nothing is left to be called off
    }
};

QTEST_GUILESS_MAIN(TestLedgerContents)
#include "tst_ledgercontents.moc"
