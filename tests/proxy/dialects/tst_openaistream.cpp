// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams.h"

#include "proxy/dialects/openai.h"
#include "proxy/upstream/sseparser.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using core::CountQuality;
using core::TokenUsage;
using proxy::openai::CallFacts;
using proxy::openai::Endpoint;
using proxy::openai::StreamMeter;

namespace {

enum class Asked { Nothing, Usage, Continuous };

CallFacts factsOf(Asked asked, qint64 choices = 1, qint64 prompts = 1)
{
    CallFacts facts;
    facts.stream = true;
    facts.model = "asked-for";
    facts.includeUsage = asked != Asked::Nothing;
    facts.continuousUsage = asked == Asked::Continuous;
    facts.choices = choices;
    facts.prompts = prompts;
    return facts;
}

/// Runs a stream through parser and meter, as the relay does.
class Relay
{
public:
    explicit Relay(const CallFacts &facts)
        : meter(facts)
    {}

    void feed(const QByteArray &bytes)
    {
        QVERIFY(m_parser.feed(bytes, [this](const proxy::SseEvent &event) {
            const StreamMeter::Relay relay = meter.take(event.raw, event.data);
            if (!relay.drop) {
                sent += relay.changed ? QByteArrayView(relay.text) : event.raw;
            }
        }));
    }

    StreamMeter meter;
    QByteArray sent;

private:
    proxy::SseParser m_parser;
};

TokenUsage usage(qint64 input, qint64 output, CountQuality quality = CountQuality::Reported)
{
    TokenUsage usage;
    usage.input = input;
    usage.output = output;
    usage.quality = quality;
    return usage;
}

QJsonObject objectOf(const QByteArray &event)
{
    return QJsonDocument::fromJson(event.mid(6)).object();
}

QByteArray choice(int index, const QByteArray &content, const QByteArray &finish = "null")
{
    return R"({"index":)" + QByteArray::number(index) + R"(,"delta":{"content":")" + content +
           R"("},"logprobs":null,"finish_reason":)" + finish + "}";
}

} // namespace

class OpenAiStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theClientGetsWhatItAskedFor_data();
    void theClientGetsWhatItAskedFor();
    void anySplitGivesTheSame();
    void countsAsTheStreamRuns();
    void aCutStreamHasItsLastRunningCount();
    void withoutUsageTheDeltasAreAnEstimate();
    void aToolCallStreamIsRelayedUnchanged();
    void completionsAreMeteredToo();
    void runningCountsAddOverChoices();
    void runningPromptsAddOverPrompts();
    void finalBeatsRunningOverChoices();
    void usageMayComeInTwoChunks();
    void usageOnTheFinishChunkCounts();
    void zeroOnEarlyChunksIsNoCount();
    void nullUsageIsNoCount();
    void zeroAtTheEndIsAKnownCount();
    void aCountNeverFalls();
    void notesAnErrorInTheStream();
    void keepsEventsThatAreNotChunks();
    void endsACutStreamWithLength_data();
    void endsACutStreamWithLength();
    void endsOnlyOpenChoices();
    void endsAStreamThatHasNotBegun();
    void endsAStoppedStreamWithAnError();
    void readsUsageOfWholeAnswers_data();
    void readsUsageOfWholeAnswers();
    void mutatedEventsNeverLowerACount();
};

void OpenAiStreamTest::theClientGetsWhatItAskedFor_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<QByteArray>("received");
    QTest::newRow("nothing") << int(Asked::Nothing) << streams::chatPlain();
    QTest::newRow("usage") << int(Asked::Usage) << streams::chatWithUsage();
    QTest::newRow("continuous") << int(Asked::Continuous) << streams::chatContinuous();
}

void OpenAiStreamTest::theClientGetsWhatItAskedFor()
{
    QFETCH(const int, asked);
    QFETCH(const QByteArray, received);
    Relay relay(factsOf(Asked(asked)));
    relay.feed(streams::chatContinuous());
    QCOMPARE(relay.sent, received);
    QVERIFY(relay.meter.finished());
    QVERIFY(!relay.meter.failed());
    TokenUsage expected = usage(12, 5);
    expected.reasoning = 1; // the running count knew, the final one left it out
    QCOMPARE(relay.meter.usage(), expected);
}

void OpenAiStreamTest::anySplitGivesTheSame()
{
    const QByteArray stream = streams::chatContinuous();
    for (qsizetype at = 0; at <= stream.size(); ++at) {
        Relay relay(factsOf(Asked::Nothing));
        relay.feed(stream.first(at));
        relay.feed(stream.sliced(at));
        QCOMPARE(relay.sent, streams::chatPlain());
        QCOMPARE(relay.meter.usage().output, 5);
    }
}

