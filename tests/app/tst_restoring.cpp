// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Issue 3: what is in force is exchanged by pointing: a backup for the ledger, an edited
// configuration for the one before; each says first what it would change.
#include "tests/app/windowcase.h"

#include "core/ledger/ledgerfile.h"

#include <QDir>
#include <QQuickItem>
#include <QTest>

using namespace Qt::StringLiterals;

class TstRestoring : public WindowCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        begin();
        QCOMPARE(call(), 200);
        QTRY_COMPARE(counted().calls, 1);
    }
    void cleanupTestCase() { end(); }

    void restoresABackupAtTheNextStart()
    {
        QVERIFY(m_hand->click(u"page settings"_s));
        const LedgerRestore &restore = *settings().restore();
        QTRY_COMPARE(counted().calls, 1);
        QVERIFY(m_hand->press(u"backUp"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!settings().ledger()->isBusy(), Patience);
        const QDir backups(path(u"data/backups"_s));
        const QStringList copies = backups.entryList({u"ledger-*.db"_s}, QDir::Files);
        QCOMPARE(copies.size(), 1);
        QCOMPARE(call(), 200); // which is to be lost
        QTRY_COMPARE(counted().calls, 2);

        QVERIFY(m_hand->press(u"askForRestore"_s));
        QVERIFY(m_hand->enter(u"restoreFile"_s, backups.filePath(copies.first())));
        QTRY_VERIFY_WITH_TIMEOUT(restore.isReady(), Patience);
        QVERIFY2(restore.lossText().startsWith(u"1 call, $0.05, will not be counted any more."_s),
                 qPrintable(restore.lossText()));
        QVERIFY(!restore.isPrepared()); // only said so far
        QVERIFY(m_hand->press(u"restoreBackup"_s));
        QTRY_VERIFY_WITH_TIMEOUT(restore.isPrepared(), Patience);
        QCOMPARE(counted().calls, 2); // until the next start
        // Called off, and asked for again.
        QVERIFY(m_hand->press(u"cancelRestore"_s));
        QTRY_VERIFY(!restore.isPrepared());
        QVERIFY(!core::ledgerfile::isRestorePrepared(m_windowed->service().ledgerFile()));
        QVERIFY(m_hand->press(u"askForRestore"_s));
        QVERIFY(m_hand->enter(u"restoreFile"_s, backups.filePath(copies.first())));
        QTRY_VERIFY_WITH_TIMEOUT(restore.isReady(), Patience);
        QVERIFY(m_hand->press(u"restoreBackup"_s));
        QTRY_VERIFY_WITH_TIMEOUT(restore.isPrepared(), Patience);
        const QString url = m_windowed->service().url();
        QVERIFY(m_hand->press(u"startAgain"_s));
        QTRY_VERIFY_WITH_TIMEOUT(restore.stateText().contains(u"before-restore"_s), Patience);
        QCOMPARE(m_windowed->service().url(), url); // where clients know it
        QCOMPARE(counted().calls, 1);
        QCOMPARE(call(), 200);
        QTRY_COMPARE(counted().calls, 2);
        // The former one is whole, beside it.
        const QDir data(path(u"data"_s));
        const QStringList former = data.entryList({u"ledger.db.before-restore-*"_s}, QDir::Files);
        QCOMPARE(former.size(), 1);
        QCOMPARE(counted(data.filePath(former.first())).calls, 2);
    }

    void refusesWhatIsNoBackup()
    {
        QVERIFY(m_hand->click(u"page settings"_s));
        const LedgerRestore &restore = *settings().restore();
        QVERIFY(m_hand->press(u"askForRestore"_s));
        QVERIFY(m_hand->enter(u"restoreFile"_s, m_windowed->service().ledgerFile()));
        QTRY_VERIFY_WITH_TIMEOUT(restore.errorText().contains(u"the ledger itself"_s), Patience);
        QVERIFY(m_hand->enterAnew(u"restoreFile"_s, path(u"usage.jsonl"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(
            !restore.isBusy() && !restore.errorText().contains(u"the ledger itself"_s), Patience);
        QVERIFY(!restore.errorText().isEmpty());
        QVERIFY(!restore.isReady());
        m_hand->strike(Qt::Key_Escape);
    }

    // As `capstan check-config`, and what it would change.
    void checksAnEditedConfigurationBeforeItIsInForce()
    {
        QVERIFY(m_hand->click(u"page settings"_s));
        const ConfigurationCheck &check = *settings().check();
        QVERIFY(m_hand->press(u"checkConfiguration"_s));
        QTRY_COMPARE(check.verdict(), u"It can be read, and is in force as it stands."_s);
        QVERIFY(m_hand->find(u"startWithConfiguration"_s) == nullptr);

        written(u"capstan.yaml"_s, configuration() + "rulez: []\n");
        QVERIFY(m_hand->press(u"checkConfiguration"_s));
        QTRY_VERIFY(check.hasFailed());
        QVERIFY2(check.verdict().contains(u"rulez"_s), qPrintable(check.verdict()));
        // Another change must not take the proxy with it.
        QVERIFY(m_hand->press(u"requireKeys"_s));
        QVERIFY(m_hand->press(u"restartProxy"_s));
        QTRY_VERIFY(settings().errorText().contains(u"rulez"_s));
        QCOMPARE(call(), 200);
        QVERIFY(m_hand->press(u"Dismiss"_s));
        QTRY_VERIFY(settings().errorText().isEmpty());
        QVERIFY(m_hand->press(u"requireKeys"_s));

        written(u"capstan.yaml"_s, configuration("penny"));
        QVERIFY(m_hand->press(u"checkConfiguration"_s));
        QTRY_COMPARE(check.details(), u"Model penny: new\nModel cent: gone"_s);
        QCOMPARE(call(5, "penny"), 404); // only said so far
        QVERIFY(m_hand->press(u"startWithConfiguration"_s));
        QTRY_VERIFY_WITH_TIMEOUT(check.details().isEmpty(), Patience);
        QCOMPARE(call(5, "penny"), 200);
    }
};

int main(int argc, char **argv)
{
    return runAlone(
        []() -> std::unique_ptr<QObject> { return std::make_unique<TstRestoring>(); }, argc, argv);
}
#include "tst_restoring.moc"
