// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What cannot be written: a wrong record, a full disk, a writer that has stopped.
#include "runningwriter.h"
#include "tests/support/fulldisk.h"

using namespace samples;
using proxy::LedgerWriter;

class TestLedgerWriterTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsALedgerThatCannotBeOpened();
    void dropsOnlyTheRecordThatIsWrong();
    void refusesHoldsAndKeepsSettlementsWhileTheDiskIsFull();
    void answersQuestionsWhileTheDiskIsFull();
    void saysAtTheEndWhatCouldNotBeWritten();
    void answersFalseAfterStopping();
};

void TestLedgerWriterTrouble::reportsALedgerThatCannotBeOpened()
{
    Running first;
    const auto second = LedgerWriter::start(first.path, Durability::Process);
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, ErrorCode::Unavailable);
}

void TestLedgerWriterTrouble::dropsOnlyTheRecordThatIsWrong()
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

void TestLedgerWriterTrouble::refusesHoldsAndKeepsSettlementsWhileTheDiskIsFull()
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

void TestLedgerWriterTrouble::answersQuestionsWhileTheDiskIsFull()
{
    Running r;
    r.writer->post(settlement(hold(1), 50));
    QVERIFY(r.writer->flush().ok());
    const FullDisk full(1);
    r.writer->post(settlement(hold(2), 7));
    QCOMPARE(r.total(), Money::fromNanos(50));
}

void TestLedgerWriterTrouble::saysAtTheEndWhatCouldNotBeWritten()
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

void TestLedgerWriterTrouble::answersFalseAfterStopping()
{
    Running r;
    QVERIFY(r.writer->stop().ok());
    Answers answers;
    r.writer->post(hold(1), answers.completion());
    QCOMPARE(answers.no.load(), 1);
    QVERIFY(r.writer->stop().ok());
}

QTEST_GUILESS_MAIN(TestLedgerWriterTrouble)
#include "tst_ledgerwritertrouble.moc"
