// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventsamples.h"
#include "openapischema.h"
#include "tests/support/receiver.h"

#include "proxy/telemetry/langfuseexporter.h"
#include "proxy/telemetry/langfuseingestion.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace proxy;
using test::Received;
using test::Reply;

namespace {

/// A Langfuse of some version, as far as an exporter meets it.
struct FakeLangfuse
{
    QByteArray version = "4.16.0";
    std::function<Reply(const Received &)> ingest; ///< of either API; empty: takes everything
    test::Receiver receiver{[this](const Received &request) {
        return answer(request);
    }};

    Reply answer(const Received &request) const
    {
        if (request.path == "/api/public/health") {
            return {200, R"({"status":"OK","version":")" + version + R"("})"};
        }
        if (request.headers.value("authorization") !=
            "Basic " + QByteArray("pk-lf-1:sk-lf-2").toBase64()) {
            return {
                401,
                R"({"message":"Invalid credentials. Confirm that you\u0027ve configured the correct host."})"};
        }
        if (ingest) {
            return ingest(request);
        }
        return request.path == "/api/public/ingestion"
                   ? Reply{207, R"({"successes":[],"errors":[]})"}
                   : Reply{200, R"({"id":"x","name":"otel-ingestion-job"})"};
    }
    [[nodiscard]] std::vector<Received> posts()
    {
        std::vector<Received> all = receiver.received();
        std::erase_if(all, [](const Received &one) { return one.method != "POST"; });
        return all;
    }
};

struct Langfuse : FakeLangfuse
{
    Site site;
    core::Destination destination{.name = "langfuse",
                                  .type = core::DestinationType::Langfuse,
                                  .url = receiver.url(),
                                  .publicKey = {"A", {}, core::Secret("pk-lf-1")},
                                  .key = {"B", {}, core::Secret("sk-lf-2")},
                                  .headers = {},
                                  .linked = false};
    LangfuseExporter exporter{site.site, destination};
};

/// Beside the project, or beside the folder of its work trees.
QString specification()
{
    const QString root = QStringLiteral(CAPSTAN_SOURCE_DIR);
    const QString file = u"/shared/data/langfuse-openapi.yml"_s;
    const QString near = root + u"/.."_s + file;
    return QFile::exists(near) ? near : root + u"/../.."_s + file;
}

QStringList faults(const QString &schema, const QJsonValue &value)
{
    static const OpenApiSchema file(specification());
    return file.faults(schema, value);
}

/// {"successes":[...],"errors":[{id,status,message}]} about one part of one event.
Reply refusing(const QByteArray &id, int status, const QByteArray &message)
{
    return {207,
            R"({"successes":[],"errors":[{"id":")" + id + R"(","status":)" +
                QByteArray::number(status) + R"(,"message":")" + message + R"("}]})"};
}

} // namespace

class TestLangfuse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesItsWayByTheVersion_data();
    void choosesItsWayByTheVersion();
    void asksForTheVersionOnce();
    void sendsWhatTheSpecificationDescribes();
    void sendsSpansThatTheSpecificationDescribes();
    void sendsContentThatTheSpecificationDescribes();
    void readsA207ItemByItem_data();
    void readsA207ItemByItem();
    void goesOverToOtlpWhenTheServerWasUpdated();
    void namesEachEventTheSameAgain();
    void saysThatTheHostIsWrong();
    void noticesSwappedKeysItself();
    void saysThatThisIsNoLangfuse();
};

void TestLangfuse::choosesItsWayByTheVersion_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("path");
    const QByteArray otlp = "/api/public/otel/v1/traces";
    const QByteArray ingestion = "/api/public/ingestion";
    QTest::newRow("2") << QByteArray("2.95.1") << ingestion;
    QTest::newRow("3.21") << QByteArray("3.21.0") << ingestion;
    QTest::newRow("3.22") << QByteArray("3.22.0") << otlp;
    QTest::newRow("3.100") << QByteArray("3.100.2") << otlp;
    QTest::newRow("4") << QByteArray("4.16.0") << otlp;
}

