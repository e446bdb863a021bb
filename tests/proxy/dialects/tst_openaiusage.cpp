// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "meteredstream.h"
#include "streams.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace streams;

namespace {

QByteArray choice(int index, const QByteArray &content, const QByteArray &finish = "null")
{
    return R"({"index":)" + QByteArray::number(index) + R"(,"delta":{"content":")" + content +
           R"("},"logprobs":null,"finish_reason":)" + finish + "}";
}

} // namespace

/// How many tokens are counted while a stream runs and when it ends.
class OpenAiUsageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAsTheStreamRuns();
    void aCutStreamHasItsLastRunningCount();
    void withoutUsageTheDeltasAreAnEstimate();
    void runningCountsAddOverChoices();
    void runningPromptsAddOverPrompts();
    void finalBeatsRunningOverChoices();
    void usageMayComeInTwoChunks();
    void usageOnTheFinishChunkCounts();
    void zeroOnEarlyChunksIsNoCount();
    void nullUsageIsNoCount();
    void zeroAtTheEndIsAKnownCount();
    void aCountNeverFalls();
    void readsUsageOfWholeAnswers_data();
    void readsUsageOfWholeAnswers();
    void mutatedEventsNeverLowerACount();
};

void OpenAiUsageTest::countsAsTheStreamRuns()
{
    Relay relay(factsOf(Asked::Nothing));
    QCOMPARE(relay.meter.usage(), usage(0, 0, CountQuality::Unknown));
    relay.feed(streams::chat(streams::Role, streams::running(12, 0)));
    QCOMPARE(relay.meter.running(), usage(12, 0, CountQuality::LowerBound));
    relay.feed(streams::chat(streams::There, streams::running(12, 3)));
    QCOMPARE(relay.meter.running(), usage(12, 3, CountQuality::LowerBound));
}

void OpenAiUsageTest::aCutStreamHasItsLastRunningCount()
{
    Relay relay(factsOf(Asked::Nothing));
    relay.feed(streams::chat(streams::Role, streams::running(12, 0)) +
               streams::chat(streams::There, streams::running(12, 7)) + "data: {\"id\":\"ch");
    QCOMPARE(relay.meter.usage(), usage(12, 7, CountQuality::LowerBound));
    QVERIFY(!relay.meter.finished());
}

void OpenAiUsageTest::withoutUsageTheDeltasAreAnEstimate()
{
    Relay relay(factsOf(Asked::Nothing));
    relay.feed(streams::chat(streams::Role) + streams::chat(streams::There) +
               streams::chat(streams::Thinking) + streams::chat(streams::Stop));
    QCOMPARE(relay.meter.usage().quality, CountQuality::Unknown);
    QCOMPARE(relay.meter.running(), usage(0, 2, CountQuality::Estimated));
}

void OpenAiUsageTest::runningCountsAddOverChoices()
{
    Relay relay(factsOf(Asked::Nothing, 3));
    relay.feed(streams::chat(choice(0, "a"), streams::running(12, 4)) +
               streams::chat(choice(2, "b"), streams::running(12, 6)) +
               streams::chat(choice(0, "c"), streams::running(12, 5)) +
               streams::chat(choice(1, "", "\"stop\""), streams::running(12, 1)));
    QCOMPARE(relay.meter.usage(), usage(12, 12, CountQuality::LowerBound)); // 5 + 1 + 6
}

void OpenAiUsageTest::runningPromptsAddOverPrompts()
{
    Relay relay(factsOf(Asked::Nothing, 4, 2)); // two prompts, n = 2
    relay.feed(streams::chat(choice(0, "a"), streams::running(10, 1)) +
               streams::chat(choice(1, "b"), streams::running(10, 2)) +
               streams::chat(choice(3, "c"), streams::running(30, 3)));
    QCOMPARE(relay.meter.usage(), usage(40, 6, CountQuality::LowerBound)); // 10 + 30, 1 + 2 + 3
}

void OpenAiUsageTest::finalBeatsRunningOverChoices()
{
    // An upstream whose running count is already that of all choices.
    Relay relay(factsOf(Asked::Nothing, 2));
    relay.feed(streams::chat(choice(0, "a"), streams::running(12, 8)) +
               streams::chat(choice(1, "b"), streams::running(12, 9)) +
               streams::chat("", streams::finalUsage(12, 9)));
    QCOMPARE(relay.meter.usage(), usage(12, 9));
}

