// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "callrecorder.h"
#include "scriptedserver.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;
using proxy::UpstreamFailure;

/// What is sent and what is relayed when all goes well.
class UpstreamClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Recorder::nested, 0); }
    void sendsTheRequestAsGiven();
    void leavesOutWhatBelongsToTheConnection();
    void sendsABearerInsteadOfTheClientsKey();
    void otherMethodsWork_data();
    void otherMethodsWork();
    void relaysAWholeAnswerAndItsHeaders();
    void relaysChunksAsTheyCome();
    void skipsInformationalHeadsAndTrailers();
    void reusesAConnectionAndItsHandle();
    void relaysAnErrorStatusWithRetryAfter();
    void followsNoRedirect();
    void sendsALargeBodyWithoutExpect();
    void reachesAUnixSocket();
};

void UpstreamClientTest::sendsTheRequestAsGiven()
{
    ScriptedServer server(
        [](QTcpSocket &s, const QByteArray &) { s.write(ScriptedServer::whole("ok")); });
    proxy::UpstreamClient client;
    Recorder recorder;
    const auto call =
        client.send(post(server.url("/v1/chat/completions?x=1"), "{\"a\":1}"), recorder);
    QTRY_VERIFY(recorder.complete);
    const QByteArray request = server.requests().first();
    QVERIFY(request.startsWith("POST /v1/chat/completions?x=1 HTTP/1.1\r\n"));
    QVERIFY(request.contains("\r\ncontent-type: application/json\r\n"));
    QVERIFY(request.endsWith("\r\n\r\n{\"a\":1}"));
    QVERIFY(!request.toLower().contains("accept-encoding"));
    QCOMPARE(client.running(), 0);
}

void UpstreamClientTest::leavesOutWhatBelongsToTheConnection()
{
    ScriptedServer server(
        [](QTcpSocket &s, const QByteArray &) { s.write(ScriptedServer::whole("ok")); });
    proxy::UpstreamClient client;
    Recorder recorder;
    proxy::UpstreamRequest request = post(server.url());
    request.headers = {{"host", "evil"},
                       {"connection", "close"},
                       {"transfer-encoding", "chunked"},
                       {"content-length", "99"},
                       {"accept-encoding", "gzip"},
                       {"x-split", "a\r\nX-Smuggled: 1"},
                       {"x-empty", ""},
                       {"x-kept", "yes"}};
    const auto call = client.send(request, recorder);
    QTRY_VERIFY(recorder.complete);
    const QByteArray sent = server.requests().first().toLower();
    QVERIFY(sent.contains("\r\nhost: 127.0.0.1:"));
    QVERIFY(sent.contains("\r\ncontent-length: 2\r\n"));
    QVERIFY(sent.contains("\r\nx-kept: yes\r\n"));
    QVERIFY(sent.contains("\r\nx-empty:"));
    for (const char *left :
         {"evil", "chunked", "gzip", "smuggled", "connection", "expect", "form"}) {
        QVERIFY2(!sent.contains(left), left);
    }
}

void UpstreamClientTest::sendsABearerInsteadOfTheClientsKey()
{
    ScriptedServer server(
        [](QTcpSocket &s, const QByteArray &) { s.write(ScriptedServer::whole("ok")); });
    proxy::UpstreamClient client;
    Recorder recorder;
    proxy::UpstreamRequest request = post(server.url());
    request.headers = {{"authorization", "Bearer sk-cap-1"}};
    request.bearer = core::Secret("upstream-key");
    const auto call = client.send(request, recorder);
    QTRY_VERIFY(recorder.complete);
    QVERIFY(server.requests().first().contains("\r\nAuthorization: Bearer upstream-key\r\n"));
    QVERIFY(!server.requests().first().contains("sk-cap-1"));
}

void UpstreamClientTest::otherMethodsWork_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("get") << QByteArray("GET") << QByteArray();
    QTest::newRow("head") << QByteArray("HEAD") << QByteArray();
    QTest::newRow("delete") << QByteArray("DELETE") << QByteArray();
    QTest::newRow("put") << QByteArray("PUT") << QByteArray("{}");
    QTest::newRow("empty post") << QByteArray("POST") << QByteArray();
}

void UpstreamClientTest::otherMethodsWork()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, body);
    ScriptedServer server([](QTcpSocket &s, const QByteArray &request) {
        s.write(request.startsWith("HEAD") ? "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"
                                           : ScriptedServer::whole("ok"));
    });
    proxy::UpstreamClient client;
    for (const QByteArray &each : {method, QByteArray("POST"), method}) {
        Recorder recorder;
        proxy::UpstreamRequest request = post(server.url(), each == method ? body : "{}");
        request.method = each;
        const auto call = client.send(request, recorder);
        QTRY_VERIFY(recorder.complete);
        QVERIFY(server.requests().last().startsWith(each + " /v1/x HTTP/1.1\r\n"));
        QVERIFY(server.requests().last().endsWith("\r\n\r\n" + request.body));
    }
    QCOMPARE(server.connections(), 1);
}

void UpstreamClientTest::relaysAWholeAnswerAndItsHeaders()
{
    ScriptedServer server([](QTcpSocket &s, const QByteArray &) {
        s.write("HTTP/1.1 200 OK\r\nContent-Type:  application/json \r\nX-Long: a\r\n b\r\n"
                "Content-Length: 4\r\n\r\nab");
        QTimer::singleShot(0, &s, [&s] { s.write("cd"); });
    });
    proxy::UpstreamClient client;
    Recorder recorder;
    const auto call = client.send(post(server.url()), recorder);
    QTRY_VERIFY(recorder.complete);
    QCOMPARE(recorder.status, 200);
    QCOMPARE(recorder.header("content-type"), QByteArray("application/json"));
    QCOMPARE(recorder.header("x-long"), QByteArray("a b"));
    QCOMPARE(recorder.body, QByteArray("abcd"));
}

