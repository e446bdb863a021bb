// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

class TestVllmSimCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sim.isRunning()); }

    void countsEachChoiceByItselfAndSumsAtTheEnd();
    void countsEachPromptByItselfAndSumsAtTheEnd();
    void putsSeveralTokensInAChunkWhenAsked();
    void countsThePromptAlikeInTokenizeRenderAndUsage();
    void neverCountsMoreTokensThanBytes();
    void givesTheTextBackFromItsTokens();
    void resolvesTheOutputLimit();
    void movesItsMetrics();

private:
    SimProcess m_sim{{u"--model"_s, u"my-model"_s, u"--max-model-len"_s, u"4096"_s}};
};

void TestVllmSimCounts::countsEachChoiceByItselfAndSumsAtTheEnd()
{
    const QByteArray body = chat("[[tokens=3]]", ContinuousUsage + R"("n":2,)");
    const QByteArrayList events = m_sim.post(ChatPath, body, "X-Request-Id: two\r\n").events();
    int last[2] = {-1, -1};
    for (const QByteArray &event : events) {
        const QJsonObject chunk = QJsonDocument::fromJson(event).object();
        const QJsonArray choices = chunk["choices"_L1].toArray();
        if (choices.isEmpty()) {
            continue;
        }
        const int completion = chunk["usage"_L1]["completion_tokens"_L1].toInt(-1);
        int &before = last[choices[0]["index"_L1].toInt()];
        QCOMPARE(completion, before + 1); // cumulative, one token a chunk
        before = completion;
    }
    QCOMPARE(last[0] + last[1], 3 + 3);
    const QJsonObject final = QJsonDocument::fromJson(events[events.size() - 2]).object();
    QCOMPARE(final["usage"_L1]["completion_tokens"_L1].toInt(), 6);
    QCOMPARE(m_sim.record("two")["reported"_L1]["completion"_L1].toInt(), 6);
}

void TestVllmSimCounts::countsEachPromptByItselfAndSumsAtTheEnd()
{
    // "abcd" is 1 token, "abcdefgh" 2, each with its begin mark: 2 + 3 = 5.
    const QByteArray body =
        R"({"prompt":["abcd","abcdefgh"],"max_tokens":2,)" + ContinuousUsage + R"("n":1})";
    const QByteArrayList events = m_sim.post(TextPath, body).events();
    const auto usage = [&](int event) {
        return QJsonDocument::fromJson(events[event]).object()["usage"_L1].toObject();
    };
    QCOMPARE(usage(0)["prompt_tokens"_L1].toInt(), 2);
    QCOMPARE(usage(1)["prompt_tokens"_L1].toInt(), 3);
    QCOMPARE(usage(4)["prompt_tokens"_L1].toInt(), 5);
    QCOMPARE(usage(4)["completion_tokens"_L1].toInt(), 2 * 2);
}

void TestVllmSimCounts::putsSeveralTokensInAChunkWhenAsked()
{
    const QByteArray body = chat("[[tokens=9]]", ContinuousUsage + R"("stream_interval":4,)");
    QList<int> completions;
    for (const QByteArray &event : m_sim.post(ChatPath, body).events()) {
        const QJsonObject chunk = QJsonDocument::fromJson(event).object();
        if (!chunk["choices"_L1].toArray().isEmpty()) {
            completions.append(chunk["usage"_L1]["completion_tokens"_L1].toInt());
        }
    }
    QCOMPARE(completions, (QList<int>{0, 1, 5, 9})); // role, the first at once, then by four
    const QByteArray drafted = chat("[[tokens=200]] [[sim:speculative=4]]", ContinuousUsage);
    const qsizetype chunks = m_sim.post(ChatPath, drafted).events().size();
    QVERIFY(chunks > 50 && chunks < 150); // 200 tokens by one to four
}

void TestVllmSimCounts::countsThePromptAlikeInTokenizeRenderAndUsage()
{
    const QByteArray members =
        OneTool +
        R"("messages":[{"role":"system","content":"Be brief."},{"role":"user","content":[{"type":"text","text":"What is this?"},{"type":"image_url","image_url":{"url":"x"}}]}])";
    const QByteArray body = "{" + members + "}";
    // 5 + 70 + 54 bytes of tools / 4, (5 + 9 bytes / 4), (5 + 13 bytes / 4 + an image of 576).
    const int expected = 5 + 70 + 14 + (5 + 3) + (5 + 4 + 576);
    const QJsonObject counted = m_sim.post("/tokenize", body).json();
    QCOMPARE(counted["count"_L1].toInt(), expected);
    QCOMPARE(counted["tokens"_L1].toArray().size(), expected);
    QCOMPARE(counted["max_model_len"_L1].toInt(), 4096);
    const QJsonObject rendered = m_sim.post(ChatPath + "/render", body).json();
    QCOMPARE(rendered["token_ids"_L1].toArray().size(), expected);
    const QJsonObject answer = m_sim.post(ChatPath, body).json();
    QCOMPARE(answer["usage"_L1]["prompt_tokens"_L1].toInt(), expected);
}

