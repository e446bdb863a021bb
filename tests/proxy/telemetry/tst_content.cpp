// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventsamples.h"
#include "otlprules.h"
#include "postfixture.h"

#include "core/ledger/ledgerfile.h"
#include "proxy/telemetry/contentmessages.h"
#include "proxy/telemetry/heliconeexporter.h"
#include "proxy/telemetry/langfuseingestion.h"
#include "proxy/telemetry/otlpspan.h"

using namespace Qt::StringLiterals;
using namespace proxy;
using test::Received;
using test::Reply;

/// Issue 4: prompts and answers, where their owner wants them.
class TestContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingWithoutContent();
    void tellsACollectorInItsOwnWords();
    void tellsLangfuseAsOpenAiWrites();
    void tellsHeliconeInsideOfTheCall();
    void turnsEveryShapeIntoMessages_data();
    void turnsEveryShapeIntoMessages();
    void keepsContentUntilItIsTakenAndNoLonger();
    void keepsNoneForWhoDoesNotWantIt();
    void isInNoBackup();
    void givesItsWordsUpBeforeItsFigures();
};

namespace {

const core::CallContent Said{
    R"([{"role":"system","content":"Be brief."},{"role":"user","content":"Pay Ann."}])",
    R"([{"role":"assistant","content":null,"tool_calls":[{"id":"t1","type":"function","function":{"name":"pay","arguments":"{\"usd\":5}"}}],"finish_reason":"tool_calls"}])"};

QJsonObject attributes(const otlp::SpanStyle &style, const core::CallContent &content = Said)
{
    const QByteArray span = otlp::spanJson(sampleCall(), style, content);
    return otlprules::attributes(QJsonDocument::fromJson(span).object()["attributes"_L1]);
}

QJsonArray listIn(const QJsonValue &text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8()).array();
}

/// One call whose content waits for `destination`.
void settleWith(Post &post, const QByteArray &destination, const core::CallContent &content)
{
    core::SettlementRecord record = samples::settlement(samples::hold(post.next++), 1'000);
    record.settledAt = post.clock.now();
    core::CallDetails details;
    details.contents = {{destination, content}};
    record.details = std::make_shared<const core::CallDetails>(details);
    post.ledger->post(std::move(record));
    QVERIFY(post.ledger->flush().ok());
    post.telemetry->retryNow();
}

qint64 waitingContents(const Post &post)
{
    return core::Connection::open(post.path)
        .value()
        ->integer(u"SELECT count(*) FROM outbox_content"_s)
        .value();
}

core::Destination recording(const QByteArray &url)
{
    core::Destination destination = otlpAt(url);
    destination.content.isWanted = true;
    return destination;
}

} // namespace

void TestContent::saysNothingWithoutContent()
{
    for (const bool langfuse : {false, true}) {
        const QJsonObject list = attributes({.langfuse = langfuse}, {});
        for (const QString &name : list.keys()) {
            QVERIFY2(!name.contains(u".messages") && !name.endsWith(u"observation.input") &&
                         !name.endsWith(u"observation.output"),
                     qPrintable(name));
        }
    }
}

void TestContent::tellsACollectorInItsOwnWords()
{
    const QJsonObject list = attributes({});
    const QJsonArray input = listIn(list[u"gen_ai.input.messages"_s]);
    QCOMPARE(input.size(), 2);
    QCOMPARE(input[1]["role"_L1].toString(), u"user"_s);
    QCOMPARE(input[1]["parts"_L1][0].toObject(),
             (QJsonObject{{u"type"_s, u"text"_s}, {u"content"_s, u"Pay Ann."_s}}));
    const QJsonArray output = listIn(list[u"gen_ai.output.messages"_s]);
    QCOMPARE(output[0]["finish_reason"_L1].toString(), u"tool_calls"_s);
    QCOMPARE(output[0]["parts"_L1][0].toObject(),
             (QJsonObject{{u"type"_s, u"tool_call"_s},
                          {u"id"_s, u"t1"_s},
                          {u"name"_s, u"pay"_s},
                          {u"arguments"_s, QJsonObject{{u"usd"_s, 5}}}}));
    QVERIFY(!list.contains(u"langfuse.observation.input"_s));
}

void TestContent::tellsLangfuseAsOpenAiWrites()
{
    const QJsonObject list = attributes({.langfuse = true});
    QCOMPARE(list[u"langfuse.observation.input"_s].toString().toUtf8(), Said.prompt);
    QCOMPARE(list[u"langfuse.observation.output"_s].toString().toUtf8(), Said.answer);
    Events events = asEvents({sampleCall()});
    events[0].content = Said;
    const QJsonObject body = QJsonDocument::fromJson(langfuse::ingestionBody(events, "prod"))
                                 .object()["batch"_L1][1]["body"_L1]
                                 .toObject();
    QCOMPARE(body["input"_L1][1]["content"_L1].toString(), u"Pay Ann."_s);
    QCOMPARE(body["output"_L1][0]["tool_calls"_L1][0]["id"_L1].toString(), u"t1"_s);
}