void OpenAiUsageTest::usageMayComeInTwoChunks()
{
    Relay relay(factsOf(Asked::Nothing));
    relay.feed(
        streams::chat(
            "", R"(,"usage":{"prompt_tokens":20,"prompt_tokens_details":{"cached_tokens":16}})") +
        streams::chat("", streams::finalUsage(20, 7)));
    TokenUsage expected = usage(4, 7);
    expected.cachedInput = 16;
    QCOMPARE(relay.meter.usage(), expected);
    QVERIFY(relay.sent.isEmpty());
}

void OpenAiUsageTest::usageOnTheFinishChunkCounts()
{
    // llama.cpp's completions and DeepSeek: no chunk without choices.
    const QByteArray finish = streams::chat(streams::Stop, streams::finalUsage(12, 5));
    Relay relay(factsOf(Asked::Usage));
    relay.feed(streams::chat(streams::There) + finish + streams::Done);
    QCOMPARE(relay.meter.usage(), usage(12, 5));
    QCOMPARE(relay.sent, streams::chat(streams::There) + finish + streams::Done);

    Relay unasked(factsOf(Asked::Nothing));
    unasked.feed(streams::chat(streams::There) + finish + streams::Done);
    QCOMPARE(unasked.sent,
             streams::chat(streams::There) + streams::chat(streams::Stop) + streams::Done);
}

void OpenAiUsageTest::zeroOnEarlyChunksIsNoCount()
{
    // Ollama's /v1/completions.
    Relay relay(factsOf(Asked::Nothing));
    relay.feed(streams::chat(streams::There, streams::finalUsage(0, 0)) +
               streams::chat(streams::Stop, streams::finalUsage(0, 0)));
    QCOMPARE(relay.meter.usage().quality, CountQuality::Unknown);
    QCOMPARE(relay.meter.running(), usage(0, 1, CountQuality::Estimated));
    relay.feed(streams::chat("", streams::finalUsage(9, 3)));
    QCOMPARE(relay.meter.usage(), usage(9, 3));
}

void OpenAiUsageTest::nullUsageIsNoCount()
{
    const QByteArray null = R"(,"usage":null)";
    const QByteArray stream = streams::chat(streams::Role, null) +
                              streams::chat(streams::There, null) +
                              streams::chat(streams::Stop, R"(,"usage":{})") +
                              streams::chat("", null); // an empty chunk without a count stays
    Relay asked(factsOf(Asked::Usage));
    asked.feed(stream);
    QCOMPARE(asked.sent, stream);
    QCOMPARE(asked.meter.usage().quality, CountQuality::Unknown);
    Relay unasked(factsOf(Asked::Nothing));
    unasked.feed(stream);
    QCOMPARE(unasked.sent,
             streams::chat(streams::Role) + streams::chat(streams::There) +
                 streams::chat(streams::Stop) + streams::chat(""));
}

void OpenAiUsageTest::zeroAtTheEndIsAKnownCount()
{
    Relay relay(factsOf(Asked::Nothing));
    relay.feed(streams::chat("", streams::finalUsage(0, 0)));
    QCOMPARE(relay.meter.usage(), usage(0, 0));
}

void OpenAiUsageTest::aCountNeverFalls()
{
    Relay relay(factsOf(Asked::Nothing));
    relay.feed(streams::chat(streams::There, streams::running(12, 30)) +
               streams::chat(streams::There, streams::running(2, 3)));
    QCOMPARE(relay.meter.running(), usage(12, 30, CountQuality::LowerBound));
    relay.feed(streams::chat("", streams::finalUsage(12, 3)));
    QCOMPARE(relay.meter.usage(), usage(12, 30));
}

