// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real window on the real service: a person stops a stream, and pauses a tenant that has one.
#include "tests/app/windowcase.h"
#include "tests/support/httpclient.h"

#include <QQuickItem>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

/// A stream that goes on until it is ended; its whole answer once it is.
struct Stream
{
    std::atomic<bool> ended = false;
    QByteArray body;
    std::thread thread;

    /// Twenty tokens a second.
    explicit Stream(quint16 port, int tokens = 900)
    {
        const QByteArray count = QByteArray::number(tokens);
        const QByteArray question = "{\"model\":\"cent\",\"max_tokens\":" + count +
                                    ",\"stream\":true,\"messages\":[{\"role\":\"user\","
                                    "\"content\":\"[[sim:slow-tokens=20]] [[tokens=" +
                                    count + "]]\"}]}";
        thread = std::thread([this, port, question] {
            body = test::HttpClient(port)
                       .post("/v1/chat/completions", question, "X-Tenant-Id: research\r\n")
                       .body();
            ended = true;
        });
    }
    ~Stream() { thread.join(); }
};

} // namespace

class TstLiveStreams : public WindowCase
{
    Q_OBJECT

    [[nodiscard]] bool isBusy() const { return centre().tenant()->texts().busy; }

private Q_SLOTS:
    void initTestCase()
    {
        begin();
        QCOMPARE(call(), 200); // or there is no tenant to point at
        QVERIFY(openResearch());
    }
    void cleanupTestCase() { end(); }

    void aStoppedStreamEnds()
    {
        QVERIFY(m_hand->click(u"page overview"_s));
        QTRY_VERIFY(!isBusy()); // the test before may have left a call
        Stream stream(port());
        QTRY_VERIFY(isBusy());
        QVERIFY(m_hand->click(u"Stop"_s));
        QTRY_VERIFY_WITH_TIMEOUT(stream.ended, 20'000);
        QVERIFY2(stream.body.contains("error"), stream.body.right(400).constData());
        QVERIFY(stream.body.count("data: ") < 450); // of 900 tokens
    }

    void aTenantIsPausedWithAStreamRunning()
    {
        QVERIFY(openResearch());
        QTRY_VERIFY(!isBusy()); // the test before may have left a call
        Stream stream(port());
        QTRY_VERIFY(isBusy());
        QVERIFY(m_hand->click(u"Pause"_s));
        QVERIFY(m_hand->click(u"Cut them now"_s));
        QTRY_VERIFY_WITH_TIMEOUT(stream.ended, 20'000);
        QVERIFY2(stream.body.contains("error"), stream.body.right(400).constData());
        QTRY_VERIFY(centre().tenant()->texts().paused);
        QCOMPARE(call(1), 403);
        QVERIFY(m_hand->click(u"Resume"_s));
        QTRY_COMPARE(call(1), 200);
    }

    void aPausedTenantsStreamMayFinish()
    {
        QVERIFY(openResearch());
        constexpr int Tokens = 300; // a quarter of a minute, within which new calls are refused
        QTRY_VERIFY(!isBusy());
        Stream stream(port(), Tokens);
        QTRY_VERIFY(isBusy());
        QVERIFY(m_hand->click(u"Pause"_s));
        QVERIFY(m_hand->click(u"Let them finish"_s));
        QTRY_VERIFY(centre().tenant()->texts().paused);
        QCOMPARE(call(1), 403);
        QVERIFY(!stream.ended);
        QTRY_VERIFY_WITH_TIMEOUT(stream.ended, 120'000);
        QVERIFY2(!stream.body.contains("error"), stream.body.right(400).constData());
        QVERIFY(stream.body.contains("[DONE]"));
        QVERIFY(stream.body.count("data: ") >= Tokens); // to its last token
        QVERIFY(m_hand->click(u"Resume"_s));
        QTRY_COMPARE(call(1), 200);
    }

    // Nothing runs: it is told all the same, before it is so.
    void anIdleTenantIsPausedAfterAQuestion()
    {
        QVERIFY(openResearch());
        QTRY_VERIFY(!isBusy());
        QVERIFY(m_hand->click(u"Pause"_s));
        QTRY_VERIFY(m_hand->find(u"pauseNow"_s) != nullptr);
        const QString told = centre().tenant()->texts().pauseQuestion;
        QVERIFY2(told.contains(u"every call is refused"_s), qPrintable(told));
        QCOMPARE(call(1), 200);
        m_hand->strike(Qt::Key_Escape);
        QCOMPARE(call(1), 200);
        QTRY_VERIFY(!isBusy());
        QVERIFY(m_hand->click(u"Pause"_s));
        QVERIFY(m_hand->click(u"pauseNow"_s));
        QTRY_VERIFY(centre().tenant()->texts().paused);
        QCOMPARE(call(1), 403);
        m_hand->strike(Qt::Key_P); // takes it back
        QTRY_COMPARE(call(1), 200);
    }
};

int main(int argc, char **argv)
{
    return runAlone([]() -> std::unique_ptr<QObject> { return std::make_unique<TstLiveStreams>(); },
                    argc,
                    argv);
}
#include "tst_livestreams.moc"