void TestLangfuse::choosesItsWayByTheVersion()
{
    // S1-13
    QFETCH(const QByteArray, version);
    QFETCH(const QByteArray, path);
    Langfuse langfuse;
    langfuse.version = version;
    const Delivery delivery = deliver(langfuse.exporter, {sampleCall(), sampleRefusal()});
    QCOMPARE(delivery.kind, Delivery::Kind::Done);
    QCOMPARE(delivery.rejected, 0);
    QCOMPARE(langfuse.posts().at(0).path, path);
    if (path.contains("otel")) {
        QCOMPARE(langfuse.posts().at(0).headers.value("x-langfuse-ingestion-version"),
                 QByteArray("4"));
    }
}

void TestLangfuse::asksForTheVersionOnce()
{
    Langfuse langfuse;
    (void)deliver(langfuse.exporter, {sampleCall()});
    (void)deliver(langfuse.exporter, {sampleCall()});
    QCOMPARE(langfuse.receiver.received().size(), 3U); // health, two posts
}

void TestLangfuse::sendsWhatTheSpecificationDescribes()
{
    if (!OpenApiSchema(specification()).isThere()) {
        QSKIP("Langfuse's OpenAPI file is not beside the project.");
    }
    Langfuse langfuse;
    langfuse.version = "3.0.0";
    (void)deliver(langfuse.exporter, {sampleCall(), sampleRefusal()});
    const QJsonArray batch = langfuse.posts().at(0).json()["batch"_L1].toArray();
    QCOMPARE(batch.size(), 4);
    for (const QJsonValue &event : batch) {
        QCOMPARE(faults(u"IngestionEvent"_s, event), QStringList());
    }
    QCOMPARE(batch[0]["type"_L1].toString(), u"trace-create"_s);
    QCOMPARE(batch[1]["type"_L1].toString(), u"generation-create"_s);
    QCOMPARE(batch[3]["type"_L1].toString(), u"span-create"_s);
    const QJsonObject body = batch[1]["body"_L1].toObject();
    QCOMPARE(body["traceId"_L1], batch[0]["body"_L1]["id"_L1]);
    const QJsonObject usage = body["usageDetails"_L1].toObject();
    QCOMPARE(usage,
             (QJsonObject{{u"input"_s, 176}, // 1200 - 1024
                          {u"input_cached_tokens"_s, 1'024},
                          {u"output"_s, 236}, // 300 - 64
                          {u"output_reasoning_tokens"_s, 64},
                          {u"total"_s, 1'500}}));
    QVERIFY(langfuse.posts().at(0).body.contains(R"("costDetails":{"total":0.0002832})"));
    // The validator does find faults.
    QVERIFY(!faults(u"CreateGenerationBody"_s, QJsonObject{{u"startTime"_s, 5}}).isEmpty());
    QVERIFY(!faults(u"IngestionEvent"_s, QJsonObject{{u"type"_s, u"no-such"_s}}).isEmpty());
}

void TestLangfuse::sendsSpansThatTheSpecificationDescribes()
{
    if (!OpenApiSchema(specification()).isThere()) {
        QSKIP("Langfuse's OpenAPI file is not beside the project.");
    }
    Langfuse langfuse;
    (void)deliver(langfuse.exporter, {sampleCall(), sampleRefusal()});
    const QByteArray text = langfuse.posts().at(0).body;
    // The file calls intValue an integer; OTLP, and the server, want the decimal string.
    QJsonObject request = QJsonDocument::fromJson(text).object();
    QCOMPARE(faults(u"OtelResourceSpan"_s, request["resourceSpans"_L1][0])
                 .filter(QRegularExpression(u"^(?!.*intValue)"_s)),
             QStringList());
    QVERIFY(!text.contains("parentSpanId"));
}

void TestLangfuse::sendsContentThatTheSpecificationDescribes()
{
    if (!OpenApiSchema(specification()).isThere()) {
        QSKIP("Langfuse's OpenAPI file is not beside the project.");
    }
    Events events = asEvents({sampleCall()});
    for (const core::CallContent &content :
         {core::CallContent{R"([{"role":"user","content":"a"}])", R"([{"role":"assistant"}])"},
          core::CallContent{R"("once")", {}},
          core::CallContent{R"(["one","two"])", {}}}) {
        events[0].content = content;
        const QJsonArray batch = QJsonDocument::fromJson(langfuse::ingestionBody(events, "prod"))
                                     .object()["batch"_L1]
                                     .toArray();
        QCOMPARE(batch.size(), 2);
        for (const QJsonValue &event : batch) {
            QCOMPARE(faults(u"IngestionEvent"_s, event), QStringList());
        }
        QVERIFY(!batch[1]["body"_L1]["input"_L1].isUndefined());
    }
}

void TestLangfuse::readsA207ItemByItem_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<int>("again");
    QTest::addColumn<int>("rejected");
    QTest::newRow("storage failed for one") << 500 << QByteArray("generation-create") << 1 << 0;
    QTest::newRow("one is refused") << 400 << QByteArray("generation-create") << 0 << 1;
    QTest::newRow("its trace is refused") << 404 << QByteArray("trace-create") << 0 << 1;
}

void TestLangfuse::readsA207ItemByItem()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, part);
    QFETCH(const int, again);
    QFETCH(const int, rejected);
    Langfuse langfuse;
    langfuse.version = "3.0.0";
    core::CallEvent second = sampleCall();
    second.id.low += 1;
    const QByteArray id = second.id.toText() + "-1-" + part;
    langfuse.ingest = [&](const Received &) {
        return refusing(id, status, "why");
    };
    const Delivery delivery = deliver(langfuse.exporter, {sampleCall(), second});
    QCOMPARE(delivery.kind, Delivery::Kind::Done);
    QCOMPARE(static_cast<int>(delivery.again.size()), again);
    QVERIFY(delivery.again.empty() || delivery.again.front() == 1U);
    QCOMPARE(delivery.rejected, rejected);
    QVERIFY(delivery.message.contains(u"why"));
}

void TestLangfuse::goesOverToOtlpWhenTheServerWasUpdated()
{
    Langfuse langfuse;
    langfuse.version = "3.0.0";
    langfuse.ingest = [&](const Received &request) {
        return request.path == "/api/public/ingestion"
                   ? refusing(sampleCall().id.toText() + "-1-generation-create",
                              400,
                              "Event type not accepted")
                   : Reply{};
    };
    const Delivery first = deliver(langfuse.exporter, {sampleCall()});
    QCOMPARE(first.again.size(), 1U);
    const Delivery second = deliver(langfuse.exporter, {sampleCall()});
    QCOMPARE(second.kind, Delivery::Kind::Done);
    QVERIFY(second.again.empty());
    QCOMPARE(langfuse.posts().at(1).path, QByteArray("/api/public/otel/v1/traces"));
}

void TestLangfuse::namesEachEventTheSameAgain()
{
    Langfuse langfuse;
    langfuse.version = "3.0.0";
    (void)deliver(langfuse.exporter, {sampleCall()});
    (void)deliver(langfuse.exporter, {sampleCall()});
    QCOMPARE(langfuse.posts().at(0).body, langfuse.posts().at(1).body);
}

void TestLangfuse::saysThatTheHostIsWrong()
{
    Langfuse langfuse;
    langfuse.destination.key.value = core::Secret("sk-lf-other");
    const Delivery delivery = deliver(langfuse.exporter, {sampleCall()});
    QCOMPARE(delivery.kind, Delivery::Kind::Blocked);
    QVERIFY2(delivery.message.contains(u"correct host"), qPrintable(delivery.message));
    QVERIFY(!delivery.message.contains(u"sk-lf-other"));
}

void TestLangfuse::noticesSwappedKeysItself()
{
    Langfuse langfuse;
    std::swap(langfuse.destination.key, langfuse.destination.publicKey);
    const Delivery delivery = deliver(langfuse.exporter, {sampleCall()});
    QCOMPARE(delivery.kind, Delivery::Kind::Blocked);
    QVERIFY(delivery.message.contains(u"swapped"));
    QVERIFY(langfuse.receiver.received().empty()); // the secret did not travel as a public one
}

void TestLangfuse::saysThatThisIsNoLangfuse()
{
    Langfuse langfuse;
    langfuse.receiver.answer([](const Received &) { return Reply{200, "<html>"}; });
    const Delivery delivery = deliver(langfuse.exporter, {sampleCall()});
    QCOMPARE(delivery.kind, Delivery::Kind::Blocked);
    QVERIFY(delivery.message.contains(u"Check the URL"));
}

QTEST_GUILESS_MAIN(TestLangfuse)
#include "tst_langfuse.moc"
