// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "levelled.h"
#include "simprocess.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

class TestVllmSim : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sim.isRunning()); }

    void answersAChatInTheShapeOfVllm();
    void answersAChatWithToolsReasoningAndCacheDetails();
    void answersACompletionInTheShapeOfVllm();
    void countsMessagesAsItReadsThem();
    void answersEmbeddings();
    void listsItsModels();
    void errorsHaveTheShapesOfVllm_data();
    void errorsHaveTheShapesOfVllm();
    void asksForTheKeyOnlyUnderV1();
    void answersPipelinedAndChunkedRequests();
    void refusesBadOptions();

private:
    SimProcess m_sim{{u"--model"_s, u"my-model"_s, u"--max-model-len"_s, u"4096"_s}};
};

void TestVllmSim::answersAChatInTheShapeOfVllm()
{
    const SimReply reply =
        m_sim.post(ChatPath, chat("Hello [[tokens=5]]"), "X-Request-Id: 8a9c\r\n");
    QCOMPARE(reply.status, 200);
    // "Hello [[tokens=5]]" is 18 bytes: 5 tokens, and 5 + 5 of the template.
    QCOMPARE(
        levelled(reply.body),
        QByteArray(
            R"({"id":"chatcmpl-8a9c","object":"chat.completion","created":1,"model":"my-model","choices":[{"index":0,"message":{"role":"assistant","content":"WORD","refusal":null,"annotations":null,"audio":null,"function_call":null,"reasoning":null},"logprobs":null,"finish_reason":"stop","stop_reason":null,"token_ids":null,"routed_experts":null}],"service_tier":null,"system_fingerprint":"fp","usage":{"prompt_tokens":15,"total_tokens":20,"completion_tokens":5,"prompt_tokens_details":null,"completion_tokens_details":null},"prompt_logprobs":null,"prompt_token_ids":null,"prompt_text":null,"kv_transfer_params":null,"ec_transfer_params":null,"metrics":null})"));
}

void TestVllmSim::answersAChatWithToolsReasoningAndCacheDetails()
{
    SimProcess sim({u"--model"_s, u"my-model"_s, u"--prompt-tokens-details"_s});
    const QByteArray body = chat("Weather? [[tokens=31]] [[sim:reasoning=9,cached=16]]", OneTool);
    const SimReply reply = sim.post(ChatPath, body, "X-Request-Id: 51d0\r\n");
    const QJsonObject choice = reply.json()["choices"_L1][0].toObject();
    QCOMPARE(choice["finish_reason"_L1].toString(), u"tool_calls"_s);
    QVERIFY(choice["message"_L1]["content"_L1].isNull());
    QVERIFY(!choice["message"_L1]["reasoning"_L1].toString().isEmpty());
    const QJsonObject call = choice["message"_L1]["tool_calls"_L1][0].toObject();
    QCOMPARE(call["id"_L1].toString(), u"chatcmpl-tool-51d0"_s);
    QCOMPARE(call["function"_L1]["name"_L1].toString(), u"get_weather"_s);
    const QString arguments = call["function"_L1]["arguments"_L1].toString();
    QVERIFY(!QJsonDocument::fromJson(arguments.toUtf8()).object()["city"_L1].isUndefined());
    QVERIFY(reply.body.contains(
        R"("completion_tokens":31,"prompt_tokens_details":{"cached_tokens":16,"created_cache_tokens":0,"multimodal_tokens":null},"completion_tokens_details":{"reasoning_tokens":9}})"));
}

void TestVllmSim::answersACompletionInTheShapeOfVllm()
{
    const QByteArray body = R"({"model":"my-model","prompt":"Count","max_tokens":3})";
    const SimReply reply = m_sim.post(TextPath, body, "X-Request-Id: 77\r\n");
    QCOMPARE(
        levelled(reply.body),
        QByteArray(
            R"({"id":"cmpl-77","object":"text_completion","created":1,"model":"my-model","choices":[{"index":0,"text":"WORD","logprobs":null,"finish_reason":"length","stop_reason":null,"token_ids":null,"prompt_logprobs":null,"prompt_token_ids":null,"routed_experts":null}],"service_tier":null,"system_fingerprint":"fp","usage":{"prompt_tokens":3,"total_tokens":6,"completion_tokens":3,"prompt_tokens_details":null,"completion_tokens_details":null},"kv_transfer_params":null,"ec_transfer_params":null,"metrics":null})"));
}

