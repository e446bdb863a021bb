// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that come in pieces.
#include "levelled.h"
#include "simprocess.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestVllmSimStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sim.isRunning()); }

    void streamsAChatInOrder();
    void streamsContinuousUsageInEveryChunk();
    void streamsAToolCallInPieces();
    void streamsACompletionWithoutARoleChunk();
    void leavesUsageOutWhenNobodyAsks();
    void streamsMessagesInTheShapeOfVllm();

private:
    SimProcess m_sim{{u"--model"_s, u"my-model"_s, u"--max-model-len"_s, u"4096"_s}};
};

void TestVllmSimStreams::streamsAChatInOrder()
{
    const SimReply reply =
        m_sim.post(ChatPath, chat("[[tokens=2]]", IncludeUsage), "X-Request-Id: 8a9c\r\n");
    QVERIFY(reply.isWhole);
    QVERIFY(reply.head.contains("content-type: text/event-stream; charset=utf-8\r\n"));
    const QByteArrayList expected = {
        R"({"id":"chatcmpl-8a9c","object":"chat.completion.chunk","created":1,"model":"my-model","choices":[{"index":0,"delta":{"role":"assistant","content":""},"logprobs":null,"finish_reason":null}],"prompt_token_ids":null,"prompt_text":null})",
        R"({"id":"chatcmpl-8a9c","object":"chat.completion.chunk","created":1,"model":"my-model","choices":[{"index":0,"delta":{"content":"WORD"},"logprobs":null,"finish_reason":null,"token_ids":null}]})",
        R"({"id":"chatcmpl-8a9c","object":"chat.completion.chunk","created":1,"model":"my-model","choices":[{"index":0,"delta":{"content":""},"logprobs":null,"finish_reason":"stop","stop_reason":null,"token_ids":null}]})",
        R"({"id":"chatcmpl-8a9c","object":"chat.completion.chunk","created":1,"model":"my-model","choices":[],"usage":{"prompt_tokens":13,"total_tokens":15,"completion_tokens":2},"system_fingerprint":"fp"})",
        "[DONE]",
    };
    QCOMPARE(levelled(reply.events()), expected);
    QCOMPARE(reply.chunks.size(), expected.size()); // one HTTP chunk an event
    QVERIFY(reply.chunks.first().startsWith("data: {"));
    QVERIFY(reply.chunks.first().endsWith("}\n\n"));
}

void TestVllmSimStreams::streamsContinuousUsageInEveryChunk()
{
    const QByteArray body = chat("[[tokens=4]] [[sim:reasoning=1]]", ContinuousUsage);
    const QByteArrayList events =
        levelled(m_sim.post(ChatPath, body, "X-Request-Id: 8a9c\r\n").events());
    const QByteArray begin =
        R"({"id":"chatcmpl-8a9c","object":"chat.completion.chunk","created":1,"model":"my-model","choices":[)";
    const auto usage = [](int completion) {
        return QByteArray(R"("usage":{"prompt_tokens":18,"total_tokens":)") +
               QByteArray::number(18 + completion) + R"(,"completion_tokens":)" +
               QByteArray::number(completion) +
               R"(,"completion_tokens_details":{"reasoning_tokens":)" +
               (completion > 0 ? "1" : "0") + "}}";
    };
    const QByteArray middle = R"(},"logprobs":null,"finish_reason":null,"token_ids":null}],)";
    const QByteArrayList expected = {
        begin +
            R"({"index":0,"delta":{"role":"assistant","content":""},"logprobs":null,"finish_reason":null}],)" +
            usage(0) + R"(,"prompt_token_ids":null,"prompt_text":null})",
        begin + R"({"index":0,"delta":{"reasoning":"WORD")" + middle + usage(1) + "}",
        begin + R"({"index":0,"delta":{"content":"WORD")" + middle + usage(2) + "}",
        begin + R"({"index":0,"delta":{"content":"WORD")" + middle + usage(3) + "}",
        begin +
            R"({"index":0,"delta":{"content":""},"logprobs":null,"finish_reason":"stop","stop_reason":null,"token_ids":null}],)" +
            usage(4) + "}",
        begin + "]," + usage(4) + R"(,"system_fingerprint":"fp"})",
        "[DONE]",
    };
    QCOMPARE(events, expected);
}

