// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ledger/samples.h"
#include "tests/support/fulldisk.h"

#include "core/ledger/connection.h"
#include "proxy/ledgerwriter.h"

#include <atomic>

using namespace samples;
using namespace Qt::StringLiterals;
using proxy::LedgerWriter;

namespace {
/// Counts the answers and lets the test wait for them.
struct Answers
{
    std::atomic<int> yes = 0;
    std::atomic<int> no = 0;

    LedgerWriter::Completion completion()
    {
        return [this](bool written) {
            ++(written ? yes : no);
        };
    }
};

struct Running
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"ledger.db"_s);
    std::unique_ptr<LedgerWriter> writer = start(path);

    static std::unique_ptr<LedgerWriter> start(const QString &path)
    {
        return LedgerWriter::start(path, Durability::Process).value();
    }
    [[nodiscard]] Money total() const
    {
        return writer->ask([](Ledger &ledger) { return ledger.sum(Time{}, Time::max()); })
            .value()
            .cost;
    }
};

/// Holds the writer thread until the test lets it go, so that what is posted meanwhile queues up.
class Gate
{
public:
    explicit Gate(LedgerWriter &writer)
    {
        writer.post(hold(999'999), [this](bool) {
            m_reached.set_value();
            m_opened.get_future().wait();
        });
        m_reached.get_future().wait();
    }
    void open() { m_opened.set_value(); }

private:
    std::promise<void> m_reached;
    std::promise<void> m_opened;
};
} // namespace

class TestLedgerWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsALedgerThatCannotBeOpened();
    void answersAfterTheCommit();
    void writesInOrder();
    void commitsWhatWaitsAsOneTransaction();
    void writesHoldsBeforeWhatCanWait();
    void writesASettlementAfterItsHold();
    void beginsTheWalAnewWhileRecordsGoOnComing();
    void takesRecordsFromManyThreads();
    void dropsOnlyTheRecordThatIsWrong();
    void refusesHoldsAndKeepsSettlementsWhileTheDiskIsFull();
    void answersQuestionsWhileTheDiskIsFull();
    void writesEverythingBeforeItStops();
    void saysAtTheEndWhatCouldNotBeWritten();
    void answersFalseAfterStopping();
};

void TestLedgerWriter::reportsALedgerThatCannotBeOpened()
{
    Running first;
    const auto second = LedgerWriter::start(first.path, Durability::Process);
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, ErrorCode::Unavailable);
}

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

void TestLedgerWriter::dropsOnlyTheRecordThatIsWrong()
{
    Running r;
    Answers good;
    Answers bad;
    Gate gate(*r.writer);
    r.writer->post(settlement(hold(1), 10), good.completion());
    r.writer->post(settlement(hold(2), -5), bad.completion());
    r.writer->post(hold(3), good.completion());
    gate.open();
    QVERIFY(r.writer->flush().ok());
    QCOMPARE(good.yes.load(), 2);
    QCOMPARE(bad.no.load(), 1);
    QCOMPARE(r.total(), Money::fromNanos(10));
    QCOMPARE(r.writer->depth(), 0U);
}

void TestLedgerWriter::refusesHoldsAndKeepsSettlementsWhileTheDiskIsFull()
{
    Running r;
    Answers before;
    r.writer->post(hold(1), before.completion());
    QVERIFY(r.writer->flush().ok());
    Answers holds;
    Answers settlements;
    {
        const FullDisk full(1);
        r.writer->post(settlement(hold(1), 4'000, "bucket"), settlements.completion());
        r.writer->post(hold(2), holds.completion());
        QVERIFY(!r.writer->flush().ok());
        r.writer->post(hold(3), holds.completion());
        QVERIFY(!r.writer->flush().ok());
        QCOMPARE(holds.no.load(), 2);
        QCOMPARE(settlements.no.load(), 1);
        QCOMPARE(r.writer->lastError().code, ErrorCode::Unavailable);
        QVERIFY(r.writer->lastError().message.contains(r.path));
        QCOMPARE(r.writer->depth(), 1U);
    }
    r.writer->post(hold(4), holds.completion());
    QVERIFY(r.writer->flush().ok());
    QCOMPARE(holds.yes.load(), 1);
    QCOMPARE(r.total(), Money::fromNanos(4'000));
    QVERIFY(r.writer->lastError().message.isEmpty());
    QCOMPARE(r.writer->depth(), 0U);
    const LedgerState state = r.writer->load().value();
    QCOMPARE(state.openHolds.size(), 1U);
    QVERIFY(state.openHolds.front().hold.id == hold(4).id);
}

void TestLedgerWriter::answersQuestionsWhileTheDiskIsFull()
{
    Running r;
    r.writer->post(settlement(hold(1), 50));
    QVERIFY(r.writer->flush().ok());
    const FullDisk full(1);
    r.writer->post(settlement(hold(2), 7));
    QCOMPARE(r.total(), Money::fromNanos(50));
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

void TestLedgerWriter::saysAtTheEndWhatCouldNotBeWritten()
{
    Running r;
    r.writer->post(hold(1));
    QVERIFY(r.writer->flush().ok());
    {
        const FullDisk full(1);
        r.writer->post(settlement(hold(1), 9));
        QVERIFY(!r.writer->stop().ok());
    }
    // Nothing is lost: the hold is still open, and is charged at the next start.
    r.writer = Running::start(r.path);
    QCOMPARE(r.writer->load().value().openHolds.size(), 1U);
}

void TestLedgerWriter::answersFalseAfterStopping()
{
    Running r;
    QVERIFY(r.writer->stop().ok());
    Answers answers;
    r.writer->post(hold(1), answers.completion());
    QCOMPARE(answers.no.load(), 1);
    QVERIFY(r.writer->stop().ok());
}

QTEST_GUILESS_MAIN(TestLedgerWriter)
#include "tst_ledgerwriter.moc"
