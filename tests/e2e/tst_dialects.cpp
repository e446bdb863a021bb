// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialectcase.h"

using namespace dialects;

namespace {

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
class TestDialects : public DialectCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void cleanupTestCase() { end(); }

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

    void neverSendsAProvidersKeyElsewhere() { checkKeys(); }
};

QTEST_GUILESS_MAIN(TestDialects)
#include "tst_dialects.moc"
