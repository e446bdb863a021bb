// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servedrequests.h"
#include "tests/support/rawclient.h"

#include <QTest>

#include <unistd.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace test;

namespace {

/// Writes to the held stream until the kernel takes no more.
void fill(proxy::ClientStream &stream)
{
    const QByteArray block(64 * 1024, 'x');
    for (int i = 0; i < 10'000 && stream.pendingBytes() == 0; ++i) {
        stream.write(block);
    }
}

} // namespace

/// Clients that read slowly or leave, and answers that break off.
class TestHttpClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhenASlowReaderHasCaughtUp();
    void noticesThatAClientLeft_data();
    void noticesThatAClientLeft();
    void noticesAClientThatLeftInMidStream();
    void noticesAClientThatLeftBehindAFullStash();
    void answersAStreamThatIsDropped();
    void breaksOffSoThatTheClientSeesIt_data();
    void breaksOffSoThatTheClientSeesIt();
    void outlivesItsConnectionAndItsServer();
};

void TestHttpClients::tellsWhenASlowReaderHasCaughtUp()
{
    TestServer test;
    RawClient client(test.port);
    QVERIFY(client.send(requestText("GET", "/hold")));
    QTRY_COMPARE(test.served.held.size(), 1U);
    proxy::ClientStream &stream = *test.served.held.front();
    int drained = 0;
    stream.onDrained([&] {
        ++drained;
        QCOMPARE(stream.pendingBytes(), 0);
    });
    stream.begin(200, {});
    fill(stream);
    const qint64 pending = stream.pendingBytes();
    QVERIFY(pending > 0);
    stream.write("more");
    QCOMPARE(stream.pendingBytes(), pending + 9); // 4 CR LF more CR LF
    QCoreApplication::processEvents();
    QCOMPARE(drained, 0);

    QVERIFY(client.readUntil("more\r\n").endsWith("more\r\n"));
    QTRY_COMPARE(drained, 1);
    fill(stream);
    stream.end();
    QVERIFY(client.readUntil("\r\n0\r\n\r\n").endsWith("\r\n0\r\n\r\n"));
    QVERIFY(client.send(requestText("GET", "/echo")));
    QCOMPARE(client.readAnswer().status, 200);
}

void TestHttpClients::noticesThatAClientLeft_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("close") << 0;
    QTest::newRow("reset") << 1;
    QTest::newRow("half-close") << 2;
}

void TestHttpClients::noticesThatAClientLeft()
{
    QFETCH(int, how);
    TestServer test;
    RawClient client(test.port);
    QVERIFY(client.send(requestText("GET", "/hold")));
    QTRY_COMPARE(test.served.held.size(), 1U);
    const auto stream = test.served.held.front();
    int gone = 0;
    stream->onGone([&] { ++gone; });
    QVERIFY(!stream->isGone());
    how == 0 ? client.close() : how == 1 ? client.reset() : client.finishSending();
    QTRY_COMPARE(gone, 1);
    QVERIFY(stream->isGone());
    stream->respond(200, {}, "nobody listens");
    stream->abort();
    int late = 0;
    stream->onGone([&] { ++late; });
    QCOMPARE(late, 1);
    QCOMPARE(gone, 1);
    QTRY_COMPARE(test.server.openConnections(), 0);
}

void TestHttpClients::noticesAClientThatLeftInMidStream()
{
    TestServer test;
    RawClient client(test.port);
    QVERIFY(client.send(requestText("GET", "/hold")));
    QTRY_COMPARE(test.served.held.size(), 1U);
    const auto stream = test.served.held.front();
    test.served.held.clear();
    int gone = 0;
    stream->onGone([&gone, stream] { ++gone; });
    stream->begin(200, {});
    client.reset();
    for (int i = 0; i < 10; ++i) {
        stream->write("written before the event loop could tell");
    }
    QVERIFY(stream->isGone());
    QCOMPARE(gone, 0); // never from inside write()
    QTRY_COMPARE(gone, 1);
    stream->end();
}

