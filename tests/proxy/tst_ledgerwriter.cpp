// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningwriter.h"

#include <atomic>

using namespace samples;
using namespace Qt::StringLiterals;

class TestLedgerWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAfterTheCommit();
    void writesInOrder();
    void commitsWhatWaitsAsOneTransaction();
    void writesHoldsBeforeWhatCanWait();
    void writesASettlementAfterItsHold();
    void beginsTheWalAnewWhileRecordsGoOnComing();
    void takesRecordsFromManyThreads();
    void writesEverythingBeforeItStops();
};

void TestLedgerWriter::answersAfterTheCommit()
{
    Running r;
    std::promise<bool> answered;
    r.writer->post(hold(1), [&](bool written) { answered.set_value(written); });
    QVERIFY(answered.get_future().get());
    // Another reader sees only what is committed.
    const auto reader = r.writer->load().value();
    QCOMPARE(reader.openHolds.size(), 1U);
    QCOMPARE(r.writer->depth(), 0U);
}

void TestLedgerWriter::writesInOrder()
{
    Running r;
    std::vector<int> order;
    for (int i = 0; i < 2'000; ++i) {
        r.writer->post(SettingRecord{"last", QByteArray::number(i)},
                       [&order, i](bool) { order.push_back(i); });
    }
    QVERIFY(r.writer->flush().ok());
    QCOMPARE(order.size(), 2'000U);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QCOMPARE(r.writer->load().value().settings.front().value, QByteArray("1999"));
}

void TestLedgerWriter::commitsWhatWaitsAsOneTransaction()
{
    Running r;
    Gate gate(*r.writer);
    // Were each committed by itself, the reader in the first completion would see one of them.
    std::atomic<qint64> seenAtFirstAnswer = -1;
    const auto count = [&] {
        const auto connection = Connection::open(r.path).value();
        return connection->integer(u"SELECT count(*) FROM hold"_s).value();
    };
    for (quint64 number = 1; number <= 100; ++number) {
        r.writer->post(hold(number), [&](bool) {
            qint64 unset = -1;
            seenAtFirstAnswer.compare_exchange_strong(unset, seenAtFirstAnswer < 0 ? count() : 0);
        });
    }
    QCOMPARE(r.writer->depth(), 100U);
    gate.open();
    QVERIFY(r.writer->flush().ok());
    QCOMPARE(seenAtFirstAnswer.load(), 101); // and the gate's own
}

void TestLedgerWriter::writesHoldsBeforeWhatCanWait()
{
    Running r;
    Gate gate(*r.writer);
    // More than the writer writes between two batches of holds.
    for (quint64 number = 1; number <= 200; ++number) {
        r.writer->post(settlement(hold(number), 5));
    }
    std::promise<qint64> settledBefore;
    r.writer->post(hold(300), [&](bool) {
        const auto connection = Connection::open(r.path).value();
        settledBefore.set_value(connection->integer(u"SELECT count(*) FROM settlement"_s).value());
    });
    gate.open();
    QCOMPARE(settledBefore.get_future().get(), 0);
    QVERIFY(r.writer->flush().ok());
    QCOMPARE(r.total(), Money::fromNanos(1'000)); // 200 x 5
}

void TestLedgerWriter::writesASettlementAfterItsHold()
{
    Running r;
    Gate gate(*r.writer);
    for (quint64 number = 1; number <= 200; ++number) {
        r.writer->post(hold(number));
        r.writer->post(settlement(hold(number), 5));
    }
    gate.open();
    QVERIFY(r.writer->flush().ok());
    // Only the gate's own is open: a hold after its settlement would be another.
    QCOMPARE(r.writer->load().value().openHolds.size(), 1U);
    QCOMPARE(r.writer->ask([](Ledger &ledger) { return ledger.verify(); }).value(),
             std::vector<QString>());
}

void TestLedgerWriter::beginsTheWalAnewWhileRecordsGoOnComing()
{
    Running r;
    const auto walPagesAfter = [&r](const QByteArray &value) {
        r.writer->post(SettingRecord{"some", value});
        return r.writer->ask([](Ledger &ledger) { return ledger.walPages(); });
    };
    constexpr int Enough = 8'000;
    for (int i = 0, pages = 0; pages < Enough; ++i) {
        // 256 pages of 4 KiB, each unlike the one that it takes the place of.
        pages = walPagesAfter(QByteArray(1024 * 1024, static_cast<char>('a' + i % 26)));
    }
    // A record each 50 ms: never quiet, and never the 16,000 pages at which a commit does it.
    int number = 0;
    QTRY_VERIFY(walPagesAfter(QByteArray::number(++number)) < Enough);
}

void TestLedgerWriter::takesRecordsFromManyThreads()
{
    Running r;
    Answers answers;
    std::vector<std::thread> threads;
    for (quint64 thread = 1; thread <= 4; ++thread) {
        threads.emplace_back([&, thread] {
            for (quint64 i = 0; i < 500; ++i) {
                const HoldRecord call = hold(thread * 1'000 + i);
                r.writer->post(call, answers.completion());
                r.writer->post(settlement(call, 3, "bucket"));
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    QVERIFY(r.writer->flush().ok());
    QCOMPARE(answers.yes.load(), 2'000);
    QCOMPARE(r.total(), Money::fromNanos(6'000)); // 4 x 500 x 3
    const auto differences = r.writer->ask([](Ledger &ledger) { return ledger.verify(); });
    QCOMPARE(differences.value(), std::vector<QString>());
}

void TestLedgerWriter::writesEverythingBeforeItStops()
{
    Running r;
    for (quint64 number = 1; number <= 3'000; ++number) {
        r.writer->post(settlement(hold(number), 2));
    }
    QVERIFY(r.writer->stop().ok());
    r.writer = Running::start(r.path); // the lock is free again
    QCOMPARE(r.total(), Money::fromNanos(6'000));
}

QTEST_GUILESS_MAIN(TestLedgerWriter)
#include "tst_ledgerwriter.moc"
