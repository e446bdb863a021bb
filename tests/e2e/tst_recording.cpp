// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"
#include "tests/support/receiver.h"

#include <QDirIterator>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;
using test::Received;
using test::Receiver;
using test::Reply;

/// Issue 4: content is off by default for each destination; where it is on it is capped, redacted,
/// and nowhere else.
class TestRecording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatWasSaidToWhomItMayAndKeepsItNowhere();
    void keepsTheWordsOfAKilledCapstanForTheirDestinationOnly();
};

namespace {
constexpr int PatienceMs = 60'000;

const QByteArray Prompt = "planted-prompt-4f1d";
const QByteArray Answer = "planted-answer-77ac";
const QByteArray Secret = "sk-planted99";
const QByteArray Password = "planted-hunter2";

const QByteArray Json = "Content-Type: application/json\r\n";

QByteArray event(const QByteArray &delta)
{
    return "data: {\"id\":\"c-1\",\"model\":\"cent\",\"choices\":[{\"index\":0,\"delta\":{" +
           delta + "},\"finish_reason\":null}]}\n\n";
}

QByteArray streamed()
{
    const qsizetype half = Answer.size() / 2;
    return event("\"role\":\"assistant\",\"content\":\"\"") +
           event("\"content\":\"" + Answer.first(half) + '"') +
           event("\"content\":\"" + Answer.sliced(half) + '"') +
           event(
               R"("tool_calls":[{"index":0,"id":"t1","function":{"name":"login","arguments":""}}])") +
           event(R"("tool_calls":[{"index":0,"function":{"arguments":"{\"password\":\")" +
                 Password + R"(\"}"}}])") +
           "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}\n\n"
           "data: [DONE]\n\n";
}

/// A vLLM whose answers are known to the letter.
Reply upstream(const Received &request)
{
    if (request.path == "/v1/models") {
        return {200, R"({"object":"list","data":[{"id":"cent","max_model_len":4096}]})", Json};
    }
    if (request.path != "/v1/chat/completions") {
        return {404, "{}"};
    }
    if (request.body.contains("\"stream\":true")) {
        return {200, streamed(), "Content-Type: text/event-stream\r\n"};
    }
    return {
        200,
        R"({"id":"c-2","model":"cent","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":")" +
            Answer + R"("}}],"usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5}})",
        Json};
}

QByteArray chat(const QByteArray &more)
{
    return R"({"model":"cent",)" + more + R"("messages":[{"role":"user","content":[)" +
           R"({"type":"text","text":")" + Prompt + ", my key is " + Secret + R"("},)" +
           R"({"type":"image_url","image_url":{"url":"data:image/png;base64,)" +
           QByteArray(2'000, 'Q') + R"("}}]}]})";
}

QStringList filesWith(const QString &folder, const QByteArray &text)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text)) {
            found += QFileInfo(file).fileName();
        }
    }
    return found;
}

QByteArray bodies(Receiver &receiver)
{
    QByteArray all;
    for (const Received &one : receiver.received()) {
        all += one.body;
    }
    return all;
}

/// Capstan before that upstream, with a collector that may have no content, and a Langfuse that
/// may.
struct Office
{
    Receiver vllm{upstream};
    Receiver collector;
    Receiver langfuse{[](const Received &) {
        return Reply{200, R"({"version":"4.16.0"})"};
    }};
    QTemporaryDir folder;
    std::unique_ptr<test::Program> capstan;

