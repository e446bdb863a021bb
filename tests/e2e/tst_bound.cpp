// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "site.h"

#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;
using core::Money;

namespace {

Money mills(qint64 count)
{
    return Money::fromNanos(count * 1'000'000);
}

/// 39 letters are 10 tokens of vllm-sim, the template has 10, and 500 are in no count before.
QByteArray hiding()
{
    return chatBody("[[sim:hidden-prompt=500]] [[tokens=10]]", R"("max_tokens":10,)", CentAndMill);
}

qint64 callsAboveBound(Site &site)
{
    const QByteArray series = R"(capstan_calls_above_bound_total{provider="vllm"} )";
    const QByteArray page = site.get("/metrics").body();
    const qsizetype at = page.indexOf(series);
    return at < 0 ? -1 : page.mid(at + series.size()).split('\n').first().toLongLong();
}

int countedConversations(Site &site)
{
    return site.seenCounters()["requests"_L1]["/tokenize"_L1]["200"_L1].toInt();
}

} // namespace

/// What a call is held for, and what becomes of one that uses more.
class TestBound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Held: 39 bytes + 10 for the template at a mill, 10 tokens of answer at a cent: $0.149. Used:
    // 520 + 10 tokens: $0.62. The second call is held for 39 + 10 + 471 learnt = 520: not above.
    void chargesAlarmsAndLearnsFromACallAboveItsBound()
    {
        SiteWish wish;
        wish.configuration = "server: { workers: 1 }\n";
        Site site(wish);
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "5"));
        QTRY_COMPARE(countedConversations(site), 9); // three of each model teach its overhead
        QCOMPARE(site.chat(chatBody("Hi [[tokens=7]]", R"("max_tokens":7,)", CentAndMill)).status(),
                 200);
        QCOMPARE(callsAboveBound(site), 0);
        const Money before = site.standing("tenant:acme")->spent;

        const test::Answer first = site.chat(hiding());
        QCOMPARE(first.status(), 200);
        QCOMPARE(first.json()["usage"_L1]["prompt_tokens"_L1].toInt(), 520);
        QCOMPARE(site.standing("tenant:acme")->spent, before + mills(620));
        QCOMPARE(callsAboveBound(site), 1);
        QTRY_VERIFY(site.capstan().errorText().contains("used more than was held"));
        QVERIFY(site.capstan().errorText().contains(first.header("x-capstan-request-id")));
        QVERIFY(!site.capstan().errorText().contains("hidden-prompt")); // no word of the prompt

        QCOMPARE(site.chat(hiding()).status(), 200);
        QCOMPARE(site.standing("tenant:acme")->spent, before + mills(2 * 620));
        QCOMPARE(callsAboveBound(site), 1);
        QCOMPARE(site.standing("tenant:acme")->reserved, Money());
        QCOMPARE(site.stop(), 0);
        QVERIFY(verify(site.ledgerFile()).empty());
    }

    // The tightest of the caps that match: $2.00, of which $0.07 are spent.
    void tellsWhatIsLeftAndHowLongItTook()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "5"));
        QVERIFY(site.cap("*:*", "2"));
        const test::Answer answer = site.chat(chatBody("Hi [[tokens=7]]"));
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.header("x-capstan-cost-usd"), "0.07");
        QCOMPARE(answer.header("x-capstan-remaining-usd"), "1.93");
        bool isNumber = false;
        QVERIFY(answer.header("x-capstan-overhead-us").toLongLong(&isNumber) > 0 && isNumber);
        const test::Answer other = site.chat(chatBody("Hi [[tokens=3]]"), "other");
        QCOMPARE(other.header("x-capstan-remaining-usd"), "1.9");
    }

    // 4,000 letters are 1,000 tokens and 10 for the template: $1.01 at a mill, of $2. What is left
    // pays for 99 tokens at a cent, so the exact count comes first and the clamp after it: by the
    // bytes ($4.01) nothing would fit.
    void clampsToWhatTheExactCountLeaves()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("tenant:acme", "2"));
        const QByteArray text = "[[tokens=99]] " + QByteArray(3'986, 'a');
        const test::Answer answer = site.chat(chatBody(text, R"("max_tokens":5000,)", CentAndMill));
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.json()["usage"_L1]["prompt_tokens"_L1].toInt(), 1'010);
        QCOMPARE(answer.header("x-capstan-clamped-max-tokens"), "99");
        QCOMPARE(site.standing("tenant:acme")->spent, mills(1'010 + 990));
    }
};

QTEST_GUILESS_MAIN(TestBound)
#include "tst_bound.moc"