void TestContent::tellsHeliconeInsideOfTheCall()
{
    const auto log = [](const core::CallContent &content) {
        return QJsonDocument::fromJson(helicone::logBody(sampleCall(), true, content)).object();
    };
    const QJsonObject told = log(Said);
    QCOMPARE(told["providerRequest"_L1]["json"_L1]["messages"_L1][1]["content"_L1].toString(),
             u"Pay Ann."_s);
    QCOMPARE(
        told["providerResponse"_L1]["json"_L1]["choices"_L1][0]["message"_L1]["role"_L1].toString(),
        u"assistant"_s);
    const QJsonObject plain = log({"\"Once upon\"", {}}); // of /v1/completions
    QCOMPARE(plain["providerRequest"_L1]["json"_L1]["messages"_L1][0]["content"_L1].toString(),
             u"Once upon"_s);
    QVERIFY(!QJsonDocument(log({})).toJson().contains("Ann"));
}

void TestContent::turnsEveryShapeIntoMessages_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("text") << QByteArray(R"("hi")")
                          << QByteArray(
                                 R"([{"parts":[{"content":"hi","type":"text"}],"role":"user"}])");
    QTest::newRow("texts") << QByteArray(R"(["a"])")
                           << QByteArray(
                                  R"([{"parts":[{"content":"a","type":"text"}],"role":"user"}])");
    QTest::newRow("parts")
        << QByteArray(R"([{"role":"user","content":[{"type":"text","text":"a"}]}])")
        << QByteArray(R"([{"parts":[{"content":"a","type":"text"}],"role":"user"}])");
    QTest::newRow("tool")
        << QByteArray(R"([{"role":"tool","tool_call_id":"t1","content":"ok"}])")
        << QByteArray(
               R"([{"parts":[{"id":"t1","response":"ok","type":"tool_call_response"}],"role":"tool"}])");
    QTest::newRow("thought")
        << QByteArray(R"([{"role":"assistant","reasoning_content":"h","content":"a"}])")
        << QByteArray(
               R"([{"parts":[{"content":"h","type":"reasoning"},{"content":"a","type":"text"}],"role":"assistant"}])");
}

void TestContent::turnsEveryShapeIntoMessages()
{
    QFETCH(const QByteArray, said);
    QTEST(messagesWithParts(said), "told");
}

void TestContent::keepsContentUntilItIsTakenAndNoLonger()
{
    test::Receiver receiver;
    receiver.goDown();
    Post post({recording(receiver.url())});
    post.start();
    settleWith(post, "collector", Said);
    QCOMPARE(waitingContents(post), 1);
    QVERIFY(post.waitFor([](const auto &status) { return !status.lastError.isEmpty(); }));
    QCOMPARE(waitingContents(post), 1);
    post.stop(); // and it outlives the process
    post.start();
    receiver.comeBack();
    post.telemetry->retryNow();
    QVERIFY(receiver.waitForRequests(1));
    QVERIFY(receiver.received().front().body.contains("Pay Ann."));
    QVERIFY(QTest::qWaitFor([&post] { return waitingContents(post) == 0; }, 30'000));
}

void TestContent::keepsNoneForWhoDoesNotWantIt()
{
    test::Receiver receiver;
    receiver.goDown();
    Post post({otlpAt(receiver.url())});
    post.start();
    settleWith(post, "collector", Said);
    settleWith(post, "somebody", Said);
    QCOMPARE(waitingContents(post), 0);
    post.stop();
    post.settings.destinations.front().content.isWanted = true;
    post.start();
    settleWith(post, "collector", Said);
    QCOMPARE(waitingContents(post), 1);
    post.stop();
    post.settings.destinations.front().content.isWanted = false;
    post.start(); // switched off: what waited is gone
    QCOMPARE(waitingContents(post), 0);
}

void TestContent::isInNoBackup()
{
    test::Receiver receiver;
    receiver.goDown();
    Post post({recording(receiver.url())});
    post.start();
    settleWith(post, "collector", Said);
    const QString copy = post.folder.filePath(u"copy.db"_s);
    QVERIFY(core::ledgerfile::backUp(post.path, copy).ok());
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("Pay Ann."));
    QCOMPARE(waitingContents(post), 1); // the ledger itself has it
}

void TestContent::givesItsWordsUpBeforeItsFigures()
{
    test::Receiver receiver([](const Received &request) {
        return request.body.contains("Pay Ann.") ? Reply{413, {}} : Reply{200, "{}"};
    });
    Post post({recording(receiver.url())});
    post.start();
    settleWith(post, "collector", Said);
    QVERIFY(post.waitFor([](const auto &status) { return status.sent == 1; }));
    QCOMPARE(post.status().rejected, 0);
    QCOMPARE(receiver.received().size(), 2U);
}

QTEST_GUILESS_MAIN(TestContent)
#include "tst_content.moc"
