// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"

#include <QJsonDocument>
#include <QTest>

using namespace e2e;

namespace {

/// The model "unpriced" costs a tenth of a cent a token here: a tenth of "cent".
SiteWish withCheapModel()
{
    SiteWish wish;
    wish.configuration = "server: { unpriced: { input: 0, output: 1000 } }\n";
    return wish;
}

QByteArray budget(const QByteArray &limitNanos, const QByteArray &more)
{
    return R"({"id":"b-soft","selector":"tenant:acme","limit_nano_usd":)" + limitNanos +
           R"(,"soft_marks_ppm":[500000],"clamp":false,"at_soft":{"downgrades":[)"
           R"({"from":["cent"],"to":"unpriced"}],"disable_tools":[]})" +
           more + '}';
}

QByteArray answerOf(qint64 tokens)
{
    return chatBody("[[tokens=" + QByteArray::number(tokens) + "]]",
                    "\"max_tokens\":" + QByteArray::number(tokens) + ',');
}

} // namespace

class TstSoftActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesACheaperModelPastTheSoftMark() // S1-22
    {
        Site site(withCheapModel());
        QVERIFY(site.isRunning());
        QVERIFY(site.setBudget(budget("1000000000", {}))); // $1.00, soft at $0.50
        const test::Answer first = site.chat(answerOf(40));
        QCOMPARE(first.status(), 200);
        QCOMPARE(first.header("x-capstan-model"), QByteArray("cent"));
        QCOMPARE(first.header("x-capstan-cost-usd"), QByteArray("0.4"));
        // $0.40 spent + up to $0.20 held passes $0.50: this one is served by the cheap model.
        const test::Answer second = site.chat(answerOf(20));
        QCOMPARE(second.status(), 200);
        QCOMPARE(second.header("x-capstan-model"), QByteArray("unpriced"));
        QCOMPARE(second.header("x-capstan-cost-usd"), QByteArray("0.02"));
        QVERIFY(second.body().contains(R"("model":"unpriced")"));
    }

    void downgradesInsteadOfRefusingWhereTheBudgetSaysSo()
    {
        Site site(withCheapModel());
        QVERIFY(site.isRunning());
        QVERIFY(site.setBudget(budget("300000000", R"(,"at_hard":"downgrade")"))); // $0.30
        const test::Answer answer = site.chat(answerOf(100)); // $1.00, or $0.10 with the cheap one
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.header("x-capstan-model"), QByteArray("unpriced"));
        QCOMPARE(answer.header("x-capstan-cost-usd"), QByteArray("0.1"));
        QCOMPARE(site.chat(answerOf(1000)).status(), 402); // $1.00 even there
    }

    void servesALogicalModelUnderItsPhysicalName() // S4-07
    {
        SiteWish wish;
        wish.configuration = "  house: { provider: vllm, physical_name: unpriced, "
                             "price: { input: 0, output: 2000 } }\n";
        Site site(wish);
        QVERIFY(site.isRunning());
        const test::Answer answer =
            site.chat(chatBody("[[tokens=10]]", "\"max_tokens\":10,", "house"));
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.header("x-capstan-model"), QByteArray("unpriced"));
        QCOMPARE(answer.header("x-capstan-cost-usd"), QByteArray("0.02"));
    }
};

QTEST_GUILESS_MAIN(TstSoftActions)
#include "tst_softactions.moc"
