// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ledger/samples.h"

#include "core/ledger/checkpoint.h"

#include <QFile>

using namespace samples;
using namespace Qt::StringLiterals;

class TestCheckpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsHowMuchStandsInTheWal();
    void movesTheWalWhileTheOwnerGoesOn();
    void beginsTheWalAnewOnceAllIsMoved();
    void refusesAFileThatIsNoLedger();
};

namespace {
struct Written
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"ledger.db"_s);
    std::unique_ptr<Ledger> ledger = opened(path);

    void write(quint64 first, quint64 count)
    {
        for (quint64 number = first; number < first + count; ++number) {
            QVERIFY(ledger->write({hold(number)}).ok());
        }
    }
    [[nodiscard]] qint64 databaseBytes() const { return QFile(path).size(); }
};
} // namespace

void TestCheckpoint::tellsHowMuchStandsInTheWal()
{
    Written w;
    w.write(1, 1);
    const int pages = w.ledger->walPages();
    QVERIFY(pages > 0);
    w.write(2, 1);
    QVERIFY(w.ledger->walPages() > pages);
}

void TestCheckpoint::movesTheWalWhileTheOwnerGoesOn()
{
    Written w;
    w.write(1, 500);
    const qint64 before = w.databaseBytes();
    const auto checkpoint = Checkpoint::open(w.path).value();
    w.write(501, 500);
    QVERIFY(checkpoint->run().ok());
    QVERIFY(w.databaseBytes() > before);
    w.write(1'001, 500);
    QVERIFY(checkpoint->run().ok());
    QCOMPARE(w.ledger->load().value().openHolds.size(), 1'500U);
}

void TestCheckpoint::beginsTheWalAnewOnceAllIsMoved()
{
    Written w;
    w.write(1, 100);
    const auto checkpoint = Checkpoint::open(w.path).value();
    QVERIFY(checkpoint->run().ok());
    w.write(101, 1);
    const int oneWrite = w.ledger->walPages(); // all had been moved: it is alone in the WAL
    w.write(102, 10);
    QVERIFY(w.ledger->walPages() > oneWrite);
    QVERIFY(w.ledger->checkpoint().ok());
    w.write(112, 1);
    QVERIFY(w.ledger->walPages() <= oneWrite);
}

void TestCheckpoint::refusesAFileThatIsNoLedger()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ledger.db"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no database at all, and long enough to be looked at by SQLite");
    file.close();
    const auto checkpoint = Checkpoint::open(path);
    QVERIFY(!checkpoint.ok());
    QVERIFY(checkpoint.error().message.contains(path));
}

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