void TestVllmSim::countsMessagesAsItReadsThem()
{
    const QByteArray messages = R"({"model":"my-model","system":"Be brief",)"
                                R"("messages":[{"role":"user","content":"one two three"}])";
    const SimReply counted = m_sim.post("/v1/messages/count_tokens", messages + "}");
    const SimReply answer = m_sim.post("/v1/messages", messages + R"(,"max_tokens":1})");
    QCOMPARE(counted.json()["input_tokens"_L1], answer.json()["usage"_L1]["input_tokens"_L1]);
    const SimReply unknown =
        m_sim.post("/v1/messages", R"({"model":"x","max_tokens":1,"messages":[]})");
    QCOMPARE(unknown.status, 404);
    QCOMPARE(unknown.json()["type"_L1].toString(), u"error"_s);
    QCOMPARE(unknown.json()["error"_L1]["type"_L1].toString(), u"NotFoundError"_s);
}

void TestVllmSim::answersEmbeddings()
{
    const QByteArray body = R"({"model":"my-model","input":["abcd","efghijkl"],"dimensions":2})";
    const SimReply reply = m_sim.post("/v1/embeddings", body, "X-Request-Id: 5c\r\n");
    const QJsonObject answer = reply.json();
    QCOMPARE(answer["id"_L1].toString(), u"embd-5c"_s);
    QCOMPARE(answer["data"_L1][1]["embedding"_L1].toArray().size(), 2);
    QVERIFY(reply.body.endsWith( // (1 + 1) + (1 + 2) tokens
        R"("usage":{"prompt_tokens":5,"total_tokens":5,"completion_tokens":0,"prompt_tokens_details":null,"completion_tokens_details":null}})"));
    QCOMPARE(m_sim.record("5c")["reported"_L1]["prompt"_L1].toInt(), 5);
}

void TestVllmSim::listsItsModels()
{
    const QJsonObject model = m_sim.get("/v1/models").json()["data"_L1][0].toObject();
    QCOMPARE(model["id"_L1].toString(), u"my-model"_s);
    QCOMPARE(model["max_model_len"_L1].toInt(), 4096);
    QCOMPARE(m_sim.get("/health").status, 200);
    QCOMPARE(m_sim.get("/ping").status, 200);
    QCOMPARE(m_sim.get("/version").body, QByteArray(R"({"version":"0.28.0"})"));
    QCOMPARE(m_sim.get("/load").body, QByteArray(R"({"server_load":0})"));
}