void TestVllmSimStreams::streamsAToolCallInPieces()
{
    const SimReply reply = m_sim.post(
        ChatPath, chat("[[tokens=5]]", OneTool + "\"stream\":true,"), "X-Request-Id: 51d0\r\n");
    const QByteArrayList events = reply.events();
    QCOMPARE(events.size(), 1 + 4 + 1 + 1); // role, name and arguments, finish, [DONE]
    const QByteArray named =
        R"("delta":{"tool_calls":[{"id":"chatcmpl-tool-51d0","type":"function","index":0,"function":{"name":"get_weather"}}]},"logprobs":null,"finish_reason":null,"token_ids":null}])";
    const QByteArray begun =
        R"("delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"city\": \""}}]},)";
    const QByteArray ended = R"("function":{"arguments":"\"}"}}]},)";
    const QByteArray finished =
        R"("delta":{},"logprobs":null,"finish_reason":"tool_calls","stop_reason":null,"token_ids":null}],"system_fingerprint":)";
    QVERIFY(events[1].contains(named));
    QVERIFY(events[2].contains(begun));
    QVERIFY(events[4].contains(ended));
    QVERIFY(events[5].contains(finished));
}

void TestVllmSimStreams::streamsACompletionWithoutARoleChunk()
{
    const QByteArray body = R"({"prompt":"abc","max_tokens":2,)" + ContinuousUsage + R"("n":1})";
    const QByteArray begin =
        R"({"id":"cmpl-77","object":"text_completion","created":1,"model":"my-model","choices":[)";
    const QByteArrayList expected = {
        begin +
            R"({"index":0,"text":"WORD","logprobs":null,"finish_reason":null,"stop_reason":null,"prompt_token_ids":null,"token_ids":null}],"usage":{"prompt_tokens":2,"total_tokens":3,"completion_tokens":1}})",
        begin +
            R"({"index":0,"text":"","logprobs":null,"finish_reason":"length","stop_reason":null,"prompt_token_ids":null,"token_ids":null}],"usage":{"prompt_tokens":2,"total_tokens":4,"completion_tokens":2}})",
        begin +
            R"(],"usage":{"prompt_tokens":2,"total_tokens":4,"completion_tokens":2},"system_fingerprint":"fp"})",
        "[DONE]",
    };
    QCOMPARE(levelled(m_sim.post(TextPath, body, "X-Request-Id: 77\r\n").events()), expected);
}

void TestVllmSimStreams::leavesUsageOutWhenNobodyAsks()
{
    const QByteArray body = chat("[[tokens=3]]", R"("stream":true,)");
    const SimReply reply = m_sim.post(ChatPath, body, "X-Request-Id: quiet\r\n");
    QVERIFY(!reply.body.contains("usage"));
    QVERIFY(reply.events().at(3).endsWith(R"(}],"system_fingerprint":"vllm-0.28.0-1a2b3c4d"})"));
    const QJsonObject record = m_sim.record("quiet");
    QCOMPARE(record["generated_tokens"_L1].toInt(), 3);
    QVERIFY(record["reported"_L1]["completion"_L1].isNull());
    QCOMPARE(record["state"_L1].toString(), u"complete"_s);
}

void TestVllmSimStreams::streamsMessagesInTheShapeOfVllm()
{
    const QByteArray body = R"({"model":"my-model","max_tokens":9,"stream":true,"messages":)"
                            R"([{"role":"user","content":"Hi [[tokens=2]]"}]})";
    const SimReply reply = m_sim.post("/v1/messages", body, "X-Request-Id: 8a9c\r\n");
    // 15 bytes are 4 tokens, and 5 + 5 of the template; the second token is the end's.
    QCOMPARE(
        levelled(reply.events()),
        QByteArrayList(
            {R"({"type":"message_start","message":{"id":"chatcmpl-8a9c","type":"message","role":"assistant","content":[],"model":"my-model","stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":14,"output_tokens":0}}})",
             R"({"type":"content_block_start","content_block":{"type":"text","text":""},"index":0})",
             R"({"type":"content_block_delta","delta":{"type":"text_delta","text":"WORD"},"index":0})",
             R"({"type":"content_block_stop","index":0})",
             R"({"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"input_tokens":14,"output_tokens":2}})",
             R"({"type":"message_stop"})"}));
    QVERIFY(reply.body.startsWith("event: message_start\ndata: {"));
}

QTEST_GUILESS_MAIN(TestVllmSimStreams)
#include "tst_vllmsimstreams.moc"
