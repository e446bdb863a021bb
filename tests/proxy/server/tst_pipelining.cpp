// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servedrequests.h"
#include "tests/support/rawclient.h"

#include <QCoreApplication>
#include <QTest>

using namespace test;

namespace {

struct Script
{
    QByteArray wire;
    std::vector<QByteArray> answers;

    void add(QByteArrayView method, const QByteArray &path, const QByteArray &body)
    {
        wire += requestText(method, path, body);
        answers.push_back(method.toByteArray() + ' ' + path + "? " + body);
    }
};

/// Answers at once, from the event loop and in chunks, with and without body, chunked ones too.
Script mixedScript()
{
    Script script;
    script.add("POST", "/stream", "one");
    script.add("GET", "/echo", {});
    script.add("POST", "/later", "second body");
    script.wire += "POST /later HTTP/1.1\r\nhost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                   "4\r\nGET \r\n2;x\r\n/ \r\n0\r\n\r\n\r\n";
    script.answers.push_back("POST /later? GET / ");
    script.add("GET", "/stream", {});
    script.add("POST", "/echo", "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n");
    script.add("GET", "/later", {});
    return script;
}

/// Lets the server see what was sent so far, before more comes.
void letServerRead()
{
    QCoreApplication::processEvents();
}

void compareAnswers(RawClient &client, const std::vector<QByteArray> &expected)
{
    for (const QByteArray &text : expected) {
        const RawAnswer answer = client.readAnswer();
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.isComplete);
        QCOMPARE(answer.body, text);
    }
}

} // namespace

class TestPipelining : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersInOrderAllAtOnce();
    void answersInOrderSplitAtEveryByte();
    void answersInOrderInPiecesOfEverySize();
    void answersInOrderInPairs();
    void answersAllBeforeAHalfClosedEnd();
    void handsOverTheNextRequestOnlyAfterTheAnswer();
    void keepsABoundedStashWhileAnAnswerRuns();
    void waitsWithTheNextUntilALargeAnswerIsTaken();
    void answersNothingAfterAClose();
};

void TestPipelining::answersInOrderAllAtOnce()
{
    TestServer test;
    const Script script = mixedScript();
    RawClient client(test.port);
    for (int round = 0; round < 3; ++round) {
        QVERIFY(client.send(script.wire));
        compareAnswers(client, script.answers);
    }
}

void TestPipelining::answersInOrderSplitAtEveryByte()
{
    TestServer test;
    const Script script = mixedScript();
    for (qsizetype split = 1; split < script.wire.size(); ++split) {
        RawClient client(test.port);
        QVERIFY(client.send(script.wire.first(split)));
        letServerRead();
        QVERIFY(client.send(script.wire.sliced(split)));
        compareAnswers(client, script.answers);
    }
}

void TestPipelining::answersInOrderInPiecesOfEverySize()
{
    TestServer test;
    const Script script = mixedScript();
    for (qsizetype size = 1; size < 40; ++size) {
        RawClient client(test.port);
        for (qsizetype at = 0; at < script.wire.size(); at += size) {
            QVERIFY(client.send(script.wire.mid(at, size)));
            letServerRead();
        }
        compareAnswers(client, script.answers);
    }
}

void TestPipelining::answersInOrderInPairs()
{
    TestServer test;
    RawClient client(test.port);
    for (int i = 0; i < 50; ++i) {
        Script pair;
        pair.add("POST", i % 2 == 0 ? "/later" : "/stream", "first " + QByteArray::number(i));
        pair.add("POST", i % 3 == 0 ? "/echo" : "/later", "second " + QByteArray::number(i));
        QVERIFY(client.send(pair.wire));
        compareAnswers(client, pair.answers);
    }
}

void TestPipelining::answersAllBeforeAHalfClosedEnd()
{
    TestServer test;
    Script script;
    for (int i = 0; i < 100; ++i) {
        script.add("POST", "/echo", QByteArray::number(i));
    }
    RawClient client(test.port);
    QVERIFY(client.send(script.wire));
    client.finishSending();
    compareAnswers(client, script.answers);
    QVERIFY(client.waitForEnd());
    QVERIFY(!client.wasReset());
}

void TestPipelining::handsOverTheNextRequestOnlyAfterTheAnswer()
{
    TestServer test;
    RawClient client(test.port);
    QVERIFY(client.send(requestText("GET", "/hold") + requestText("GET", "/echo")));
    QTRY_COMPARE(test.served.held.size(), 1U);
    letServerRead();
    QCOMPARE(test.served.requests.size(), 1U);

    test.served.held.front()->respond(201, {}, "held");
    QCOMPARE(test.served.requests.size(), 1U); // not inside the call that answers
    QCOMPARE(client.readAnswer().status, 201);
    QCOMPARE(client.readAnswer().status, 200);
    QCOMPARE(test.served.requests.size(), 2U);
}

void TestPipelining::keepsABoundedStashWhileAnAnswerRuns()
{
    proxy::ServerLimits limits;
    limits.stashBytes = 1000;
    TestServer test(limits);
    Script script;
    for (int i = 0; i < 200; ++i) {
        script.add("POST", "/echo", QByteArray(100, static_cast<char>('a' + i % 26)));
    }
    RawClient client(test.port);
    QVERIFY(client.send(requestText("GET", "/hold")));
    QTRY_COMPARE(test.served.held.size(), 1U);
    QVERIFY(client.send(script.wire)); // far more than the stash: the rest waits in the kernel
    letServerRead();
    QCOMPARE(test.served.requests.size(), 1U);
    test.served.held.front()->respond(200, {}, "held");
    QCOMPARE(client.readAnswer().body, "held");
    compareAnswers(client, script.answers);
}

void TestPipelining::waitsWithTheNextUntilALargeAnswerIsTaken()
{
    TestServer test;
    RawClient client(test.port);
    for (int i = 0; i < 20; ++i) {
        QVERIFY(client.send(requestText("GET", "/large")));
    }
    QTRY_VERIFY(!test.served.requests.empty());
    letServerRead();
    QVERIFY(test.served.requests.size() < 20); // twenty times 8 MiB are not produced in advance
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(client.readAnswer().body.size(), test.served.largeSize);
    }
}

void TestPipelining::answersNothingAfterAClose()
{
    TestServer test;
    RawClient client(test.port);
    const QByteArray last = "GET /echo HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
    QVERIFY(client.send(last + requestText("GET", "/never")));
    const RawAnswer answer = client.readAnswer();
    QCOMPARE(answer.body, "GET /echo? ");
    QVERIFY(answer.head.contains("Connection: close"));
    QCOMPARE(client.readToEnd(), "");
    QCOMPARE(test.served.requests.size(), 1U);
}

QTEST_GUILESS_MAIN(TestPipelining)
#include "tst_pipelining.moc"
