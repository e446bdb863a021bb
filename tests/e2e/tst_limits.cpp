// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "site.h"

#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {

SiteWish limits(const QByteArray &yaml)
{
    SiteWish wish;
    wish.configuration = "limits:\n" + yaml;
    return wish;
}

} // namespace

class TestLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // S4-12, S3-38: ten a minute and agent; what is refused or invalid burns nothing.
    void refusesTheEleventhCallOfAnAgent()
    {
        Site site(limits("  - { per: agent, requests_per_minute: 10 }\n"));
        QVERIFY(site.isRunning());
        const QByteArray body = chatBody("Hi [[tokens=1]]");
        const QByteArray who = payer("acme", "crawler");
        for (int i = 0; i < 5; ++i) { // burns nothing: not JSON, no such model, no cap left
            QCOMPARE(site.post("/v1/chat/completions", "{", who).status(), 400);
            QCOMPARE(site.post("/v1/chat/completions", chatBody("Hi", {}, "none"), who).status(),
                     404);
        }
        for (int i = 0; i < 10; ++i) {
            const auto answer = site.post("/v1/chat/completions", body, who);
            QCOMPARE(answer.status(), 200);
            QCOMPARE(answer.header("x-ratelimit-limit-requests"), "10"_ba);
            QCOMPARE(answer.header("x-ratelimit-remaining-requests"), QByteArray::number(9 - i));
            QVERIFY(answer.header("x-ratelimit-reset-requests").endsWith('s'));
        }
        const auto refused = site.post("/v1/chat/completions", body, who);
        QCOMPARE(refused.status(), 429);
        QCOMPARE(refused.errorCode(), "rate_limit_exceeded"_ba);
        QCOMPARE(refused.header("x-ratelimit-remaining-requests"), "0"_ba);
        const int wait = refused.header("retry-after").toInt();
        QVERIFY(wait > 0 && wait <= 60);
        const qint64 waitMs = refused.header("retry-after-ms").toLongLong();
        QVERIFY(waitMs <= wait * 1'000 && waitMs > (wait - 1) * 1'000);
        QVERIFY(refused.error()["message"_L1].toString().contains(u"agent:crawler"_s));
        QCOMPARE(site.post("/v1/chat/completions", body, payer("acme", "other")).status(), 200);
        QCOMPARE(site.seenRequests().size(), 11); // ten and one
        QCOMPARE(site.stop(), 0);
        QCOMPARE(readLedger(site.ledgerFile())->openHolds, 0);
    }

    void limitsAProvider() // S2-35
    {
        Site site(limits("  - { per: provider, requests_per_minute: 2 }\n"));
        QVERIFY(site.isRunning());
        const QByteArray body = chatBody("Hi [[tokens=1]]");
        QCOMPARE(site.chat(body, "a").status(), 200);
        QCOMPARE(site.chat(body, "b").status(), 200);
        const auto refused = site.chat(body, "c");
        QCOMPARE(refused.status(), 429);
        QCOMPARE(refused.error()["scope"_L1].toString(), u"provider:vllm"_s);
    }

    // The bound of 100 output tokens and a short prompt are held; the answer took 10: so a second
    // call of the same bound fits into 150 only after the first has settled.
    void correctsTokensAtSettlement() // S4-13
    {
        Site site(limits("  - { match: \"*\", tokens_per_minute: 150 }\n"));
        QVERIFY(site.isRunning());
        const QByteArray body = chatBody("Hi [[tokens=10]]", "\"max_tokens\":100,");
        const auto first = site.chat(body);
        QCOMPARE(first.status(), 200);
        const auto second = site.chat(body);
        QCOMPARE(second.status(), 200);
        const qint64 used = first.json()["usage"_L1]["total_tokens"_L1].toInteger();
        const auto bound = 150 - first.header("x-ratelimit-remaining-tokens").toLongLong();
        QVERIFY(bound >= 100 && used < 50);
        QCOMPARE(second.header("x-ratelimit-remaining-tokens").toLongLong(), 150 - used - bound);
    }

    // A call that could never pass gets a smaller max_tokens instead of a refusal for ever.
    void clampsACallThatIsLargerThanItsLimit()
    {
        Site site(limits("  - { per: tenant, tokens_per_minute: 200 }\n"));
        QVERIFY(site.isRunning());
        const auto answer = site.chat(chatBody("Hi [[tokens=10]]", "\"max_tokens\":1000,"));
        QCOMPARE(answer.status(), 200);
        const qint64 clamped = answer.header("x-capstan-clamped-max-tokens").toLongLong();
        QVERIFY(clamped > 0 && clamped < 200);
        const QByteArray words = QByteArray("word ").repeated(500);
        const auto never = site.chat(chatBody(words, "\"max_tokens\":1,"), "other");
        QCOMPARE(never.status(), 429);
        QCOMPARE(never.header("retry-after"), QByteArray());
        QCOMPARE(never.header("x-should-retry"), "false"_ba);
    }

    // Two at a time: the third is refused while they run, and let in when one has ended.
    void limitsCallsThatRunAtTheSameTime()
    {
        Site site(limits("  - { match: \"tenant:acme\", parallel: 2 }\n"));
        QVERIFY(site.isRunning());
        const QByteArray endless = chatBody("Hi [[sim:never-ending slow-tokens=50]]", Streamed);
        test::HttpClient first(site.port());
        test::HttpClient second(site.port());
        test::Answer answers[2];
        for (auto *client : {&first, &second}) {
            test::Answer &answer = answers[client == &first ? 0 : 1];
            QVERIFY(client->begin(
                test::requestBytes("POST", "/v1/chat/completions", endless, payer("acme"))));
            QVERIFY(client->readUntil(
                answer, [](const test::Answer &so) { return so.events().size() > 1; }));
        }
        const QByteArray body = chatBody("Hi [[tokens=1]]");
        const auto refused = site.chat(body);
        QCOMPARE(refused.status(), 429);
        QCOMPARE(refused.error()["unit"_L1].toString(), u"parallel requests"_s);
        QCOMPARE(site.chat(body, "other").status(), 200);
        first.close();
        QTRY_COMPARE(site.chat(body).status(), 200);
        second.close();
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
