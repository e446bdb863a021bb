// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"

#include <QJsonDocument>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

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

/// Past $0.50 of $1.00 the tool "weather" is taken away; `downgrades` is a list.
QByteArray withoutWeather(const QByteArray &downgrades = "[]")
{
    return R"({"id":"b-soft","selector":"tenant:acme","limit_nano_usd":1000000000,)"
           R"("soft_marks_ppm":[500000],"clamp":false,"at_soft":{"downgrades":)" +
           downgrades + R"(,"disable_tools":["weather"]}})";
}

QByteArray tool(const QByteArray &name)
{
    return R"({"type":"function","function":{"name":")" + name + R"(","parameters":{}}})";
}

/// Calls the first tool that the upstream hears of, with 20 tokens.
QByteArray toolCall(const QByteArrayList &names)
{
    QByteArrayList tools;
    for (const QByteArray &name : names) {
        tools += tool(name);
    }
    return chatBody("[[sim:tool-call]] [[tokens=20]]",
                    R"("max_tokens":20,"tool_choice":"auto","tools":[)" + tools.join(',') + "],");
}

/// The name of the tool that an answer calls; empty when it has text instead.
QByteArray calledTool(const test::Answer &answer)
{
    const QJsonValue message = answer.json()["choices"_L1][0]["message"_L1];
    return message["tool_calls"_L1][0]["function"_L1]["name"_L1].toString().toUtf8();
}

QByteArray textOf(const test::Answer &answer)
{
    return answer.json()["choices"_L1][0]["message"_L1]["content"_L1].toString().toUtf8();
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

    void followsARuleOnlyToAPricedAndCheaperModel_data() // S1-22
    {
        QTest::addColumn<QByteArray>("configuration");
        QTest::newRow("dearer") << QByteArray(
            "server: { unpriced: { input: 1, output: 10000 } }\n");
        QTest::newRow("as dear") << QByteArray(
            "server: { unpriced: { input: 0, output: 10000 } }\n");
        QTest::newRow("without a price") << QByteArray();
    }

    void followsARuleOnlyToAPricedAndCheaperModel()
    {
        QFETCH(const QByteArray, configuration);
        SiteWish wish;
        wish.configuration = configuration;
        Site site(wish);
        QVERIFY(site.isRunning());
        QVERIFY(site.setBudget(budget("1000000000", {})));
        QCOMPARE(site.chat(answerOf(40)).status(), 200);
        const test::Answer second = site.chat(answerOf(20));
        QCOMPARE(second.status(), 200);
        QVERIFY(!second.header("x-capstan-budget-warning").isEmpty());
        QCOMPARE(second.header("x-capstan-model"), QByteArray("cent"));
        QCOMPARE(second.header("x-capstan-cost-usd"), QByteArray("0.2"));
    }

    // What the upstream hears of is what it calls: below the mark "weather", past it only the other
    // tool, and with no other tool none at all.
    void takesToolsAwayPastTheSoftMark() // S1-23
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.setBudget(withoutWeather()));
        QCOMPARE(calledTool(site.chat(toolCall({"weather", "clock"}))), QByteArray("weather"));
        QCOMPARE(site.chat(answerOf(15)).status(), 200);                      // $0.20 + $0.15 spent
        const test::Answer other = site.chat(toolCall({"weather", "clock"})); // + $0.20: past
        QCOMPARE(calledTool(other), QByteArray("clock"));
        const test::Answer none = site.chat(toolCall({"weather"}));
        QCOMPARE(none.status(), 200);
        QCOMPARE(calledTool(none), QByteArray());
        QVERIFY(!textOf(none).isEmpty());
    }

    void warnsDowngradesAndTakesToolsAwayInOneCall() // S1-21
    {
        Site site(withCheapModel());
        QVERIFY(site.isRunning());
        QVERIFY(site.setBudget(withoutWeather(R"([{"from":["cent"],"to":"unpriced"}])")));
        // $0.50 and some mills for the prompt: past the mark, whatever the next call costs.
        const QByteArray fifty = chatBody("[[tokens=50]]", R"("max_tokens":50,)", CentAndMill);
        QCOMPARE(site.chat(fifty).status(), 200);
        const test::Answer answer = site.chat(toolCall({"weather"}));
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.header("x-capstan-model"), QByteArray("unpriced"));
        QCOMPARE(calledTool(answer), QByteArray());
        QVERIFY(answer.header("x-capstan-budget-warning").startsWith("tenant:acme"));
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