    [[nodiscard]] bool start()
    {
        QFile file(folder.filePath(u"capstan.yaml"_s));
        if (!file.open(QIODevice::WriteOnly)) {
            return false;
        }
        file.write("providers: { vllm: { type: openai, base_url: \"" + vllm.url("/v1") +
                   "\" } }\ntelemetry:\n  destinations:\n"
                   "    collector: { type: otlp, url: \"" +
                   collector.url() +
                   "\" }\n"
                   "    langfuse:\n      type: langfuse\n      url: \"" +
                   langfuse.url() +
                   "\"\n      content: { record: true, redact: [\"sk-[a-z0-9]+\"], "
                   "redact_keys: [password] }\n");
        file.close();
        QProcessEnvironment environment = test::plainEnvironment();
        environment.insert(u"LANGFUSE_PUBLIC_KEY"_s, u"pk-lf-1"_s);
        environment.insert(u"LANGFUSE_SECRET_KEY"_s, u"sk-lf-1"_s);
        environment.insert(u"QT_LOGGING_RULES"_s, u"capstan.*=true"_s);
        capstan = std::make_unique<test::Program>(u"capstan"_s,
                                                  QStringList{u"--headless"_s,
                                                              u"--port"_s,
                                                              u"0"_s,
                                                              u"--data-dir"_s,
                                                              folder.filePath(u"data"_s),
                                                              u"--config"_s,
                                                              file.fileName()},
                                                  environment);
        return capstan->isListening();
    }
    [[nodiscard]] int call(const QByteArray &more) const
    {
        return test::HttpClient(capstan->port()).post("/v1/chat/completions", chat(more)).status();
    }
};
} // namespace

void TestRecording::tellsWhatWasSaidToWhomItMayAndKeepsItNowhere()
{
    Office office;
    office.langfuse.goDown();
    QVERIFY(office.start());
    QCOMPARE(office.call({}), 200);
    QCOMPARE(office.call(R"("stream":true,)"), 200);
    QVERIFY(office.collector.waitFor([](const auto &received) {
        return std::ranges::any_of(received,
                                   [](const Received &one) { return one.path == "/v1/traces"; });
    }));
    // It waits in the ledger and nowhere else, and the secrets not even there.
    const QStringList waiting = filesWith(office.folder.path(), Prompt);
    QVERIFY(!waiting.isEmpty());
    for (const QString &file : waiting) {
        QVERIFY2(file == u"ledger.db"_s || file == u"ledger.db-wal"_s, qPrintable(file));
    }
    office.langfuse.comeBack();
    QTRY_COMPARE_WITH_TIMEOUT(bodies(office.langfuse).count(Prompt), 2, PatienceMs);
    const QByteArray told = bodies(office.langfuse);
    QCOMPARE(told.count(Answer), 2); // whole, and put together from its events
    QVERIFY(told.contains("my key is [redacted]"));
    QVERIFY(told.contains("[image_url, "));
    QVERIFY(told.contains("login"));
    // Acknowledged: gone from the file, too, while Capstan runs.
    for (const QByteArray &said : {Prompt, Answer}) {
        QTRY_COMPARE_WITH_TIMEOUT(filesWith(office.folder.path(), said), QStringList(), PatienceMs);
        QVERIFY(!bodies(office.collector).contains(said));
    }
    QCOMPARE(office.capstan->stop(), 0);
    for (const QByteArray &never : {Secret, Password}) {
        QVERIFY(!told.contains(never));
        QVERIFY(!bodies(office.collector).contains(never));
        QCOMPARE(filesWith(office.folder.path(), never), QStringList());
    }
    for (const QByteArray &word : {Prompt, Answer, Secret, Password}) {
        QVERIFY(!office.capstan->errorText().contains(word));
    }
}

void TestRecording::keepsTheWordsOfAKilledCapstanForTheirDestinationOnly()
{
    Office office;
    office.langfuse.goDown();
    QVERIFY(office.start());
    QCOMPARE(office.call({}), 200);
    QVERIFY(office.collector.waitForRequests(1)); // so it is committed
    office.capstan->kill();
    office.langfuse.comeBack();
    QVERIFY(office.start());
    QTRY_COMPARE_WITH_TIMEOUT(bodies(office.langfuse).count(Prompt), 1, PatienceMs);
    QVERIFY(!bodies(office.collector).contains(Prompt));
    QCOMPARE(office.capstan->stop(), 0);
    QCOMPARE(filesWith(office.folder.path(), Prompt), QStringList());
}

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"
