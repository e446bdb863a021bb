// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerreading.h"
#include "everykind.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace e2e;
using namespace Qt::StringLiterals;
using core::CountQuality;
using namespace answers;
using namespace everykind;

namespace {

/// What a provider counted of one call.
struct Counted
{
    qint64 input = 0; ///< neither read from a cache nor written to it
    qint64 cached = 0;
    qint64 written = 0;
    qint64 output = 0;
};

const QByteArray OpenAiTools = "'tools':[{'type':'function','function':{'name':'weather',"
                               "'parameters':{'type':'object','properties':{'city':{}}}}}],";
const QByteArray AnthropicTools = "'tools':[{'name':'weather',"
                                  "'input_schema':{'type':'object','properties':{'city':{}}}}],";
const QByteArray ResponsesTools = "'tools':[{'type':'function','name':'weather',"
                                  "'parameters':{'type':'object','properties':{'city':{}}}}],";
const QByteArray OpenAiImage =
    "{'type':'image_url','image_url':{'url':'data:image/png;base64,aW1hZ2U='}}";
const QByteArray AnthropicImage =
    "{'type':'image','source':{'type':'base64','media_type':'image/png','data':'aW1hZ2U='}}";
const QByteArray ResponsesImage =
    "{'type':'input_image','image_url':'data:image/png;base64,aW1hZ2U='}";

} // namespace