void OpenAiUsageTest::readsUsageOfWholeAnswers_data()
{
    QTest::addColumn<QByteArray>("usageObject");
    QTest::addColumn<QList<qint64>>("expected"); // input, cached, write, output, reasoning
    const auto row = [](const char *name, const char *json, const QList<qint64> &expected) {
        QTest::newRow(name) << QByteArray(json) << expected;
    };
    row("vLLM",
        R"({"prompt_tokens":12,"total_tokens":17,"completion_tokens":5,"prompt_tokens_details":null,"completion_tokens_details":null})",
        {12, 0, 0, 5, 0});
    row("vLLM with details: 212 - 192 cached; created ones are uncached",
        R"({"prompt_tokens":212,"total_tokens":243,"completion_tokens":31,"prompt_tokens_details":{"cached_tokens":192,"created_cache_tokens":16,"multimodal_tokens":null},"completion_tokens_details":{"reasoning_tokens":9}})",
        {20, 192, 0, 31, 9});
    row("empty details",
        R"({"prompt_tokens":3,"completion_tokens":4,"prompt_tokens_details":{}})",
        {3, 0, 0, 4, 0});
    row("OpenAI: 100 - 40 - 20",
        R"({"prompt_tokens":100,"completion_tokens":7,"total_tokens":107,"prompt_tokens_details":{"cached_tokens":40,"cache_write_tokens":20,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":2}})",
        {40, 40, 20, 7, 2});
    row("DeepSeek: hit 64 named twice",
        R"({"prompt_tokens":100,"completion_tokens":5,"total_tokens":105,"prompt_cache_hit_tokens":64,"prompt_cache_miss_tokens":36,"prompt_tokens_details":{"cached_tokens":64}})",
        {36, 64, 0, 5, 0});
    row("DeepSeek, older",
        R"({"prompt_cache_hit_tokens":64,"prompt_cache_miss_tokens":36,"completion_tokens":5})",
        {36, 64, 0, 5, 0});
    row("embeddings",
        R"({"prompt_tokens":6,"total_tokens":6,"completion_tokens":0,"prompt_tokens_details":null})",
        {6, 0, 0, 0, 0});
    row("embeddings, short", R"({"prompt_tokens":6,"total_tokens":6})", {6, 0, 0, 0, 0});
    row("only a total", R"({"total_tokens":6})", {6, 0, 0, 0, 0});
    row("null output",
        R"({"prompt_tokens":6,"total_tokens":6,"completion_tokens":null})",
        {6, 0, 0, 0, 0});
    row("known zero",
        R"({"prompt_tokens":0,"completion_tokens":0,"total_tokens":0})",
        {0, 0, 0, 0, 0});
    row("reasoning outside of completion_tokens: 50 - 10",
        R"({"prompt_tokens":10,"completion_tokens":5,"total_tokens":50,"completion_tokens_details":{"reasoning_tokens":35}})",
        {10, 0, 0, 40, 35});
    row("more cached than there is",
        R"({"prompt_tokens":5,"completion_tokens":1,"prompt_tokens_details":{"cached_tokens":9,"cache_write_tokens":9}})",
        {0, 5, 0, 1, 0});
    row("negative", R"({"prompt_tokens":5,"completion_tokens":-3})", {5, 0, 0, 0, 0});
    row("null", "null", {});
    row("empty", "{}", {});
    row("no counts", R"({"type":"words","words":3})", {});
    row("a list", "[1]", {});
}

void OpenAiUsageTest::readsUsageOfWholeAnswers()
{
    QFETCH(const QByteArray, usageObject);
    QFETCH(const QList<qint64>, expected);
    const QByteArray body =
        "\n\n{\"id\":\"x\",\"choices\":[{\"message\":{\"content\":\"\\\"usage\\\": 1\"}}],"
        "\"usage\":" +
        usageObject + ",\"metrics\":null}";
    const auto read = proxy::openai::readUsage(body);
    QCOMPARE(read.has_value(), !expected.isEmpty());
    if (read) {
        const QList<qint64> counts{
            read->input, read->cachedInput, read->cacheWrite, read->output, read->reasoning};
        QCOMPARE(counts, expected);
        QCOMPARE(read->quality, CountQuality::Reported);
    }
    QVERIFY(!proxy::openai::readUsage("").has_value());
    QVERIFY(!proxy::openai::readUsage("upstream says no").has_value());
}

void OpenAiUsageTest::mutatedEventsNeverLowerACount()
{
    static constexpr QByteArrayView Alphabet = "{}[]\",:\\nul0123456789-.e \x01\xff";
    QRandomGenerator random(20260821);
    for (int round = 0; round < 4000; ++round) {
        QByteArray stream = streams::chatContinuous();
        for (int times = random.bounded(1, 8); times > 0; --times) {
            stream[random.bounded(stream.size())] = Alphabet[random.bounded(Alphabet.size())];
        }
        StreamMeter meter(factsOf(Asked(random.bounded(3))));
        proxy::SseParser parser;
        TokenUsage before;
        bool fell = false;
        QVERIFY(parser.feed(stream, [&](const proxy::SseEvent &event) {
            const auto relay = meter.take(event.raw, event.data);
            const TokenUsage now = meter.usage();
            fell = fell || now.prompt() < before.prompt() || now.output < before.output ||
                   now.input < 0 || relay.text.size() > event.raw.size();
            before = now;
        }));
        QVERIFY2(!fell, stream.constData());
    }
}

QTEST_APPLESS_MAIN(OpenAiUsageTest)
#include "tst_openaiusage.moc"
