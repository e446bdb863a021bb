// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/openai.h"
#include "proxy/dialects/promptbound.h"

#include <QTest>

using namespace Qt::StringLiterals;
using proxy::openai::CallFacts;
using proxy::openai::Endpoint;

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

CallFacts completions(const QByteArray &members)
{
    return proxy::openai::readRequest(Endpoint::Completions, "{" + members + "}").value();
}

CallFacts embeddings(const QByteArray &members)
{
    return proxy::openai::readRequest(Endpoint::Embeddings, "{" + members + "}").value();
}

} // namespace

/// What is read of a request, its bound, and what is refused.
class OpenAiRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAPlainChat();
    void maxCompletionTokensWinsOnChat();
    void completionsDefaultToSixteenTokens();
    void countsSequences();
    void countsPlainPrompts_data();
    void countsPlainPrompts();
    void embeddingsGenerateNothing();
    void streamOptionsSayWhatTheClientAsked();
    void boundHoldsAllThatMayEnterThePrompt();
    void boundIsThatOfALaidOutTemplate();
    void mediaMakesTheBoundUnknown_data();
    void mediaMakesTheBoundUnknown();
    void refuses_data();
    void refuses();
};

void OpenAiRequestTest::readsAPlainChat()
{
    const CallFacts facts =
        chat(R"("model":"m\u00e9","user":"joe","stream":true,"n":2,"max_tokens":7)");
    QCOMPARE(facts.model, QByteArray("mé"));
    QCOMPARE(facts.user, QByteArray("joe"));
    QVERIFY(facts.stream);
    QVERIFY(!facts.includeUsage);
    QCOMPARE(facts.maxTokens, std::optional<qint64>(7));
    QVERIFY(!facts.usesMaxCompletionTokens);
    QCOMPARE(facts.choices, 2);
    QCOMPARE(facts.messages, 1);
    QVERIFY(!facts.hasTools && !facts.hasMedia && !facts.beamSearch);
    QVERIFY(chat(R"("model":null)").model.isEmpty());
    QVERIFY(!chat("").maxTokens.has_value());
}

void OpenAiRequestTest::maxCompletionTokensWinsOnChat()
{
    const CallFacts both = chat(R"("max_completion_tokens":5,"max_tokens":99)");
    QCOMPARE(both.maxTokens, std::optional<qint64>(5));
    QVERIFY(both.usesMaxCompletionTokens);
    const CallFacts absent = chat(R"("max_completion_tokens":null,"max_tokens":99)");
    QCOMPARE(absent.maxTokens, std::optional<qint64>(99));
    QVERIFY(!absent.usesMaxCompletionTokens);
}

void OpenAiRequestTest::completionsDefaultToSixteenTokens()
{
    QCOMPARE(completions(R"("prompt":"x")").maxTokens, std::optional<qint64>(16));
    QCOMPARE(completions(R"("prompt":"x","max_tokens":null)").maxTokens, std::optional<qint64>(16));
    const CallFacts ignored = completions(R"("prompt":"x","max_completion_tokens":500)");
    QCOMPARE(ignored.maxTokens, std::optional<qint64>(16));
    QVERIFY(!ignored.usesMaxCompletionTokens);
    const CallFacts echo = completions(R"("prompt":"x","echo":true,"max_tokens":0)");
    QCOMPARE(echo.maxTokens, std::optional<qint64>(1)); // one token is generated all the same
}

void OpenAiRequestTest::countsSequences()
{
    QCOMPARE(chat(R"("n":128)").choices, 128);
    QCOMPARE(chat(R"("n":null)").choices, 1);
    const CallFacts list = completions(R"("prompt":["a","b","c"],"n":4)");
    QCOMPARE(list.prompts, 3);
    QCOMPARE(list.choices, 12);                                                   // 3 prompts x 4
    QCOMPARE(completions(R"("prompt":["a","b"],"n":2,"best_of":5)").choices, 10); // 2 x 5
    QVERIFY(completions(R"("prompt":"a","use_beam_search":true,"n":4)").beamSearch);
}

void OpenAiRequestTest::countsPlainPrompts_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("prompts");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("text") << QByteArray(R"("abcd")") << qint64{1} << qint64{4 + 2};
    QTest::newRow("escape") << QByteArray(R"("\u00e9")") << qint64{1} << qint64{6 + 2};
    QTest::newRow("texts") << QByteArray(R"(["ab", "cde"])") << qint64{2} << qint64{2 + 3 + 2 * 2};
    QTest::newRow("ids") << QByteArray("[1, 22,333]") << qint64{1} << qint64{3};
    QTest::newRow("lists of ids") << QByteArray("[[1,2],[3,4,5]]") << qint64{2} << qint64{5};
    QTest::newRow("mixed") << QByteArray(R"([[1,2],"ab"])") << qint64{2} << qint64{2 + 2 + 2};
}

