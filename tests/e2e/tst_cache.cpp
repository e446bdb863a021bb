// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "site.h"

#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;
using core::Money;

namespace {

/// "kept" is answered from the cache, "cent" never.
SiteWish withCache(const QByteArray &more = {})
{
    SiteWish wish;
    wish.configuration = "  kept: { provider: vllm, physical_name: cent, cache_for_s: 60, "
                         "price: { input: 0, output: 10000 } }\n" +
                         more;
    return wish;
}

QByteArray question(const QByteArray &more = {}, const QByteArray &model = "kept")
{
    return chatBody("Hi [[tokens=5]]", more, model);
}

Money cents(qint64 count)
{
    return Money::fromNanos(count * 10'000'000);
}

bool isHit(const test::Answer &answer)
{
    return answer.header("x-capstan-cache") == "hit";
}

} // namespace

/// S4-21: the exact-match cache of answers.
class TestCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersTheSameQuestionForNothing() // S4-21
    {
        Site site(withCache());
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("acme", "1000")); // more than any bound: no call is clamped
        const auto first = site.chat(question());
        QCOMPARE(first.status(), 200);
        QVERIFY(!isHit(first));
        const auto again = site.chat(question());
        QCOMPARE(again.status(), 200);
        QVERIFY(isHit(again));
        QCOMPARE(again.body(), first.body());
        QCOMPARE(again.header("content-type"), first.header("content-type"));
        QCOMPARE(again.header("x-capstan-cost-usd"), "0");
        QCOMPARE(again.header("x-capstan-model"), "cent");
        QCOMPARE(site.seenRequests().size(), 1);
        QCOMPARE(site.standing("acme")->spent, cents(5));
        QCOMPARE(site.standing("acme")->reserved, Money());
        const QByteArray page = site.get("/metrics").body();
        QVERIFY(page.contains(R"(capstan_cache_requests_total{result="hit"} 1)"));
        QVERIFY(page.contains(R"(capstan_cache_requests_total{result="miss"} 1)"));
        const QByteArray report = site.get("/api/reports/cost?by=provider&format=csv").body();
        QVERIFY2(report.contains("cache,0,0,1,0,0,0"), report);
        QVERIFY2(report.contains("vllm,0.05,0.05,1,"), report);
        QCOMPARE(site.stop(), 0);
        const auto rows = readLedger(site.ledgerFile());
        QVERIFY(rows);
        QCOMPARE(rows->settlements.size(), std::size_t(2));
        QCOMPARE(rows->sum(), cents(5));
        QCOMPARE(rows->settlements.back().provider, "cache");
        QCOMPARE(rows->settlements.back().usage.total(), 0);
        QVERIFY(verify(site.ledgerFile()).empty());
    }

    void replaysAStreamAsAStream() // S4-21
    {
        Site site(withCache());
        QVERIFY(site.isRunning());
        for (const QByteArray &asked : {Streamed, StreamedWithUsage}) {
            const auto first = site.chat(question(asked));
            const auto again = site.chat(question(asked));
            QVERIFY(!isHit(first));
            QVERIFY(isHit(again));
            QVERIFY(again.header("content-type").startsWith("text/event-stream"));
            QCOMPARE(again.events().last(), "[DONE]");
            QCOMPARE(again.events().size(), first.events().size());
            QCOMPARE(again.events().first(), first.events().first());
            QVERIFY(!again.body().contains("x-capstan-cost-usd")); // this one was free
        }
        QCOMPARE(site.seenRequests().size(), 2); // a stream is not a whole answer
    }

    void keepsTenantsApart()
    {
        Site site(withCache());
        QVERIFY(site.isRunning());
        QVERIFY(!isHit(site.chat(question(), "acme")));
        QVERIFY(!isHit(site.chat(question(), "umbrella")));
        QVERIFY(isHit(site.chat(question(), "acme")));
        // Who of them asks does not matter, what they ask does.
        QVERIFY(isHit(site.chat(question(R"("user":"ann",)"), "acme")));
        QVERIFY(isHit(site.chat(question(R"("metadata":{"agent_id":"a"},)"), "acme")));
        QVERIFY(!isHit(site.chat(question(R"("temperature":0.5,)"), "acme")));
    }

    void keepsNothingUnlessAsked()
    {
        Site site(withCache());
        QVERIFY(site.isRunning());
        for (int i = 0; i < 2; ++i) {
            QVERIFY(!isHit(site.chat(question({}, Cent))));
        }
        const QByteArray noStore = payer("acme") + "Cache-Control: no-store\r\n";
        QVERIFY(!isHit(site.post("/v1/chat/completions", question(), noStore)));
        QVERIFY(!isHit(site.chat(question())));
        const QByteArray noCache = payer("acme") + "Cache-Control: no-cache\r\n";
        QVERIFY(!isHit(site.post("/v1/chat/completions", question(), noCache)));
        QVERIFY(isHit(site.chat(question())));
    }

    void keepsNoAnswerThatIsNotWhole_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("error") << chatBody("Hi [[sim:500]]", {}, "kept");
        QTest::newRow("cut") << chatBody("Hi [[tokens=9]] [[sim:cut=3]]", Streamed, "kept");
        QTest::newRow("error in it")
            << chatBody("Hi [[tokens=9]] [[sim:error-mid-stream=3]]", Streamed, "kept");
    }
    void keepsNoAnswerThatIsNotWhole()
    {
        QFETCH(QByteArray, body);
        Site site(withCache());
        QVERIFY(site.isRunning());
        for (int i = 0; i < 2; ++i) {
            QVERIFY(!isHit(site.chat(body)));
        }
        QCOMPARE(site.seenRequests().size(), body.contains("500") ? 0 : 2);
    }

    void keepsNoClampedAnswer()
    {
        Site site(withCache());
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("acme", "0.20"));
        const QByteArray body = chatBody("Hi [[tokens=500]]", {}, "kept");
        const auto clamped = site.chat(body);
        QCOMPARE(clamped.header("x-capstan-clamped-max-tokens"), "20");
        QVERIFY(site.cap("acme", "0.50"));
        const auto longer = site.chat(body);
        QVERIFY(!isHit(longer));
        QCOMPARE(longer.header("x-capstan-clamped-max-tokens"), "30");
    }

    void countsHitsAsRequests()
    {
        Site site(withCache("limits: [ { per: tenant, requests_per_minute: 2 } ]\n"));
        QVERIFY(site.isRunning());
        QVERIFY(!isHit(site.chat(question())));
        QVERIFY(isHit(site.chat(question())));
        QCOMPARE(site.chat(question()).status(), 429);
    }
};

QTEST_GUILESS_MAIN(TestCache)
#include "tst_cache.moc"
