// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/requestbody.h"
#include "proxy/server/requesthead.h"

#include <QTest>

using namespace proxy;

namespace {

constexpr qint64 Limit = 64 * 1024;

HeadVerdict read(QByteArrayView bytes, qint64 limit = Limit)
{
    qsizetype scanned = 0;
    return readRequestHead(bytes, limit, scanned);
}

RequestHead good(QByteArrayView bytes)
{
    const HeadVerdict verdict = read(bytes);
    const auto *head = std::get_if<RequestHead>(&verdict);
    return head == nullptr ? RequestHead() : *head;
}

int refusalOf(QByteArrayView bytes, qint64 limit = Limit)
{
    const HeadVerdict verdict = read(bytes, limit);
    const auto *refusal = std::get_if<Refusal>(&verdict);
    return refusal == nullptr ? 0 : refusal->status;
}

struct Gathered
{
    RequestBody::Progress progress = RequestBody::Progress::Incomplete;
    QByteArray bytes;
    qsizetype left = 0;
    int status = 0;
};

/// Feeds a chunked body in pieces of `step` bytes.
Gathered gather(const QByteArray &wire, qint64 limit, qsizetype step)
{
    RequestBody body(BodyKind::Chunked, 0, limit);
    Gathered result;
    result.progress = body.start();
    QByteArray waiting;
    qsizetype at = 0;
    while (at < wire.size() && result.progress == RequestBody::Progress::Incomplete) {
        waiting.append(wire.mid(at, step));
        at += step;
        qsizetype taken = 0;
        result.progress = body.take(waiting, taken);
        waiting.remove(0, taken);
    }
    result.left = waiting.size() + std::max<qsizetype>(wire.size() - at, 0);
    result.status = body.refusal().status;
    result.bytes = body.bytes();
    return result;
}

} // namespace

class TestRequestHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAUsualRequest();
    void readsTargets_data();
    void readsTargets();
    void tellsWhetherTheConnectionStays_data();
    void tellsWhetherTheConnectionStays();
    void refuses_data();
    void refuses();
    void waitsForTheRest();
    void limitsTheSizeExactly();
    void looksThroughATricklingHeadOnce();
    void gathersAChunkedBodyInAnyPieces();
    void refusesABadChunk_data();
    void refusesABadChunk();
    void refusesALongBody();
};

void TestRequestHead::readsAUsualRequest()
{
    const QByteArray text = "POST /v1/chat?x=1&y HTTP/1.1\r\nHost: a\r\nX-Name: \t some value \r\n"
                            "Content-Length: 12\r\nExpect: 100-Continue\r\nEmpty:\r\n\r\n";
    const RequestHead head = good(text + "next");
    QCOMPARE(head.method, "POST");
    QCOMPARE(head.path, "/v1/chat");
    QCOMPARE(head.query, "x=1&y");
    QCOMPARE(head.size, text.size());
    QCOMPARE(headerValue(head.headers, "x-name"), "some value");
    QCOMPARE(headerValue(head.headers, "empty"), "");
    QCOMPARE(head.headers.size(), 5U);
    QVERIFY(head.body == BodyKind::Length);
    QCOMPARE(head.contentLength, 12);
    QVERIFY(head.expectsContinue);
    QVERIFY(head.keepAlive);
    QVERIFY(!head.isHttp10);
}

void TestRequestHead::readsTargets_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    using B = QByteArray;
    QTest::newRow("origin") << B("GET /a%20b") << B("/a%20b") << B();
    QTest::newRow("empty query") << B("GET /a?") << B("/a") << B();
    QTest::newRow("two marks") << B("GET /a?b?c") << B("/a") << B("b?c");
    QTest::newRow("double slash") << B("GET //a") << B("//a") << B();
    QTest::newRow("absolute") << B("GET http://h:1/a/b?q") << B("/a/b") << B("q");
    QTest::newRow("absolute, upper case") << B("GET HTTP://h/a") << B("/a") << B();
    QTest::newRow("absolute, no path") << B("GET https://h") << B("/") << B();
    QTest::newRow("absolute, only query") << B("GET http://h?q=/x") << B("/") << B("q=/x");
    QTest::newRow("asterisk") << B("OPTIONS *") << B("*") << B();
    QTest::newRow("path like a scheme") << B("GET /x://y") << B("/x://y") << B();
}

