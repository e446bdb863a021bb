// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/openai.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using proxy::openai::CallFacts;
using proxy::openai::Endpoint;
using proxy::openai::RequestEdit;

namespace {

const QByteArray Messages = R"("messages":[{"role":"user","content":"Hi"}])";

QByteArray chatBody(const QByteArray &more)
{
    return "{" + Messages + (more.isEmpty() ? "" : "," + more) + "}";
}

CallFacts chat(const QByteArray &more)
{
    return proxy::openai::readRequest(Endpoint::Chat, chatBody(more)).value();
}

} // namespace

/// What is changed in a request, to the byte.
class OpenAiEditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesABodyAloneWhenNothingIsToChange();
    void setsTheModel();
    void clamps_data();
    void clamps();
    void addsWhatMetersAStream_data();
    void addsWhatMetersAStream();
    void stripsInternalFields();
    void removesTools_data();
    void removesTools();
    void editsKeepEveryOtherByte();
    void survivesMutatedRequests();
};

void OpenAiEditsTest::leavesABodyAloneWhenNothingIsToChange()
{
    const QByteArray body = "{ \"temperature\" : 1.50e0,\n" + Messages + " } ";
    const CallFacts facts = proxy::openai::readRequest(Endpoint::Chat, body).value();
    QCOMPARE(proxy::openai::editRequest(facts, body, {}), body);
    RequestEdit edit;
    edit.meterStream = true; // it does not stream
    QCOMPARE(proxy::openai::editRequest(facts, body, edit), body);
}

void OpenAiEditsTest::setsTheModel()
{
    const QByteArray before = R"("model":"a","top_p":1)";
    const QByteArray after = R"("model":"org/real \"model\"","top_p":1)";
    const QByteArray added = R"("model":"org/real \"model\"")";
    RequestEdit edit;
    edit.model = "org/real \"model\"";
    QCOMPARE(proxy::openai::editRequest(chat(before), chatBody(before), edit), chatBody(after));
    QCOMPARE(proxy::openai::editRequest(chat(""), chatBody(""), edit), chatBody(added));
}

void OpenAiEditsTest::clamps_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *before, const char *after) {
        QTest::newRow(before) << QByteArray(before) << QByteArray(after);
    };
    row("", R"("max_tokens":9)");
    row(R"("max_tokens":50)", R"("max_tokens":9)");
    row(R"("max_tokens":null)", R"("max_tokens":9)");
    row(R"("max_completion_tokens":50)", R"("max_completion_tokens":9)");
    row(R"("max_completion_tokens":null,"max_tokens":50)",
        R"("max_completion_tokens":null,"max_tokens":9)");
    row(R"("max_tokens":500,"max_completion_tokens":50)",
        R"("max_tokens":9,"max_completion_tokens":9)");
    row(R"("max_tokens":null,"max_completion_tokens":50)",
        R"("max_tokens":null,"max_completion_tokens":9)");
    row(R"("min_tokens":40,"max_tokens":50)", R"("min_tokens":9,"max_tokens":9)");
    row(R"("min_tokens":4,"max_tokens":50)", R"("min_tokens":4,"max_tokens":9)");
}

void OpenAiEditsTest::clamps()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    RequestEdit edit;
    edit.maxTokens = 9;
    const QByteArray edited = proxy::openai::editRequest(chat(before), chatBody(before), edit);
    QCOMPARE(edited, chatBody(after));
    QCOMPARE(proxy::openai::readRequest(Endpoint::Chat, edited)->maxTokens, edit.maxTokens);
}

void OpenAiEditsTest::addsWhatMetersAStream_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<bool>("continuous");
    const auto row = [](const char *before, const char *after, bool continuous = true) {
        QTest::newRow(before) << QByteArray(before) << QByteArray(after) << continuous;
    };
    row(R"("stream":true)",
        R"("stream":true,"stream_options":{"include_usage":true,"continuous_usage_stats":true})");
    row(R"("stream":true )", R"("stream":true ,"stream_options":{"include_usage":true})", false);
    row(R"("stream_options":null,"stream":true)",
        R"("stream_options":{"include_usage":true,"continuous_usage_stats":true},"stream":true)");
    row(R"("stream":true,"stream_options":{"include_usage":false,"x":1})",
        R"("stream":true,"stream_options":{"include_usage":true,"x":1,"continuous_usage_stats":true})");
    row(R"("stream":true,"stream_options":{ "include_usage" : true })",
        R"("stream":true,"stream_options":{ "include_usage" : true })",
        false);
    row(R"("stream":false)", R"("stream":false)");
}

void OpenAiEditsTest::addsWhatMetersAStream()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const bool, continuous);
    RequestEdit edit;
    edit.meterStream = true;
    edit.continuous = continuous;
    QCOMPARE(proxy::openai::editRequest(chat(before), chatBody(before), edit), chatBody(after));
}

