// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/anthropicchat.h"
#include "proxy/dialects/gemini.h"
#include "proxy/dialects/ollama.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace proxy;
using namespace Qt::StringLiterals;
using core::ProviderType;

namespace {

/// With ' for ".
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

/// A conversation with all that a client may say.
const QByteArray Conversation =
    json("{'model':'m','max_completion_tokens':50,'temperature':0.50,'top_p':0.9,'stop':['END'],"
         "'presence_penalty':0,'n':1,'user':'u-1','metadata':{'tenant':'t'},'logit_bias':null,"
         "'messages':[{'role':'system','content':'Be brief.'},{'role':'developer','content':'And "
         "kind.'},"
         "{'role':'user','content':[{'type':'text','text':'Look'},{'type':'image_url','image_url':"
         "{'url':'data:image/png;base64,QUJD','detail':'auto'}}]},"
         "{'role':'assistant','content':'','tool_calls':[{'id':'c1','type':'function','function':"
         "{'name':'weather','arguments':'{\\'city\\':\\'Oslo\\'}'}},{'id':'c2','type':'function',"
         "'function':{'name':'time','arguments':''}}]},"
         "{'role':'tool','tool_call_id':'c1','content':'Rain'},"
         "{'role':'tool','tool_call_id':'c2','content':'{\\'hour\\':12}'},"
         "{'role':'user','content':'So?'}],"
         "'tools':[{'type':'function','function':{'name':'weather','description':'Of a city',"
         "'parameters':{'type':'object'}}}],'tool_choice':'auto'}");

core::Result<QByteArray> translated(ProviderType provider, const QByteArray &body)
{
    switch (provider) {
    case ProviderType::Anthropic:
        return anthropic::messagesOf(body);
    case ProviderType::Gemini:
        return gemini::contentsOf(body);
    default:
        return ollama::chatOf(body);
    }
}

} // namespace

