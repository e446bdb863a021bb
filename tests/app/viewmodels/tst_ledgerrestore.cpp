// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include "app/viewmodels/settings/ledgerrestore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

core::LedgerContents contents(qint64 calls, const char *spent, core::Duration ago)
{
    core::LedgerContents contents;
    contents.lastCall = sample::afternoon() - ago; // 21 November 2026, 14:32 in Berlin
    contents.all.calls = calls;
    contents.all.cost = sample::dollars(spent);
    contents.sinceMonth.cost = sample::dollars("40");
    contents.sinceDay.cost = sample::dollars("4");
    return contents;
}

core::VirtualKey key(const QByteArray &id, core::Time revokedAt = {})
{
    core::VirtualKey key;
    key.facts.id = id;
    key.facts.revokedAt = revokedAt;
    return key;
}

struct Asked
{
    Asked() { restore.apply(quiet()); }
    static core::Snapshot quiet()
    {
        core::Snapshot snapshot;
        snapshot.at = sample::afternoon();
        snapshot.zone = "Europe/Berlin";
        return snapshot;
    }
    [[nodiscard]] RestoreRow row(int number) const
    {
        return restore.rows().at(static_cast<std::size_t>(number));
    }

    LedgerRestore restore;
    QSignalSpy looked{&restore, &LedgerRestore::lookRequested};
    QSignalSpy prepared{&restore, &LedgerRestore::prepareRequested};
    QSignalSpy cancelled{&restore, &LedgerRestore::cancelRequested};
    QSignalSpy started{&restore, &LedgerRestore::startAgainRequested};
};

} // namespace

/// Issue 3: a backup is put back by pointing, and what is lost is seen before.
class LedgerRestoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksSinceWhenTheOwnersDayAndMonthAre()
    {
        Asked asked;
        asked.restore.look(u" /backups/a.db "_s);
        QCOMPARE(asked.looked.size(), 1);
        QCOMPARE(asked.looked.front().at(0).toString(), u"/backups/a.db"_s);
        const auto month = asked.looked.front().at(1).value<core::Time>();
        const auto day = asked.looked.front().at(2).value<core::Time>();
        QCOMPARE(sample::afternoon() - day, core::Duration(14h + 32min)); // midnight in Berlin
        QCOMPARE(day - month, core::Duration(20 * 24h));                  // 1 to 21 November
        QVERIFY(asked.restore.isBusy());
    }

    void showsWhatWouldBeLost()
    {
        Asked asked;
        RestoreComparison both{contents(1'204, "41.87", 2min), contents(1'192, "40.12", 26h)};
        both.now.keys = {key("k-1", sample::afternoon()), key("k-2")};
        both.then.keys = {key("k-1")};
        asked.restore.look(u"/backups/a.db"_s);
        asked.restore.take(both);
        QVERIFY(asked.restore.isReady());
        QCOMPARE(asked.row(0),
                 (RestoreRow{u"Last call"_s, u"21 Nov 2026 14:30"_s, u"20 Nov 2026 12:32"_s}));
        QCOMPARE(asked.row(1), (RestoreRow{u"Calls"_s, u"1,204"_s, u"1,192"_s}));
        QCOMPARE(asked.row(2), (RestoreRow{u"Spent in all"_s, u"$41.87"_s, u"$40.12"_s}));
        // 41.87 - 40.12, and 1,204 - 1,192
        QCOMPARE(asked.restore.lossText(),
                 u"12 calls, $1.75, will not be counted any more. 1 key will not work any more. "
                 "1 revoked key will work again. The present ledger is kept beside it."_s);
        QVERIFY(asked.prepared.isEmpty()); // nothing happened yet
    }

    void preparesOnlyWhatWasRead()
    {
        Asked asked;
        asked.restore.prepare();
        QVERIFY(asked.prepared.isEmpty());
        asked.restore.look(u"/backups/a.db"_s);
        asked.restore.take(core::Error{core::ErrorCode::Conflict, u"Not sound."_s, u"Choose."_s});
        QCOMPARE(asked.restore.errorText(), u"Not sound. Choose."_s);
        asked.restore.prepare();
        QVERIFY(asked.prepared.isEmpty());
        asked.restore.look(u"/backups/b.db"_s);
        asked.restore.take(RestoreComparison{contents(2, "2", 1h), contents(2, "2", 1h)});
        QVERIFY(asked.restore.lossText().startsWith(u"No call is lost."_s));
        asked.restore.prepare();
        QCOMPARE(asked.prepared.front().front().toString(), u"/backups/b.db"_s);
    }

    void waitsForTheNextStartOrIsCalledOff()
    {
        Asked asked;
        asked.restore.begin(true);
        QVERIFY(asked.restore.canStartAgain());
        core::Snapshot busy = Asked::quiet();
        busy.runningCount = 2;
        asked.restore.apply(busy);
        QVERIFY(!asked.restore.canStartAgain());
        QVERIFY(asked.restore.stateText().contains(u"2 running calls"_s));
        asked.restore.startAgain();
        QVERIFY(asked.started.isEmpty());
        asked.restore.apply(Asked::quiet());
        asked.restore.startAgain();
        QCOMPARE(asked.started.size(), 1);
        asked.restore.cancel();
        QCOMPARE(asked.cancelled.size(), 1);
        asked.restore.finish(core::Done{}, false);
        QVERIFY(!asked.restore.isPrepared());
        QVERIFY(asked.restore.stateText().isEmpty());
    }

    void saysWhatTheLastStartDid()
    {
        Asked asked;
        asked.restore.setFormer(u"/data/ledger.db.before-restore-1"_s);
        QVERIFY(asked.restore.stateText().contains(u"/data/ledger.db.before-restore-1"_s));
    }
};

QTEST_GUILESS_MAIN(LedgerRestoreTest)
#include "tst_ledgerrestore.moc"
