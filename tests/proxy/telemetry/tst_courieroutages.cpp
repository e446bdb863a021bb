// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What waits while a destination is away, and what becomes of it.
#include "collector.h"

using State = core::DestinationStatus::State;

class TestCourierOutages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversEachOnceInOrderAfterTheNetworkWasAway();
    void goesOnAfterARestart();
    void dropsTheOldestBeyondTheBoundAndSaysHowMany();
    void letsOneDeadDestinationHoldUpNoOther();
};

void TestCourierOutages::deliversEachOnceInOrderAfterTheNetworkWasAway()
{
    // issue 4: network loss under load, then back
    Collector collector;
    Post post({otlpAt(collector.receiver.url())});
    post.start();
    post.settle(50);
    // Known to be there on both sides: what was not acknowledged would rightly be sent again.
    QVERIFY(post.waitFor([](const auto &status) { return status.sent == 50; }));
    collector.receiver.goDown();
    for (int round = 0; round < 20; ++round) {
        post.settle(50);
    }
    QVERIFY(post.waitFor([](const auto &status) { return status.state == State::Waiting; }));
    QVERIFY(post.status().lastError.contains(u"does not answer"));
    collector.receiver.comeBack();
    QVERIFY(collector.waitForSpans(1'050));
    QVERIFY(post.waitFor([](const auto &status) { return status.sent == 1'050; }));
    QCOMPARE(collector.all(), expectedSpans(1, 1'050)); // 50 + 20 x 50, none twice
    QCOMPARE(post.status().dropped, 0);
}

void TestCourierOutages::goesOnAfterARestart()
{
    Collector collector;
    collector.receiver.goDown();
    Post post({otlpAt(collector.receiver.url())});
    post.start();
    post.settle(30);
    post.stop();
    collector.receiver.comeBack();
    post.start();
    post.settle(10);
    QVERIFY(collector.waitForSpans(40));
    QCOMPARE(collector.all(), expectedSpans(1, 40));
    post.stop();
    post.start(); // everything was acknowledged: nothing is said twice
    post.settle(1);
    QVERIFY(collector.waitForSpans(41));
    QCOMPARE(collector.all(), expectedSpans(1, 41));
    QVERIFY(post.waitFor([](const auto &status) { return status.sent == 41; }));
}

void TestCourierOutages::dropsTheOldestBeyondTheBoundAndSaysHowMany()
{
    Collector collector;
    collector.receiver.goDown();
    Post post({otlpAt(collector.receiver.url())});
    post.settings.maximumBytes = 20'000;
    post.start();
    post.settle(100);
    QVERIFY(post.waitFor([](const auto &status) { return status.dropped > 0; }));
    collector.receiver.comeBack();
    QVERIFY(post.waitFor([](const auto &status) { return status.queued == 0 && status.sent > 0; }));
    const core::DestinationStatus status = post.status();
    QCOMPARE(status.sent + status.dropped, 100);
    const auto dropped = static_cast<quint64>(status.dropped);
    QCOMPARE(collector.all(), expectedSpans(dropped + 1, 100));
}

void TestCourierOutages::letsOneDeadDestinationHoldUpNoOther()
{
    Collector alive;
    Collector dead;
    dead.receiver.goDown();
    core::Destination second = otlpAt(alive.receiver.url());
    second.name = "alive";
    Post post({otlpAt(dead.receiver.url()), second});
    post.start();
    post.settle(20);
    QVERIFY(alive.waitForSpans(20));
    QVERIFY(QTest::qWaitFor([&] { return post.status(1).sent == 20; }, 30'000));
    QCOMPARE(post.status(0).sent, 0);
    QCOMPARE(post.status(0).queued, 20);
}

QTEST_GUILESS_MAIN(TestCourierOutages)
#include "tst_courieroutages.moc"