void TestHttpClients::noticesAClientThatLeftBehindAFullStash()
{
    proxy::ServerLimits limits;
    limits.stashBytes = 100;
    TestServer test(limits);
    RawClient client(test.port);
    QVERIFY(client.send(requestText("GET", "/hold") + QByteArray(10'000, 'x')));
    QTRY_COMPARE(test.served.held.size(), 1U);
    QCoreApplication::processEvents();
    int gone = 0;
    test.served.held.front()->onGone([&] { ++gone; });
    client.close();
    QTRY_COMPARE(gone, 1);
}

void TestHttpClients::answersAStreamThatIsDropped()
{
    TestServer test;
    RawClient client(test.port);
    QVERIFY(client.send(requestText("GET", "/drop")));
    QCOMPARE(client.readAnswer().status, 500);
    QVERIFY(client.waitForEnd());

    RawClient inMidStream(test.port);
    QVERIFY(inMidStream.send(requestText("GET", "/hold")));
    QTRY_COMPARE(test.served.held.size(), 1U);
    test.served.held.front()->begin(200, {});
    test.served.held.front()->write("half");
    test.served.held.clear();
    const RawAnswer answer = inMidStream.readAnswer();
    QCOMPARE(answer.body, "half");
    QVERIFY(!answer.isComplete);
}

void TestHttpClients::breaksOffSoThatTheClientSeesIt_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<bool>("byReset");
    QTest::newRow("1.1: no last chunk") << QByteArray("1.1") << false;
    QTest::newRow("1.0: a reset, as the end means complete") << QByteArray("1.0") << true;
}

void TestHttpClients::breaksOffSoThatTheClientSeesIt()
{
    QFETCH(QByteArray, version);
    TestServer test;
    RawClient client(test.port);
    QVERIFY(client.send("GET /hold HTTP/" + version + "\r\nHost: h\r\n\r\n"));
    QTRY_COMPARE(test.served.held.size(), 1U);
    test.served.held.front()->begin(200, {});
    test.served.held.front()->write("half");
    QVERIFY(client.readUntil("half").endsWith("half"));
    test.served.held.front()->abort();
    QVERIFY(client.waitForEnd());
    QTEST(client.wasReset(), "byReset");
    QVERIFY(!client.readToEnd().contains("0\r\n\r\n"));
}

void TestHttpClients::outlivesItsConnectionAndItsServer()
{
    std::vector<std::shared_ptr<proxy::ClientStream>> streams;
    int gone = 0;
    {
        TestServer test;
        std::vector<RawClient> clients;
        for (int i = 0; i < 4; ++i) {
            clients.emplace_back(test.port);
            QVERIFY(clients.back().send(requestText("GET", "/hold")));
        }
        QTRY_COMPARE(test.served.held.size(), 4U);
        streams = std::exchange(test.served.held, {});
        for (const auto &stream : streams) {
            stream->onGone([&gone, stream] { ++gone; }); // a circle, as handlers make
        }
        streams.at(1)->begin(200, {});
        streams.at(2)->begin(200, {});
        streams.at(2)->end();
        clients.at(3).close();
        QTRY_COMPARE(gone, 1);
    }
    QCOMPARE(gone, 1); // the server's own end is not the client's
    for (const auto &stream : streams) {
        stream->write("x");
        stream->end();
        stream->abort();
        QCOMPARE(stream->pendingBytes(), 0);
    }
    QVERIFY(streams.at(0)->isGone());
    QVERIFY(streams.at(1)->isGone());
    const std::weak_ptr<proxy::ClientStream> watched = streams.front();
    streams.clear();
    QVERIFY(watched.expired()); // the circle is broken
}

QTEST_GUILESS_MAIN(TestHttpClients)
#include "tst_httpclients.moc"