void TestVllmSim::errorsHaveTheShapesOfVllm_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    // The prompt: 5 + 5 + 14,332 / 4 = 3,593 tokens; vLLM stops counting at 4096 - 512 + 1.
    QTest::newRow("context length")
        << ChatPath << chat(QByteArray(14'332, 'x'), R"("max_tokens":512,)") << 400
        << QByteArray(
               R"x({"error":{"message":"This model's maximum context length is 4096 tokens. However, you requested 512 output tokens and your prompt contains at least 3585 input tokens, for a total of at least 4097 tokens. Please reduce the length of the input prompt or the number of requested output tokens. (parameter=input_tokens, value=3585)","type":"BadRequestError","param":"input_tokens","code":400}})x");
    QTest::newRow("missing field")
        << ChatPath << QByteArray(R"({"model":"my-model"})") << 400
        << QByteArray(
               R"x({"error":{"message":"1 validation error:\n  {'type': 'missing', 'loc': ('body', 'messages'), 'msg': 'Field required', 'input': {'model': 'my-model'}}","type":"Bad Request","param":"body.messages","code":400}})x");
    QTest::newRow("unknown model")
        << ChatPath << QByteArray(R"({"model":"nope","messages":[]})") << 404
        << QByteArray(
               R"({"error":{"message":"The model `nope` does not exist.","type":"NotFoundError","param":"model","code":404}})");
    QTest::newRow("options without a stream")
        << ChatPath << chat("x", R"("stream_options":{"include_usage":true},)") << 400
        << QByteArray(
               R"({"error":{"message":"Stream options can only be defined when stream=True","type":"BadRequestError","param":"stream_options","code":400}})");
    QTest::newRow("no choices")
        << ChatPath << chat("x", R"("n":0,)") << 400
        << QByteArray(
               R"({"error":{"message":"n must be at least 1, got 0.","type":"BadRequestError","param":"n","code":400}})");
    QTest::newRow("no tokens")
        << TextPath << QByteArray(R"({"prompt":"x","max_tokens":0})") << 400
        << QByteArray(
               R"({"error":{"message":"max_tokens must be at least 1, got 0.","type":"BadRequestError","param":"max_tokens","code":400}})");
    QTest::newRow("unknown route") << QByteArray("/v1/nothing") << QByteArray("{}") << 404
                                   << QByteArray(R"({"detail":"Not Found"})");
    QTest::newRow("method") << QByteArray("/v1/models") << QByteArray("{}") << 405
                            << QByteArray(R"({"detail":"Method Not Allowed"})");
}

void TestVllmSim::errorsHaveTheShapesOfVllm()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, answer);
    const SimReply reply = m_sim.post(path, body);
    QCOMPARE(reply.body, answer);
    QCOMPARE(reply.status, status);
}

void TestVllmSim::asksForTheKeyOnlyUnderV1()
{
    SimProcess sim({u"--api-key"_s, u"secret"_s});
    QCOMPARE(sim.get("/v1/models").body, QByteArray(R"({"error":"Unauthorized"})"));
    QCOMPARE(sim.get("/v1/models").status, 401);
    QCOMPARE(sim.post("/tokenize", R"({"prompt":"x"})").status, 200);
    const QByteArray key = "Authorization: Bearer secret\r\n";
    QCOMPARE(sim.post(TextPath, R"({"prompt":"x"})", key).status, 200);
    QTcpSocket socket;
    m_sim.connectTo(socket);
    socket.write("POST /tokenize HTTP/1.1\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}");
    QCOMPARE(SimProcess::readAll(socket).status, 400); // not application/json
}

void TestVllmSim::answersPipelinedAndChunkedRequests()
{
    QTcpSocket socket;
    m_sim.connectTo(socket);
    socket.write(SimProcess::request("/detokenize", R"({"tokens":[]})") +
                 SimProcess::request("/tokenize", R"({"prompt":"x"})"));
    socket.write("POST /detokenize HTTP/1.1\r\ncontent-type: application/json\r\n"
                 "transfer-encoding: chunked\r\nconnection: close\r\n\r\n"
                 "4\r\n{\"to\r\na\r\nkens\":[1]}\r\n0\r\n\r\n");
    const SimReply all = SimProcess::readAll(socket);
    QCOMPARE(all.body.count("HTTP/1.1 200 OK"), 2); // after the first head
    QVERIFY(all.body.startsWith(R"({"prompt":""})"));
    QVERIFY(all.body.indexOf("\"count\":2") < all.body.lastIndexOf(R"({"prompt":""})"));
}

void TestVllmSim::refusesBadOptions()
{
    const QList<QStringList> wrong = {{u"--nothing"_s},
                                      {u"--port"_s, u"70000"_s},
                                      {u"--tokens-per-second"_s, u"fast"_s},
                                      {u"--script"_s, u"explode"_s},
                                      {u"--script"_s, u"cut=x"_s},
                                      {u"--listen"_s, u"nowhere"_s},
                                      {u"stray"_s}};
    for (const QStringList &arguments : wrong) {
        QProcess process;
        process.start(QStringLiteral(CAPSTAN_BINARY_DIR) + u"/vllm-sim"_s, arguments);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().startsWith("vllm-sim: "));
    }
}

QTEST_GUILESS_MAIN(TestVllmSim)
#include "tst_vllmsim.moc"
