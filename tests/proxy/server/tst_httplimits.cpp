// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servedrequests.h"
#include "tests/support/rawclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <chrono>

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

/// What a client may take of memory and time before it is refused.
class TestHttpLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

void TestHttpLimits::hasTheLimitsOfTheFoundation()
{
    QCOMPARE(proxy::ServerLimits().headerBytes, 64 * 1024);
    QCOMPARE(proxy::ServerLimits().bodyBytes, 32 * 1024 * 1024);
    QCOMPARE(proxy::ServerLimits().headerTime, std::chrono::seconds(10));
    QCOMPARE(proxy::ServerLimits().bodyTime, std::chrono::seconds(30));
}

void TestHttpLimits::refusesWhatPassesALimit_data()
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

void TestHttpLimits::refusesWhatPassesALimit()
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

void TestHttpLimits::timesOutASlowClient_data()
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

void TestHttpLimits::timesOutASlowClient()
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

void TestHttpLimits::leavesAClientThatTakesNoAnswer()
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

void TestHttpLimits::letsASlowButSteadyBodyArrive()
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

void TestHttpLimits::letsAConnectionIdleBetweenRequests()
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

void TestHttpLimits::readsOnSoThatARefusalArrives()
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

void TestHttpLimits::tellsAClientToContinue()
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

void TestHttpLimits::refusesInsteadOfContinue()
{
    TestServer test(smallLimits());
    RawClient client(test.port);
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 5000\r\n"
                        "Expect: 100-continue\r\n\r\n"));
    QCOMPARE(client.readAnswer().status, 413);
}

void TestHttpLimits::servesCurlThatExpectsContinue()
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

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "tst_httplimits.moc"