class TestTranslation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysAllToAnthropic()
    {
        const auto body = anthropic::messagesOf(Conversation);
        QVERIFY(body.ok());
        QCOMPARE(object(*body),
                 object(json(
                     "{'model':'m','max_tokens':50,'system':'Be brief.\\n\\nAnd kind.','messages':["
                     "{'role':'user','content':[{'type':'text','text':'Look'},{'type':'image',"
                     "'source':{'type':'base64','media_type':'image/png','data':'QUJD'}}]},"
                     "{'role':'assistant','content':[{'type':'tool_use','id':'c1','name':'weather',"
                     "'input':{'city':'Oslo'}},{'type':'tool_use','id':'c2','name':'time',"
                     "'input':{}}]},"
                     "{'role':'user','content':[{'type':'tool_result','tool_use_id':'c1','content':"
                     "[{'type':'text','text':'Rain'}]},{'type':'tool_result','tool_use_id':'c2',"
                     "'content':[{'type':'text','text':'{\\'hour\\':12}'}]},"
                     "{'type':'text','text':'So?'}]}],"
                     "'temperature':0.5,'top_p':0.9,'tools':[{'name':'weather','description':"
                     "'Of a city','input_schema':{'type':'object'}}],'tool_choice':{'type':'auto'},"
                     "'metadata':{'user_id':'u-1'},'stop_sequences':['END'],'stream':false}")));
    }

    void saysAllToGemini()
    {
        const auto body = gemini::contentsOf(Conversation);
        QVERIFY(body.ok());
        QCOMPARE(
            object(*body),
            object(json(
                "{'systemInstruction':{'parts':[{'text':'Be brief.\\n\\nAnd kind.'}]},'contents':["
                "{'role':'user','parts':[{'text':'Look'},{'inlineData':{'mimeType':'image/png',"
                "'data':'QUJD'}}]},"
                "{'role':'model','parts':[{'functionCall':{'name':'weather','args':{'city':'Oslo'}}"
                "},{'functionCall':{'name':'time','args':{}}}]},"
                "{'role':'user','parts':[{'functionResponse':{'name':'weather','response':"
                "{'result':'Rain'}}},{'functionResponse':{'name':'time','response':{'hour':12}}},"
                "{'text':'So?'}]}],"
                "'tools':[{'functionDeclarations':[{'name':'weather','description':'Of a city',"
                "'parametersJsonSchema':{'type':'object'}}]}],"
                "'toolConfig':{'functionCallingConfig':{'mode':'AUTO'}},"
                "'generationConfig':{'maxOutputTokens':50,'temperature':0.5,'topP':0.9,"
                "'stopSequences':['END']}}")));
    }

    void saysAllToOllama()
    {
        const auto body = ollama::chatOf(Conversation);
        QVERIFY(body.ok());
        QCOMPARE(object(*body),
                 object(json(
                     "{'model':'m','messages':[{'role':'system','content':'Be brief.'},"
                     "{'role':'system','content':'And kind.'},"
                     "{'role':'user','content':'Look','images':['QUJD']},"
                     "{'role':'assistant','content':'','tool_calls':[{'function':{'name':'weather',"
                     "'arguments':{'city':'Oslo'}}},{'function':{'name':'time','arguments':{}}}]},"
                     "{'role':'tool','content':'Rain','tool_name':'weather'},"
                     "{'role':'tool','content':'{\\'hour\\':12}','tool_name':'time'},"
                     "{'role':'user','content':'So?'}],"
                     "'tools':[{'type':'function','function':{'name':'weather','description':"
                     "'Of a city','parameters':{'type':'object'}}}],"
                     "'options':{'num_predict':50,'temperature':0.5,'top_p':0.9,'stop':['END']},"
                     "'stream':false}")));
    }

    void carriesGeminisSignatureThereAndBack()
    {
        const gemini::ChatDialect dialect;
        const auto answer = dialect.answer(
            json("{'candidates':[{'content':{'parts':[{'functionCall':{'name':'f','args':{}},"
                 "'thoughtSignature':'c2ln'}]},'finishReason':'STOP'}],'responseId':'r'}"));
        QVERIFY(answer.ok());
        const QJsonObject message = object(*answer)["choices"_L1][0]["message"_L1].toObject();
        const QByteArray body =
            R"({"model":"m","messages":[)" + QJsonDocument(message).toJson() + "]}";
        const auto again = gemini::contentsOf(body);
        QVERIFY(again.ok());
        QCOMPARE(object(*again)["contents"_L1][0]["parts"_L1][0]["thoughtSignature"_L1].toString(),
                 u"c2ln"_s);
    }

    void asksForJsonWhereThatExists_data()
    {
        const QByteArray any = "{'type':'json_object'}";
        const QByteArray schema =
            "{'type':'json_schema','json_schema':{'name':'s','schema':{'a':1}}}";
        QTest::addColumn<ProviderType>("provider");
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("expected"); // a part of the body; empty: refused
        QTest::newRow("Anthropic, any") << ProviderType::Anthropic << any << QByteArray();
        QTest::newRow("Anthropic, schema")
            << ProviderType::Anthropic << schema
            << json("'output_config':{'format':{'type':'json_schema','schema':{'a':1}}}");
        QTest::newRow("Gemini, any")
            << ProviderType::Gemini << any << json("'responseMimeType':'application/json'");
        QTest::newRow("Gemini, schema")
            << ProviderType::Gemini << schema
            << json("'responseMimeType':'application/json','responseJsonSchema':{'a':1}");
        QTest::newRow("Ollama, any") << ProviderType::Ollama << any << json("'format':'json'");
        QTest::newRow("Ollama, schema")
            << ProviderType::Ollama << schema << json("'format':{'a':1}");
    }
    void asksForJsonWhereThatExists()
    {
        QFETCH(ProviderType, provider);
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, expected);
        const auto body = translated(provider,
                                     json("{'messages':[{'role':'user','content':'Hi'}],"
                                          "'response_format':" +
                                          format + "}"));
        QCOMPARE(body.ok(), !expected.isEmpty());
        QVERIFY(!body.ok() || body->contains(expected));
    }

    void namesWhatItHasNoPlaceFor_data()
    {
        QTest::addColumn<ProviderType>("provider");
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QString>("field");
        const auto everywhere = [](const char *member, const QString &field) {
            for (const auto &[name, provider] : {std::pair("Anthropic", ProviderType::Anthropic),
                                                 std::pair("Gemini", ProviderType::Gemini),
                                                 std::pair("Ollama", ProviderType::Ollama)}) {
                QTest::addRow("%s: %s", name, member) << provider << json(member) << field;
            }
        };
        everywhere("'n':2", u"n"_s);
        everywhere("'logprobs':true", u"logprobs"_s);
        everywhere("'logit_bias':{'1':2}", u"logit_bias"_s);
        everywhere("'guided_json':{}", u"guided_json"_s);
        everywhere("'functions':[]", u"functions"_s);
        everywhere("'tools':[{'type':'custom','custom':{}}]", u"tools.type"_s);
        everywhere("'messages':[{'role':'function','content':'x'}]", u"messages.role"_s);
        everywhere("'messages':[{'role':'user','content':[{'type':'input_audio'}]}]",
                   u"messages.content.type"_s);
        everywhere("'messages':[{'role':'user','name':'Bo','content':'x'}]", u"messages.name"_s);
        const auto row =
            [](const char *name, ProviderType type, const char *member, const QString &f) {
                QTest::newRow(name) << type << json(member) << f;
            };
        row("Anthropic: seed", ProviderType::Anthropic, "'seed':1", u"seed"_s);
        row("Anthropic: penalty",
            ProviderType::Anthropic,
            "'presence_penalty':0.5",
            u"presence_penalty"_s);
        row("Gemini: min_p", ProviderType::Gemini, "'min_p':0.1", u"min_p"_s);
        row("Gemini: one call",
            ProviderType::Gemini,
            "'parallel_tool_calls':false",
            u"parallel_tool_calls"_s);
        row("Ollama: forced tool",
            ProviderType::Ollama,
            "'tool_choice':'required'",
            u"tool_choice"_s);
        const char *image = "'messages':[{'role':'user','content':[{'type':'image_url','image_url':"
                            "{'url':'https://x.example/a.png'}}]}]";
        row("Gemini: image by URL", ProviderType::Gemini, image, u"image_url.url"_s);
        row("Ollama: image by URL", ProviderType::Ollama, image, u"image_url.url"_s);
    }
    void namesWhatItHasNoPlaceFor()
    {
        QFETCH(ProviderType, provider);
        QFETCH(QByteArray, member);
        QFETCH(QString, field);
        const auto body = translated(provider, "{" + member + "}");
        QVERIFY(!body.ok());
        QCOMPARE(body.error().code, core::ErrorCode::InvalidInput);
        QVERIFY2(body.error().message.contains(u'"' + field + u'"'),
                 qPrintable(body.error().message));
    }

    void refusesToolArgumentsThatAreNoObject()
    {
        for (const QByteArray arguments : {"[1]", "{'a':1", "{'a':1,'a':2}"}) {
            const auto body = anthropic::messagesOf(json(
                "{'messages':[{'role':'assistant','tool_calls':[{'id':'1','function':{'name':'f',"
                "'arguments':'" +
                QByteArray(arguments).replace("'", "\\'") + "'}}]}]}"));
            QVERIFY2(!body.ok(), arguments);
        }
    }

    void translatesErrors()
    {
        QCOMPARE(
            object(anthropic::ChatDialect().error(
                429,
                json("{'type':'error','error':{'type':'rate_limit_error','message':'Slow'}}"))),
            object(json("{'error':{'message':'Slow','type':'rate_limit_error','param':null,"
                        "'code':'rate_limit_error'}}")));
        QCOMPARE(object(gemini::ChatDialect().error(
                     400, json("[{'error':{'code':400,'message':'Bad','status':'INVALID'}}]"))),
                 object(json("{'error':{'message':'Bad','type':'INVALID','param':null,"
                             "'code':'INVALID'}}")));
        QCOMPARE(object(ollama::ChatDialect().error(404, json("{'error':'no such model'}"))),
                 object(json("{'error':{'message':'no such model','type':'upstream_error',"
                             "'param':null,'code':'upstream_error'}}")));
        QVERIFY(gemini::ChatDialect().error(400, "<html>").contains("upstream_error"));
    }

    void takesNothingElseForAnAnswer()
    {
        for (const QByteArray body : {"", "<html>", "{}", "[]", R"({"error":"x"})"}) {
            QVERIFY2(!anthropic::ChatDialect().answer(body).ok(), body);
            QVERIFY2(!gemini::ChatDialect().answer(body).ok(), body);
            QVERIFY2(!ollama::ChatDialect().answer(body).ok(), body);
        }
    }

    /// A count that is missing is unknown, not zero.
    void readsCountsOnlyWhereTheyAre()
    {
        const ollama::ChatDialect ollama;
        QVERIFY(!ollama.usage(R"({"done":true,"eval_count":5})"));
        QCOMPARE(ollama.usage(R"({"done":true,"prompt_eval_count":7})")->total(), 7);
        QVERIFY(!gemini::readUsage(R"({"candidatesTokenCount":5})"));
        // 9 cached of 10; thoughts are billed beside the candidates' tokens: 5 + 3.
        const auto usage =
            gemini::readUsage(R"({"promptTokenCount":10,"candidatesTokenCount":5,)"
                              R"("thoughtsTokenCount":3,"cachedContentTokenCount":9})");
        QCOMPARE(usage->input, 1);
        QCOMPARE(usage->cachedInput, 9);
        QCOMPARE(usage->output, 8);
        QCOMPARE(usage->reasoning, 3);
    }
};

QTEST_APPLESS_MAIN(TestTranslation)
#include "tst_translation.moc"