void TestRequestHead::readsTargets()
{
    QFETCH(QByteArray, line);
    const RequestHead head = good(line + " HTTP/1.1\r\nHost: h\r\n\r\n");
    QTEST(head.path, "path");
    QTEST(head.query, "query");
}

void TestRequestHead::tellsWhetherTheConnectionStays_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<bool>("stays");
    using B = QByteArray;
    QTest::newRow("1.1") << B("1.1\r\nHost: h") << true;
    QTest::newRow("1.1 close") << B("1.1\r\nHost: h\r\nConnection: Close") << false;
    QTest::newRow("1.1 list") << B("1.1\r\nHost: h\r\nConnection: TE , close") << false;
    QTest::newRow("1.1 both") << B("1.1\r\nHost: h\r\nConnection: keep-alive, close") << false;
    QTest::newRow("1.0") << B("1.0") << false;
    QTest::newRow("1.0 keep-alive") << B("1.0\r\nConnection: Keep-Alive") << true;
}

void TestRequestHead::tellsWhetherTheConnectionStays()
{
    QFETCH(QByteArray, rest);
    const RequestHead head = good("GET / HTTP/" + rest + "\r\n\r\n");
    QCOMPARE(head.method, "GET");
    QTEST(head.keepAlive, "stays");
}

void TestRequestHead::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    using B = QByteArray;
    const auto line = [](const char *name, const char *text, int status = 400) {
        QTest::newRow(name) << B(text) + "\r\nHost: h\r\n\r\n" << status;
    };
    const auto header = [](const char *name, const char *text, int status = 400) {
        QTest::newRow(name) << B("POST / HTTP/1.1\r\nHost: h\r\n") + text + "\r\n\r\n" << status;
    };
    line("no version", "GET /");
    line("no target", "GET  HTTP/1.1");
    line("two spaces", "GET  / HTTP/1.1");
    line("space in target", "GET /a b HTTP/1.1");
    line("tab for space", "GET\t/\tHTTP/1.1");
    line("trailing space", "GET / HTTP/1.1 ");
    line("method no token", "G(T / HTTP/1.1");
    line("not a path", "GET a HTTP/1.1");
    line("asterisk for GET", "GET * HTTP/1.1");
    line("fragment", "GET /a#b HTTP/1.1");
    line("byte above ASCII", "GET /\xc3\xa4 HTTP/1.1");
    line("control character", "GET /\x01 HTTP/1.1");
    line("CONNECT", "CONNECT h:1 HTTP/1.1", 501);
    line("HTTP/2.0", "GET / HTTP/2.0", 505);
    line("HTTP/1.2", "GET / HTTP/1.2", 505);
    line("no HTTP", "GET / HTXP/1.1");
    line("lower case", "GET / http/1.1");
    header("both lengths", "Content-Length: 5\r\nTransfer-Encoding: chunked");
    header("both, other order", "Transfer-Encoding: chunked\r\nContent-Length: 5");
    header("two lengths", "Content-Length: 5\r\nContent-Length: 6");
    header("the same length twice", "Content-Length: 5\r\ncontent-length: 5");
    header("length list", "Content-Length: 5, 5");
    header("negative length", "Content-Length: -1");
    header("signed length", "Content-Length: +5");
    header("hexadecimal length", "Content-Length: 0x5");
    header("empty length", "Content-Length:");
    header("length over 63 bits", "Content-Length: 18446744073709551617");
    header("gzip, chunked", "Transfer-Encoding: gzip, chunked");
    header("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked");
    header("identity", "Transfer-Encoding: identity");
    header("xchunked", "Transfer-Encoding: xchunked");
    header("space before colon", "Content-Length : 5");
    header("folded", "X: a\r\n b");
    header("folded first", " X: a");
    header("no colon", "X");
    header("empty name", ": a");
    header("bare CR in value", "X: a\rY: b");
    header("bare LF", "X: a\nY: b");
    header("two hosts", "Host: g");
    header("other expectation", "Expect: tea", 417);
    QTest::newRow("NUL in value") << B("GET / HTTP/1.1\r\nHost: h\r\nX: a\0b\r\n\r\n", 35) << 400;
    QTest::newRow("no host") << B("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("LF only") << B("GET / HTTP/1.1\nHost: h\n\n") << 400;
    QTest::newRow("chunked in 1.0")
        << B("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n") << 400;
    QTest::newRow("TLS hello") << B("\x16\x03\x01\x02\x00\x01\x0a", 7) << 400;
}

