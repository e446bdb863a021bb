// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "collector.h"

#include <atomic>

using State = core::DestinationStatus::State;
using test::Received;
using test::Reply;

class TestCourier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversEverythingInOrder();
    void triesAgainWhatWasNotTaken_data();
    void triesAgainWhatWasNotTaken();
    void keepsEverythingWhileACredentialIsRefused();
    void usesARotatedCredentialAtOnce();
    void triesAgainWhenACredentialIsRotatedMeanwhile();
    void findsTheOneBadEventAmongSixtyFour();
    void stopsWhenEverythingIsRefused();
    void keepsEverythingAfterAnOddAnswer_data();
    void keepsEverythingAfterAnOddAnswer();
    void halvesABatchThatIsTooLarge();
    void countsWhatAPartialSuccessRejected();
};

void TestCourier::deliversEverythingInOrder()
{
    Collector collector;
    Post post({otlpAt(collector.receiver.url())});
    post.start();
    post.settle(500);
    QVERIFY(collector.waitForSpans(500));
    QCOMPARE(collector.all(), expectedSpans(1, 500));
    QVERIFY(post.waitFor([](const auto &status) { return status.sent == 500; }));
    const core::DestinationStatus status = post.status();
    QCOMPARE(status.name, QByteArray("collector"));
    QCOMPARE(status.state, State::Idle);
    QCOMPARE(status.queued, 0);
    QVERIFY(status.lastAcknowledged > samples::Noon);
}

void TestCourier::triesAgainWhatWasNotTaken_data()
{
    QTest::addColumn<Reply>("refusal");
    QTest::newRow("429 with seconds") << Reply{429, "{}", "Retry-After: 0\r\n"};
    QTest::newRow("429 with a date")
        << Reply{429, "{}", "Retry-After: Fri, 20 Nov 2020 10:30:00 GMT\r\n"};
    QTest::newRow("429 that is no help") << Reply{429, "{}", "Retry-After: soon\r\n"};
    QTest::newRow("500") << Reply{500, R"({"error":"storage"})"};
    QTest::newRow("502") << Reply{502, "<html>"};
    QTest::newRow("503") << Reply{503, R"({"message":"Service Unavailable"})"};
    QTest::newRow("504") << Reply{504, {}};
    QTest::newRow("hangs up after reading") << Reply{200, {}, {}, true};
}

void TestCourier::triesAgainWhatWasNotTaken()
{
    QFETCH(const Reply, refusal);
    Collector collector;
    collector.refuse = [&](const Received &, int number) {
        return number <= 3 ? std::optional(refusal) : std::nullopt;
    };
    Post post({otlpAt(collector.receiver.url())});
    post.start();
    post.settle(5);
    QVERIFY(collector.waitForSpans(5));
    QCOMPARE(collector.all(), expectedSpans(1, 5));
    QTRY_VERIFY(collector.receiver.received().size() >= 4U);
    const auto requests = collector.receiver.received();
    // The same bytes each time: ids and times are frozen.
    QCOMPARE(spanIds(requests.at(0)), spanIds(requests.at(3)).first(spanIds(requests[0]).size()));
    QVERIFY(post.waitFor([](const auto &status) { return status.sent == 5; }));
    QCOMPARE(post.status().rejected, 0);
}

void TestCourier::keepsEverythingWhileACredentialIsRefused()
{
    Collector collector;
    std::atomic<bool> isKnown = false;
    collector.refuse = [&](const Received &, int) {
        return isKnown ? std::nullopt : std::optional(Reply{401, R"({"message":"No such key."})"});
    };
    Post post({otlpAt(collector.receiver.url())});
    post.start();
    post.settle(3);
    QVERIFY(post.waitFor([](const auto &status) { return status.state == State::Blocked; }));
    const core::DestinationStatus status = post.status();
    QVERIFY2(status.lastError.contains(u"No such key."), qPrintable(status.lastError));
    QVERIFY(status.lastError.contains(u"Give the right one"));
    QCOMPARE(status.queued, 3);
    isKnown = true;
    QVERIFY(collector.waitForSpans(3));
    QVERIFY(post.waitFor([](const auto &now) { return now.lastError.isEmpty(); }));
}

void TestCourier::usesARotatedCredentialAtOnce()
{
    Collector collector;
    collector.refuse = [&](const Received &request, int) {
        return request.headers.value("x-key") == "new value" ? std::nullopt
                                                             : std::optional(Reply{403});
    };
    core::Destination destination = otlpAt(collector.receiver.url());
    destination.headers.keychain = "collector-headers";
    Post post({destination});
    std::atomic<bool> isRotated = false;
    post.secrets = [&](const core::SecretName &name) {
        return name.keychain == "collector-headers" && isRotated
                   ? core::Secret("X-Key=new%20value,other=1")
                   : core::Secret("X-Key=old");
    };
    post.policy.whenBlocked = std::chrono::hours(1); // only the rotation can end it
    post.start();
    post.settle(1);
    QVERIFY(post.waitFor([](const auto &status) { return status.state == State::Blocked; }));
    isRotated = true;
    post.telemetry->retryNow();
    QVERIFY(collector.waitForSpans(1));
}

