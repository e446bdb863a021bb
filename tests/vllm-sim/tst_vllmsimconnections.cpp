// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that go, do not read, or say nothing.
#include "chunks.h"
#include "clock.h"
#include "simprocess.h"

#include <QTest>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

class TestVllmSimConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sim.isRunning()); }

    void countsAnAbortedStreamToTheChunk_data();
    void countsAnAbortedStreamToTheChunk();
    void countsAnAbortedWholeAnswer();
    void goesOnWhileNobodyReads();
    void closesAnIdleConnection();

private:
    [[nodiscard]] SimReply stream(const QByteArray &terms) const
    {
        return m_sim.post(ChatPath,
                          chat("[[tokens=4]] [[sim:" + terms + "]]", ContinuousUsage),
                          "X-Request-Id: " + terms + "\r\n");
    }
    [[nodiscard]] SimReply whole(const QByteArray &terms) const
    {
        return m_sim.post(ChatPath, chat("[[tokens=4]] [[sim:" + terms + "]]"));
    }

    SimProcess m_sim{{u"--model"_s, u"my-model"_s, u"--keep-alive"_s, u"1"_s}};
};

void TestVllmSimConnections::countsAnAbortedStreamToTheChunk_data()
{
    QTest::addColumn<bool>("isHalfClosed");
    QTest::newRow("closed") << false;
    QTest::newRow("half-closed") << true;
}

void TestVllmSimConnections::countsAnAbortedStreamToTheChunk()
{
    QFETCH(bool, isHalfClosed);
    const QByteArray id = isHalfClosed ? "half-closed" : "closed";
    const int abortedBefore = m_sim.counters()["aborted_requests"_L1].toInt();
    QTcpSocket socket;
    m_sim.connectTo(socket);
    socket.write(SimProcess::request(ChatPath,
                                     chat("[[sim:never-ending,slow-tokens=200]]", ContinuousUsage),
                                     "X-Request-Id: " + id + "\r\n"));
    QByteArray seen;
    while (seen.count("data: ") < 5 && socket.waitForReadyRead()) {
        seen += socket.readAll();
    }
    const sim::Microseconds leaving = sim::monotonicNow();
    if (isHalfClosed) {
        ::shutdown(static_cast<int>(socket.socketDescriptor()), SHUT_WR);
    } else {
        socket.abort();
    }
    QTRY_COMPARE(m_sim.record(id)["state"_L1].toString(), u"aborted"_s);
    const QJsonObject record = m_sim.record(id);
    QVERIFY(record["abort_seen_us"_L1].toInteger() >= leaving);
    const int generated = record["generated_tokens"_L1].toInt();
    QVERIFY(generated >= 4); // role chunk, then a token each
    QCOMPARE(record["reported"_L1]["completion"_L1].toInt(), generated);
    QCOMPARE(record["reported"_L1]["prompt"_L1].toInt(), record["prompt_tokens"_L1].toInt());
    QCOMPARE(m_sim.counters()["aborted_requests"_L1].toInt(), abortedBefore + 1);
    QCOMPARE(m_sim.metric("vllm:num_requests_running"), 0.0);
}

void TestVllmSimConnections::countsAnAbortedWholeAnswer()
{
    QTcpSocket socket;
    m_sim.connectTo(socket);
    socket.write(SimProcess::request(
        ChatPath, chat("[[sim:never-ending,slow-tokens=500]]"), "X-Request-Id: whole\r\n"));
    socket.waitForBytesWritten();
    QTRY_VERIFY(m_sim.record("whole")["generated_tokens"_L1].toInt() > 2);
    QCOMPARE(m_sim.metric("vllm:num_requests_running"), 1.0);
    QVERIFY(m_sim.metric("vllm:kv_cache_usage_perc") > 0);
    socket.abort();
    QTRY_COMPARE(m_sim.record("whole")["state"_L1].toString(), u"aborted"_s);
    QVERIFY(m_sim.record("whole")["reported"_L1]["completion"_L1].isNull());
    const auto generated = m_sim.record("whole")["generated_tokens"_L1].toInteger();
    QCOMPARE(m_sim.record("whole")["generated_tokens"_L1].toInteger(), generated); // stopped
}

void TestVllmSimConnections::goesOnWhileNobodyReads()
{
    QTcpSocket socket;
    socket.setReadBufferSize(1'024);
    m_sim.connectTo(socket);
    socket.write(SimProcess::request(
        ChatPath, chat("[[sim:never-ending]]", ContinuousUsage), "X-Request-Id: unread\r\n"));
    QVERIFY(socket.waitForReadyRead());
    const auto lead = [this] {
        const QJsonObject record = m_sim.record("unread");
        return record["generated_tokens"_L1].toInteger() -
               record["reported"_L1]["completion"_L1].toInteger();
    };
    QTRY_VERIFY(lead() > 10'000);
    socket.setReadBufferSize(0);
    QByteArray tail;
    int before = 0;
    int largestJump = 0;
    while (largestJump < 10'000 && (socket.bytesAvailable() > 0 || socket.waitForReadyRead())) {
        tail += socket.readAll();
        for (qsizetype end = tail.indexOf("\n\n"); end >= 0; end = tail.indexOf("\n\n")) {
            const QByteArray event = tail.left(end).mid(tail.indexOf("data: ") + 6);
            tail.remove(0, end + 2);
            const int completion = completionOf(event);
            largestJump = std::max(largestJump, completion - before);
            before = std::max(before, completion);
        }
    }
    QVERIFY(largestJump >= 10'000); // the deltas were merged into one chunk
}

void TestVllmSimConnections::closesAnIdleConnection()
{
    QTcpSocket socket;
    m_sim.connectTo(socket);
    QVERIFY(socket.waitForDisconnected()); // --keep-alive 1
}

QTEST_GUILESS_MAIN(TestVllmSimConnections)
#include "tst_vllmsimconnections.moc"