void OpenAiStreamTest::countsAsTheStreamRuns()
{
    Relay relay(factsOf(Asked::Nothing));
    QCOMPARE(relay.meter.usage(), usage(0, 0, CountQuality::Unknown));
    relay.feed(streams::chat(streams::Role, streams::running(12, 0)));
    QCOMPARE(relay.meter.running(), usage(12, 0, CountQuality::LowerBound));
    relay.feed(streams::chat(streams::There, streams::running(12, 3)));
    QCOMPARE(relay.meter.running(), usage(12, 3, CountQuality::LowerBound));
}

void OpenAiStreamTest::aCutStreamHasItsLastRunningCount()
{
    Relay relay(factsOf(Asked::Nothing));
    relay.feed(streams::chat(streams::Role, streams::running(12, 0)) +
               streams::chat(streams::There, streams::running(12, 7)) + "data: {\"id\":\"ch");
    QCOMPARE(relay.meter.usage(), usage(12, 7, CountQuality::LowerBound));
    QVERIFY(!relay.meter.finished());
}

void OpenAiStreamTest::withoutUsageTheDeltasAreAnEstimate()
{
    Relay relay(factsOf(Asked::Nothing));
    relay.feed(streams::chat(streams::Role) + streams::chat(streams::There) +
               streams::chat(streams::Thinking) + streams::chat(streams::Stop));
    QCOMPARE(relay.meter.usage().quality, CountQuality::Unknown);
    QCOMPARE(relay.meter.running(), usage(0, 2, CountQuality::Estimated));
}

void OpenAiStreamTest::aToolCallStreamIsRelayedUnchanged()
{
    const auto delta = [](const QByteArray &calls) {
        return R"({"index":0,"delta":{"tool_calls":)" + calls +
               R"(},"logprobs":null,"finish_reason":null,"token_ids":null})";
    };
    const QByteArray calls[] = {
        delta(
            R"([{"id":"chatcmpl-tool-51d0","type":"function","index":0,"function":{"name":"get_weather"}}])"),
        delta(R"([{"index":0,"function":{"arguments":"{\"city\": \""}}])"),
        delta(R"([{"index":0,"function":{"arguments":"Oslo\"}"}}])"),
        R"({"index":0,"delta":{},"logprobs":null,"finish_reason":"tool_calls","stop_reason":null,"token_ids":null})"};
    QByteArray plain = streams::chat(streams::Role, streams::RoleTail);
    QByteArray metered = streams::chat(streams::Role, streams::running(20, 0) + streams::RoleTail);
    int output = 0;
    for (const QByteArray &call : calls) {
        plain += streams::chat(call);
        metered += streams::chat(call, streams::running(20, output += 4));
    }
    Relay relay(factsOf(Asked::Nothing));
    relay.feed(metered + streams::Done);
    QCOMPARE(relay.sent, plain + streams::Done);
    QCOMPARE(relay.meter.usage(), usage(20, 16)); // 4 chunks x 4 tokens

    Relay bare(factsOf(Asked::Nothing));
    bare.feed(plain);
    QCOMPARE(bare.meter.running().output, 3); // three calls' deltas, the last is empty
}

void OpenAiStreamTest::completionsAreMeteredToo()
{
    const QByteArray one =
        R"({"index":0,"text":"One","logprobs":null,"finish_reason":null,"stop_reason":null,"prompt_token_ids":null,"token_ids":null})";
    const QByteArray last =
        R"({"index":0,"text":"","logprobs":null,"finish_reason":"length","stop_reason":null,"prompt_token_ids":null,"token_ids":null})";
    CallFacts facts = factsOf(Asked::Usage);
    facts.endpoint = Endpoint::Completions;
    Relay relay(facts);
    relay.feed(streams::text(one, streams::finalUsage(4, 2)) +
               streams::text(last, streams::finalUsage(4, 3)) +
               streams::text("", streams::finalUsage(4, 3) + streams::Fingerprint) + streams::Done);
    QCOMPARE(relay.sent,
             streams::text(one) + streams::text(last) +
                 streams::text("", streams::finalUsage(4, 3) + streams::Fingerprint) +
                 streams::Done);
    QCOMPARE(relay.meter.usage(), usage(4, 3));
}

