// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "callrecorder.h"
#include "scriptedserver.h"

#include <QPointer>
#include <QTest>

#include <memory>
#include <sys/socket.h>

using namespace std::chrono_literals;
using proxy::UpstreamFailure;

namespace {
/// What the peer of this socket would see without an event loop turning: true when closed.
bool isClosedNow(const QTcpSocket &socket)
{
    char byte = 0;
    const auto descriptor = static_cast<int>(socket.socketDescriptor());
    const auto size = recv(descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return size == 0 || (size < 0 && errno != EAGAIN);
}
} // namespace

/// Calls that are paused, cancelled or destroyed, also amid a callback of another.
class UpstreamCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Recorder::nested, 0); }
    void cancelClosesTheConnectionAtOnce();
    void destroyingACallClosesItsConnection();
    void callsMayBeDestroyedInAnyCallback_data();
    void callsMayBeDestroyedInAnyCallback();
    void aCallMayCancelAnotherAndSendANewOne();
    void aCallThatIsCancelledAtOnceNeverReachesTheServer();
    void pauseHoldsBackTheServer();
    void resumeInAnotherCallsCallbackDoesNotNest();
    void fiveHundredCallsRunAtOnce();
    void callsOutliveTheirClient();
};

void UpstreamCallsTest::cancelClosesTheConnectionAtOnce()
{
    ScriptedServer server([](QTcpSocket &s, const QByteArray &) {
        s.write(ScriptedServer::chunkedHead() + ScriptedServer::chunk("data: 1\n\n"));
    });
    proxy::UpstreamClient client;
    Recorder recorder;
    const auto call = client.send(post(server.url()), recorder);
    QTRY_COMPARE(recorder.pieces, 1);
    QVERIFY(!isClosedNow(*server.lastSocket()));
    call->cancel();
    QVERIFY(isClosedNow(*server.lastSocket()));
    QCOMPARE(client.running(), 0);
    QTRY_COMPARE(server.closed(), 1);
    QVERIFY(!recorder.ended());
    call->cancel();
    call->pause();
    call->resume();
}

void UpstreamCallsTest::destroyingACallClosesItsConnection()
{
    ScriptedServer server([](QTcpSocket &, const QByteArray &) {});
    proxy::UpstreamClient client;
    Recorder recorder;
    auto call = client.send(post(server.url()), recorder);
    QTRY_COMPARE(server.requests().size(), 1);
    call.reset();
    QVERIFY(isClosedNow(*server.lastSocket()));
    QVERIFY(!recorder.ended());
}

void UpstreamCallsTest::callsMayBeDestroyedInAnyCallback_data()
{
    QTest::addColumn<int>("callback");
    QTest::addColumn<bool>("breaks");
    QTest::newRow("head") << 1 << false;
    QTest::newRow("first body") << 2 << false;
    QTest::newRow("second body") << 3 << false;
    QTest::newRow("complete") << 4 << false;
    QTest::newRow("error") << 4 << true;
}

void UpstreamCallsTest::callsMayBeDestroyedInAnyCallback()
{
    QFETCH(const int, callback);
    QFETCH(const bool, breaks);
    ScriptedServer server([breaks](QTcpSocket &s, const QByteArray &) {
        s.write(ScriptedServer::chunkedHead() + ScriptedServer::chunk("1") +
                ScriptedServer::chunk("2") + (breaks ? "" : "0\r\n\r\n"));
        if (breaks) {
            s.disconnectFromHost();
        }
    });
    proxy::UpstreamClient client;
    Recorder recorder;
    int heard = 0;
    std::unique_ptr<proxy::UpstreamCall> call;
    recorder.onEach = [&] {
        if (++heard == callback) {
            call.reset();
        }
    };
    call = client.send(post(server.url()), recorder);
    QTRY_VERIFY(call == nullptr);
    QTRY_COMPARE(client.running(), 0);
    QCOMPARE(heard, callback);
    QCOMPARE(recorder.ended(), callback == 4);
    Recorder next;
    const auto another = client.send(post(server.url()), next);
    QTRY_VERIFY(next.ended());
    QCOMPARE(next.body, QByteArray("12"));
}

void UpstreamCallsTest::aCallMayCancelAnotherAndSendANewOne()
{
    ScriptedServer server([](QTcpSocket &s, const QByteArray &r) {
        s.write(ScriptedServer::chunkedHead() + ScriptedServer::chunk(r.right(1)) +
                (r.endsWith("c") ? "0\r\n\r\n" : ""));
    });
    proxy::UpstreamClient client;
    Recorder first;
    Recorder second;
    Recorder third;
    std::unique_ptr<proxy::UpstreamCall> calls[3];
    second.onEach = [&] {
        if (!second.body.isEmpty()) {
            calls[0].reset();
            calls[2] = client.send(post(server.url(), "c"), third);
            second.onEach = nullptr;
        }
    };
    calls[0] = client.send(post(server.url(), "a"), first);
    QTRY_COMPARE(first.body, QByteArray("a"));
    calls[1] = client.send(post(server.url(), "b"), second);
    QTRY_VERIFY(third.complete);
    QTRY_COMPARE(server.closed(), 1);
    QVERIFY(!first.ended());
    QVERIFY(!second.ended());
    QCOMPARE(client.running(), 1);
}

