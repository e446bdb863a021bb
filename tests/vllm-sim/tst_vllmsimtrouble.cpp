// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chunks.h"
#include "clock.h"
#include "simprocess.h"

#include <QJsonDocument>
#include <QTemporaryFile>
#include <QTest>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

class TestVllmSimTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sim.isRunning()); }

    void waitsBeforeTheHeadAndBetweenTokens();
    void neverAnswersWhenHanging();
    void closesWhereTheScriptSays();
    void cutsAWholeAnswerInItsMiddle();
    void splitsItsWritesWithoutChangingABit();
    void answersTheForcedStatus();
    void writesBrokenJson();
    void endsAStreamWithAnError();
    void generatesMoreThanAsked();
    void leavesUsageOutOrSendsItTwice();
    void writesOtherLineEndsAndComments();
    void takesItsScriptFromHeaderMessageAndFile();

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

void TestVllmSimTrouble::waitsBeforeTheHeadAndBetweenTokens()
{
    const auto took = [](const QJsonObject &record) {
        return record["connected_ms"_L1].toDouble();
    };
    QCOMPARE(stream("slow=150").status, 200);
    QVERIFY(took(m_sim.record("slow=150")) >= 150);
    QCOMPARE(stream("ttft=120").status, 200);
    QVERIFY(took(m_sim.record("ttft=120")) >= 120);
    QCOMPARE(stream("slow-tokens=50").status, 200);
    QVERIFY(took(m_sim.record("slow-tokens=50")) >= 3 * 1'000.0 / 50); // 4 tokens, 3 gaps
}

void TestVllmSimTrouble::neverAnswersWhenHanging()
{
    QTcpSocket socket;
    m_sim.connectTo(socket);
    socket.write(SimProcess::request(ChatPath, chat("[[sim:hang]]"), "X-Request-Id: hanging\r\n"));
    socket.waitForBytesWritten();
    QTRY_COMPARE(m_sim.metric("vllm:num_requests_waiting"), 1.0);
    QCOMPARE(socket.bytesAvailable(), 0);
    socket.abort();
    QTRY_COMPARE(m_sim.record("hanging")["state"_L1].toString(), u"aborted"_s);
    QCOMPARE(m_sim.record("hanging")["generated_tokens"_L1].toInt(), 0);
}

void TestVllmSimTrouble::closesWhereTheScriptSays()
{
    QCOMPARE(stream("close-before-head").status, 0);
    QCOMPARE(m_sim.record("close-before-head")["state"_L1].toString(), u"error"_s);
    const SimReply cut = stream("cut=2");
    QCOMPARE(cut.events().size(), 2);
    QVERIFY(!cut.isWhole);
    QVERIFY(cut.body.endsWith("\n\n"));
    QCOMPARE(m_sim.record("cut=2")["reported"_L1]["completion"_L1].toInt(), 1);
    const SimReply inside = stream("cut-mid-event=2");
    QCOMPARE(inside.chunks.size(), 2);
    QVERIFY(!inside.isWhole);
    QVERIFY(inside.body.size() > inside.chunks.join().size()); // half of a third
    QVERIFY(!inside.body.endsWith("\n\n"));
    QCOMPARE(m_sim.record("cut-mid-event=2")["reported"_L1]["completion"_L1].toInt(), 1);
}

void TestVllmSimTrouble::cutsAWholeAnswerInItsMiddle()
{
    const SimReply reply = whole("cut");
    QCOMPARE(reply.status, 200);
    QVERIFY(!reply.isWhole);
    QVERIFY(reply.body.startsWith("{\"id\":"));
}

void TestVllmSimTrouble::splitsItsWritesWithoutChangingABit()
{
    const QByteArray body = chat("[[tokens=4]]", ContinuousUsage);
    const QByteArray id = "X-Request-Id: same\r\n";
    const auto timeless = [](const QByteArrayList &events) {
        QByteArrayList out;
        for (const QByteArray &event : events) {
            const QJsonObject chunk = QJsonDocument::fromJson(event).object();
            out.append(QJsonDocument(chunk["choices"_L1].toArray()).toJson() +
                       QJsonDocument(chunk["usage"_L1].toObject()).toJson());
        }
        return out;
    };
    const SimReply plain = m_sim.post(ChatPath, body, id);
    const SimReply split = m_sim.post(ChatPath, body, id + "x-sim: split\r\n");
    QVERIFY(split.isWhole);
    QCOMPARE(timeless(split.events()), timeless(plain.events()));
    QVERIFY(m_sim.post(ChatPath, chat("x"), "x-sim: split=7\r\n").isWhole);
}

void TestVllmSimTrouble::answersTheForcedStatus()
{
    const SimReply limited = stream("429=7");
    QCOMPARE(limited.status, 429);
    QVERIFY(limited.head.contains("retry-after: 7\r\n"));
    QCOMPARE(limited.json()["error"_L1]["code"_L1].toInt(), 429);
    QCOMPARE(
        whole("500").body,
        QByteArray(
            R"({"error":{"message":"Internal server error","type":"InternalServerError","param":null,"code":500}})"));
    QCOMPARE(whole("503").status, 503);
    QVERIFY(whole("503").json()["error"_L1].isString());
}

void TestVllmSimTrouble::writesBrokenJson()
{
    const QByteArrayList events = stream("malformed=2").events();
    const auto isJson = [](const QByteArray &text) {
        return QJsonDocument::fromJson(text).isObject();
    };
    QVERIFY(isJson(events[1]));
    QVERIFY(!isJson(events[2]));
    QVERIFY(isJson(events[3]));
    QVERIFY(whole("malformed").isWhole);
    QVERIFY(!isJson(whole("malformed").body));
}

void TestVllmSimTrouble::endsAStreamWithAnError()
{
    const SimReply reply = stream("error-mid-stream=2");
    QVERIFY(reply.isWhole);
    const QByteArrayList events = reply.events();
    QCOMPARE(events.size(), 4);
    QCOMPARE(
        events[2],
        QByteArray(
            R"({"error": {"message": "Internal server error", "type": "InternalServerError", "param": null, "code": 500}})"));
    QCOMPARE(events[3], "[DONE]");
    QCOMPARE(m_sim.record("error-mid-stream=2")["state"_L1].toString(), u"error"_s);
    QCOMPARE(whole("error-mid-stream").status, 500);
}

void TestVllmSimTrouble::generatesMoreThanAsked()
{
    const SimReply reply = m_sim.post(ChatPath, chat("[[sim:overshoot=5]]", R"("max_tokens":10,)"));
    QCOMPARE(reply.json()["usage"_L1]["completion_tokens"_L1].toInt(), 10 + 5);
    QCOMPARE(reply.json()["choices"_L1][0]["finish_reason"_L1].toString(), u"length"_s);
}

void TestVllmSimTrouble::leavesUsageOutOrSendsItTwice()
{
    QVERIFY(!stream("usage-missing").body.contains("\"usage\":"));
    QVERIFY(m_sim.record("usage-missing")["reported"_L1]["completion"_L1].isNull());
    QVERIFY(!whole("usage-missing").body.contains("\"usage\":"));
    const QByteArrayList events = stream("duplicate-usage").events();
    QCOMPARE(events[events.size() - 2], events[events.size() - 3]);
    QCOMPARE(completionOf(events[events.size() - 2]), 4);
}

void TestVllmSimTrouble::writesOtherLineEndsAndComments()
{
    const SimReply crlf = stream("crlf");
    QVERIFY(crlf.chunks.last().endsWith("[DONE]\r\n\r\n"));
    QCOMPARE(crlf.events().size(), stream("ttft=0").events().size());
    QVERIFY(stream("keepalive").chunks.first() == ": keep-alive\n\n");
    const SimReply blank = whole("keepalive");
    QVERIFY(blank.body.startsWith("\n\n{"));
    QVERIFY(blank.isWhole);
}

void TestVllmSimTrouble::takesItsScriptFromHeaderMessageAndFile()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("# all answers\n500\n");
    file.close();
    SimProcess sim({u"--script"_s, file.fileName()});
    QCOMPARE(sim.post(TextPath, R"({"prompt":"x"})").status, 500);
    QCOMPARE(sim.post(TextPath, R"({"prompt":"x"})", "x-sim: 503\r\n").status, 503);
    QCOMPARE(sim.post(TextPath, R"({"prompt":"x [[sim:429]]"})", "x-sim: 503\r\n").status, 429);
    QCOMPARE(sim.post("/tokenize", R"({"prompt":"x"})").status, 200); // --script leaves it alone
    const SimReply unknown = sim.post(TextPath, R"({"prompt":"x [[sim:dance]]"})");
    QCOMPARE(unknown.status, 400);
    QVERIFY(unknown.body.contains("the term 'dance' is not known"));
}

QTEST_GUILESS_MAIN(TestVllmSimTrouble)
#include "tst_vllmsimtrouble.moc"
