// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventsamples.h"

#include "proxy/telemetry/artefactexporter.h"
#include "proxy/telemetry/artefactlines.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <sys/file.h>

using namespace Qt::StringLiterals;
using namespace proxy;

namespace {

struct Files
{
    QTemporaryDir folder;
    core::Artefacts rules{.telemetryFile = folder.filePath(u"new/telemetry.jsonl"_s),
                          .decisionsFile = folder.filePath(u"policy_decisions.jsonl"_s)};

    static QByteArrayList lines(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return {};
        }
        QByteArrayList list = file.readAll().split('\n');
        list.removeLast(); // after the last line's end
        return list;
    }
    [[nodiscard]] QByteArrayList telemetry() const { return lines(rules.telemetryFile); }
    [[nodiscard]] QByteArrayList decisions() const { return lines(rules.decisionsFile); }
};

core::CallEvent numbered(quint64 number)
{
    core::CallEvent event = sampleCall();
    event.id.low = number;
    return event;
}

} // namespace

class TestArtefacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesCallsAndDecisions();
    void saysWhatSeedThreeReads();
    void saysThatAnAnswerCameFromTheCache();
    void doesNotWriteTwiceWhatACrashLeft();
    void takesATornLineAway();
    void rotates();
    void waitsWhileAnotherProgramHasTheLock();
};

void TestArtefacts::writesCallsAndDecisions()
{
    Files files;
    ArtefactExporter exporter(files.rules);
    QCOMPARE(deliver(exporter, {sampleCall(), sampleRefusal()}).kind, Delivery::Kind::Done);
    QCOMPARE(files.telemetry().size(), 1);
    QCOMPARE(files.decisions().size(), 2);
    QCOMPARE(QFile(files.rules.telemetryFile).permissions() & QFile::ReadOther,
             QFile::Permissions());
}