void OpenAiEditsTest::stripsInternalFields()
{
    const QByteArray body = chatBody(
        R"("priority":-5,"kv_transfer_params":{"a":[1]},"top_p":1,"request_id":"x","vllm_xargs":{},"ec_transfer_params":null)");
    QCOMPARE(proxy::openai::editRequest(chat(""), body, {}), chatBody(R"("top_p":1)"));
    QCOMPARE(proxy::openai::editRequest(chat(""), R"({"priority":1,"request_id":"x"})", {}),
             QByteArray("{}"));
    RequestEdit keep;
    keep.stripInternal = false;
    QCOMPARE(proxy::openai::editRequest(chat(""), body, keep), body);
}

void OpenAiEditsTest::removesTools_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const QByteArray &before, const QByteArray &after) {
        QTest::newRow(before.constData()) << before << after;
    };
    const auto tool = [](const QByteArray &name) {
        return R"({"type":"function", "function":{"name":")" + name + R"("}})";
    };
    const QByteArray onlyGood = "\"tools\":[" + tool("good") + "]";
    row("\"tools\":[" + tool("good") + ", " + tool("bad") + "]", onlyGood);
    row("\"tools\":[" + tool("bad") + "],\"tool_choice\":\"auto\",\"top_p\":1", "\"top_p\":1");
    row("\"tools\":[" + tool("good") + "," + tool("bad") + "],\"tool_choice\":" + tool("bad"),
        onlyGood);
    row("\"tool_choice\":" + tool("good") + "," + onlyGood,
        "\"tool_choice\":" + tool("good") + "," + onlyGood);
    row("\"tools\":[" + tool("b\\u0061d") + "," + tool("good") + "]", onlyGood);
    row(R"("functions":[{"name":"bad"},{"name":"good"}])", R"("functions":[{"name":"good"}])");
}

void OpenAiEditsTest::removesTools()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    RequestEdit edit;
    edit.removeTools = {"bad"};
    QCOMPARE(proxy::openai::editRequest(chat(before), chatBody(before), edit), chatBody(after));
}

void OpenAiEditsTest::editsKeepEveryOtherByte()
{
    const QByteArray body =
        "{\n  \"temperature\": 0.70,\n  \"priority\": 3,\n  " + Messages +
        ",\n  \"stream\": true,\n  \"model\": \"a\",\n  \"logit_bias\": {\"5\": -1e2}\n}\n";
    const QByteArray expected =
        "{\n  \"temperature\": 0.70,\n  " + Messages +
        ",\n  \"stream\": true,\n  \"model\": \"b\",\n  \"logit_bias\": {\"5\": -1e2}\n"
        ",\"max_tokens\":9,\"stream_options\":{\"include_usage\":true,\"continuous_usage_stats\":"
        "true}}\n";
    const CallFacts facts = proxy::openai::readRequest(Endpoint::Chat, body).value();
    RequestEdit edit;
    edit.model = "b";
    edit.maxTokens = 9;
    edit.meterStream = true;
    QCOMPARE(proxy::openai::editRequest(facts, body, edit), expected);
}

/// Whatever is accepted stays acceptable, and says the same, after the edit.
void OpenAiEditsTest::survivesMutatedRequests()
{
    const QByteArray body = chatBody(
        R"("model":"m","stream":true,"stream_options":{"include_usage":true},"n":3,"max_tokens":77,)"
        R"("tools":[{"type":"function","function":{"name":"f","parameters":{"a":[1,2]}}}],"priority":1)");
    QRandomGenerator random(20260821);
    static constexpr QByteArrayView Alphabet = "{}[]\",:\\tfn019-.e \x01";
    RequestEdit edit;
    edit.model = "x";
    edit.maxTokens = 5;
    edit.meterStream = true;
    edit.removeTools = {"f"};
    int accepted = 0;
    for (int round = 0; round < 20000; ++round) {
        QByteArray text = body;
        for (int times = random.bounded(3); times >= 0; --times) {
            text[random.bounded(text.size())] = Alphabet[random.bounded(Alphabet.size())];
        }
        const auto facts = proxy::openai::readRequest(Endpoint::Chat, text);
        if (!facts) {
            continue;
        }
        ++accepted;
        const QByteArray edited = proxy::openai::editRequest(*facts, text, edit);
        const auto again = proxy::openai::readRequest(Endpoint::Chat, edited);
        QVERIFY2(again.ok(), edited.constData());
        QCOMPARE(again->model, QByteArray("x"));
        QCOMPARE(again->maxTokens, std::optional<qint64>(5));
        QCOMPARE(again->choices, facts->choices);
        QCOMPARE(again->includeUsage, facts->stream);
    }
    QVERIFY(accepted > 500);
}

QTEST_APPLESS_MAIN(OpenAiEditsTest)
#include "tst_openaiedits.moc"