void UpstreamClientTest::relaysChunksAsTheyCome()
{
    QPointer<QTcpSocket> socket;
    ScriptedServer server([&socket](QTcpSocket &s, const QByteArray &) {
        socket = &s;
        s.write(ScriptedServer::chunkedHead() + ScriptedServer::chunk("data: 1\n\n"));
    });
    proxy::UpstreamClient client;
    Recorder recorder;
    const auto call = client.send(post(server.url()), recorder);
    QTRY_COMPARE(recorder.body, QByteArray("data: 1\n\n"));
    QVERIFY(!recorder.ended());
    socket->write(ScriptedServer::chunk("data: 2\n\n").left(5));
    QTest::qWait(0);
    socket->write(ScriptedServer::chunk("data: 2\n\n").mid(5) + "0\r\n\r\n");
    QTRY_VERIFY(recorder.complete);
    QCOMPARE(recorder.body, QByteArray("data: 1\n\ndata: 2\n\n"));
}

void UpstreamClientTest::skipsInformationalHeadsAndTrailers()
{
    ScriptedServer server([](QTcpSocket &s, const QByteArray &) {
        s.write("HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n" + ScriptedServer::chunkedHead() +
                ScriptedServer::chunk("x") + "0\r\nX-Late: 1\r\n\r\n");
    });
    proxy::UpstreamClient client;
    Recorder recorder;
    const auto call = client.send(post(server.url()), recorder);
    QTRY_VERIFY(recorder.complete);
    QCOMPARE(recorder.status, 200);
    QVERIFY(recorder.header("x-early").isEmpty());
    QVERIFY(recorder.header("x-late").isEmpty());
}

void UpstreamClientTest::reusesAConnectionAndItsHandle()
{
    ScriptedServer server(
        [](QTcpSocket &s, const QByteArray &r) { s.write(ScriptedServer::whole(r.right(1))); });
    proxy::UpstreamClient client;
    for (char c = 'a'; c <= 'z'; ++c) {
        Recorder recorder;
        const auto call = client.send(post(server.url(), QByteArray(1, c)), recorder);
        QTRY_VERIFY(recorder.complete);
        QCOMPARE(recorder.body, QByteArray(1, c));
    }
    QCOMPARE(server.connections(), 1);
}

void UpstreamClientTest::relaysAnErrorStatusWithRetryAfter()
{
    ScriptedServer server([](QTcpSocket &s, const QByteArray &) {
        s.write(ScriptedServer::whole("{\"error\":\"slow down\"}",
                                      "429 Too Many Requests\r\nRetry-After: 7"));
    });
    proxy::UpstreamClient client;
    Recorder recorder;
    const auto call = client.send(post(server.url()), recorder);
    QTRY_VERIFY(recorder.complete);
    QCOMPARE(recorder.status, 429);
    QCOMPARE(recorder.header("retry-after"), QByteArray("7"));
    QCOMPARE(recorder.body, QByteArray("{\"error\":\"slow down\"}"));
}

void UpstreamClientTest::followsNoRedirect()
{
    ScriptedServer server([](QTcpSocket &s, const QByteArray &) {
        s.write(ScriptedServer::whole("", "302 Found\r\nLocation: /elsewhere"));
    });
    proxy::UpstreamClient client;
    Recorder recorder;
    const auto call = client.send(post(server.url()), recorder);
    QTRY_VERIFY(recorder.complete);
    QCOMPARE(recorder.status, 302);
    QCOMPARE(server.requests().size(), 1);
}

void UpstreamClientTest::sendsALargeBodyWithoutExpect()
{
    ScriptedServer server(
        [](QTcpSocket &s, const QByteArray &) { s.write(ScriptedServer::whole("ok")); });
    proxy::UpstreamClient client;
    Recorder recorder;
    const QByteArray body(8 * 1024 * 1024, 'x');
    const auto call = client.send(post(server.url(), body), recorder);
    QTRY_VERIFY(recorder.complete);
    QVERIFY(server.requests().first().endsWith("\r\n\r\n" + body));
    QVERIFY(!server.requests().first().left(1000).contains("Expect"));
}

void UpstreamClientTest::reachesAUnixSocket()
{
    const QTemporaryDir folder;
    QLocalServer server;
    QVERIFY(server.listen(folder.filePath(QStringLiteral("vllm.sock"))));
    connect(&server, &QLocalServer::newConnection, &server, [&server] {
        QLocalSocket *const socket = server.nextPendingConnection();
        connect(socket, &QLocalSocket::readyRead, socket, [socket] {
            socket->readAll();
            socket->write(ScriptedServer::whole("local"));
        });
    });
    proxy::UpstreamClient client;
    Recorder recorder;
    proxy::UpstreamRequest request = post("http://localhost/v1/models", "");
    request.unixSocket = server.fullServerName().toUtf8();
    const auto call = client.send(request, recorder);
    QTRY_VERIFY(recorder.complete);
    QCOMPARE(recorder.body, QByteArray("local"));
}

QTEST_GUILESS_MAIN(UpstreamClientTest)
#include "tst_upstreamclient.moc"
