// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "callrecorder.h"
#include "scriptedserver.h"

#include <QTest>

#include <sys/socket.h>

using namespace std::chrono_literals;
using proxy::UpstreamFailure;

/// What a call hears of a server that fails, and when it is sent again.
class UpstreamFailuresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Recorder::nested, 0); }
    void reportsARefusedConnection();
    void reportsWhatIsNoUrl();
    void reportsABrokenAnswer_data();
    void reportsABrokenAnswer();
    void messagesHoldNoSecrets();
    void reportsSilence();
    void silenceDoesNotCountWhilePaused();
    void retriesOnceWhenAReusedConnectionDies();
    void doesNotRetryAFreshConnection();
};

void UpstreamFailuresTest::reportsARefusedConnection()
{
    QByteArray url;
    {
        ScriptedServer server([](QTcpSocket &, const QByteArray &) {});
        url = server.url();
    }
    proxy::UpstreamClient client;
    Recorder recorder;
    const auto call = client.send(post(url), recorder);
    QTRY_VERIFY(recorder.error.has_value());
    QCOMPARE(recorder.error->kind, UpstreamFailure::Connect);
    QVERIFY(!recorder.error->requestSent);
    QVERIFY(!recorder.complete);
}

void UpstreamFailuresTest::reportsWhatIsNoUrl()
{
    proxy::UpstreamClient client;
    for (const char *url : {"", "x", "://", "file:///etc/passwd", "http://"}) {
        Recorder recorder;
        const auto call = client.send(post(url), recorder);
        QTRY_VERIFY2(recorder.error.has_value(), url);
        QCOMPARE(recorder.error->kind, UpstreamFailure::Connect);
        QVERIFY(!recorder.error->requestSent);
    }
}

void UpstreamFailuresTest::reportsABrokenAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<UpstreamFailure>("kind");
    QTest::newRow("nothing") << QByteArray() << UpstreamFailure::Broken;
    QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-")
                                 << UpstreamFailure::Broken;
    QTest::newRow("short body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort")
                                << UpstreamFailure::Broken;
    QTest::newRow("no last chunk")
        << (ScriptedServer::chunkedHead() + ScriptedServer::chunk("data: 1"))
        << UpstreamFailure::Broken;
    QTest::newRow("bad chunk") << (ScriptedServer::chunkedHead() + "zz\r\n")
                               << UpstreamFailure::Broken;
    QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH\r\n\r\n") << UpstreamFailure::Broken;
    QTest::newRow("huge head") << ("HTTP/1.1 200 OK\r\n" +
                                   QByteArray("X-Filler: 1234567890\r\n").repeated(4000))
                               << UpstreamFailure::TooLarge;
}

void UpstreamFailuresTest::reportsABrokenAnswer()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const UpstreamFailure, kind);
    ScriptedServer server([&answer](QTcpSocket &s, const QByteArray &) {
        s.write(answer);
        s.disconnectFromHost();
    });
    proxy::UpstreamClient client;
    Recorder recorder;
    const auto call = client.send(post(server.url()), recorder);
    QTRY_VERIFY(recorder.ended());
    QVERIFY(recorder.error.has_value());
    QCOMPARE(recorder.error->kind, kind);
    QVERIFY(recorder.error->requestSent);
    QCOMPARE(client.running(), 0);
}

void UpstreamFailuresTest::messagesHoldNoSecrets()
{
    ScriptedServer server([](QTcpSocket &s, const QByteArray &) { s.disconnectFromHost(); });
    proxy::UpstreamClient client;
    Recorder recorder;
    QByteArray url = server.url("/v1/x?key=sesame");
    url.replace("127.0.0.1", "joe:sesame@127.0.0.1");
    proxy::UpstreamRequest request = post(url, "sesame");
    request.bearer = core::Secret("sesame");
    const auto call = client.send(request, recorder);
    QTRY_VERIFY(recorder.error.has_value());
    QVERIFY(recorder.error->message.contains(QStringLiteral("http://127.0.0.1:")));
    QVERIFY(!recorder.error->message.contains(QStringLiteral("sesame")));
}

void UpstreamFailuresTest::reportsSilence()
{
    ScriptedServer server([](QTcpSocket &s, const QByteArray &request) {
        if (request.endsWith("stream")) {
            s.write(ScriptedServer::chunkedHead() + ScriptedServer::chunk("data: 1\n\n"));
        }
    });
    proxy::UpstreamClient client;
    Recorder recorders[2];
    proxy::UpstreamRequest request = post(server.url(), "stream");
    request.silenceTimeout = 60ms;
    const auto first = client.send(request, recorders[0]);
    request.body = "nothing";
    const auto second = client.send(request, recorders[1]);
    QTRY_VERIFY(recorders[0].ended() && recorders[1].ended());
    QCOMPARE(recorders[0].error->kind, UpstreamFailure::Timeout);
    QCOMPARE(recorders[1].error->kind, UpstreamFailure::Timeout);
    QVERIFY(recorders[1].error->requestSent);
    QCOMPARE(recorders[0].body, QByteArray("data: 1\n\n"));
    QTRY_COMPARE(server.closed(), 2);
}

void UpstreamFailuresTest::silenceDoesNotCountWhilePaused()
{
    ScriptedServer server([](QTcpSocket &s, const QByteArray &r) {
        if (r.endsWith("stream")) {
            s.write(ScriptedServer::chunkedHead() + ScriptedServer::chunk("data: 1\n\n"));
        }
    });
    proxy::UpstreamClient client;
    Recorder paused;
    Recorder other;
    proxy::UpstreamRequest request = post(server.url(), "stream");
    request.silenceTimeout = 60ms;
    const auto call = client.send(request, paused);
    QTRY_COMPARE(paused.pieces, 1);
    call->pause();
    request.body = "nothing";
    const auto witness = client.send(request, other);
    QTRY_VERIFY(other.error.has_value()); // so the time has passed
    QVERIFY(!paused.ended());
    call->resume();
    QTRY_VERIFY(paused.error.has_value());
    QCOMPARE(paused.error->kind, UpstreamFailure::Timeout);
}

void UpstreamFailuresTest::retriesOnceWhenAReusedConnectionDies()
{
    // A reset as soon as the second request of a connection has come: vLLM's idle close and our
    // request have met on the way.
    ScriptedServer server([](QTcpSocket &s, const QByteArray &) {
        if (s.property("used").toBool()) {
            const linger hard{1, 0};
            setsockopt(
                static_cast<int>(s.socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof(hard));
            s.abort();
            return;
        }
        s.setProperty("used", true);
        s.write(ScriptedServer::whole("ok"));
    });
    proxy::UpstreamClient client;
    for (int i = 0; i < 3; ++i) {
        Recorder recorder;
        const auto call = client.send(post(server.url()), recorder);
        QTRY_VERIFY(recorder.ended());
        QVERIFY(recorder.complete);
        QCOMPARE(recorder.body, QByteArray("ok"));
    }
    QCOMPARE(server.connections(), 3);
    QCOMPARE(server.requests().size(), 5); // 1, then 2 tries each
}

void UpstreamFailuresTest::doesNotRetryAFreshConnection()
{
    ScriptedServer server([](QTcpSocket &s, const QByteArray &) { s.abort(); });
    proxy::UpstreamClient client;
    Recorder recorder;
    const auto call = client.send(post(server.url()), recorder);
    QTRY_VERIFY(recorder.error.has_value());
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(recorder.error->requestSent);
}

QTEST_GUILESS_MAIN(UpstreamFailuresTest)
#include "tst_upstreamfailures.moc"
