// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "meteredcents.h"
#include "site.h"

#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;
using core::Money;

namespace {

/// The members of a request that a client who is not trusted must not set.
const QByteArray Internal =
    R"("priority":-5,"kv_transfer_params":{"a":1},"vllm_xargs":{},"request_id":"mine",)";

QByteArray responses(const QByteArray &more)
{
    return R"({"model":"cent",)" + more + R"("input":"Hi [[tokens=5]]"})";
}

} // namespace

/// All metered routes of vLLM beside chat, completions and embeddings: each is held, counted to the
/// token, and refused beyond a cap, through the real programs.
class TestMeteredRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void metersWhatOnlyReads_data();
    void metersWhatOnlyReads();
    void metersResponses();
    void relaysAStreamOfResponsesAsItComes();
    void chargesABrokenStreamOfResponses();
    void clampsAndRefusesResponses();
};

void TestMeteredRoutes::metersWhatOnlyReads_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray query = R"("query":"what?","documents":["one text","and another"]})";
    const QByteArray pair = R"("text_1":"what?","text_2":["one text","and another"]})";
    const QByteArray input = R"("input":["one text","and another"]})";
    for (const char *path : {"/rerank", "/v1/rerank", "/v2/rerank"}) {
        QTest::newRow(path) << query;
    }
    for (const char *path : {"/score", "/v1/score"}) {
        QTest::newRow(path) << pair;
    }
    QTest::newRow("/pooling") << input;
    QTest::newRow("/classify") << input;
}

void TestMeteredRoutes::metersWhatOnlyReads()
{
    QFETCH(QByteArray, body);
    const QByteArray path = QTest::currentDataTag();
    Site site;
    QVERIFY(site.isRunning());
    QVERIFY(site.cap("acme", "100")); // a whole context of each text, until a template is learnt
    const QByteArray request = R"({"model":"cent-and-mill",)" + Internal + body;
    const auto answer = site.post(path, request, payer("acme"));
    QCOMPARE(answer.status(), 200);
    const qint64 tokens = answer.json()["usage"_L1]["prompt_tokens"_L1].toInteger();
    QVERIFY(tokens > 0);
    const auto seen = site.seenRequests();
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.first()["prompt_tokens"_L1].toInteger(), tokens);
    const Money cost = Money::fromNanos(tokens * 1'000'000); // a tenth of a cent each
    QCOMPARE(site.standing("acme")->spent, cost);
    QVERIFY(site.cap("acme", cost.toDecimal()));
    const auto refused = site.post(path, request, payer("acme"));
    QCOMPARE(refused.status(), 402);
    QCOMPARE(site.seenRequests().size(), 1);
    QCOMPARE(site.stop(), 0);
    const auto rows = readLedger(site.ledgerFile());
    QVERIFY(rows);
    QCOMPARE(rows->settlements.size(), std::size_t(1));
    QCOMPARE(rows->settlements.front().usage.prompt(), tokens);
    QCOMPARE(rows->settlements.front().usage.output, 0);
    QVERIFY(rows->settlements.front().bound.cost >= cost);
    QVERIFY(rows->settlements.front().bound.tokens >= tokens);
}

void TestMeteredRoutes::metersResponses()
{
    Site site;
    QVERIFY(site.isRunning());
    QVERIFY(site.cap("acme", "1"));
    const auto answer = site.post("/v1/responses", responses(Internal), payer("acme"));
    QCOMPARE(answer.status(), 200);
    QCOMPARE(answer.json()["object"_L1].toString(), u"response"_s);
    QCOMPARE(answer.json()["usage"_L1]["output_tokens"_L1].toInt(), 5);
    QCOMPARE(answer.header("x-capstan-cost-usd"), "0.05");
    QCOMPARE(site.standing("acme")->spent, cents(5));
}

void TestMeteredRoutes::relaysAStreamOfResponsesAsItComes()
{
    Site site;
    QVERIFY(site.isRunning());
    QVERIFY(site.cap("acme", "1"));
    const auto answer = site.post("/v1/responses", responses(Streamed), payer("acme"));
    QCOMPARE(answer.status(), 200);
    QVERIFY(answer.body().startsWith("event: response.created\ndata: "));
    QVERIFY(answer.events().last().contains(R"("type":"response.completed")"));
    QVERIFY(answer.isWhole());
    QTRY_COMPARE(site.standing("acme")->spent, cents(5));
    QCOMPARE(site.standing("acme")->reserved, Money());
}

/// Its usage came nowhere: what was seen of it is charged, and says that it is estimated.
void TestMeteredRoutes::chargesABrokenStreamOfResponses()
{
    Site site;
    QVERIFY(site.isRunning());
    QVERIFY(site.cap("acme", "1"));
    const QByteArray body =
        R"({"model":"cent","stream":true,"input":"Hi [[tokens=50]] [[sim:cut=7]]"})";
    const auto answer = site.post("/v1/responses", body, payer("acme"));
    QVERIFY(!answer.isWhole());
    QTRY_COMPARE(site.standing("acme")->reserved, Money());
    QCOMPARE(site.stop(), 0);
    const auto rows = readLedger(site.ledgerFile());
    QVERIFY(rows);
    QCOMPARE(rows->settlements.size(), std::size_t(1));
    QCOMPARE(rows->settlements.front().usage.quality, core::CountQuality::Estimated);
    QCOMPARE(rows->settlements.front().usage.output, 3); // events 4, 5 and 6 were deltas
    QCOMPARE(rows->settlements.front().ending, core::Ending::UpstreamError);
}

void TestMeteredRoutes::clampsAndRefusesResponses()
{
    Site site;
    QVERIFY(site.isRunning());
    QVERIFY(site.cap("acme", "0.20"));
    const auto clamped = site.post(
        "/v1/responses", R"({"model":"cent","input":"Hi [[tokens=500]]"})", payer("acme"));
    QCOMPARE(clamped.status(), 200);
    QCOMPARE(clamped.json()["status"_L1].toString(), u"incomplete"_s);
    QCOMPARE(clamped.json()["usage"_L1]["output_tokens"_L1].toInt(), 20);
    QCOMPARE(clamped.header("x-capstan-clamped-max-tokens"), "20");
    const auto refused = site.post("/v1/responses", responses({}), payer("acme"));
    QCOMPARE(refused.status(), 402);
    QCOMPARE(site.post("/v1/responses", responses(R"("background":true,)")).status(), 400);
}

QTEST_GUILESS_MAIN(TestMeteredRoutes)
#include "tst_meteredroutes.moc"