void OpenAiStreamTest::runningCountsAddOverChoices()
{
    Relay relay(factsOf(Asked::Nothing, 3));
    relay.feed(streams::chat(choice(0, "a"), streams::running(12, 4)) +
               streams::chat(choice(2, "b"), streams::running(12, 6)) +
               streams::chat(choice(0, "c"), streams::running(12, 5)) +
               streams::chat(choice(1, "", "\"stop\""), streams::running(12, 1)));
    QCOMPARE(relay.meter.usage(), usage(12, 12, CountQuality::LowerBound)); // 5 + 1 + 6
}

void OpenAiStreamTest::runningPromptsAddOverPrompts()
{
    Relay relay(factsOf(Asked::Nothing, 4, 2)); // two prompts, n = 2
    relay.feed(streams::chat(choice(0, "a"), streams::running(10, 1)) +
               streams::chat(choice(1, "b"), streams::running(10, 2)) +
               streams::chat(choice(3, "c"), streams::running(30, 3)));
    QCOMPARE(relay.meter.usage(), usage(40, 6, CountQuality::LowerBound)); // 10 + 30, 1 + 2 + 3
}

void OpenAiStreamTest::finalBeatsRunningOverChoices()
{
    // An upstream whose running count is already that of all choices.
    Relay relay(factsOf(Asked::Nothing, 2));
    relay.feed(streams::chat(choice(0, "a"), streams::running(12, 8)) +
               streams::chat(choice(1, "b"), streams::running(12, 9)) +
               streams::chat("", streams::finalUsage(12, 9)));
    QCOMPARE(relay.meter.usage(), usage(12, 9));
}

void OpenAiStreamTest::usageMayComeInTwoChunks()
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

void OpenAiStreamTest::usageOnTheFinishChunkCounts()
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

void OpenAiStreamTest::zeroOnEarlyChunksIsNoCount()
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

void OpenAiStreamTest::nullUsageIsNoCount()
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

void OpenAiStreamTest::zeroAtTheEndIsAKnownCount()
{
    Relay relay(factsOf(Asked::Nothing));
    relay.feed(streams::chat("", streams::finalUsage(0, 0)));
    QCOMPARE(relay.meter.usage(), usage(0, 0));
}

void OpenAiStreamTest::aCountNeverFalls()
{
    Relay relay(factsOf(Asked::Nothing));
    relay.feed(streams::chat(streams::There, streams::running(12, 30)) +
               streams::chat(streams::There, streams::running(2, 3)));
    QCOMPARE(relay.meter.running(), usage(12, 30, CountQuality::LowerBound));
    relay.feed(streams::chat("", streams::finalUsage(12, 3)));
    QCOMPARE(relay.meter.usage(), usage(12, 30));
}

void OpenAiStreamTest::notesAnErrorInTheStream()
{
    const QByteArray error = streams::event(
        R"({"error": {"message": "Internal server error", "type": "InternalServerError", "param": null, "code": 500}})");
    Relay relay(factsOf(Asked::Nothing));
    relay.feed(streams::chat(streams::There, streams::running(12, 3)) + error + streams::Done);
    QVERIFY(relay.meter.failed());
    QVERIFY(relay.meter.finished());
    QCOMPARE(relay.sent, streams::chat(streams::There) + error + streams::Done);
    QCOMPARE(relay.meter.usage(), usage(12, 3, CountQuality::LowerBound));
    Relay fine(factsOf(Asked::Nothing));
    fine.feed(streams::event(R"({"error":null,"choices":[]})"));
    QVERIFY(!fine.meter.failed());
}

void OpenAiStreamTest::keepsEventsThatAreNotChunks()
{
    const QByteArray stream = ": keep-alive\n\n\nevent: ping\ndata: {}\n\ndata: not json\n\n"
                              "data: {\"usage\":[1,\"x\"]\n\ndata: {\"choices\":7}\n\n";
    Relay relay(factsOf(Asked::Nothing));
    relay.feed(stream);
    QCOMPARE(relay.sent, stream);
}

void OpenAiStreamTest::endsACutStreamWithLength_data()
{
    QTest::addColumn<bool>("isChat");
    QTest::addColumn<bool>("asked");
    QTest::newRow("chat") << true << false;
    QTest::newRow("chat with usage") << true << true;
    QTest::newRow("completions") << false << true;
}

