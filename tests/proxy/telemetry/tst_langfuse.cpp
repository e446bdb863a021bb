// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakelangfuse.h"
#include "openapischema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace proxy;

namespace {

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

QTEST_GUILESS_MAIN(TestLangfuse)
#include "tst_langfuse.moc"
