// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/streamedanswer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace proxy;
using namespace Qt::StringLiterals;

namespace {
QByteArray delta(const QByteArray &members, int choice = 0)
{
    return "{\"id\":\"c\",\"choices\":[{\"index\":" + QByteArray::number(choice) + ",\"delta\":{" +
           members + "},\"finish_reason\":null}]}";
}
} // namespace

/// Issue 4: content is recorded only where it is wanted; this is how a stream becomes one answer.
class TestStreamedAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsTheTextTogether();
    void keepsChoicesApart();
    void putsToolCallsTogether();
    void stopsAtItsSize();
    void readsTheStreamsOfOtherApis();
    void readsWholeAnswersOfEachApi();
};

void TestStreamedAnswer::putsTheTextTogether()
{
    openai::StreamedAnswer answer(1'000);
    answer.take(delta(R"("role":"assistant","content":"")"));
    answer.take(delta(R"("reasoning_content":"Hm.")"));
    answer.take(delta(R"("content":"Par")"));
    answer.take(delta(R"("content":"is \"now\"")"));
    answer.take(R"({"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})");
    answer.take(R"({"choices":[],"usage":{"prompt_tokens":1}})");
    answer.take("[DONE]");
    const QJsonArray messages = answer.messages();
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages[0].toObject(),
             (QJsonObject{{u"role"_s, u"assistant"_s},
                          {u"content"_s, u"Paris \"now\""_s},
                          {u"reasoning_content"_s, u"Hm."_s},
                          {u"finish_reason"_s, u"stop"_s}}));
}

void TestStreamedAnswer::keepsChoicesApart()
{
    openai::StreamedAnswer answer(1'000);
    answer.take(delta(R"("content":"b")", 1));
    answer.take(delta(R"("content":"a")", 0));
    answer.take(R"({"choices":[{"index":1,"text":"c"}]})"); // of /v1/completions
    answer.take(delta(R"("content":"x")", -1));
    answer.take(delta(R"("content":"x")", 1'000'000));
    QCOMPARE(answer.messages().size(), 2);
    QCOMPARE(answer.messages()[0]["content"_L1].toString(), u"a"_s);
    QCOMPARE(answer.messages()[1]["content"_L1].toString(), u"bc"_s);
}

void TestStreamedAnswer::putsToolCallsTogether()
{
    openai::StreamedAnswer answer(1'000);
    answer.take(delta(
        R"("tool_calls":[{"index":0,"id":"t1","type":"function","function":{"name":"pay","arguments":""}}])"));
    answer.take(delta(R"("tool_calls":[{"index":0,"function":{"arguments":"{\"usd\":"}}])"));
    answer.take(delta(R"("tool_calls":[{"index":0,"function":{"arguments":"5}"}}])"));
    const QJsonValue call = answer.messages()[0]["tool_calls"_L1][0];
    QCOMPARE(call["id"_L1].toString(), u"t1"_s);
    QCOMPARE(call["function"_L1]["name"_L1].toString(), u"pay"_s);
    QCOMPARE(call["function"_L1]["arguments"_L1].toString(), u"{\"usd\":5}"_s);
}

void TestStreamedAnswer::stopsAtItsSize()
{
    openai::StreamedAnswer answer(100);
    for (int i = 0; i < 1'000; ++i) {
        answer.take(delta(R"("content":"0123456789")"));
    }
    QCOMPARE(answer.messages()[0]["content"_L1].toString().size(), 100);
}

void TestStreamedAnswer::readsTheStreamsOfOtherApis()
{
    openai::StreamedAnswer message(1'000);
    message.take(R"({"type":"message_start","message":{"content":[]}})");
    message.take(
        R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Let me "}})");
    message.take(
        R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"pay."}})");
    message.take(
        R"({"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"t1","name":"pay","input":{}}})");
    message.take(
        R"({"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"usd\":5}"}})");
    message.take(R"({"type":"message_delta","delta":{"stop_reason":"tool_use"}})");
    const QJsonValue said = message.messages()[0];
    QCOMPARE(said["content"_L1].toString(), u"Let me pay."_s);
    QCOMPARE(said["tool_calls"_L1][0]["function"_L1]["arguments"_L1].toString(), u"{\"usd\":5}"_s);
    QCOMPARE(said["finish_reason"_L1].toString(), u"tool_use"_s);

    openai::StreamedAnswer response(1'000);
    response.take(R"({"type":"response.output_text.delta","delta":"Hel"})");
    QCOMPARE(response.messages()[0]["content"_L1].toString(), u"Hel"_s); // broken off here
    response.take(
        R"({"type":"response.completed","response":{"output":[{"type":"message","role":"assistant","content":[{"type":"output_text","text":"Hello"}]}]}})");
    QCOMPARE(response.messages()[0]["content"_L1][0]["text"_L1].toString(), u"Hello"_s);
}

void TestStreamedAnswer::readsWholeAnswersOfEachApi()
{
    const QJsonArray chat = openai::messagesOf(
        R"({"choices":[{"message":{"role":"assistant","content":"x"},"finish_reason":"stop"}]})");
    QCOMPARE(chat[0]["content"_L1].toString(), u"x"_s);
    QCOMPARE(chat[0]["finish_reason"_L1].toString(), u"stop"_s);
    const QJsonArray completion = openai::messagesOf(R"({"choices":[{"text":"y"}]})");
    QCOMPARE(completion[0]["content"_L1].toString(), u"y"_s);
    const QJsonArray message = openai::messagesOf(R"({"content":[{"type":"text","text":"z"}]})");
    QCOMPARE(message[0]["content"_L1][0]["text"_L1].toString(), u"z"_s);
    const QJsonArray response =
        openai::messagesOf(R"({"output":[{"type":"message","role":"assistant"}]})");
    QCOMPARE(response[0]["role"_L1].toString(), u"assistant"_s);
    QVERIFY(openai::messagesOf("no JSON").isEmpty());
    QVERIFY(openai::messagesOf(R"({"data":[{"embedding":[0.1]}]})").isEmpty());
}

QTEST_GUILESS_MAIN(TestStreamedAnswer)
#include "tst_streamedanswer.moc"