/// Issue 5, what must be true 2: every dialect against every kind of answer, token for token.
class TestDialects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QStringList options{u"--prompt-tokens-details"_s};
        m_fleet = std::make_unique<Fleet>(FleetWish{{options}, configuration(m_sims), withKey()});
        QVERIFY(m_fleet->isRunning());
    }
    void cleanupTestCase()
    {
        QCOMPARE(m_fleet->ledger().openHolds, 0);
        m_fleet.reset();
    }

    // S4-08, S4-09, S4-10, S4-20, S4-22
    void metersAWholeAnswer_data() { addDialects(); }
    void metersAWholeAnswer()
    {
        take();
        const Answer answer = ask("[[tokens=20]]");
        QCOMPARE(answer.status(), 200);
        QVERIFY(textOf(answer).size() > 20);
        QCOMPARE(finishReasonOf(answer), ending("end_turn", "stop"));
        checkLedger(answer, 20);
        QCOMPARE(moneyHeader(answer), settled(answer).cost);
    }

    void metersAStream_data() { addDialects(); }
    void metersAStream()
    {
        take();
        const Answer answer = ask("[[tokens=20]]", Streaming);
        QCOMPARE(answer.status(), 200);
        QVERIFY(answer.header("content-type").startsWith("text/event-stream"));
        QVERIFY(textOf(answer).size() > 20);
        QCOMPARE(finishReasonOf(answer), ending("end_turn", "stop"));
        checkEnd(answer);
        checkLedger(answer, 20);
        if (!isResponses()) { // whose events are relayed as they come
            QCOMPARE(moneyIn(usageEvent(answer), "x-capstan-cost-usd"), settled(answer).cost);
        }
    }

    void carriesToolsThere_data() { addDialects(true); }
    void carriesToolsThere()
    {
        take();
        QFETCH(bool, stream);
        const QByteArray tools = isMessages()    ? AnthropicTools
                                 : isResponses() ? ResponsesTools
                                                 : OpenAiTools;
        const Answer answer =
            ask("[[tokens=20]] [[sim:tool-call]]", (stream ? Streaming : QByteArray()) + tools);
        QCOMPARE(answer.status(), 200);
        QCOMPARE(finishReasonOf(answer), ending("tool_use", "tool_calls"));
        const QJsonObject call = toolCallOf(answer);
        QCOMPARE(call["name"_L1].toString(), u"weather"_s);
        QVERIFY(!call["id"_L1].toString().isEmpty());
        const QJsonDocument arguments =
            QJsonDocument::fromJson(call["arguments"_L1].toString().toUtf8());
        QVERIFY2(arguments.isObject(), qPrintable(call["arguments"_L1].toString()));
        if (m_sim != nullptr) {
            QCOMPARE(arguments["city"_L1].toString(), u"Oslo"_s);
        }
        checkLedger(answer, outputCounted());
    }

    void carriesImages_data() { addDialects(); }
    void carriesImages()
    {
        take();
        const QByteArray image = isMessages()    ? AnthropicImage
                                 : isResponses() ? ResponsesImage
                                                 : OpenAiImage;
        const Answer answer = ask("[[tokens=20]]", {}, image);
        QCOMPARE(answer.status(), 200);
        checkLedger(answer, 20);
        if (m_sim != nullptr) {
            QVERIFY(bodySent().contains("aW1hZ2U=")); // as it came, in the provider's own place
        }
    }

    void passesAnErrorOnInTheShapeOfItsClient_data() { addDialects(true); }
    void passesAnErrorOnInTheShapeOfItsClient()
    {
        take();
        QFETCH(bool, stream);
        const QByteArray mark = m_sim != nullptr ? "[[sim:status=429]]" : "[[sim:429]]";
        const Answer answer = ask(mark, stream ? Streaming : QByteArray());
        QCOMPARE(answer.status(), 429); // S4-19
        QVERIFY(!answer.error()["message"_L1].toString().isEmpty());
        QVERIFY(!answer.error()["type"_L1].toString().isEmpty());
        QCOMPARE(answer.json()["type"_L1].toString(), isMessages() ? u"error"_s : QString());
        QCOMPARE(settled(answer).cost, core::Money());
        QCOMPARE(settled(answer).ending, core::Ending::UpstreamError);
    }

    void chargesWhatCameBeforeAnErrorInTheMiddle_data() { addDialects(); }
    void chargesWhatCameBeforeAnErrorInTheMiddle()
    {
        take();
        const Answer answer = ask("[[tokens=20]] [[sim:error-mid-stream=4]]", Streaming);
        QCOMPARE(answer.status(), 200);
        QVERIFY2(answer.body().contains("\"error\""), answer.body());
        QVERIFY(!answer.body().contains("message_stop"));
        // vLLM counts events: of a chat the role came first, of a message its start and its block.
        const qint64 came = m_sim != nullptr ? 4 : isMessages() ? 2 : 3;
        const SettledRow row = settled(answer);
        QCOMPARE(row.usage.output, came);
        QCOMPARE(row.ending, core::Ending::UpstreamError);
        QCOMPARE(row.cost, costOf(row.usage.input, 0, 0, came));
        if (tellsAsItGoes()) {
            QCOMPARE(row.usage.input, counted().input);
        } else { // the prompt is counted at the end, which never came: its bound is due
            QVERIFY(row.usage.input >= row.bound.tokens - 64);
            QCOMPARE(row.usage.quality, CountQuality::Estimated);
        }
    }

    void chargesWhatCameBeforeTheConnectionBroke_data() { addDialects(); }
    void chargesWhatCameBeforeTheConnectionBroke()
    {
        take();
        const Answer answer = ask("[[tokens=20]] [[sim:cut=4]]", Streaming);
        QVERIFY(!answer.isWhole()); // the client must not take it for one
        const qint64 came = m_sim != nullptr ? 4 : isMessages() ? 2 : 3;
        QCOMPARE(settled(answer).usage.output, came);
        QCOMPARE(settled(answer).ending, core::Ending::UpstreamError);
    }

    void endsTheUpstreamWhenTheClientLeaves_data() { addDialects(); }
    void endsTheUpstreamWhenTheClientLeaves()
    {
        take();
        const QByteArray slow = m_sim != nullptr ? "" : " slow-tokens=200";
        test::HttpClient client(m_fleet->port());
        QVERIFY(client.begin(request("[[sim:never-ending" + slow + "]]", Streaming)));
        Answer answer;
        QVERIFY(
            client.readUntil(answer, [](const Answer &so) { return so.body().size() > 2'000; }));
        client.close();
        const SettledRow row = settled(answer);
        QCOMPARE(row.ending, core::Ending::ClientGone);
        QVERIFY(row.usage.output > 0);
        if (m_sim != nullptr) { // it saw the connection end, and stopped
            QTRY_COMPARE(m_sim->generated().size(), m_before + 1);
            QVERIFY(row.usage.output <= lastGenerated().output);
        }
        QCOMPARE(row.cost, costOf(row.usage.input, 0, 0, row.usage.output));
    }

    void chargesTheBoundWhenTheUsageIsMissing_data() { addDialects(true); }
    void chargesTheBoundWhenTheUsageIsMissing()
    {
        take();
        QFETCH(bool, stream);
        const Answer answer =
            ask("[[tokens=20]] [[sim:usage-missing]]", stream ? Streaming : QByteArray());
        QCOMPARE(answer.status(), 200);
        const SettledRow row = settled(answer);
        QCOMPARE(row.usage.quality, CountQuality::Estimated);
        QCOMPARE(row.usage.output, 64); // max_tokens
        QCOMPARE(row.ending, core::Ending::Complete);
    }

    void countsCachedTokensOnce_data() { addDialects(true); }
    void countsCachedTokensOnce()
    {
        take();
        QFETCH(bool, stream);
        const QByteArray more = m_sim != nullptr ? " prompt=100 written=10" : "";
        const Answer answer =
            ask("[[tokens=20]] [[sim:cached=4" + more + "]]", stream ? Streaming : QByteArray());
        checkLedger(answer, 20);
        const SettledRow row = settled(answer);
        QCOMPARE(row.usage.cachedInput, tellsCached() ? 4 : 0);
        // Of 100: Anthropic's has 10 written beside 4 read; Gemini's writing costs nothing.
        if (m_provider == "anthropic") {
            QCOMPARE(row.usage.input, 86);
            QCOMPARE(row.usage.cacheWrite, 10);
            QCOMPARE(row.cost, costOf(86, 4, 10, 20));
        } else if (m_sim != nullptr) {
            QCOMPARE(row.cost, tellsCached() ? costOf(96, 4, 0, 20) : costOf(100, 0, 0, 20));
        }
    }

    void countsReasoningOnce_data() { addDialects(true); }
    void countsReasoningOnce()
    {
        take();
        QFETCH(bool, stream);
        const Answer answer =
            ask("[[tokens=20]] [[sim:reasoning=5]]", stream ? Streaming : QByteArray());
        checkLedger(answer, 20); // reasoning is a part of it
        if (tellsReasoning()) {
            const QJsonObject usage = usageOf(answer);
            const QString output = isResponses() ? u"output_tokens"_s : u"completion_tokens"_s;
            QCOMPARE(usage[output].toInteger(), 20);
            QCOMPARE(usage[output + u"_details"_s]["reasoning_tokens"_L1].toInteger(), 5);
        }
        QVERIFY(answer.body().contains(isMessages() ? "thinking" : "\"reasoning"));
    }

    /// What each has a place for differs; logit_bias has one nowhere but in OpenAI's.
    void refusesWhatItCannotCarry_data() { addDialects(); }
    void refusesWhatItCannotCarry()
    {
        take();
        const Answer answer = ask("Hi", "'logit_bias':{'1':5},");
        if (isMessages() || isCompatible()) { // relayed as it is: the provider judges
            QCOMPARE(answer.status(), 200);
            return;
        }
        QCOMPARE(answer.status(), 400);
        QCOMPARE(answer.errorCode(), "unsupported_by_provider"_ba);
        QVERIFY(answer.error()["message"_L1].toString().contains(u"\"logit_bias\""_s));
        QCOMPARE(m_sim->generated().size(), m_before);
    }

    /// A client may speak Messages and Responses to those that serve them; to the others it is told
    /// before anything is held or sent, in the shape that it knows.
    void saysWhatAProviderDoesNotServe_data()
    {
        QTest::addColumn<QByteArray>("provider");
        QTest::addColumn<QByteArray>("path");
        const auto row = [](const char *provider, const char *path) {
            QTest::addRow("%s %s", provider, path) << QByteArray(provider) << QByteArray(path);
        };
        for (const char *provider : {"gemini", "ollama"}) {
            row(provider, "/v1/messages");
            row(provider, "/v1/messages/count_tokens");
        }
        for (const char *provider : {"anthropic", "gemini", "ollama"}) {
            row(provider, "/v1/responses");
            row(provider, "/v1/completions");
        }
    }
    void saysWhatAProviderDoesNotServe()
    {
        take();
        const bool isMessage = m_path.startsWith("/v1/messages");
        const QByteArray what = m_path == "/v1/responses" ? "'input':'Hi'"
                                : isMessage
                                    ? "'max_tokens':5,'messages':[{'role':'user','content':'Hi'}]"
                                    : "'prompt':'Hi'";
        const qint64 holds = m_fleet->ledgerNow()->holds.size();
        const Answer answer =
            test::HttpClient(m_fleet->port())
                .post(m_path, json("{'model':'" + m_provider + "'," + what + "}"));
        QCOMPARE(answer.status(), 400);
        QCOMPARE(answer.json()["type"_L1].toString(), isMessage ? u"error"_s : QString());
        QCOMPARE(answer.error()["code"_L1].toString(), u"unsupported_by_provider"_s);
        QCOMPARE(m_sim->generated().size(), m_before);
        QCOMPARE(m_fleet->ledgerNow()->holds.size(), holds);
    }

    void neverSendsAProvidersKeyElsewhere()
    {
        for (const auto &[name, sim] : m_sims) {
            for (const test::Generated &call : sim->generated()) {
                QVERIFY(!call.path.contains(Key)); // never in a URL, which gets logged
                const qsizetype headers = std::ranges::count_if(
                    call.headers, [](const QByteArray &value) { return value.contains(Key); });
                QCOMPARE(headers, 1);
            }
        }
    }

private:
    inline static const QByteArray Streaming = "'stream':true,";

    void addDialects(bool alsoStreamed = false)
    {
        QTest::addColumn<QByteArray>("provider");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("stream");
        for (const bool stream : {false, true}) {
            if (stream && !alsoStreamed) {
                break;
            }
            const auto row = [stream](const QByteArray &provider, const QByteArray &path) {
                QTest::addRow(
                    "%s %s%s", provider.constData(), path.constData(), stream ? ", stream" : "")
                    << provider << path << stream;
            };
            row("vllm", "/v1/chat/completions");
            row("vllm", "/v1/messages");
            row("anthropic", "/v1/messages");
            row("anthropic", "/v1/chat/completions");
            row("gemini", "/v1/chat/completions");
            row("ollama", "/v1/chat/completions");
            row("openai", "/v1/chat/completions");
            row("openai", "/v1/responses");
            row("deepseek", "/v1/chat/completions");
            row("ollama-v1", "/v1/chat/completions");
            row("llama-cpp", "/v1/chat/completions");
            row("vllm-rust", "/v1/chat/completions");
        }
    }
    /// What the row is about.
    void take()
    {
        QFETCH(QByteArray, provider);
        QFETCH(QByteArray, path);
        m_provider = provider;
        m_path = path;
        const auto sim = m_sims.find(provider);
        m_sim = sim != m_sims.end() ? sim->second.get() : nullptr;
        QTRY_VERIFY(m_sim == nullptr || m_sim->isIdle());
        m_before = m_sim != nullptr ? m_sim->generated().size() : 0;
    }
    [[nodiscard]] static bool isMessages()
    {
        QFETCH(QByteArray, path);
        return path == "/v1/messages";
    }

    [[nodiscard]] static bool isResponses()
    {
        QFETCH(QByteArray, path);
        return path == "/v1/responses";
    }
    /// How an answer says that it ended: Responses do not say why.
    [[nodiscard]] static QByteArray ending(const char *ofMessages, const char *ofChat)
    {
        return isMessages() ? ofMessages : isResponses() ? "completed" : ofChat;
    }
    [[nodiscard]] bool isCompatible() const
    {
        return m_sim == nullptr ||
               !QByteArrayList{"anthropic", "gemini", "ollama"}.contains(m_provider);
    }
    [[nodiscard]] bool tellsCached() const
    {
        return !QByteArrayList{"ollama", "ollama-v1", "llama-cpp"}.contains(m_provider);
    }
    [[nodiscard]] bool tellsReasoning() const
    {
        return !isMessages() && tellsCached() && m_provider != "vllm-rust";
    }
    /// Whether its streams say in the middle what they have used.
    [[nodiscard]] bool tellsAsItGoes() const
    {
        return m_sim == nullptr ||
               QByteArrayList{"anthropic", "gemini", "vllm-rust"}.contains(m_provider);
    }

    [[nodiscard]] QByteArray
    request(const QByteArray &text, const QByteArray &more, const QByteArray &part = {})
    {
        const bool asksForUsage = more.contains(Streaming) && !isMessages() && !isResponses();
        const QByteArray type = isResponses() ? "input_text" : "text";
        const QByteArray content = "{'type':'" + type + "','text':'" + text + "'}";
        const QByteArray body =
            json("{'model':'" + m_provider +
                 (isResponses() ? "','max_output_tokens':64," : "','max_tokens':64,") + more +
                 (asksForUsage ? "'stream_options':{'include_usage':true}," : "") +
                 (isResponses() ? "'input'" : "'messages'") + ":[{'role':'user','content':[" +
                 content + (part.isEmpty() ? QByteArray() : "," + part) + "]}]}");
        return test::requestBytes("POST", m_path, body);
    }
    [[nodiscard]] Answer
    ask(const QByteArray &text, const QByteArray &more = {}, const QByteArray &part = {})
    {
        return test::HttpClient(m_fleet->port()).send(request(text, more, part));
    }

    /// The call's settlement, once it is written.
    [[nodiscard]] SettledRow settled(const Answer &answer)
    {
        const QByteArray id = answer.header("x-capstan-request-id");
        const auto isThere = [this, &id] {
            return m_fleet->ledgerNow()->byId().contains(id);
        };
        if (!QTest::qWaitFor(isThere, 20'000)) {
            QTest::qFail("the call was never settled", __FILE__, __LINE__);
            return {};
        }
        return m_fleet->ledgerNow()->byId().value(id);
    }

    /// The provider may have answered a moment before it has noted what.
    [[nodiscard]] test::Generated lastGenerated()
    {
        const bool isIdle = QTest::qWaitFor([this] { return m_sim->isIdle(); });
        return isIdle ? m_sim->generated().back() : test::Generated();
    }
    [[nodiscard]] Counted counted()
    {
        if (m_sim == nullptr) {
            const QJsonObject last = m_fleet->requestsOf(0).last().toObject();
            return {last["prompt_tokens"_L1].toInteger(),
                    0,
                    0,
                    last["generated_tokens"_L1].toInteger()};
        }
        const test::Generated last = lastGenerated();
        const bool writes = m_provider == "anthropic";
        Counted counts;
        counts.cached = tellsCached() ? last.script.cached : 0;
        counts.written = writes ? last.script.written : 0;
        counts.input = last.script.prompt - counts.cached - counts.written;
        counts.output = last.output;
        return counts;
    }
    [[nodiscard]] qint64 outputCounted() { return counted().output; }
    [[nodiscard]] QByteArray bodySent() { return QJsonDocument(lastGenerated().body).toJson(); }

    void checkLedger(const Answer &answer, qint64 output)
    {
        const SettledRow row = settled(answer);
        Counted counts = counted();
        if (m_sim == nullptr) { // it says how many of its prompt were cached in its answer only
            counts.cached = row.usage.cachedInput;
            counts.input -= counts.cached;
        }
        QCOMPARE(counts.output, output);
        QCOMPARE(row.usage.quality, CountQuality::Reported);
        QCOMPARE(row.usage.input, counts.input);
        QCOMPARE(row.usage.cachedInput, counts.cached);
        QCOMPARE(row.usage.cacheWrite, counts.written);
        QCOMPARE(row.usage.output, output);
        QCOMPARE(row.cost, costOf(counts.input, counts.cached, counts.written, output));
        QCOMPARE(row.ending, core::Ending::Complete);
    }
    void checkEnd(const Answer &answer)
    {
        QVERIFY(answer.isWhole());
        const QByteArray last = answer.events().last();
        if (isResponses()) {
            QVERIFY(last.startsWith("{\"type\":\"response.completed\""));
            return;
        }
        QCOMPARE(last, isMessages() ? json("{'type':'message_stop'}") : "[DONE]"_ba);
    }

    Sims m_sims = everyKind();
    std::unique_ptr<Fleet> m_fleet;
    QByteArray m_provider; ///< of the row
    QByteArray m_path;
    test::ProviderSim *m_sim = nullptr; ///< null: vLLM
    std::size_t m_before = 0;
};

QTEST_GUILESS_MAIN(TestDialects)
#include "tst_dialects.moc"
