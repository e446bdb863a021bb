// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "meteredstream.h"
#include "streams.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace streams;
using proxy::openai::Endpoint;

namespace {

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

/// What of a stream reaches the client, and how one ends that is cut.
class OpenAiStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theClientGetsWhatItAskedFor_data();
    void theClientGetsWhatItAskedFor();
    void anySplitGivesTheSame();
    void aToolCallStreamIsRelayedUnchanged();
    void completionsAreMeteredToo();
    void notesAnErrorInTheStream();
    void keepsEventsThatAreNotChunks();
    void endsACutStreamWithLength_data();
    void endsACutStreamWithLength();
    void endsOnlyOpenChoices();
    void endsAStreamThatHasNotBegun();
    void endsAStoppedStreamWithAnError();
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

QTEST_APPLESS_MAIN(OpenAiStreamTest)
#include "tst_openaistream.moc"
