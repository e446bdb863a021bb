// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"
#include "tests/support/loopback.h"
#include "tests/support/rawclient.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <sys/resource.h>
#include <vector>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Kibibyte = 1024;
constexpr qint64 Mebibyte = 1024 * Kibibyte;
/// Two looks of the same stream so far apart tell a standing one from a running one.
constexpr int BetweenLooksMs = 400;

/// Tokens whose usage left vllm-sim, of its newest request.
qint64 tokensSent(Site &site)
{
    const QJsonArray seen = site.seenRequests();
    return seen.isEmpty() ? -1 : seen.last()["reported"_L1]["completion"_L1].toInteger(-1);
}

} // namespace

/// Point 6 of the foundation, through the real programs: what their clients do to a server.
class TestConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The engine writes 20,000 tokens a second and its reader stops: what the sockets' buffers take
    // is taken, then the upstream stands still, and Capstan's memory has not grown by what it
    // reads.
    void holdsBackTheUpstreamOfASlowReader()
    {
        Site site;
        QVERIFY(site.isRunning());
        test::HttpClient client(site.port());
        test::Answer answer;
        const QByteArray body = chatBody("[[sim:never-ending,slow-tokens=20000]]", Streamed);
        QVERIFY(client.begin(test::requestBytes("POST", "/v1/chat/completions", body)));
        QVERIFY(
            client.readUntil(answer, [](const test::Answer &a) { return a.body().size() > 1; }));
        const qint64 before = site.capstan().residentBytes();
        QVERIFY(before > 0);

        qint64 stands = -1;
        QTRY_VERIFY_WITH_TIMEOUT(standsStill(site, stands), 60'000);
        const qint64 grown = site.capstan().residentBytes() - before;
        qInfo("the upstream stands at %lld tokens; Capstan has grown by %lld KiB",
              stands,
              grown / Kibibyte);
#if !defined(__SANITIZE_THREAD__) && !defined(__SANITIZE_ADDRESS__) // they keep books of their own
        QVERIFY(grown < 16 * Mebibyte);
#endif

        // It reads on, and so does the upstream.
        const qsizetype read = answer.body().size();
        QVERIFY(client.readUntil(
            answer, [&](const test::Answer &a) { return a.body().size() > read + 24 * Mebibyte; }));
        QTRY_VERIFY(tokensSent(site) > stands);
        client.close();
        QTRY_COMPARE(site.get("/api/admin/in-flight").json()["count"_L1].toInt(), 0);
    }

    // 1,000 kept connections that say nothing after a first answer.
    void carriesAThousandIdleConnections()
    {
        rlimit descriptors{};
        ::getrlimit(RLIMIT_NOFILE, &descriptors);
        descriptors.rlim_cur = std::min<rlim_t>(descriptors.rlim_max, 4096);
        ::setrlimit(RLIMIT_NOFILE, &descriptors);
        constexpr int Idle = 1'000;
        Site site;
        QVERIFY(site.isRunning());
        QCOMPARE(site.get("/healthz").status(), 200);
        const qint64 before = site.capstan().residentBytes();
        std::vector<std::unique_ptr<test::RawClient>> idle;
        for (int i = 0; i < Idle; ++i) {
            idle.push_back(std::make_unique<test::RawClient>(site.port()));
            QVERIFY(idle.back()->send("GET /healthz HTTP/1.1\r\nHost: capstan\r\n\r\n"));
            QCOMPARE(idle.back()->readAnswer().status, 200);
        }
        const qint64 each = (site.capstan().residentBytes() - before) / Idle;
        const qint64 busyBefore = site.capstan().processorMs();
        QTest::qWait(1'000);
        const qint64 busy = site.capstan().processorMs() - busyBefore;
        qInfo("%lld bytes of memory for each; %lld ms of processor time in a second", each, busy);
#if !defined(__SANITIZE_THREAD__) && !defined(__SANITIZE_ADDRESS__) // they keep books of their own
        QVERIFY(each < 32 * Kibibyte);
#endif
        QVERIFY(busy < 200); // of its own time, whatever else runs on this machine
        QCOMPARE(site.chat(chatBody("Beside them. [[tokens=3]]")).status(), 200);
        QVERIFY(idle.front()->send("GET /healthz HTTP/1.1\r\nHost: capstan\r\n\r\n"));
        QCOMPARE(idle.front()->readAnswer().status, 200);
    }

    // 64 KiB of head, 32 MiB of body: one byte more is refused, the body before it is read.
    void refusesWhatPassesTheDefaultLimits()
    {
        Site site;
        QVERIFY(site.isRunning());
        const QByteArray post = "POST /v1/chat/completions HTTP/1.1\r\nHost: capstan\r\n";
        test::RawClient head(site.port());
        QVERIFY(head.send(post + "X: " + QByteArray(64 * Kibibyte, 'x') + "\r\n\r\n"));
        QCOMPARE(head.readAnswer().status, 431);
        test::RawClient body(site.port());
        QVERIFY(body.send(post + "Content-Length: 33554433\r\n\r\n"));
        QCOMPARE(body.readAnswer().status, 413);
        test::RawClient negative(site.port());
        QVERIFY(negative.send(post + "Content-Length: -1\r\n\r\n"));
        QCOMPARE(negative.readAnswer().status, 400);
        QCOMPARE(site.get("/healthz").status(), 200);
        QCOMPARE(site.seenRequests().size(), 0);
    }

    void endsTheUpstreamOfEveryClientThatLeaves_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        const QByteArray chat = "/v1/chat/completions";
        const QByteArray endless = "[[sim:never-ending,slow-tokens=50]]";
        QTest::newRow("a stream under way") << chat << chatBody(endless, Streamed);
        QTest::newRow("seed S1's chat") // S1-01
            << QByteArray("/api/chat") << chatBody(endless, R"("scope":"acme",)");
        QTest::newRow("a stream before its first token")
            << chat << chatBody("[[sim:never-ending,ttft=100000000]]", Streamed);
        QTest::newRow("a whole answer") << chat << chatBody(endless);
        QTest::newRow("a whole answer of several choices")
            << chat << chatBody(endless, R"("n":3,)");
        QTest::newRow("a whole completion")
            << QByteArray("/v1/completions")
            << QByteArray(R"({"model":"cent","prompt":")" + endless + R"("})");
    }

    // Point 3. Before the answer's head and after it, streamed or not: none of these would ever
    // end.
    void endsTheUpstreamOfEveryClientThatLeaves()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, body);
        constexpr int Clients = 40;
        Site site;
        QVERIFY(site.isRunning());
        std::vector<std::unique_ptr<test::HttpClient>> clients;
        for (int i = 0; i < Clients; ++i) {
            clients.push_back(std::make_unique<test::HttpClient>(site.port()));
            QVERIFY(clients.back()->begin(test::requestBytes("POST", path, body)));
        }
        QTRY_COMPARE(site.seenRequests().size(), Clients);
        const qint64 closedAt = test::monotonicMicroseconds();
        clients.clear();
        QTRY_COMPARE(site.seenCounters()["aborted_requests"_L1].toInt(), Clients);
        qint64 last = 0;
        for (const QJsonValue seen : site.seenRequests()) {
            last = std::max(last, seen["abort_seen_us"_L1].toInteger());
        }
        qInfo("%d upstreams were closed %.1f ms after their clients began to leave",
              Clients,
              static_cast<double>(last - closedAt) / 1'000);
        QTRY_COMPARE(site.get("/api/admin/in-flight").json()["count"_L1].toInt(), 0);
    }

private:
    /// Whether nothing left the upstream between two looks; then `at` so many tokens.
    static bool standsStill(Site &site, qint64 &at)
    {
        const qint64 first = tokensSent(site);
        QTest::qWait(BetweenLooksMs);
        at = tokensSent(site);
        return first > 0 && at == first;
    }
};

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
