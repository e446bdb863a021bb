// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "site.h"

#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;
using core::Money;

namespace {

QByteArray answerOf(int tokens)
{
    const QByteArray number = QByteArray::number(tokens);
    return chatBody("[[tokens=" + number + "]]", "\"max_tokens\":" + number + ',', Unpriced);
}

QByteArray capOn(const QByteArray &selector)
{
    return "{\"id\":\"b-where\",\"limit_nano_usd\":1000000000,\"selector\":\"" + selector + "\"}";
}

QByteArray unpricedCalls(Site &site)
{
    const QByteArray series = "\ncapstan_unpriced_calls_total ";
    const QByteArray page = site.get("/metrics").body();
    return page.mid(page.indexOf(series) + series.size()).split('\n').first();
}

} // namespace

/// Arithmetic case 4: a model that nobody has priced, under each of the policies.
class TestUnpriced : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // 250 tokens at the default price of a tenth of a cent: $0.25, four times in a dollar.
    void chargesTheDefaultPriceWhereOneIsSet()
    {
        SiteWish wish;
        wish.configuration = "server: { unpriced: { input: 0, output: 1000 } }\n";
        Site site(wish);
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "1"));
        for (int i = 1; i <= 4; ++i) {
            const test::Answer answer = site.chat(answerOf(250));
            QCOMPARE(answer.status(), 200);
            QCOMPARE(answer.header("x-capstan-cost-usd"), "0.25");
            QCOMPARE(site.standing("tenant:acme")->spent, Money::fromNanos(i * 250'000'000));
        }
        const test::Answer refused = site.chat(answerOf(250));
        QCOMPARE(refused.status(), 402);
        QCOMPARE(refused.errorCode(), "budget_exceeded");
    }

    // Where a money cap applies the call is refused, elsewhere it is served; both are counted.
    void servesWhereNoMoneyIsCappedAndCountsIt()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "1"));
        QVERIFY(site.setBudget(
            R"({"id":"b-calls","selector":"tenant:free","unit":"requests","limit_requests":2})"));
        QCOMPARE(unpricedCalls(site), "0");
        const test::Answer served = site.chat(answerOf(20), "free");
        QCOMPARE(served.status(), 200);
        QCOMPARE(served.header("x-capstan-cost-usd"), "0");
        QCOMPARE(unpricedCalls(site), "1");

        const test::Answer refused = site.chat(answerOf(20));
        QCOMPARE(refused.status(), 402);
        QCOMPARE(refused.errorCode(), "model_unpriced");
        QCOMPARE(unpricedCalls(site), "2");
        QVERIFY(site.get("/api/reports/unpriced_models").body().contains(Unpriced));

        // A cap of the provider or of the model is one, too.
        for (const QByteArray selector : {"provider:vllm", "model:unpriced", "model:*"}) {
            QVERIFY(site.setBudget(capOn(selector)));
            QCOMPARE(site.chat(answerOf(20), "free").errorCode(), "model_unpriced");
        }
        QCOMPARE(test::HttpClient(site.port()).remove("/api/admin/budgets?id=b-where").status(),
                 200);

        // It costs nothing, but it is a call: the other units of a cap hold.
        QCOMPARE(site.chat(answerOf(20), "free").status(), 200);
        QCOMPARE(site.chat(answerOf(20), "free").status(), 402);
        QCOMPARE(site.stop(), 0);
        const auto rows = readLedger(site.ledgerFile());
        QCOMPARE(rows->settlements.size(), std::size_t(2));
        QCOMPARE(rows->settlements.front().usage.output, 20);
        QCOMPARE(rows->sum(), Money());
    }
};

QTEST_GUILESS_MAIN(TestUnpriced)
#include "tst_unpriced.moc"
