// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/anthropic.h"
#include "proxy/dialects/anthropicmeter.h"
#include "proxy/upstream/lineparser.h"

#include <QTest>

using namespace proxy;
using namespace proxy::anthropic;
using namespace Qt::StringLiterals;
using core::CountQuality;

namespace {

/// With ' for ".
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray request(const QByteArray &more, const QByteArray &content = "'Hi'")
{
    return json("{'model':'m','max_tokens':10," + more +
                "'messages':[{'role':'user','content':" + content + "}]}");
}

/// Follows a stream of data fields, each with ' for ".
MessageMeter after(CacheWrites writes, const QByteArrayList &events)
{
    MessageMeter meter(openai::CallFacts(), writes);
    for (const QByteArray &event : events) {
        const StreamMeter::Relay relay = meter.take({}, json(event));
        if (relay.drop || relay.changed) {
            QTest::qFail("an event was not relayed as it is", __FILE__, __LINE__);
        }
    }
    return meter;
}

const QByteArray Start = "{'type':'message_start','message':{'id':'msg_1','model':'m','usage':"
                         "{'input_tokens':100,'output_tokens':1}}}";
const QByteArray Block =
    "{'type':'content_block_start','index':0,'content_block':{'type':'text','text':''}}";
const QByteArray Delta =
    "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'word '}}";

} // namespace