void UpstreamCallsTest::aCallThatIsCancelledAtOnceNeverReachesTheServer()
{
    ScriptedServer server(
        [](QTcpSocket &s, const QByteArray &) { s.write(ScriptedServer::whole("ok")); });
    proxy::UpstreamClient client;
    Recorder never;
    Recorder after;
    client.send(post(server.url()), never).reset();
    const auto call = client.send(post(server.url()), after);
    QTRY_VERIFY(after.complete);
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(!never.ended());
}

void UpstreamCallsTest::pauseHoldsBackTheServer()
{
    // An endless stream: the server writes whenever its socket has taken what it wrote before.
    constexpr qint64 Piece = 64 * 1024;
    qint64 written = 0;
    ScriptedServer server([&written](QTcpSocket &s, const QByteArray &) {
        s.write(ScriptedServer::chunkedHead());
        connect(&s, &QTcpSocket::bytesWritten, &s, [&s, &written] {
            if (s.bytesToWrite() == 0) {
                s.write(ScriptedServer::chunk(QByteArray(Piece, 'x')));
                written += Piece;
            }
        });
    });
    proxy::UpstreamClient client;
    Recorder recorder;
    std::unique_ptr<proxy::UpstreamCall> call;
    recorder.onEach = [&] {
        if (recorder.body.size() > 1'000'000 && recorder.body.size() < 2'000'000) {
            call->pause();
        }
    };
    call = client.send(post(server.url()), recorder);
    QTRY_VERIFY(recorder.body.size() > 1'000'000);
    const qsizetype heard = recorder.body.size();
    QTRY_VERIFY(server.lastSocket()->bytesToWrite() > 0);
    qint64 before = -1;
    while (before != written) { // until the kernel's buffers are full
        before = written;
        QTest::qWait(30);
    }
    QCOMPARE(recorder.body.size(), heard);
    QVERIFY(written - heard < 16'000'000); // loopback buffers at their most; endless would be more
    recorder.onEach = nullptr;
    call->resume();
    QTRY_VERIFY(recorder.body.size() > heard + 20'000'000);
    QCOMPARE(recorder.body.count('x'), recorder.body.size());
}

void UpstreamCallsTest::resumeInAnotherCallsCallbackDoesNotNest()
{
    QPointer<QTcpSocket> slow;
    ScriptedServer server([&slow](QTcpSocket &s, const QByteArray &r) {
        s.write(ScriptedServer::chunkedHead() + ScriptedServer::chunk("1"));
        if (r.endsWith("slow")) {
            slow = &s;
        }
    });
    proxy::UpstreamClient client;
    Recorder paused;
    Recorder other;
    const auto call = client.send(post(server.url(), "slow"), paused);
    QTRY_COMPARE(paused.body, QByteArray("1"));
    call->pause();
    slow->write(ScriptedServer::chunk("2") + ScriptedServer::chunk("3") + "0\r\n\r\n");
    slow->flush();
    other.onEach = [&] {
        call->resume();
    };
    const auto trigger = client.send(post(server.url(), "x"), other);
    QTRY_VERIFY(paused.complete);
    QCOMPARE(paused.body, QByteArray("123"));
}

void UpstreamCallsTest::fiveHundredCallsRunAtOnce()
{
    constexpr int Calls = 500;
    QList<QPointer<QTcpSocket>> sockets;
    ScriptedServer server([&sockets](QTcpSocket &s, const QByteArray &r) {
        s.write(ScriptedServer::chunkedHead() + ScriptedServer::chunk(r.right(3)));
        sockets.append(&s);
    });
    proxy::UpstreamClient client;
    std::vector<Recorder> recorders(Calls);
    std::vector<std::unique_ptr<proxy::UpstreamCall>> calls;
    for (int round = 0; round < 2; ++round) {
        sockets.clear();
        calls.clear();
        for (int i = 0; i < Calls; ++i) {
            auto &recorder = recorders[std::size_t(i)];
            recorder.body.clear();
            recorder.complete = false;
            const QByteArray body = QByteArray::number(i).rightJustified(3, '0');
            calls.push_back(client.send(post(server.url(), body), recorder));
        }
        QTRY_COMPARE(sockets.size(), Calls);
        QCOMPARE(client.running(), Calls);
        for (const auto &socket : sockets) {
            socket->write("0\r\n\r\n");
        }
        QTRY_COMPARE(client.running(), 0);
        for (int i = 0; i < Calls; ++i) {
            QVERIFY(recorders[std::size_t(i)].complete);
            QCOMPARE(recorders[std::size_t(i)].body, QByteArray::number(i).rightJustified(3, '0'));
        }
    }
    QCOMPARE(server.connections(), Calls); // the second round found them all in the pool
}

void UpstreamCallsTest::callsOutliveTheirClient()
{
    ScriptedServer server([](QTcpSocket &, const QByteArray &) {});
    Recorder recorder;
    std::unique_ptr<proxy::UpstreamCall> call;
    {
        proxy::UpstreamClient client;
        call = client.send(post(server.url()), recorder);
        QTRY_COMPARE(server.requests().size(), 1);
    }
    QTRY_COMPARE(server.closed(), 1);
    call->cancel();
    QVERIFY(!recorder.ended());
}

QTEST_GUILESS_MAIN(UpstreamCallsTest)
#include "tst_upstreamcalls.moc"