void OpenAiRequestTest::countsPlainPrompts()
{
    QFETCH(const QByteArray, value);
    QFETCH(const qint64, prompts);
    QFETCH(const qint64, bytes);
    const CallFacts text = completions("\"prompt\":" + value);
    QCOMPARE(text.prompts, prompts);
    QCOMPARE(text.textBytes, bytes);
    const CallFacts input = embeddings("\"input\":" + value);
    QCOMPARE(input.prompts, prompts);
    QCOMPARE(input.textBytes, bytes);
}

void OpenAiRequestTest::embeddingsGenerateNothing()
{
    const CallFacts facts = embeddings(R"("input":["a","b"],"max_tokens":50)");
    QCOMPARE(facts.maxTokens, std::optional<qint64>(0));
    QVERIFY(embeddings(Messages).messages == 1); // vLLM's chat embeddings
}

void OpenAiRequestTest::streamOptionsSayWhatTheClientAsked()
{
    const CallFacts one = chat(R"("stream":true,"stream_options":{"include_usage":true})");
    QVERIFY(one.includeUsage && !one.continuousUsage);
    const CallFacts both = chat(
        R"("stream_options":{"continuous_usage_stats":true,"include_usage":true},"stream":true)");
    QVERIFY(both.includeUsage && both.continuousUsage);
    const CallFacts alone =
        chat(R"("stream":true,"stream_options":{"continuous_usage_stats":true})");
    QVERIFY(!alone.includeUsage && !alone.continuousUsage);
    QVERIFY(!chat(R"("stream":true,"stream_options":null)").includeUsage);
    QVERIFY(!chat(R"("stream":false,"stream_options":null)").stream);
}

// S1-39
void OpenAiRequestTest::boundHoldsAllThatMayEnterThePrompt()
{
    const qint64 plain = chat("").textBytes;
    QCOMPARE(plain, qint64(qstrlen(R"([{"role":"user","content":"Hi"}])")));
    QCOMPARE(chat(R"("temperature":0.7,"seed":1,"n":2,"model":"m","metadata":{"a":"b"})").textBytes,
             plain);
    const QByteArray tool = R"([{"type":"function","function":{"name":"f"}}])";
    const CallFacts tools = chat("\"tools\":" + tool);
    QVERIFY(tools.hasTools);
    QVERIFY(tools.textBytes >= plain + tool.size());
    QVERIFY(!chat(R"("tools":[])").hasTools);
    for (const char *name : {"functions",
                             "response_format",
                             "documents",
                             "chat_template_kwargs",
                             "reasoning_effort",
                             "tool_choice",
                             "something_new"}) {
        const CallFacts more = chat("\"" + QByteArray(name) + "\":{\"x\":\"0123456789\"}");
        QVERIFY2(more.textBytes >= plain + 18, name);
    }
}

/// {"a":1,"b":[2]} becomes, with four spaces a level:
/// "{" + "\n    \"a\": 1," + "\n    \"b\": [" + "\n        2" + "\n    ]" + "\n}" = 42 bytes
void OpenAiRequestTest::boundIsThatOfALaidOutTemplate()
{
    const QByteArray compact = R"({"a":1,"b":[2]})";
    const QByteArray wide = "{\n    \"a\": 1,\n    \"b\": [\n        2\n    ]\n}";
    QCOMPARE(proxy::openai::laidOutBytes(compact), qint64(wide.size()));
    QCOMPARE(proxy::openai::laidOutBytes("\"a{,:\\\"b\""), qint64(9));
}

void OpenAiRequestTest::mediaMakesTheBoundUnknown_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("media");
    const auto row = [](const char *content, bool media) {
        QTest::newRow(content) << QByteArray(content) << media;
    };
    row(R"("text with image_url")", false);
    row(R"([{"type":"text","text":"image_url"}])", false);
    row(R"(["a",{"text":"b"}])", false);
    row(R"(null)", false);
    row(R"([{"type":"image_url","image_url":{"url":"data:..."}}])", true);
    row(R"([{"type":"text","text":"a"},{"type":"input_audio","input_audio":{}}])", true);
    row(R"([{"type":"video_url","video_url":{}}])", true);
    row(R"([{"type":"file","file":{}}])", true);
    row(R"([{"image_url":"http://a/b.png"}])", true);
    row(R"([{"type":"text","text":"a","image_url":"x"}])", true);
    row(R"([{"type":"im\u0061ge_url","text":"a"}])", true);
    row(R"([{"t\u0079pe":"text","text":"a"}])", true);
    row(R"("x","cont\u0065nt":[{"type":"image_url"}])", true);
    row(R"("x","content":[{"type":"image_url"}])", true);
    row(R"(null,"audio":{"id":"audio_1"})", true);
}

