// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Entries stay as they were written, and what does not add up is told.
#include "samples.h"

#include "core/ledger/connection.h"

using namespace samples;
using namespace Qt::StringLiterals;

class TestLedgerEntries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverChangesAnEntry_data();
    void neverChangesAnEntry();
    void saysWhatDoesNotAddUp();
    void saysWhyItCannotWrite();
};

void TestLedgerEntries::neverChangesAnEntry_data()
{
    QTest::addColumn<QString>("change");
    for (const char *table : {"hold", "settlement", "released", "refusal"}) {
        QTest::addRow("update %s", table)
            << u"UPDATE %1 SET id_high = 5"_s.arg(QLatin1String(table));
        QTest::addRow("delete %s", table) << u"DELETE FROM %1"_s.arg(QLatin1String(table));
    }
}

void TestLedgerEntries::neverChangesAnEntry()
{
    QFETCH(QString, change);
    Fixture f;
    QVERIFY(
        f.write({hold(1),
                 hold(2),
                 settlement(hold(1), 5),
                 ReleaseRecord{hold(2).id},
                 RefusalRecord{hold(3).id, Noon, by("a"), Decision::Refuse, "code", "{}", {}}}));
    const auto connection = Connection::open(f.path).value();
    QVERIFY(!connection->execute(change));
    QVERIFY(connection->error().message.contains(u"append-only"_s));
    QCOMPARE(f.total(), Money::fromNanos(5));
}

// A verification that finds nothing must have been able to find something.
void TestLedgerEntries::saysWhatDoesNotAddUp()
{
    Fixture f;
    QVERIFY(f.write({hold(1), settlement(hold(1), 500, "bucket"), hold(2)}));
    QCOMPARE(f.differences(), std::vector<QString>());
    const auto connection = Connection::open(f.path).value();
    QVERIFY(connection->execute(u"UPDATE rollup SET cost = cost + 1 WHERE granularity = 3600"_s));
    QVERIFY(connection->execute(u"DELETE FROM rollup WHERE granularity = 60"_s));
    QVERIFY(connection->execute(u"UPDATE bucket_total SET amount = 499"_s));
    QVERIFY(connection->execute(u"DELETE FROM open_hold"_s));
    const std::vector<QString> sentences = f.differences();
    QCOMPARE(sentences.size(), 4U);
    const QString all = QStringList(sentences.cbegin(), sentences.cend()).join(u'\n');
    QVERIFY2(all.contains(u"3600 seconds from 2026-11-20 10:00:00 UTC for tenant 'research' says "
                          u"501 nano-dollars in 1 calls, its entries say 500 in 1"_s),
             qPrintable(all));
    QVERIFY2(all.contains(u"'bucket' (slot 0) has 499 from settlements, the entries say 500"_s),
             qPrintable(all));
    QVERIFY2(all.contains(u"either open or ended"_s), qPrintable(all));
}

void TestLedgerEntries::saysWhyItCannotWrite()
{
    Fixture f;
    const auto other = Connection::open(f.path).value();
    QVERIFY(other->begin());
    const Outcome written = f.ledger->write({hold(1)});
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Unavailable);
    QVERIFY(written.error().message.contains(f.path));
    other->rollback();
    QVERIFY(f.write({hold(1)}));
}

QTEST_GUILESS_MAIN(TestLedgerEntries)
#include "tst_ledgerentries.moc"
