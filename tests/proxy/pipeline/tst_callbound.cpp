// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/callbound.h"

#include <QTest>

using namespace proxy;
using core::Money;
using openai::Endpoint;

namespace {

ServedModel model(qint64 context,
                  std::optional<TemplateOverhead> overhead = TemplateOverhead{10, 4, 50})
{
    ServedModel served;
    served.id = "m";
    served.contextLength = context;
    served.overhead = overhead;
    return served;
}

/// $1 per million input tokens, $2 per million output tokens.
core::Price price()
{
    core::Price price;
    price.rates = {
        .input = 1'000'000'000, .cachedInput = 0, .cacheWrite = 0, .output = 2'000'000'000};
    return price;
}

openai::CallFacts chat(qint64 bytes, qint64 messages = 1)
{
    openai::CallFacts facts;
    facts.textBytes = bytes;
    facts.messages = messages;
    return facts;
}

} // namespace

class tst_CallBound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesBytesAndTheTemplatesOverhead() // S1-29
    {
        openai::CallFacts facts = chat(100, 3);
        facts.maxTokens = 20;
        facts.hasTools = true;
        const CallBound bound = cheapBound(facts, model(4096), price());
        QCOMPARE(bound.promptTokens, 100 + 10 + 2 * 4 + 50);
        QCOMPARE(bound.outputTokens, 20);
        QCOMPARE(bound.amounts.tokens, 168 + 20);
        // 168 x $1/M + 20 x $2/M = $0.000208
        QCOMPARE(bound.amounts.cost, Money::fromNanos(208'000));
        QVERIFY(!bound.promptExact);
    }

    void neverGoesAboveTheContextLength()
    {
        QCOMPARE(cheapBound(chat(1'000'000), model(4096), price()).promptTokens, 4096);
    }

    void takesTheContextLengthWhereBytesSayNothing()
    {
        openai::CallFacts withImage = chat(10);
        withImage.hasMedia = true;
        QCOMPARE(cheapBound(withImage, model(4096), price()).promptTokens, 4096);
        QCOMPARE(cheapBound(chat(10), model(4096, std::nullopt), price()).promptTokens, 4096);
    }

    // An image by its URL, a file, an earlier answer: nothing in the call says how long it is.
    void takesTheLargestContextWhereNobodyTellsIt()
    {
        openai::CallFacts withImage = chat(10);
        withImage.hasMedia = true;
        ServedModel remote = model(0, std::nullopt);
        QCOMPARE(cheapBound(withImage, remote, price()).promptTokens, 2'097'152);
        remote.ownersContext = 128'000;
        QCOMPARE(cheapBound(withImage, remote, price()).promptTokens, 128'000);
        QCOMPARE(cheapBound(chat(10), remote, price()).promptTokens, 10 + 4'096);
    }

    void takesTheRemainingContextWhenTheClientSetsNoLimit()
    {
        const CallBound cheap = cheapBound(chat(100), model(4096), price());
        QCOMPARE(cheap.outputTokens, 4095); // at least one prompt token
        const CallBound exact = exactBound(chat(100), model(4096), price(), 30);
        QCOMPARE(exact.outputTokens, 4066);
        QVERIFY(exact.promptExact);
    }

    void countsEveryChoiceAndEveryPrompt()
    {
        openai::CallFacts facts;
        facts.endpoint = Endpoint::Completions;
        facts.textBytes = 40;
        facts.prompts = 2;
        facts.choices = 6; // n 3 x two prompts
        facts.maxTokens = 16;
        const CallBound bound = cheapBound(facts, model(100), price());
        QCOMPARE(bound.promptTokens, 40 + 2 * 10);
        QCOMPARE(bound.amounts.tokens, 60 + 6 * 16);
    }

    void countsOneTokenForAnEmptyAnswer()
    {
        openai::CallFacts facts = chat(1);
        facts.maxTokens = 0; // with echo vLLM still generates one
        QCOMPARE(cheapBound(facts, model(100), price()).outputTokens, 1);
    }

    void countsNoOutputForEmbeddings()
    {
        openai::CallFacts facts;
        facts.endpoint = Endpoint::Embeddings;
        facts.textBytes = 7;
        const CallBound bound = cheapBound(facts, model(100), price());
        QCOMPARE(bound.amounts.tokens, 17);
    }

    void limitsTheAnswerWhereTheContextIsUnknown()
    {
        const CallBound bound = cheapBound(chat(100), model(0, std::nullopt), price());
        QCOMPARE(bound.promptTokens, 100 + OverheadWithoutTokenizer);
        QCOMPARE(bound.outputTokens, OutputWithoutContext);
    }

    void saysWhatIsAffordable()
    {
        openai::CallFacts facts = chat(90);
        facts.maxTokens = 1000;
        const CallBound bound = cheapBound(facts, model(4096), price());
        QCOMPARE(bound.promptTokens, 100);
        core::Headroom room;
        room.cost =
            Money::fromNanos(150'000); // $0.00015 - 100 x $1/M = $0.00005 = 25 tokens at $2/M
        QCOMPARE(affordableMaxTokens(bound, price(), room), std::optional<qint64>(25));
        room.tokens = 110;
        QCOMPARE(affordableMaxTokens(bound, price(), room), std::optional<qint64>(10));
        room.cost = Money::fromNanos(101'999); // not one whole token
        QCOMPARE(affordableMaxTokens(bound, price(), room), std::nullopt);
        room = {};
        QCOMPARE(affordableMaxTokens(bound, price(), room), std::optional<qint64>(1000));
        room.requests = 0;
        QCOMPARE(affordableMaxTokens(bound, price(), room), std::nullopt);
    }

    void sharesWhatIsAffordableBetweenChoices()
    {
        openai::CallFacts facts = chat(90);
        facts.maxTokens = 1000;
        facts.choices = 4;
        core::Headroom room;
        room.cost = Money::fromNanos(100'000 + 2'000 * 41); // 41 tokens: 10 for each of four
        const CallBound bound = cheapBound(facts, model(4096), price());
        QCOMPARE(affordableMaxTokens(bound, price(), room), std::optional<qint64>(10));
        const CallBound clamped = withOutput(bound, 10, price());
        QCOMPARE(clamped.amounts.tokens, 100 + 4 * 10);
        QVERIFY(clamped.amounts.cost <= room.cost);
    }
};

QTEST_APPLESS_MAIN(tst_CallBound)
#include "tst_callbound.moc"
