// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "site.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Chat = "/v1/chat/completions";
const QByteArray Tools =
    R"("tools":[{"type":"function","function":{"name":"weather","parameters":{}}}],)";

/// Without what is another for each request of the same words: ids and the time; without the cost,
/// which Capstan adds to the usage that a client asked for; and without vLLM's fingerprint, which
/// stands in the last chunk: for Capstan that is the usage, which is taken out again.
QByteArray comparable(const QByteArray &body)
{
    static const QRegularExpression own(
        uR"re("(id|created)":("[^"]*"|\d+)|,"x-capstan-cost-usd":[0-9.]+|,"system_fingerprint":"[^"]*")re"_s);
    return QString::fromUtf8(body).remove(own).toUtf8();
}

SiteWish draining()
{
    SiteWish wish;
    wish.configuration = "providers:\n  vllm: { type: openai, base_url: \"http://127.0.0.1:1/v1\", "
                         "on_client_gone: drain }\n";
    return wish;
}

} // namespace

/// What passes through Capstan, and what it does on its way.
class TestPassage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesNoByteOnTheWay_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        const QByteArray words = "Tell a story, für 日本. [[tokens=40]]";
        const auto chat = [](const char *name, const QByteArray &text, const QByteArray &more) {
            QTest::newRow(name) << Chat << chatBody(text, more);
        };
        chat("stream", words, Streamed);
        chat("stream with usage", words, StreamedWithUsage);
        chat("stream with usage in each event",
             words,
             R"("stream":true,"stream_options":{"include_usage":true,)"
             R"("continuous_usage_stats":true},)");
        chat("stream of three choices", words, Streamed + R"("n":3,)");
        chat("stream of a tool call", words + " [[sim:tool-call]]", Streamed + Tools);
        chat("stream with CR LF", words + " [[sim:crlf]]", Streamed);
        chat("stream with comments", words + " [[sim:keepalive]]", StreamedWithUsage);
        chat("stream in pieces of seven bytes", words + " [[sim:split=7]]", Streamed);
        chat("stream of several tokens an event", words + " [[sim:speculative=4]]", Streamed);
        chat("whole", words, {});
        chat("whole with a tool call", words + " [[sim:tool-call]]", Tools);
        QTest::newRow("completion")
            << QByteArray("/v1/completions")
            << QByteArray(R"({"model":"cent","stream":true,"prompt":")" + words + R"("})");
        QTest::newRow("embedding") << QByteArray("/v1/embeddings")
                                   << QByteArray(R"({"model":"cent","input":")" + words + R"("})");
    }

    // The simulation gives the same answer to the same words, directly and through Capstan.
    void changesNoByteOnTheWay()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, body);
        Site site;
        QVERIFY(site.isRunning());
        const test::Answer direct = test::HttpClient(site.simulation().port()).post(path, body);
        const test::Answer relayed = site.post(path, body, payer("acme"));
        QCOMPARE(direct.status(), 200);
        QCOMPARE(relayed.status(), 200);
        QVERIFY(relayed.isWhole());
        QVERIFY(direct.body().size() > 200);
        QCOMPARE(comparable(relayed.body()), comparable(direct.body()));
        QCOMPARE(relayed.header("content-type"), direct.header("content-type"));
    }

    void readsOnForAClientThatLeftWhereTheUpstreamBillsAll_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::newRow("stream") << Streamed;
        QTest::newRow("whole") << QByteArray();
    }

    // on_client_gone: drain. 60 tokens at 100 a second; the client leaves when they have begun.
    void readsOnForAClientThatLeftWhereTheUpstreamBillsAll()
    {
        QFETCH(const QByteArray, more);
        Site site(draining());
        QVERIFY(site.isRunning());
        auto client = std::make_unique<test::HttpClient>(site.port());
        const QByteArray body = chatBody("[[sim:slow-tokens=100]] [[tokens=60]]", more);
        QVERIFY(client->begin(test::requestBytes("POST", Chat, body)));
        QTRY_COMPARE(site.seenRequests().size(), 1);
        client.reset();
        QTRY_COMPARE(site.get("/api/admin/in-flight").json()["count"_L1].toInt(), 0);
        QCOMPARE(site.seenCounters()["aborted_requests"_L1].toInt(), 0);
        QCOMPARE(site.seenRequests().last()["generated_tokens"_L1].toInt(), 60);
        QCOMPARE(site.stop(), 0);
        const auto rows = readLedger(site.ledgerFile());
        QCOMPARE(rows->settlements.size(), std::size_t(1));
        const SettledRow &row = rows->settlements.front();
        QCOMPARE(row.usage.quality, core::CountQuality::Reported);
        QCOMPARE(row.usage.output, 60);
        QCOMPARE(row.cost, core::Money::fromNanos(60 * 10'000'000));
    }
};

QTEST_GUILESS_MAIN(TestPassage)
#include "tst_passage.moc"
