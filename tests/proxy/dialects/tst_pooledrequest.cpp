// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/openai.h"

#include <QTest>

using namespace Qt::StringLiterals;
using proxy::openai::CallFacts;
using proxy::openai::Endpoint;
using proxy::openai::readRequest;

/// The bounds of the routes that read and generate nothing, and of /v1/responses.
class PooledRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsTheQueryAnewForEachDocument()
    {
        const CallFacts facts =
            readRequest(Endpoint::Rerank, R"({"query":"abc","documents":["de","fgh"]})").value();
        QCOMPARE(facts.prompts, 2);
        QCOMPARE(facts.maxTokens, 0);
        // The query with its quotes twice, 2 x 5; documents 4 + 5; four special tokens a pair.
        QCOMPARE(facts.textBytes, 10 + 9 + 8);
        QVERIFY(!facts.hasMedia);
    }

    void pairsTwoListsOneByOne()
    {
        const CallFacts facts =
            readRequest(Endpoint::Score, R"({"text_1":["a","b"],"text_2":["c","d"]})").value();
        QCOMPARE(facts.prompts, 2);
        QCOMPARE(facts.textBytes, 6 + 6 + 8);
        const CallFacts named =
            readRequest(Endpoint::Score, R"({"queries":"a","items":["c","d","e"]})").value();
        QCOMPARE(named.prompts, 3);
        QCOMPARE(named.textBytes, 3 * 3 + 9 + 12);
    }

    void takesObjectsForMedia()
    {
        const QByteArray body = R"({"query":"a","documents":[{"content":[{"type":"image_url"}]}]})";
        QVERIFY(readRequest(Endpoint::Rerank, body).value().hasMedia);
    }

    void countsTheInputsOfPoolingAndClassify()
    {
        for (const Endpoint endpoint : {Endpoint::Pooling, Endpoint::Classify}) {
            const CallFacts facts = readRequest(endpoint, R"({"input":["abc","d"]})").value();
            QCOMPARE(facts.prompts, 2);
            QCOMPARE(facts.maxTokens, 0);
            QCOMPARE(facts.textBytes, 3 + 2 + 1 + 2);
        }
    }

    void readsResponses()
    {
        const CallFacts facts =
            readRequest(Endpoint::Responses,
                        R"({"model":"m","input":"Hello","max_output_tokens":7,"stream":true})")
                .value();
        QCOMPARE(facts.maxTokens, 7);
        QVERIFY(facts.stream);
        QCOMPARE(facts.textBytes, 7);
        QCOMPARE(facts.messages, 1);
    }

    void cannotBoundWhatTheUpstreamKeeps_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::newRow("response") << R"("previous_response_id":"resp_1")"_ba;
        QTest::newRow("conversation") << R"("conversation":"conv_1")"_ba;
        QTest::newRow("item") << R"("input":[{"type":"item_reference","id":"x"}])"_ba;
        QTest::newRow("file")
            << R"("input":[{"role":"user","content":[{"type":"input_file"}]}])"_ba;
    }
    void cannotBoundWhatTheUpstreamKeeps()
    {
        QFETCH(QByteArray, more);
        const QByteArray input = more.contains("input\":[") ? "" : R"(,"input":"Hi")";
        const auto facts = readRequest(Endpoint::Responses, '{' + more + input + '}');
        QVERIFY(facts.ok());
        QVERIFY(facts->hasMedia); // the context length is the bound
    }

    void refuses_data()
    {
        QTest::addColumn<Endpoint>("endpoint");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("named");
        const auto row =
            [](const char *name, Endpoint endpoint, const char *body, const char *named) {
                QTest::newRow(name) << endpoint << QByteArray(body) << QString::fromLatin1(named);
            };
        row("rerank without documents", Endpoint::Rerank, R"({"query":"a"})", "documents");
        row("score of numbers", Endpoint::Score, R"({"text_1":1,"text_2":"a"})", "text_1");
        row("a side twice",
            Endpoint::Score,
            R"({"text_1":"a","queries":"b","text_2":"c"})",
            "queries");
        row("background", Endpoint::Responses, R"({"input":"a","background":true})", "background");
        row("a tool of the provider's own",
            Endpoint::Responses,
            R"({"input":"a","tools":[{"type":"web_search"}]})",
            "tools");
        row("pooling without input", Endpoint::Pooling, R"({"data":{}})", "input");
        row("another spelling",
            Endpoint::Responses,
            R"({"input":"a","Max_Output_Tokens":1})",
            "Max_");
    }
    void refuses()
    {
        QFETCH(Endpoint, endpoint);
        QFETCH(QByteArray, body);
        QFETCH(QString, named);
        const auto facts = readRequest(endpoint, body);
        QVERIFY(!facts.ok());
        QVERIFY2(facts.error().message.contains(named), qPrintable(facts.error().message));
    }

    void clampsResponsesByTheirOwnName()
    {
        const QByteArray body = R"({"input":"a","priority":5,"kv_transfer_params":{}})";
        const CallFacts facts = readRequest(Endpoint::Responses, body).value();
        proxy::openai::RequestEdit edit;
        edit.maxTokens = 9;
        edit.meterStream = true;
        QCOMPARE(proxy::openai::editRequest(facts, body, edit),
                 R"({"input":"a","max_output_tokens":9})"_ba);
    }
};

QTEST_APPLESS_MAIN(PooledRequestTest)
#include "tst_pooledrequest.moc"