// Of a pair of keys the second comes while the first is tried with what was there before.
void TestCourier::triesAgainWhenACredentialIsRotatedMeanwhile()
{
    Collector collector;
    core::Destination destination = otlpAt(collector.receiver.url());
    destination.headers.keychain = "collector-headers";
    Post post({destination});
    std::atomic<bool> isRotated = false;
    post.secrets = [&](const core::SecretName &) {
        return isRotated ? core::Secret("X-Key=new") : core::Secret("X-Key=old");
    };
    post.policy.whenBlocked = std::chrono::hours(1); // only the rotation can end it
    collector.refuse = [&](const Received &request, int) -> std::optional<Reply> {
        if (request.headers.value("x-key") == "new") {
            return std::nullopt;
        }
        isRotated = true;
        post.telemetry->retryNow(); // before it hears that the old one is refused
        return Reply{403};
    };
    post.start();
    post.settle(1);
    QVERIFY(collector.waitForSpans(1));
    QVERIFY(post.waitFor([](const auto &status) { return status.sent == 1; }));
}

void TestCourier::findsTheOneBadEventAmongSixtyFour()
{
    Collector collector;
    const QByteArray poison = core::spanIdOf(samples::hold(23).id, 1);
    collector.refuse = [&](const Received &request, int) {
        return spanIds(request).contains(poison)
                   ? std::optional(Reply{400, R"({"message":"bad span"})"})
                   : std::nullopt;
    };
    Post post({otlpAt(collector.receiver.url())});
    post.start();
    post.settle(64);
    QVERIFY(post.waitFor([](const auto &status) { return status.sent + status.rejected == 64; }));
    QByteArrayList expected = expectedSpans(1, 64);
    expected.removeOne(poison);
    QCOMPARE(collector.all(), expected);
    QCOMPARE(post.status().rejected, 1);
    // One for each, and two for each halving of 64: 1 + 2 x 6. Settling may have made two batches.
    QVERIFY2(collector.count() <= 14, qPrintable(QString::number(collector.count())));
}

void TestCourier::stopsWhenEverythingIsRefused()
{
    Collector collector;
    collector.refuse = [](const Received &, int) {
        return std::optional(Reply{400, R"({"message":"not me"})"});
    };
    Post post({otlpAt(collector.receiver.url())});
    post.policy.whenBlocked = std::chrono::hours(1);
    post.start();
    post.settle(100);
    QVERIFY(post.waitFor([](const auto &status) { return status.state == State::Blocked; }));
    QCOMPARE(post.status().rejected, 10);
    QCOMPARE(post.status().queued, 90);
}

void TestCourier::keepsEverythingAfterAnOddAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 307, 402, 404, 415, 451}) {
        QTest::addRow("%d", status) << status;
    }
}

void TestCourier::keepsEverythingAfterAnOddAnswer()
{
    QFETCH(const int, status);
    Collector collector;
    collector.refuse = [status](const Received &, int) {
        return std::optional(Reply{status, {}});
    };
    Post post({otlpAt(collector.receiver.url())});
    post.policy.whenBlocked = std::chrono::hours(1);
    post.start();
    post.settle(3);
    QVERIFY(post.waitFor([](const auto &now) { return now.state == State::Blocked; }));
    QCOMPARE(post.status().queued, 3);
    QCOMPARE(collector.count(), 1);
}

void TestCourier::halvesABatchThatIsTooLarge()
{
    Collector collector;
    collector.refuse = [&](const Received &request, int) {
        return spanIds(request).size() > 10 ? std::optional(Reply{413, "<html>"}) : std::nullopt;
    };
    Post post({otlpAt(collector.receiver.url())});
    post.start();
    post.settle(100);
    QVERIFY(collector.waitForSpans(100));
    QCOMPARE(collector.all(), expectedSpans(1, 100));
    QVERIFY(post.waitFor([](const auto &status) { return status.sent == 100; }));
}

void TestCourier::countsWhatAPartialSuccessRejected()
{
    Collector collector;
    collector.refuse = [](const Received &, int number) {
        return number == 1
                   ? std::optional(Reply{
                         200, R"({"partialSuccess":{"rejectedSpans":"1","errorMessage":"old"}})"})
                   : std::nullopt;
    };
    Post post({otlpAt(collector.receiver.url())});
    post.start();
    post.settle(1);
    QVERIFY(post.waitFor([](const auto &status) { return status.rejected == 1; }));
    QCOMPARE(post.status().sent, 0);
    QCOMPARE(collector.count(), 1); // must not be sent again
}

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