void TestVllmSimCounts::neverCountsMoreTokensThanBytes()
{
    QRandomGenerator random(4);
    for (int round = 0; round < 200; ++round) {
        QString text;
        for (int at = random.bounded(40); at > 0; --at) {
            text += QChar(random.bounded(2) == 0 ? random.bounded(32, 127)
                                                 : random.bounded(0xa0, 0xd000));
        }
        const QJsonObject body{{"prompt"_L1, text}, {"add_special_tokens"_L1, false}};
        const QJsonObject counted = m_sim.post("/tokenize", QJsonDocument(body).toJson()).json();
        QVERIFY2(counted["count"_L1].toInteger(-1) <= text.toUtf8().size(), qPrintable(text));
        QCOMPARE(counted["count"_L1].toInteger(), counted["tokens"_L1].toArray().size());
    }
}

void TestVllmSimCounts::givesTheTextBackFromItsTokens()
{
    const QString text = u"A line,\nand 日本, and 🙂 \"quoted\"\u0001"_s;
    const QJsonObject body{{"prompt"_L1, text}};
    const QJsonObject counted = m_sim.post("/tokenize", QJsonDocument(body).toJson()).json();
    const QJsonObject back{{"tokens"_L1, counted["tokens"_L1]}};
    const QJsonObject read = m_sim.post("/detokenize", QJsonDocument(back).toJson()).json();
    QCOMPARE(read["prompt"_L1].toString(), text);
}

void TestVllmSimCounts::resolvesTheOutputLimit()
{
    const auto limit = [this](const QByteArray &path, const QByteArray &body) {
        const SimReply reply = m_sim.post(path + "/render", body);
        const QByteArray object =
            reply.body.startsWith('[') ? reply.body.mid(1).chopped(1) : reply.body;
        const QJsonObject rendered = QJsonDocument::fromJson(object).object();
        return rendered["sampling_params"_L1]["max_tokens"_L1].toInt();
    };
    QCOMPARE(limit(ChatPath, chat("abcd")), 4096 - 11); // all that the context leaves
    QCOMPARE(limit(ChatPath, chat("abcd", R"("max_tokens":7,)")), 7);
    QCOMPARE(limit(ChatPath, chat("x", R"("max_tokens":7,"max_completion_tokens":9,)")), 9);
    QCOMPARE(limit(TextPath, R"({"prompt":"x"})"), 16);
    QCOMPARE(limit(TextPath, R"({"prompt":"x","max_completion_tokens":99})"), 16);
    SimProcess without({u"--no-render"_s});
    QCOMPARE(without.post(ChatPath + "/render", chat("x")).body,
             QByteArray(R"({"detail":"Not Found"})"));
}

void TestVllmSimCounts::movesItsMetrics()
{
    SimProcess sim({u"--model"_s, u"my-model"_s});
    QCOMPARE(sim.metric("vllm:prompt_tokens_total"), 0.0);
    QCOMPARE(sim.post(ChatPath, chat("[[tokens=4]]")).status, 200);
    QCOMPARE(sim.post(TextPath, R"({"prompt":"abcd","max_tokens":3})").status, 200);
    QCOMPARE(sim.metric("vllm:prompt_tokens_total", "model_name=\"my-model\",engine=\"0\""),
             13.0 + 2.0);
    QCOMPARE(sim.metric("vllm:generation_tokens_total"), 4.0 + 3.0);
    QCOMPARE(sim.metric("vllm:request_success_total", "\"stop\""), 1.0);
    QCOMPARE(sim.metric("vllm:request_success_total", "\"length\""), 1.0);
    QCOMPARE(sim.metric("vllm:time_to_first_token_seconds_count"), 2.0);
    QCOMPARE(sim.metric("vllm:e2e_request_latency_seconds_bucket", "+Inf"), 2.0);
    QCOMPARE(sim.metric("vllm:num_requests_running"), 0.0);
    QCOMPARE(sim.metric("vllm:num_requests_waiting"), 0.0);
    QCOMPARE(sim.metric("vllm:kv_cache_usage_perc"), 0.0);
}

QTEST_GUILESS_MAIN(TestVllmSimCounts)
#include "tst_vllmsimcounts.moc"
