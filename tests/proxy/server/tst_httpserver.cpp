// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servedrequests.h"
#include "tests/support/rawclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

#include <chrono>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace test;

namespace {

/// So short that no test waits long.
proxy::ServerLimits smallLimits()
{
    proxy::ServerLimits limits;
    limits.headerBytes = 500;
    limits.bodyBytes = 1000;
    limits.headerTime = 50ms;
    limits.bodyTime = 50ms;
    return limits;
}

QString errorCodeOf(const RawAnswer &answer)
{
    const QJsonObject error = QJsonDocument::fromJson(answer.body).object()["error"_L1].toObject();
    const bool hasShape = error["type"_L1] == "invalid_request_error"_L1 &&
                          !error["message"_L1].toString().isEmpty() && error["param"_L1].isNull() &&
                          error.contains("param"_L1);
    return hasShape ? error["code"_L1].toString() : QString();
}

/// Writes to the held stream until the kernel takes no more.
void fill(proxy::ClientStream &stream)
{
    const QByteArray block(64 * 1024, 'x');
    for (int i = 0; i < 10'000 && stream.pendingBytes() == 0; ++i) {
        stream.write(block);
    }
}

} // namespace

class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOverTheWholeRequest();
    void answersHeadRequestsWithoutABody();
    void closesAfterAnHttp10Request();
    void keepsAnHttp10ConnectionWhenAsked();
    void endsAnHttp10StreamByClosing();
    void leavesFramingHeadersToTheServer();
    void neverLetsAHeaderValueAddALine();

    void hasTheLimitsOfTheFoundation();
    void refusesWhatPassesALimit_data();
    void refusesWhatPassesALimit();
    void timesOutASlowClient_data();
    void timesOutASlowClient();
    void leavesAClientThatTakesNoAnswer();
    void letsASlowButSteadyBodyArrive();
    void letsAConnectionIdleBetweenRequests();
    void readsOnSoThatARefusalArrives();

    void tellsAClientToContinue();
    void refusesInsteadOfContinue();
    void servesCurlThatExpectsContinue();

    void tellsWhenASlowReaderHasCaughtUp();
    void noticesThatAClientLeft_data();
    void noticesThatAClientLeft();
    void noticesAClientThatLeftInMidStream();
    void noticesAClientThatLeftBehindAFullStash();
    void answersAStreamThatIsDropped();
    void breaksOffSoThatTheClientSeesIt_data();
    void breaksOffSoThatTheClientSeesIt();
    void outlivesItsConnectionAndItsServer();

    void servesBesideAThousandIdleConnections();
    void sharesAPortBetweenWorkers();
    void refusesAPortThatAnotherProgramHolds_data();
    void refusesAPortThatAnotherProgramHolds();
    void givesItsPortBack();
    void finishesAnswersAfterItStoppedListening();
    void recoversFromAShortageOfDescriptors();
    void listensOnIpv6();
};

void TestHttpServer::handsOverTheWholeRequest()
{
    TestServer test;
    RawClient client(test.port);
    QVERIFY(client.send("PUT http://h/echo?a=%20 HTTP/1.1\r\nHost: h\r\nX-One: 1\r\nx-one: 2\r\n"
                        "Content-Length: 4\r\n\r\nbody"));
    const RawAnswer answer = client.readAnswer();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, "PUT /echo?a=%20 body");
    QVERIFY(answer.head.startsWith("HTTP/1.1 200 OK\r\nDate: "));
    QVERIFY(answer.head.contains(" GMT\r\ncontent-type: text/plain\r\nContent-Length: 20\r\n\r\n"));
    const proxy::HttpRequest &request = test.served.requests.front();
    QCOMPARE(request.peer, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(request.headers.size(), 4U);
    QCOMPARE(request.headers.at(2), std::pair(QByteArray("x-one"), QByteArray("2")));
}

void TestHttpServer::answersHeadRequestsWithoutABody()
{
    TestServer test;
    RawClient client(test.port);
    QVERIFY(client.send(requestText("HEAD", "/echo") + requestText("HEAD", "/stream") +
                        requestText("GET", "/echo")));
    const RawAnswer whole = client.readAnswer(true);
    QVERIFY(whole.head.contains("Content-Length: 12\r\n")); // "HEAD /echo? "
    QVERIFY(client.readAnswer(true).head.contains("Transfer-Encoding: chunked"));
    QCOMPARE(client.readAnswer().body, "GET /echo? ");
}

