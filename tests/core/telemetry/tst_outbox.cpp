// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ledger/samples.h"

#include "core/telemetry/outboxreader.h"

using namespace samples;
using namespace Qt::StringLiterals;

namespace {

struct Box : Fixture
{
    std::unique_ptr<OutboxReader> reader = OutboxReader::open(path).value();

    explicit Box(const QByteArrayList &destinations = {"a", "b"}) { serve(destinations); }
    void serve(const QByteArrayList &destinations)
    {
        QVERIFY(ledger->outbox().serve(destinations).ok());
    }
    void settle(quint64 number) { QVERIFY(write({hold(number), settlement(hold(number), 5)})); }
    [[nodiscard]] std::vector<quint64> waiting(qint64 after = 0)
    {
        std::vector<quint64> ids;
        const auto events = reader->after(after, 1'000).value();
        for (const OutboxEvent &event : events) {
            ids.push_back(event.event.id.high);
        }
        return ids;
    }
    [[nodiscard]] OutboxCursor cursor(const QByteArray &destination)
    {
        const auto cursors = reader->cursors().value();
        for (const OutboxCursor &one : cursors) {
            if (one.destination == destination) {
                return one;
            }
        }
        return {};
    }
    void advance(const QByteArray &destination, qint64 position)
    {
        OutboxCursor to = cursor(destination);
        to.destination = destination;
        to.sent += position - to.position;
        to.position = position;
        QVERIFY(ledger->outbox().advance(to).ok());
    }
};
using Ids = std::vector<quint64>;

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsNothingWithoutADestination();
    void keepsWhatIsSettledAndRefused();
    void keepsNothingOfABatchThatFailed();
    void keepsASettlementOnceHoweverOftenItIsWritten();
    void forgetsWhatEverybodyHas();
    void neverGivesAPositionTwice();
    void beginsANewDestinationWithTheNextEvent();
    void forgetsADestinationThatIsNotNamedAnyMore();
    void findsWhatIsTooMuchAndTooOld();
    void countsWhatItDropsForThoseWhoMissIt();
    void knowsWhatEachDestinationWasToldToTheNanoDollar();
    void staysWithItsDestinationsWhenACommandOpensIt();

private:
    static OutboxStanding standing(const Box &box, const QByteArray &destination)
    {
        const auto connection = Connection::open(box.path).value();
        const auto standings = outboxStandings(*connection).value();
        const auto found = std::ranges::find(standings, destination, &OutboxStanding::destination);
        return found == standings.end() ? OutboxStanding{} : *found;
    }
};

void TestOutbox::keepsNothingWithoutADestination()
{
    Box box{QByteArrayList()};
    box.settle(1);
    QCOMPARE(box.waiting(), Ids{});
}

void TestOutbox::keepsWhatIsSettledAndRefused()
{
    Box box;
    box.settle(1);
    RefusalRecord refusal;
    refusal.id = {2, 2};
    refusal.at = Noon;
    refusal.attribution = by("research");
    refusal.code = "budget_exceeded";
    QVERIFY(box.write({refusal}));
    QCOMPARE(box.waiting(), (Ids{1, 2}));
}

void TestOutbox::keepsNothingOfABatchThatFailed()
{
    Box box;
    const SettlementRecord bad = settlement(hold(2), -1);
    QVERIFY(!box.ledger->write({settlement(hold(1), 5), bad}).ok());
    QCOMPARE(box.waiting(), Ids{});
    box.settle(3);
    QCOMPARE(box.waiting(), Ids{3});
}

void TestOutbox::keepsASettlementOnceHoweverOftenItIsWritten()
{
    Box box;
    box.settle(1);
    box.settle(1);
    QCOMPARE(box.waiting(), Ids{1});
}

void TestOutbox::forgetsWhatEverybodyHas()
{
    Box box;
    box.settle(1);
    box.settle(2);
    box.advance("a", 2);
    QCOMPARE(box.waiting(), (Ids{1, 2})); // b has none of them yet
    box.advance("b", 1);
    QCOMPARE(box.waiting(), Ids{2});
    box.advance("b", 2);
    QCOMPARE(box.waiting(), Ids{});
    QCOMPARE(box.cursor("b").sent, 2);
}

void TestOutbox::neverGivesAPositionTwice()
{
    Box box;
    box.settle(1);
    box.advance("a", 1);
    box.advance("b", 1);
    box.reopen();
    box.serve({"a", "b"});
    box.settle(2);
    QCOMPARE(box.reader->lastPosition().value(), 2);
    QCOMPARE(box.waiting(1), Ids{2});
}

void TestOutbox::beginsANewDestinationWithTheNextEvent()
{
    Box box;
    box.settle(1);
    box.serve({"a", "b", "c"});
    QCOMPARE(box.cursor("c").position, 1);
    QCOMPARE(box.cursor("a").position, 0); // which goes on where it was
}

void TestOutbox::forgetsADestinationThatIsNotNamedAnyMore()
{
    Box box;
    box.settle(1);
    box.advance("a", 1);
    box.serve({"a"});
    QCOMPARE(box.waiting(), Ids{}); // only b still wanted it
    QCOMPARE(box.reader->cursors().value().size(), 1U);
}

void TestOutbox::findsWhatIsTooMuchAndTooOld()
{
    Box box;
    for (quint64 number = 1; number <= 10; ++number) {
        QVERIFY(box.write({settlement(hold(number, Noon + std::chrono::hours(number)), 5)}));
    }
    const qint64 everything = 1LL << 30;
    QCOMPARE(box.reader->excess(everything, Noon).value(), 0);
    // Settled two seconds after their admission: the third at 3:00:02.
    QCOMPARE(box.reader->excess(everything, Noon + 3h + 3s).value(), 3);
    const auto connection = Connection::open(box.path).value();
    const qint64 lastThree =
        connection->integer(u"SELECT sum(length(payload)) FROM outbox WHERE position > 7"_s)
            .value();
    QCOMPARE(box.reader->excess(lastThree, Noon).value(), 7);
    QCOMPARE(box.reader->excess(lastThree - 1, Noon).value(), 8);
}

void TestOutbox::countsWhatItDropsForThoseWhoMissIt()
{
    Box box;
    for (quint64 number = 1; number <= 10; ++number) {
        box.settle(number);
    }
    box.advance("a", 4);
    QVERIFY(box.ledger->outbox().drop(6).ok());
    QCOMPARE(box.cursor("a").dropped, 2); // 5 and 6
    QCOMPARE(box.cursor("b").dropped, 6);
    QCOMPARE(box.cursor("b").sent, 0);
    QCOMPARE(box.waiting(), (Ids{7, 8, 9, 10}));
    box.advance("a", 5); // a stale acknowledgement moves nothing back
    QCOMPARE(box.cursor("a").position, 6);
}

void TestOutbox::knowsWhatEachDestinationWasToldToTheNanoDollar()
{
    // Issue 4: memory = ledger = roll-ups = what each destination acknowledged.
    Box box{QByteArrayList{"a"}};
    const auto settle = [&box](quint64 number, qint64 nanos) {
        QVERIFY(box.write({hold(number), settlement(hold(number), nanos)}));
    };
    settle(1, 1'000'000'007);
    box.serve({"a", "b"}); // b comes later
    settle(2, 20);
    settle(3, 300);
    settle(4, 4'000);
    RefusalRecord refusal;
    refusal.id = {9, 9};
    refusal.at = Noon;
    QVERIFY(box.write({refusal}));
    OutboxCursor a = box.cursor("a");
    a.position = 3;
    a.sent = 2;
    a.rejected = 1; // of the first three
    a.rejectedCost = Money::fromNanos(20);
    a.rejectedCalls = 1;
    QVERIFY(box.ledger->outbox().advance(a).ok());
    using Part = OutboxStanding::Part;
    const auto part = [](qint64 nanos, qint64 calls) {
        return Part{Money::fromNanos(nanos), calls};
    };
    OutboxStanding now = standing(box, "a");
    QCOMPARE(now.since, part(0, 0));
    QCOMPARE(now.told, part(1'000'000'007 + 300, 2));
    QCOMPARE(now.rejected, part(20, 1));
    QCOMPARE(now.waiting, part(4'000, 1)); // the refusal is no call
    QVERIFY(box.ledger->outbox().drop(2).ok());
    now = standing(box, "b");
    QCOMPARE(now.since, part(1'000'000'007, 1));
    QCOMPARE(now.dropped, part(20, 1));
    QCOMPARE(now.waiting, part(4'300, 2));
    for (const QByteArray &one : {QByteArray("a"), QByteArray("b")}) {
        QCOMPARE(standing(box, one).sum(), part(1'000'004'327, 4));
        QCOMPARE(standing(box, one).sum().cost, box.total());
    }
}

void TestOutbox::staysWithItsDestinationsWhenACommandOpensIt()
{
    Box box;
    box.settle(1);
    box.reopen();
    QVERIFY(box.ledger->outbox().serveAsBefore().ok());
    box.settle(2); // a call that was open, charged by the command
    QCOMPARE(box.waiting(), (Ids{1, 2}));
    QCOMPARE(box.cursor("b").destination, QByteArray("b"));
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