void TestArtefacts::saysWhatSeedThreeReads()
{
    // S3-17, S3-18, S3-34, S3-37
    const QByteArray text = artefacts::telemetryLine(sampleCall());
    const QJsonObject call = QJsonDocument::fromJson(text).object();
    for (const char *name : {"schema_version",
                             "request_id",
                             "tenant_id",
                             "route",
                             "route_name",
                             "provider_selected",
                             "model_selected",
                             "tokens_in",
                             "tokens_out",
                             "tokens_total",
                             "estimated_cost_usd",
                             "cost_source",
                             "latency_ms",
                             "status",
                             "cache_hit",
                             "eval_hooks",
                             "audit_tags",
                             "timestamp",
                             "provider",
                             "model",
                             "schema_valid",
                             "is_fallback",
                             "finish_reason",
                             "retry_count",
                             "fallback_triggered",
                             "policy_decision",
                             "price_source",
                             "trace_id",
                             "span_id"}) {
        QVERIFY2(call.contains(QLatin1StringView(name)), name);
    }
    QVERIFY(text.contains(R"("estimated_cost_usd":0.0002832,)"));
    QCOMPARE(call["latency_ms"_L1].toDouble(), 2'500.0);
    QCOMPARE(call["cost_source"_L1].toString(), u"estimated_local_snapshot"_s);
    QCOMPARE(call["timestamp"_L1].toString(), u"2026-08-05T12:00:02.623Z"_s); // one zone, not two
    QVERIFY(QDateTime::fromString(call["timestamp"_L1].toString(), Qt::ISODateWithMs).isValid());
    const QByteArray refusal = artefacts::decisionLine(sampleRefusal());
    const QJsonObject deny = QJsonDocument::fromJson(refusal).object();
    QCOMPARE(deny["decision"_L1].toString(), u"deny"_s);
    QCOMPARE(deny["reason"_L1].toString(), u"budget_exceeded"_s);
    QCOMPARE(deny["policy_id"_L1].toString(), u"b-1"_s);
    QVERIFY(refusal.contains(R"("window_cost_usd":1.25,"window_limit_usd":1.5)"));
    QVERIFY(!deny.contains("estimated_cost_usd"_L1));
    QVERIFY(!deny.contains("latency_ms"_L1));
    const QJsonObject allow =
        QJsonDocument::fromJson(artefacts::decisionLine(sampleCall())).object();
    QCOMPARE(allow["decision"_L1].toString(), u"allow"_s);
    QCOMPARE(allow["primitive"_L1].toString(), u"none"_s);
    QCOMPARE(allow["budget_namespace"_L1].toString(), u"default"_s); // S3-22
    QCOMPARE(allow["request_id"_L1], call["request_id"_L1]);
}

/// S4-21: a cost of nothing, and why.
void TestArtefacts::saysThatAnAnswerCameFromTheCache()
{
    core::CallEvent event = sampleCall();
    QVERIFY(artefacts::telemetryLine(event).contains(R"("cache_hit":false)"));
    event.attribution.of(core::Dimension::Provider) = "cache";
    event.cost = core::Money();
    const QByteArray line = artefacts::telemetryLine(event);
    QVERIFY2(line.contains(R"("estimated_cost_usd":0,"cost_source":"cached_zero")"), line);
    QVERIFY(line.contains(R"("cache_hit":true)"));
}

void TestArtefacts::doesNotWriteTwiceWhatACrashLeft()
{
    Files files;
    {
        ArtefactExporter exporter(files.rules);
        (void)deliver(exporter, {numbered(1), numbered(2)});
    }
    ArtefactExporter exporter(files.rules); // the cursor was not stored
    (void)deliver(exporter, {numbered(1), numbered(2), numbered(3)});
    QCOMPARE(files.telemetry().size(), 3);
    QCOMPARE(files.decisions().size(), 3);
}

void TestArtefacts::takesATornLineAway()
{
    Files files;
    {
        ArtefactExporter exporter(files.rules);
        (void)deliver(exporter, {numbered(1)});
        QFile file(files.rules.decisionsFile);
        QVERIFY(file.open(QIODevice::Append));
        file.write(artefacts::decisionLine(numbered(2)).left(60));
    }
    ArtefactExporter exporter(files.rules);
    (void)deliver(exporter, {numbered(2)});
    QCOMPARE(files.decisions().size(), 2);
    for (const QByteArray &line : files.decisions()) {
        QVERIFY(QJsonDocument::fromJson(line).isObject());
    }
}

void TestArtefacts::rotates()
{
    Files files;
    const qint64 line = artefacts::decisionLine(numbered(1)).size() + 1;
    files.rules.rotateBytes = 2 * line;
    files.rules.keep = 2;
    ArtefactExporter exporter(files.rules);
    for (quint64 number = 1; number <= 9; ++number) {
        (void)deliver(exporter, {numbered(number)});
    }
    const QString name = files.rules.decisionsFile;
    QCOMPARE(files.decisions().size(), 1); // 1 2, 3 4, 5 6, 7 8, 9: two a file
    QCOMPARE(Files::lines(name + u".1"_s).size(), 2);
    QCOMPARE(Files::lines(name + u".2"_s).size(), 2);
    QVERIFY(!QFile::exists(name + u".3"_s));
}

void TestArtefacts::waitsWhileAnotherProgramHasTheLock()
{
    Files files;
    files.rules.telemetryFile.clear();
    QFile other(files.rules.decisionsFile);
    QVERIFY(other.open(QIODevice::WriteOnly));
    QCOMPARE(::flock(other.handle(), LOCK_EX), 0);
    ArtefactExporter exporter(files.rules);
    QCOMPARE(deliver(exporter, {numbered(1)}).kind, Delivery::Kind::Later);
    QCOMPARE(::flock(other.handle(), LOCK_UN), 0);
    QCOMPARE(deliver(exporter, {numbered(1)}).kind, Delivery::Kind::Done);
    QCOMPARE(files.decisions().size(), 1);
}

QTEST_GUILESS_MAIN(TestArtefacts)
#include "tst_artefacts.moc"