void TestRequestHead::refuses()
{
    QFETCH(QByteArray, text);
    QTEST(refusalOf(text), "status");
}

void TestRequestHead::waitsForTheRest()
{
    const QByteArray text = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
    for (qsizetype size = 0; size < text.size(); ++size) {
        QVERIFY(std::holds_alternative<HeadIncomplete>(read(text.first(size))));
    }
    QCOMPARE(good(text).size, text.size());
}

void TestRequestHead::limitsTheSizeExactly()
{
    const QByteArray text = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
    QCOMPARE(refusalOf(text, text.size()), 0);
    QCOMPARE(refusalOf(text, text.size() - 1), 431);
    QCOMPARE(refusalOf(text.chopped(1), text.size() - 1), 0); // may still end in time
    QCOMPARE(refusalOf(QByteArray(101, 'a'), 100), 431);
}

void TestRequestHead::looksThroughATricklingHeadOnce()
{
    const QByteArray text = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
    qsizetype scanned = 0;
    for (qsizetype size = 1; size < text.size(); ++size) {
        const HeadVerdict verdict = readRequestHead(text.first(size), Limit, scanned);
        QVERIFY(std::holds_alternative<HeadIncomplete>(verdict));
        QCOMPARE(scanned, size);
    }
    QVERIFY(std::holds_alternative<RequestHead>(readRequestHead(text, Limit, scanned)));
}

void TestRequestHead::gathersAChunkedBodyInAnyPieces()
{
    const QByteArray wire =
        "5\r\nhello\r\n00C;name=value\r\n, wide world\r\n0\r\nTrailer: x\r\n\r\nGET";
    for (qsizetype step = 1; step <= wire.size(); ++step) {
        const Gathered result = gather(wire, 17, step);
        QVERIFY(result.progress == RequestBody::Progress::Complete);
        QCOMPARE(result.bytes, "hello, wide world");
        QCOMPARE(result.left, 3);
    }
}

void TestRequestHead::refusesABadChunk_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<int>("status");
    using B = QByteArray;
    QTest::newRow("no number") << B("x\r\n") << 400;
    QTest::newRow("empty size") << B("\r\n") << 400;
    QTest::newRow("negative") << B("-5\r\nhello") << 400;
    QTest::newRow("prefix") << B("0x5\r\nhello") << 400;
    QTest::newRow("space") << B("5 \r\nhello") << 400;
    QTest::newRow("bare LF") << B("5\nhello") << 400;
    QTest::newRow("bare CR") << B("5\rhello") << 400;
    QTest::newRow("overflow") << B("FFFFFFFFFFFFFFFF\r\n") << 400;
    QTest::newRow("longer than its size") << B("5\r\nhello!\r\n") << 400;
    QTest::newRow("bare LF after data") << B("5\r\nhello\n0\r\n") << 400;
    QTest::newRow("endless extension") << B("5;") + B(300, 'x') << 400;
    QTest::newRow("endless trailers") << B("0\r\n") + B("a: b\r\n").repeated(2000) << 431;
    QTest::newRow("too long") << B("65\r\n") << 413; // 0x65 = 101 > 100
    QTest::newRow("too long together") << B("64\r\n") + B(100, 'x') + "\r\n1\r\n" << 413;
}

void TestRequestHead::refusesABadChunk()
{
    QFETCH(QByteArray, wire);
    for (const qsizetype step : {qsizetype(1), qsizetype(3), wire.size()}) {
        const Gathered result = gather(wire, 100, step);
        QVERIFY(result.progress == RequestBody::Progress::Refused);
        QTEST(result.status, "status");
    }
}

void TestRequestHead::refusesALongBody()
{
    QVERIFY(RequestBody(BodyKind::Length, 100, 100).start() == RequestBody::Progress::Incomplete);
    QVERIFY(RequestBody(BodyKind::Length, 101, 100).start() == RequestBody::Progress::Refused);
    QVERIFY(RequestBody(BodyKind::Length, 0, 100).start() == RequestBody::Progress::Complete);
    QVERIFY(RequestBody(BodyKind::None, 0, 100).start() == RequestBody::Progress::Complete);
}

QTEST_GUILESS_MAIN(TestRequestHead)
#include "tst_requesthead.moc"
