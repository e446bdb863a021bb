// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"

#include "proxy/upstream/upstreamcall.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <optional>
#include <sys/socket.h>

using namespace std::chrono_literals;
using proxy::UpstreamFailure;

namespace {

/// Notes what a call hears; `onEach` runs at the end of each callback.
class Recorder final : public proxy::UpstreamListener
{
public:
    void onHead(int code, const proxy::HeaderList &list) override
    {
        enter();
        status = code;
        headers = list;
        leave();
    }
    void onBody(QByteArrayView bytes) override
    {
        enter();
        body.append(bytes);
        ++pieces;
        leave();
    }
    void onComplete() override
    {
        enter();
        complete = true;
        leave();
    }
    void onError(const proxy::UpstreamError &failure) override
    {
        enter();
        error = failure;
        leave();
    }
    [[nodiscard]] bool ended() const { return complete || error.has_value(); }
    [[nodiscard]] QByteArray header(QByteArrayView name) const
    {
        const auto found = std::find_if(headers.begin(), headers.end(), [name](const auto &pair) {
            return pair.first == name;
        });
        return found == headers.end() ? QByteArray() : found->second;
    }

    int status = 0;
    proxy::HeaderList headers;
    QByteArray body;
    int pieces = 0;
    bool complete = false;
    std::optional<proxy::UpstreamError> error;
    std::function<void()> onEach;
    static inline int nested = 0;
    static inline int depth = 0;

private:
    void enter() { nested += depth++ > 0 ? 1 : 0; }
    void leave()
    {
        // A copy: the callback may destroy this recorder's call, or replace the callback itself.
        if (const auto callback = onEach) {
            callback();
        }
        --depth;
    }
};

proxy::UpstreamRequest post(const QByteArray &url, const QByteArray &body = "{}")
{
    return {
        .url = url, .headers = {{"content-type", "application/json"}}, .bearer = {}, .body = body};
}

/// What the peer of this socket would see without an event loop turning: true when closed.
bool isClosedNow(const QTcpSocket &socket)
{
    char byte = 0;
    const auto descriptor = static_cast<int>(socket.socketDescriptor());
    const auto size = recv(descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return size == 0 || (size < 0 && errno != EAGAIN);
}

} // namespace

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
    void reportsARefusedConnection();
    void reportsWhatIsNoUrl();
    void reportsABrokenAnswer_data();
    void reportsABrokenAnswer();
    void messagesHoldNoSecrets();
    void reportsSilence();
    void silenceDoesNotCountWhilePaused();
    void retriesOnceWhenAReusedConnectionDies();
    void doesNotRetryAFreshConnection();
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

void UpstreamClientTest::reportsARefusedConnection()
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

void UpstreamClientTest::reportsWhatIsNoUrl()
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

void UpstreamClientTest::reportsABrokenAnswer_data()
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

void UpstreamClientTest::reportsABrokenAnswer()
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

void UpstreamClientTest::messagesHoldNoSecrets()
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

void UpstreamClientTest::reportsSilence()
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

void UpstreamClientTest::silenceDoesNotCountWhilePaused()
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

void UpstreamClientTest::retriesOnceWhenAReusedConnectionDies()
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

void UpstreamClientTest::doesNotRetryAFreshConnection()
{
    ScriptedServer server([](QTcpSocket &s, const QByteArray &) { s.abort(); });
    proxy::UpstreamClient client;
    Recorder recorder;
    const auto call = client.send(post(server.url()), recorder);
    QTRY_VERIFY(recorder.error.has_value());
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(recorder.error->requestSent);
}

void UpstreamClientTest::cancelClosesTheConnectionAtOnce()
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

void UpstreamClientTest::destroyingACallClosesItsConnection()
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

void UpstreamClientTest::callsMayBeDestroyedInAnyCallback_data()
{
    QTest::addColumn<int>("callback");
    QTest::addColumn<bool>("breaks");
    QTest::newRow("head") << 1 << false;
    QTest::newRow("first body") << 2 << false;
    QTest::newRow("second body") << 3 << false;
    QTest::newRow("complete") << 4 << false;
    QTest::newRow("error") << 4 << true;
}

void UpstreamClientTest::callsMayBeDestroyedInAnyCallback()
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

void UpstreamClientTest::aCallMayCancelAnotherAndSendANewOne()
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

void UpstreamClientTest::aCallThatIsCancelledAtOnceNeverReachesTheServer()
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

void UpstreamClientTest::pauseHoldsBackTheServer()
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

void UpstreamClientTest::resumeInAnotherCallsCallbackDoesNotNest()
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

void UpstreamClientTest::fiveHundredCallsRunAtOnce()
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

void UpstreamClientTest::callsOutliveTheirClient()
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