void OpenAiRequestTest::mediaMakesTheBoundUnknown()
{
    QFETCH(const QByteArray, content);
    QFETCH(const bool, media);
    const QByteArray body = R"({"messages":[{"role":"user","content":)" + content + "}]}";
    const auto facts = proxy::openai::readRequest(Endpoint::Chat, body);
    QVERIFY(facts.ok());
    QCOMPARE(facts->hasMedia, media);
    QVERIFY(chat(R"("chat_template":"{{ messages }}")").hasMedia);
    QVERIFY(completions(R"("prompt_embeds":"AAAA")").hasMedia);
}

void OpenAiRequestTest::refuses_data()
{
    QTest::addColumn<Endpoint>("endpoint");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](Endpoint endpoint, const QByteArray &body, const QString &field) {
        QTest::newRow(body.left(200).constData()) << endpoint << body << field;
    };
    const auto inChat = [&row](const char *more, const QString &field) {
        row(Endpoint::Chat, chatBody(more), field);
    };
    row(Endpoint::Chat, "", u"incomplete"_s);
    row(Endpoint::Chat, "not json", u"no object"_s);
    row(Endpoint::Chat, chatBody("\"model\":"), u"byte"_s);
    row(Endpoint::Chat, "{}", u"messages"_s);
    row(Endpoint::Chat, R"({"messages":null})", u"messages"_s);
    row(Endpoint::Chat, R"({"messages":"Hi"})", u"messages"_s);
    row(Endpoint::Chat, R"({"messages":["Hi"]})", u"messages"_s);
    inChat(R"("model":"a","model":"b")", u"model"_s);
    inChat(R"("mod\u0065l":"b")", u"escape"_s);
    inChat(R"("Model":"b")", u"Model"_s);
    inChat(R"("max_tokens":1,"MAX_TOKENS":100000)", u"MAX_TOKENS"_s);
    inChat(R"("model":7)", u"model"_s);
    inChat(R"("user":{})", u"user"_s);
    inChat(R"("stream":"true")", u"stream"_s);
    inChat(R"("stream":1)", u"stream"_s);
    for (const char *bad :
         {"0", "-1", "129", "1.5", "1e1", "\"1\"", "[]", "99999999999999999999"}) {
        inChat(("\"n\":" + QByteArray(bad)).constData(), u"n"_s);
    }
    for (const char *bad : {"-1", "1.0", "2147483649", "\"5\"", "1e2", "true"}) {
        inChat(("\"max_tokens\":" + QByteArray(bad)).constData(), u"max_tokens"_s);
        inChat(("\"max_completion_tokens\":" + QByteArray(bad)).constData(),
               u"max_completion_tokens"_s);
    }
    inChat(R"("stream_options":{"include_usage":true})", u"stream_options"_s);
    inChat(R"("stream":true,"stream_options":[])", u"stream_options"_s);
    inChat(R"("stream":true,"stream_options":{"include_usage":1})", u"include_usage"_s);
    inChat(R"("stream":true,"stream_options":{"include_usage":true,"include_usage":false})",
           u"stream_options"_s);
    inChat(R"("stream":true,"use_beam_search":true)", u"use_beam_search"_s);
    row(Endpoint::Completions, "{}", u"prompt"_s);
    row(Endpoint::Completions, R"({"prompt":[]})", u"prompt"_s);
    row(Endpoint::Completions, R"({"prompt":7})", u"prompt"_s);
    row(Endpoint::Completions, R"({"prompt":{}})", u"prompt"_s);
    row(Endpoint::Completions, R"({"prompt":[1,"a"]})", u"prompt"_s);
    row(Endpoint::Completions, R"({"prompt":["a",1]})", u"prompt"_s);
    row(Endpoint::Completions, R"({"prompt":[[1,"a"]]})", u"prompt"_s);
    row(Endpoint::Completions, R"({"prompt":"a","best_of":1000})", u"best_of"_s);
    row(Endpoint::Completions,
        R"({"prompt":[)" + QByteArray("\"a\",").repeated(1024) + "\"a\"]}",
        u"prompt"_s);
    row(Endpoint::Embeddings, R"({"prompt":"a"})", u"input"_s);
}

void OpenAiRequestTest::refuses()
{
    QFETCH(const Endpoint, endpoint);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, field);
    const auto facts = proxy::openai::readRequest(endpoint, body);
    QVERIFY(!facts.ok());
    QCOMPARE(facts.error().code, core::ErrorCode::InvalidInput);
    QVERIFY2(facts.error().message.contains(field), qPrintable(facts.error().message));
    QVERIFY(!facts.error().remedy.isEmpty());
}

QTEST_APPLESS_MAIN(OpenAiRequestTest)
#include "tst_openairequest.moc"