void TestHttpServer::closesAfterAnHttp10Request()
{
    TestServer test;
    RawClient client(test.port);
    QVERIFY(client.send("GET /later HTTP/1.0\r\n\r\n"));
    const RawAnswer answer = client.readAnswer();
    QCOMPARE(answer.body, "GET /later? ");
    QVERIFY(answer.head.contains("Connection: close"));
    QVERIFY(client.waitForEnd());
    QVERIFY(!client.wasReset());
}

void TestHttpServer::keepsAnHttp10ConnectionWhenAsked()
{
    TestServer test;
    RawClient client(test.port);
    for (int i = 0; i < 2; ++i) {
        QVERIFY(client.send("GET /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
        const RawAnswer answer = client.readAnswer();
        QCOMPARE(answer.body, "GET /echo? ");
        QVERIFY(answer.head.contains("Connection: keep-alive"));
    }
}

void TestHttpServer::endsAnHttp10StreamByClosing()
{
    TestServer test;
    RawClient client(test.port);
    QVERIFY(client.send("GET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
    const RawAnswer answer = client.readAnswer();
    QVERIFY(!answer.head.contains("chunked"));
    QVERIFY(answer.head.contains("Connection: close"));
    QVERIFY(answer.isComplete);
    QCOMPARE(answer.body, "GET /stream? ");
}

void TestHttpServer::leavesFramingHeadersToTheServer()
{
    TestServer test;
    RawClient client(test.port);
    QVERIFY(client.send(requestText("GET", "/hold")));
    QTRY_COMPARE(test.served.held.size(), 1U);
    test.served.held.front()->respond(
        204, {{"content-length", "7"}, {"transfer-encoding", "chunked"}, {"x-a", "b"}}, {});
    const RawAnswer answer = client.readAnswer();
    QCOMPARE(answer.status, 204);
    QVERIFY(answer.head.contains("x-a: b\r\n"));
    QVERIFY(!answer.head.toLower().contains("content-length"));
    QVERIFY(!answer.head.contains("chunked"));
}

void TestHttpServer::neverLetsAHeaderValueAddALine()
{
    TestServer test;
    RawClient client(test.port);
    QVERIFY(client.send(requestText("GET", "/hold")));
    QTRY_COMPARE(test.served.held.size(), 1U);
    test.served.held.front()->respond(200, {{"x-a", "b\r\nSet-Cookie: c"}}, "ok");
    QVERIFY(client.readAnswer().head.contains("x-a: b  Set-Cookie: c\r\n"));
}

void TestHttpServer::hasTheLimitsOfTheFoundation()
{
    QCOMPARE(proxy::ServerLimits().headerBytes, 64 * 1024);
    QCOMPARE(proxy::ServerLimits().bodyBytes, 32 * 1024 * 1024);
    QCOMPARE(proxy::ServerLimits().headerTime, std::chrono::seconds(10));
    QCOMPARE(proxy::ServerLimits().bodyTime, std::chrono::seconds(30));
}

void TestHttpServer::refusesWhatPassesALimit_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    using B = QByteArray;
    const B post = "POST /echo HTTP/1.1\r\nHost: h\r\n";
    QTest::newRow("long head") << post + "X: " + B(500, 'x') << 431
                               << u"request_headers_too_large"_s;
    QTest::newRow("long body") << post + "Content-Length: 1001\r\n\r\n"
                               << 413 << u"request_too_large"_s;
    QTest::newRow("long chunk") << post + "Transfer-Encoding: chunked\r\n\r\n3E9\r\n"
                                << 413 << u"request_too_large"_s;
    QTest::newRow("long chunks") << post + "Transfer-Encoding: chunked\r\n\r\n3E8\r\n" +
                                        B(1000, 'x') + "\r\n1\r\n"
                                 << 413 << u"request_too_large"_s;
    QTest::newRow("two lengths") << post + "Content-Length: 1\r\nContent-Length: 1\r\n\r\nx" << 400
                                 << u"malformed_request"_s;
    QTest::newRow("negative length") << post + "Content-Length: -1\r\n\r\n"
                                     << 400 << u"malformed_request"_s;
    QTest::newRow("length and chunked")
        << post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        << 400 << u"malformed_request"_s;
    QTest::newRow("bad chunk") << post + "Transfer-Encoding: chunked\r\n\r\nx\r\n"
                               << 400 << u"malformed_request"_s;
    QTest::newRow("not HTTP") << B("hello\n") << 400 << u"malformed_request"_s;
    QTest::newRow("HTTP/3") << B("GET / HTTP/3.0\r\nHost: h\r\n\r\n") << 505
                            << u"http_version_not_supported"_s;
}

void TestHttpServer::refusesWhatPassesALimit()
{
    QFETCH(QByteArray, wire);
    TestServer test(smallLimits());
    RawClient client(test.port);
    QVERIFY(client.send(wire));
    const RawAnswer answer = client.readAnswer();
    QTEST(answer.status, "status");
    QTEST(errorCodeOf(answer), "code");
    QVERIFY(answer.head.contains("Connection: close"));
    QVERIFY(answer.head.contains("content-type: application/json"));
    QVERIFY(client.waitForEnd());
    QVERIFY(!client.wasReset());
    QVERIFY(test.served.requests.empty());
}

void TestHttpServer::timesOutASlowClient_data()
{
    QTest::addColumn<QByteArray>("wire");
    using B = QByteArray;
    QTest::newRow("silent after connecting") << B();
    QTest::newRow("half a head") << B("GET / HTTP/1.1\r\nHo");
    QTest::newRow("half a head after a request") << requestText("GET", "/echo") + B("GET");
    QTest::newRow("half a body") << B(
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nhalf");
    QTest::newRow("half a chunk") << B(
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel");
}

void TestHttpServer::timesOutASlowClient()
{
    QFETCH(QByteArray, wire);
    TestServer test(smallLimits());
    RawClient client(test.port);
    QVERIFY(client.send(wire));
    RawAnswer answer = client.readAnswer();
    if (answer.status == 200) {
        answer = client.readAnswer();
    }
    QCOMPARE(answer.status, 408);
    QCOMPARE(errorCodeOf(answer), u"request_timeout"_s);
    QVERIFY(client.waitForEnd());
}

void TestHttpServer::leavesAClientThatTakesNoAnswer()
{
    proxy::ServerLimits limits = smallLimits();
    limits.sendTime = 200ms;
    TestServer test(limits);
    RawClient client(test.port);
    QVERIFY(client.send(requestText("GET", "/hold")));
    QTRY_COMPARE(test.served.held.size(), std::size_t(1));
    proxy::ClientStream &stream = *test.served.held.front();
    bool isGone = false;
    stream.onGone([&isGone] { isGone = true; });
    stream.begin(200, {{"content-type", "text/event-stream"}});
    QTest::qWait(400); // nothing waits for it: silence is no fault of its
    QVERIFY(!isGone);
    fill(stream);
    QVERIFY(stream.pendingBytes() > 0);
    QTRY_VERIFY(isGone);
}

void TestHttpServer::letsASlowButSteadyBodyArrive()
{
    proxy::ServerLimits limits = smallLimits();
    limits.bodyTime = std::chrono::milliseconds(500);
    TestServer test(limits);
    RawClient client(test.port);
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\n"));
    for (int i = 0; i < 9; ++i) { // 9 * 80 ms > 500 ms, but each byte comes in time
        QTest::qWait(80);
        QVERIFY(client.send("x"));
    }
    QCOMPARE(client.readAnswer().body, "POST /echo? xxxxxxxxx");
}

void TestHttpServer::letsAConnectionIdleBetweenRequests()
{
    TestServer test(smallLimits());
    RawClient client(test.port);
    RawClient witness(test.port); // says nothing: its 408 shows that the time is over
    QVERIFY(client.send(requestText("GET", "/echo")));
    QCOMPARE(client.readAnswer().status, 200);
    QCOMPARE(witness.readAnswer().status, 408);
    QVERIFY(client.send(requestText("GET", "/echo")));
    QCOMPARE(client.readAnswer().status, 200);
}

void TestHttpServer::readsOnSoThatARefusalArrives()
{
    proxy::ServerLimits limits;
    limits.bodyBytes = 4 * 1024 * 1024;
    TestServer test(limits);
    RawClient client(test.port);
    QByteArray length = QByteArray::number(limits.bodyBytes + 1);
    QVERIFY(
        client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: " + length + "\r\n\r\n"));
    for (int i = 0; i < 64; ++i) { // a client that sends it all before it looks
        QVERIFY(client.send(QByteArray(64 * 1024 - 1, 'x')));
    }
    QCOMPARE(client.readAnswer().status, 413);
    QVERIFY(!client.wasReset());
}

void TestHttpServer::tellsAClientToContinue()
{
    TestServer test;
    RawClient client(test.port);
    const QByteArray head = "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n"
                            "Expect: 100-continue\r\n\r\n";
    QVERIFY(client.send(requestText("GET", "/later") + head));
    QCOMPARE(client.readAnswer().body, "GET /later? ");
    QCOMPARE(client.readAnswer().head, "HTTP/1.1 100 Continue\r\n\r\n");
    QVERIFY(client.send("body"));
    QCOMPARE(client.readAnswer().body, "POST /echo? body");
    QVERIFY(client.send(head + "body")); // it did not wait: no 100
    QCOMPARE(client.readAnswer().status, 200);
}

void TestHttpServer::refusesInsteadOfContinue()
{
    TestServer test(smallLimits());
    RawClient client(test.port);
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 5000\r\n"
                        "Expect: 100-continue\r\n\r\n"));
    QCOMPARE(client.readAnswer().status, 413);
}

void TestHttpServer::servesCurlThatExpectsContinue()
{
    const QString curlPath = QStandardPaths::findExecutable(u"curl"_s);
    if (curlPath.isEmpty()) {
        QSKIP("curl is not installed");
    }
    TestServer test;
    QProcess curl;
    const QByteArray body(2 * 1024 * 1024, 'x');
    curl.start(curlPath,
               {u"-sS"_s,
                u"--noproxy"_s,
                u"*"_s,
                u"-H"_s,
                u"Expect: 100-continue"_s,
                u"--data-binary"_s,
                u"@-"_s,
                u"http://127.0.0.1:%1/echo"_s.arg(test.port)});
    curl.write(body);
    curl.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(curl.state(), QProcess::NotRunning, 10'000);
    QCOMPARE(curl.exitCode(), 0);
    QCOMPARE(curl.readAllStandardOutput().size(), body.size() + 12); // "POST /echo? "
}

void TestHttpServer::tellsWhenASlowReaderHasCaughtUp()
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

void TestHttpServer::noticesThatAClientLeft_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("close") << 0;
    QTest::newRow("reset") << 1;
    QTest::newRow("half-close") << 2;
}

void TestHttpServer::noticesThatAClientLeft()
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

void TestHttpServer::noticesAClientThatLeftInMidStream()
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

void TestHttpServer::noticesAClientThatLeftBehindAFullStash()
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

void TestHttpServer::answersAStreamThatIsDropped()
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

void TestHttpServer::breaksOffSoThatTheClientSeesIt_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<bool>("byReset");
    QTest::newRow("1.1: no last chunk") << QByteArray("1.1") << false;
    QTest::newRow("1.0: a reset, as the end means complete") << QByteArray("1.0") << true;
}

void TestHttpServer::breaksOffSoThatTheClientSeesIt()
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

void TestHttpServer::outlivesItsConnectionAndItsServer()
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

void TestHttpServer::servesBesideAThousandIdleConnections()
{
    rlimit descriptors{};
    ::getrlimit(RLIMIT_NOFILE, &descriptors);
    descriptors.rlim_cur = std::min<rlim_t>(descriptors.rlim_max, 4096);
    ::setrlimit(RLIMIT_NOFILE, &descriptors);
    TestServer test;
    std::vector<RawClient> idle;
    for (int i = 0; i < 1000; ++i) {
        idle.emplace_back(test.port);
        QVERIFY(idle.back().send(requestText("GET", "/echo")));
    }
    for (RawClient &client : idle) {
        QCOMPARE(client.readAnswer().status, 200);
    }
    QCOMPARE(test.server.openConnections(), 1000);
    RawClient active(test.port);
    for (int i = 0; i < 1000; ++i) {
        QVERIFY(active.send(requestText("GET", "/echo")));
        QCOMPARE(active.readAnswer().status, 200);
    }
    for (RawClient &client : idle) {
        QVERIFY(client.send(requestText("GET", "/later")));
        QCOMPARE(client.readAnswer().status, 200);
    }
}

void TestHttpServer::sharesAPortBetweenWorkers()
{
    TestServer first;
    ServedRequests served;
    proxy::HttpServer second(
        {}, [&](proxy::HttpRequest &&request, std::shared_ptr<proxy::ClientStream> stream) {
            served.handle(std::move(request), std::move(stream));
        });
    QVERIFY(second.listen(QHostAddress::LocalHost, first.port).ok());
    for (int i = 0; i < 200 && (served.requests.empty() || first.served.requests.empty()); ++i) {
        RawClient client(first.port); // the kernel deals them out: 200 never all fall to one
        QVERIFY(client.send(requestText("GET", "/echo")));
        QCOMPARE(client.readAnswer().status, 200);
    }
    QVERIFY(!served.requests.empty());
    QVERIFY(!first.served.requests.empty());
}

void TestHttpServer::refusesAPortThatAnotherProgramHolds_data()
{
    QTest::addColumn<bool>("sharing");
    QTest::newRow("alone") << false;
    QTest::newRow("sharing, like a second Capstan") << true;
}

void TestHttpServer::refusesAPortThatAnotherProgramHolds()
{
    QFETCH(bool, sharing);
    const int other = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int value = sharing ? 1 : 0;
    ::setsockopt(other, SOL_SOCKET, SO_REUSEPORT, &value, sizeof value);
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof name;
    QCOMPARE(::bind(other, reinterpret_cast<sockaddr *>(&name), length), 0);
    QCOMPARE(::listen(other, 5), 0);
    ::getsockname(other, reinterpret_cast<sockaddr *>(&name), &length);
    const quint16 port = ntohs(name.sin_port);

    proxy::HttpServer server({}, [](proxy::HttpRequest &&, auto) {});
    const auto listening = server.listen(QHostAddress::LocalHost, port);
    QVERIFY(!listening.ok());
    QCOMPARE(listening.error().code, core::ErrorCode::Unavailable);
    QVERIFY(listening.error().message.contains(QString::number(port)));
    QVERIFY(listening.error().remedy.contains(QString::number(port)));
    ::close(other);
    QVERIFY(server.listen(QHostAddress::LocalHost, port).ok());
    QVERIFY(!proxy::HttpServer({}, {}).listen(QHostAddress(), 0).ok());
}

void TestHttpServer::givesItsPortBack()
{
    TestServer first;
    RawClient client(first.port);
    first.server.stopListening();
    QVERIFY(!RawClient(first.port).isConnected());
    proxy::HttpServer second({}, [](proxy::HttpRequest &&, auto) {});
    QVERIFY(second.listen(QHostAddress::LocalHost, first.port).ok());
}

void TestHttpServer::finishesAnswersAfterItStoppedListening()
{
    TestServer test;
    RawClient idle(test.port);
    QVERIFY(idle.send(requestText("GET", "/echo")));
    QCOMPARE(idle.readAnswer().status, 200);
    RawClient active(test.port);
    QVERIFY(active.send(requestText("GET", "/hold")));
    RawClient streaming(test.port);
    QVERIFY(streaming.send(requestText("GET", "/hold")));
    QTRY_COMPARE(test.served.held.size(), 2U);
    test.served.held.back()->begin(200, {});

    test.server.stopListening();
    QVERIFY(idle.waitForEnd());
    test.served.held.back()->write("to the end");
    test.served.held.back()->end();
    QCOMPARE(streaming.readAnswer().body, "to the end");
    QVERIFY(streaming.waitForEnd());
    streaming.close();
    test.served.held.front()->respond(200, {}, "last");
    const RawAnswer answer = active.readAnswer();
    QCOMPARE(answer.body, "last");
    QVERIFY(answer.head.contains("Connection: close"));
    QVERIFY(active.waitForEnd());
    active.close();
    QTRY_COMPARE(test.server.openConnections(), 0);
}

void TestHttpServer::recoversFromAShortageOfDescriptors()
{
    TestServer test;
    RawClient client(test.port); // still in the backlog: the event loop has not run
    QVERIFY(client.send(requestText("GET", "/echo")));
    rlimit before{};
    ::getrlimit(RLIMIT_NOFILE, &before);
    const int next = ::dup(0);
    ::close(next);
    const rlimit none{static_cast<rlim_t>(next), before.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &none);
    QCoreApplication::processEvents();
    QCOMPARE(test.server.openConnections(), 0);
    ::setrlimit(RLIMIT_NOFILE, &before);
    QCOMPARE(client.readAnswer().status, 200);
}

void TestHttpServer::listensOnIpv6()
{
    for (const auto address : {QHostAddress::LocalHostIPv6, QHostAddress::Any}) {
        ServedRequests served;
        proxy::HttpServer server(
            {}, [&](proxy::HttpRequest &&request, std::shared_ptr<proxy::ClientStream> stream) {
                served.handle(std::move(request), std::move(stream));
            });
        const auto listening = server.listen(QHostAddress(address), 0);
        if (!listening) {
            QSKIP("this machine has no IPv6");
        }
        RawClient client(listening.value(), QHostAddress::LocalHostIPv6);
        QVERIFY(client.send(requestText("GET", "/echo")));
        QCOMPARE(client.readAnswer().status, 200);
        QCOMPARE(served.requests.back().peer, QHostAddress(QHostAddress::LocalHostIPv6));
        RawClient ipv4(listening.value());
        QCOMPARE(ipv4.isConnected(), address == QHostAddress::Any);
        if (ipv4.isConnected()) {
            QVERIFY(ipv4.send(requestText("GET", "/echo")));
            QCOMPARE(ipv4.readAnswer().status, 200);
            QCOMPARE(served.requests.back().peer, QHostAddress(QHostAddress::LocalHost));
        }
    }
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