void OpenAiStreamTest::endsACutStreamWithLength()
{
    QFETCH(const bool, isChat);
    QFETCH(const bool, asked);
    CallFacts facts = factsOf(asked ? Asked::Usage : Asked::Nothing);
    facts.endpoint = isChat ? Endpoint::Chat : Endpoint::Completions;
    Relay relay(facts);
    relay.feed((isChat ? streams::chat(streams::There, streams::running(12, 4))
                       : streams::text(R"({"index":0,"text":"a","finish_reason":null})",
                                       streams::finalUsage(12, 4))));
    TokenUsage cut = relay.meter.usage();
    cut.input = 2;
    cut.cachedInput = 10;
    const QList<QByteArray> events = [&] {
        QList<QByteArray> list;
        proxy::SseParser parser;
        const bool ok = parser.feed(relay.meter.lengthEnding(cut), [&list](const auto &event) {
            list.append(event.data.toByteArray());
        });
        return ok && parser.rest().isEmpty() ? list : QList<QByteArray>();
    }();
    QCOMPARE(events.size(), asked ? 3 : 2);
    QCOMPARE(events.last(), QByteArray("[DONE]"));
    const QJsonObject end = QJsonDocument::fromJson(events.first()).object();
    QCOMPARE(end.value(u"id"_s).toString(), isChat ? u"chatcmpl-8a9c"_s : u"cmpl-77"_s);
    QCOMPARE(end.value(u"created"_s).toInt(), 1755700000);
    QCOMPARE(end.value(u"model"_s).toString(), u"my-model"_s);
    const QJsonObject last = end.value(u"choices"_s).toArray().first().toObject();
    QCOMPARE(last.value(u"finish_reason"_s).toString(), u"length"_s);
    QVERIFY(last.contains(isChat ? u"delta"_s : u"text"_s));
    if (asked) {
        // 2 + 10 cached = 12 in, 4 out
        const QJsonObject chunk = QJsonDocument::fromJson(events.at(1)).object();
        QVERIFY(chunk.value(u"choices"_s).toArray().isEmpty());
        const QJsonObject counts = chunk.value(u"usage"_s).toObject();
        QCOMPARE(counts.value(u"prompt_tokens"_s).toInt(), 12);
        QCOMPARE(counts.value(u"completion_tokens"_s).toInt(), 4);
        QCOMPARE(counts.value(u"total_tokens"_s).toInt(), 16);
        QCOMPARE(
            counts.value(u"prompt_tokens_details"_s).toObject().value(u"cached_tokens"_s).toInt(),
            10);
    }
    relay.feed(relay.meter.lengthEnding(cut));
    QVERIFY(relay.meter.lengthEnding(cut).isEmpty());
}

void OpenAiStreamTest::endsOnlyOpenChoices()
{
    Relay relay(factsOf(Asked::Nothing, 3));
    relay.feed(streams::chat(choice(0, "a")) + streams::chat(choice(1, "", "\"stop\"")));
    const QByteArray ending = relay.meter.lengthEnding({});
    QCOMPARE(ending.count("\"length\""), 2);
    QVERIFY(ending.contains(R"("index":0,"delta":{},)"));
    QVERIFY(!ending.contains("\"index\":1"));
    QVERIFY(ending.contains("\"index\":2,\"delta\":{\"role\":\"assistant\""));
}

void OpenAiStreamTest::endsAStreamThatHasNotBegun()
{
    const QByteArray ending = Relay(factsOf(Asked::Nothing)).meter.lengthEnding({});
    const QJsonObject end = objectOf(ending.first(ending.indexOf('\n')));
    QCOMPARE(end.value(u"model"_s).toString(), u"asked-for"_s);
    QVERIFY(end.value(u"id"_s).toString().startsWith(u"chatcmpl-"_s));
    QVERIFY(end.value(u"created"_s).toInteger() > 1'700'000'000);
}

void OpenAiStreamTest::endsAStoppedStreamWithAnError()
{
    const QByteArray ending = StreamMeter::errorEnding("stopped", "Stopped by \"Ann\".");
    const QByteArray expected =
        R"(data: {"error": {"message": "Stopped by \"Ann\".", "type": "stopped", "param": null, "code": "stopped"}})";
    QCOMPARE(ending, expected + "\n\ndata: [DONE]\n\n");
    Relay relay(factsOf(Asked::Nothing));
    relay.feed(ending);
    QVERIFY(relay.meter.failed());
    QVERIFY(relay.meter.finished());
}

void OpenAiStreamTest::readsUsageOfWholeAnswers_data()
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

void OpenAiStreamTest::readsUsageOfWholeAnswers()
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

void OpenAiStreamTest::mutatedEventsNeverLowerACount()
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

QTEST_APPLESS_MAIN(OpenAiStreamTest)
#include "tst_openaistream.moc"
