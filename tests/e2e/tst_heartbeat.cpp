// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "site.h"

#include <QRegularExpression>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {

constexpr int BetweenLooksMs = 400;
const QByteArray Beat = ": heartbeat\n\n";
/// Three tokens, the second and the third after 2.5 s of silence each.
const QByteArray Slow = "[[sim:slow-tokens=0.4]] [[tokens=3]]";

SiteWish beating(const QByteArray &seconds)
{
    SiteWish wish;
    wish.configuration = "server: { heartbeat_s: " + seconds + " }\n";
    return wish;
}

QByteArray scopedChat(const QByteArray &content)
{
    return chatBody(content, R"("scope":"acme",)");
}

/// Without what is another for each request of the same words.
QByteArray comparable(const QByteArray &body)
{
    static const QRegularExpression own(
        uR"re("(id|created)":("[^"]*"|\d+)|,"system_fingerprint":"[^"]*")re"_s);
    return QString::fromUtf8(body).remove(own).toUtf8();
}

/// What vLLM itself answers.
QByteArray directly(Site &site, const QByteArray &content)
{
    return test::HttpClient(site.simulation().port())
        .post("/v1/chat/completions", chatBody(content, Streamed))
        .body();
}

} // namespace

/// S1-01: a stream of /api/chat that is silent tells that it is alive, and ends as any other when
/// its client leaves.
class TestHeartbeat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beatsBetweenTheEventsOfASilentStream()
    {
        Site site(beating("1"));
        QVERIFY(site.isRunning());
        const auto answer = site.post("/api/chat", scopedChat(Slow));
        QCOMPARE(answer.status(), 200);
        QVERIFY(answer.isWhole());
        QVERIFY(answer.body().startsWith("data: "));
        QVERIFY2(answer.body().count(Beat) >= 2, answer.body().constData());
        QByteArray others = answer.body();
        while (others.contains("\n\n" + Beat)) { // each follows a whole event, or another beat
            others.replace("\n\n" + Beat, "\n\n");
        }
        QCOMPARE(comparable(others), comparable(directly(site, Slow)));
    }

    void addsNothingElsewhere_data()
    {
        QTest::addColumn<QByteArray>("seconds");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("more");
        QTest::newRow("switched off")
            << QByteArray("0") << QByteArray("/api/chat") << QByteArray(R"("scope":"acme",)");
        QTest::newRow("another endpoint's stream")
            << QByteArray("1") << QByteArray("/v1/chat/completions") << Streamed;
    }

    void addsNothingElsewhere()
    {
        QFETCH(const QByteArray, seconds);
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, more);
        Site site(beating(seconds));
        QVERIFY(site.isRunning());
        const auto answer = site.post(path, chatBody(Slow, more));
        QCOMPARE(answer.status(), 200);
        QCOMPARE(comparable(answer.body()), comparable(directly(site, Slow)));
    }

    // An upstream that thinks for 2.5 s and then fails: the client gets a status, no stream.
    void waitsForTheFirstEvent()
    {
        Site site(beating("1"));
        QVERIFY(site.isRunning());
        const auto answer = site.post("/api/chat", scopedChat("[[sim:slow=2500,500]]"));
        QVERIFY2(answer.status() >= 500, answer.head().constData());
        QVERIFY(!answer.error().isEmpty());
        QVERIFY(!answer.body().contains("heartbeat"));
    }

    // It reads nothing for 2.5 s: what waits for it is all the life it needs to be shown.
    void leavesAClientAloneThatIsHeldBack()
    {
        constexpr qsizetype More = 24 * 1024 * 1024; // all that may have waited, and more
        Site site(beating("1"));
        QVERIFY(site.isRunning());
        test::HttpClient client(site.port());
        test::Answer answer;
        const QByteArray body = scopedChat("[[sim:never-ending,slow-tokens=20000]]");
        QVERIFY(client.begin(test::requestBytes("POST", "/api/chat", body)));
        const auto sent = [&site] {
            const QJsonArray seen = site.seenRequests();
            return seen.isEmpty() ? -1 : seen.last()["reported"_L1]["completion"_L1].toInteger(-1);
        };
        const auto standsStill = [&sent] {
            const qint64 first = sent();
            QTest::qWait(BetweenLooksMs);
            return first > 0 && sent() == first;
        };
        QTRY_VERIFY_WITH_TIMEOUT(standsStill(), 60'000);
        QTest::qWait(2'500);
        QVERIFY(
            client.readUntil(answer, [](const test::Answer &a) { return a.body().size() > More; }));
        QVERIFY(!answer.body().contains("heartbeat"));
    }

    // One token every five seconds; the client leaves between two of them, after a beat.
    void settlesWhatAClientGotThatLeavesBetweenTwoEvents()
    {
        Site site(beating("1"));
        QVERIFY(site.isRunning());
        test::HttpClient client(site.port());
        test::Answer answer;
        const QByteArray body = scopedChat("[[sim:slow-tokens=0.2]] [[tokens=100]]");
        QVERIFY(client.begin(test::requestBytes("POST", "/api/chat", body)));
        QVERIFY(client.readUntil(answer,
                                 [](const test::Answer &a) { return a.body().contains(Beat); }));
        client.close();
        QTRY_COMPARE(site.seenCounters()["aborted_requests"_L1].toInt(), 1);
        QTRY_COMPARE(site.get("/api/admin/in-flight").json()["count"_L1].toInt(), 0);
        const qint64 generated = site.seenRequests().last()["generated_tokens"_L1].toInteger();
        QVERIFY(generated > 0 && generated < 100);
        QCOMPARE(site.stop(), 0);
        const auto rows = readLedger(site.ledgerFile());
        QCOMPARE(rows->openHolds, 0);
        QCOMPARE(rows->settlements.size(), std::size_t(1));
        const SettledRow &row = rows->settlements.front();
        QCOMPARE(row.ending, core::Ending::ClientGone);
        QCOMPARE(row.usage.output, generated);
        QCOMPARE(row.cost, core::Money::fromNanos(generated * 10'000'000)); // a cent a token
    }
};

QTEST_GUILESS_MAIN(TestHeartbeat)
#include "tst_heartbeat.moc"