class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatMeteringNeeds()
    {
        const auto facts = readRequest(request("'stream':true,'metadata':{'user_id':'u'},"));
        QVERIFY(facts.ok());
        QCOMPARE(facts->endpoint, openai::Endpoint::Messages);
        QCOMPARE(facts->model, "m"_ba);
        QCOMPARE(facts->user, "u"_ba);
        QCOMPARE(facts->maxTokens, std::optional<qint64>(10));
        QVERIFY(facts->stream && !facts->hasMedia && !facts->hasTools);
        QCOMPARE(facts->messages, 1);
    }

    void countsEachToolResultAsAMessage()
    {
        const auto facts = readRequest(
            request("'system':'Be brief',",
                    "[{'type':'tool_result','tool_use_id':'1','content':'a'},{'type':'tool_result',"
                    "'tool_use_id':'2','content':[{'type':'text','text':'b'}]}]"));
        QVERIFY(facts.ok());
        QCOMPARE(facts->messages, 4); // system, the user's, and two results
        QVERIFY(!facts->hasMedia);
    }

    void noticesMediaWhereverItStands_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("image") << "[{'type':'image','source':{}}]"_ba;
        QTest::newRow("document") << "[{'type':'document','source':{}}]"_ba;
        QTest::newRow("in a result")
            << "[{'type':'tool_result','content':[{'type':'image','source':{}}]}]"_ba;
        QTest::newRow("said twice") << "[{'type':'text','text':'x','type':'image'}]"_ba;
        QTest::newRow("unknown") << "[{'type':'hologram'}]"_ba;
    }
    void noticesMediaWhereverItStands()
    {
        QFETCH(QByteArray, content);
        const auto facts = readRequest(request({}, content));
        QVERIFY(facts.ok());
        QVERIFY(facts->hasMedia);
    }

    void refusesWhatWouldMakeTheBoundALie_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const QByteArray &body, const QString &field) {
            QTest::newRow(name) << body << field;
        };
        row("no JSON", "{", QString());
        row("no limit", json("{'messages':[{'role':'user','content':'x'}]}"), u"max_tokens"_s);
        row("no messages", json("{'max_tokens':1}"), u"messages"_s);
        row("none of them", json("{'max_tokens':1,'messages':[]}"), u"messages"_s);
        row("limit of zero", json("{'max_tokens':0,'messages':[{}]}"), u"max_tokens"_s);
        row("other spelling", request("'Max_Tokens':99,"), u"Max_Tokens"_s);
        row("server tool", request("'tools':[{'type':'web_search_20250305'}],"), u"tools"_s);
        row("hidden server tool",
            request("'tools':[{'type':'custom','type':'web_search_20250305'}],"),
            u"tools"_s);
        row("escaped server tool", request("'tools':[{'ty\\u0070e':'web_search_1'}],"), u"tools"_s);
        row("remote tools", request("'mcp_servers':[{}],"), u"mcp_servers"_s);
        row("dearer", request("'speed':'fast',"), u"speed"_s);
    }
    void refusesWhatWouldMakeTheBoundALie()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        const auto facts = readRequest(body);
        QVERIFY(!facts.ok());
        QCOMPARE(facts.error().code, core::ErrorCode::InvalidInput);
        QVERIFY2(facts.error().message.contains(field), qPrintable(facts.error().message));
    }

    void refusesACacheEntryWhosePriceNobodyKnows()
    {
        const QByteArray hour = request(
            {}, "[{'type':'text','text':'x','cache_control':{'type':'ephemeral','ttl':'1h'}}]");
        const auto facts = readRequest(hour);
        QVERIFY(facts.ok());
        QVERIFY(!MessagesDialect(CacheWrites::Priced).check(*facts, hour).ok());
        QVERIFY(MessagesDialect(CacheWrites::Free).check(*facts, hour).ok());
        const QByteArray said = request({}, "'\\\"cache_control\\\":{\\\"ttl\\\":\\\"1h\\\"}'");
        QVERIFY(MessagesDialect(CacheWrites::Priced).check(*facts, said).ok());
    }

    void clampsInTheText()
    {
        const QByteArray body = request("'tools':[{'name':'a'},{'name':'b'}],");
        const auto facts = readRequest(body);
        QVERIFY(facts.ok());
        openai::RequestEdit edit;
        edit.model = "physical";
        edit.maxTokens = 3;
        edit.meterStream = true;
        edit.removeTools = {"a"};
        const Dialect::Outgoing sent =
            MessagesDialect(CacheWrites::Free).outgoing("/v1/messages", *facts, body, edit);
        QCOMPARE(sent.body,
                 json("{'model':'physical','max_tokens':3,'tools':[{'name':'b'}],"
                      "'messages':[{'role':'user','content':'Hi'}]}"));
    }

    void takesTheLastCountOfEach()
    {
        // vLLM tells what was cached at the end only, and then leaves it out of input_tokens.
        const MessageMeter meter =
            after(CacheWrites::Free,
                  {Start,
                   Block,
                   Delta,
                   "{'type':'message_delta','delta':{'stop_reason':'end_turn'},'usage':"
                   "{'input_tokens':30,'output_tokens':5,'cache_read_input_tokens':60,"
                   "'cache_creation_input_tokens':10}}",
                   "{'type':'message_stop'}"});
        const core::TokenUsage usage = meter.usage();
        QCOMPARE(usage.quality, CountQuality::Reported);
        QCOMPARE(usage.input, 40); // 30, and 10 that vLLM's cache took without a price
        QCOMPARE(usage.cachedInput, 60);
        QCOMPARE(usage.cacheWrite, 0);
        QCOMPARE(usage.output, 5);
        QVERIFY(meter.finished() && !meter.failed());
        QCOMPARE(meter.answerFacts().finishReason, "end_turn"_ba);
    }

    void keepsWhatTheEndLeavesOut()
    {
        const MessageMeter meter = after(
            CacheWrites::Priced,
            {"{'type':'message_start','message':{'usage':{'input_tokens':10,'output_tokens':1,"
             "'cache_creation_input_tokens':7,'cache_read_input_tokens':3}}}",
             "{'type':'message_delta','delta':{'stop_reason':'end_turn'},'usage':"
             "{'output_tokens':9,'input_tokens':null}}"});
        QCOMPARE(meter.usage().input, 10);
        QCOMPARE(meter.usage().cachedInput, 3);
        QCOMPARE(meter.usage().cacheWrite, 7);
        QCOMPARE(meter.usage().output, 9);
        QCOMPARE(meter.usage().quality, CountQuality::Reported);
    }

    void estimatesAStreamThatWasCut()
    {
        const MessageMeter meter = after(CacheWrites::Priced, {Start, Block, Delta, Delta, Delta});
        QCOMPARE(meter.running().input, 100);
        QCOMPARE(meter.running().output, 3); // one a delta
        QCOMPARE(meter.running().quality, CountQuality::Estimated);
        QVERIFY(!meter.finished());
        QCOMPARE(after(CacheWrites::Priced, {}).usage().quality, CountQuality::Unknown);
    }

    void endsAStreamAsIfItsLimitWereReached()
    {
        core::TokenUsage usage;
        usage.input = 100;
        usage.output = 3;
        QCOMPARE(after(CacheWrites::Priced, {Start, Block, Delta}).lengthEnding(usage),
                 json("event: content_block_stop\ndata: {'type':'content_block_stop','index':0}\n\n"
                      "event: message_delta\ndata: {'type':'message_delta','delta':"
                      "{'stop_reason':'max_tokens','stop_sequence':null},'usage':"
                      "{'input_tokens':100,'output_tokens':3}}\n\n"
                      "event: message_stop\ndata: {'type':'message_stop'}\n\n"));
        QVERIFY(after(CacheWrites::Priced, {})
                    .lengthEnding(usage)
                    .startsWith("event: message_start\n"));
        QVERIFY(
            after(CacheWrites::Priced, {"{'type':'message_stop'}"}).lengthEnding(usage).isEmpty());
    }

    void takesAnErrorForTheEnd()
    {
        const MessageMeter meter =
            after(CacheWrites::Priced,
                  {Start, "{'type':'error','error':{'type':'overloaded_error','message':'x'}}"});
        QVERIFY(meter.finished() && meter.failed());
    }

    void shapesErrorsForItsClients()
    {
        QCOMPARE(
            errorBody(402, json("{'error':{'message':'m','type':'budget_exceeded','code':'b'}}")),
            json("{'type':'error','error':{'message':'m','type':'billing_error','code':'b'}}"));
        QCOMPARE(errorBody(401, json("{'error':'Unauthorized'}")),
                 json("{'type':'error','error':{'message':'Unauthorized',"
                      "'type':'authentication_error'}}"));
        const QByteArray own = json("{'type':'error','error':{'type':'NotFoundError'}}");
        QCOMPARE(errorBody(404, own), own);
        QVERIFY(errorBody(502, "<html>").contains("api_error"));
    }

    void cutsLinesWhereverTheBytesAreSplit()
    {
        const QByteArray stream = "{\"a\":1}\n\n{\"b\":2}\r\n{\"c\":3}\n";
        for (qsizetype step = 1; step <= stream.size(); ++step) {
            LineParser parser;
            QByteArrayList lines;
            QByteArray raw;
            for (qsizetype at = 0; at < stream.size(); at += step) {
                QVERIFY(parser.feed(stream.mid(at, step), [&](const SseEvent &event) {
                    raw += event.raw;
                    if (!event.data.isEmpty()) {
                        lines.append(event.data.toByteArray());
                    }
                }));
            }
            QCOMPARE(lines, QByteArrayList({"{\"a\":1}", "{\"b\":2}", "{\"c\":3}"}));
            QCOMPARE(raw, stream);
        }
    }
};

QTEST_APPLESS_MAIN(TestMessages)
#include "tst_messages.moc"
