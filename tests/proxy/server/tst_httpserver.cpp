// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servedrequests.h"
#include "tests/support/rawclient.h"

#include <QTest>

#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace test;

/// Requests and answers as HTTP wants them, and the port they come in by.
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
