// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventsamples.h"
#include "otlprules.h"
#include "tests/support/receiver.h"

#include "proxy/telemetry/eventwords.h"
#include "proxy/telemetry/otlpexporter.h"
#include "proxy/telemetry/otlpmetrics.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace proxy;
using otlp::SpanStyle;

namespace {

QByteArray spanText(const core::CallEvent &event, const SpanStyle &style = {})
{
    return otlp::spanJson(event, style);
}

QJsonObject span(const core::CallEvent &event, const SpanStyle &style = {})
{
    return QJsonDocument::fromJson(spanText(event, style)).object();
}

QJsonObject attributesOf(const core::CallEvent &event, const SpanStyle &style = {})
{
    return otlprules::attributes(span(event, style)["attributes"_L1]);
}

QJsonObject inner(const QJsonObject &attributes, const QString &key)
{
    return QJsonDocument::fromJson(attributes[key].toString().toUtf8()).object();
}

const SpanStyle Langfuse{.langfuse = true, .linked = false, .environment = "Prod.1"};

} // namespace

class TestOtlp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheRulesOfTheWire();
    void saysWhatTheConventionsWant();
    void saysItInTheOldNamesOnly();
    void countsEachTokenOnceForEverybody();
    void carriesTheLedgersCostToTheNanoDollar();
    void leavesOutWhatIsNotKnown();
    void tellsHowACallFailed();
    void tellsOfARefusalWithoutAnUpstream();
    void givesLangfuseARootOfItsOwn();
    void makesAnEnvironmentThatLangfuseKeeps();
    void addsUpMetrics();
    void readsHeadersFromTheEnvironment();
};

void TestOtlp::followsTheRulesOfTheWire()
{
    // S3-33; OTLP/HTTP in JSON
    test::Receiver receiver;
    Site site;
    core::Destination destination;
    destination.url = receiver.url("/otel");
    OtlpExporter exporter(site.site, destination);
    core::CallEvent odd = sampleCall();
    odd.attribution.of(core::Dimension::Tenant) = "q\"\\\n\xc3\xa9\xf0\x9f\x98\x80";
    const Delivery delivery = deliver(exporter, {sampleCall(), sampleRefusal(), odd});
    QCOMPARE(delivery.kind, Delivery::Kind::Done);
    const auto request = receiver.received().at(0);
    QCOMPARE(request.path, QByteArray("/otel/v1/traces"));
    QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(otlprules::traceFaults(request.json()), QStringList());
    const QJsonObject resource = otlprules::attributes(
        request.json()["resourceSpans"_L1][0]["resource"_L1]["attributes"_L1]);
    QCOMPARE(resource["service.name"_L1].toString(), u"office"_s);
    QCOMPARE(resource["service.instance.id"_L1].toString(), u"instance"_s);
}

void TestOtlp::saysWhatTheConventionsWant()
{
    const QJsonObject one = span(sampleCall());
    QCOMPARE(one["name"_L1].toString(), u"chat fast"_s);
    QCOMPARE(one["kind"_L1].toInt(), 3);      // CLIENT
    QCOMPARE(one["flags"_L1].toInt(), 0x301); // sampled, remoteness known, parent remote
    QCOMPARE(one["startTimeUnixNano"_L1].toString(), u"1785931200123456000"_s);
    QCOMPARE(one["endTimeUnixNano"_L1].toString(), u"1785931202623456000"_s); // + 2.5 s
    QCOMPARE(one["parentSpanId"_L1].toString(), u"00f067aa0ba902b7"_s);
    const QJsonObject a = attributesOf(sampleCall());
    QCOMPARE(a["gen_ai.operation.name"_L1].toString(), u"chat"_s);
    QCOMPARE(a["gen_ai.provider.name"_L1].toString(), u"vllm"_s);
    QCOMPARE(a["gen_ai.request.model"_L1].toString(), u"fast"_s);
    QCOMPARE(a["gen_ai.response.id"_L1].toString(), u"chatcmpl-123"_s);
    QCOMPARE(a["gen_ai.request.max_tokens"_L1].toInteger(), 512);
    QCOMPARE(a["gen_ai.response.time_to_first_chunk"_L1].toDouble(), 0.412);
    QCOMPARE(a["gen_ai.response.finish_reasons"_L1]["values"_L1][0]["stringValue"_L1].toString(),
             u"stop"_s);
    QCOMPARE(a["server.address"_L1].toString(), u"gpu-box"_s);
    QCOMPARE(a["server.port"_L1].toInteger(), 8000);
    QCOMPARE(a["gen_ai.usage.input_tokens"_L1].toInteger(), 1'200);
    QCOMPARE(a["gen_ai.usage.cache_read.input_tokens"_L1].toInteger(), 1'024);
    QCOMPARE(a["gen_ai.usage.output_tokens"_L1].toInteger(), 300);
    QCOMPARE(a["gen_ai.usage.reasoning.output_tokens"_L1].toInteger(), 64);
    QVERIFY(!a.contains("langfuse.observation.type"_L1));
}

void TestOtlp::saysItInTheOldNamesOnly()
{
    const QJsonObject a =
        attributesOf(sampleCall(), {.conventions = core::Conventions::Legacy, .environment = {}});
    QCOMPARE(a["gen_ai.system"_L1].toString(), u"vllm"_s);
    QCOMPARE(a["gen_ai.usage.prompt_tokens"_L1].toInteger(), 1'200);
    QCOMPARE(a["gen_ai.usage.completion_tokens"_L1].toInteger(), 300);
    QVERIFY(!a.contains("gen_ai.provider.name"_L1));
    QVERIFY(!a.contains("gen_ai.usage.input_tokens"_L1)); // receivers would add both up
}

void TestOtlp::countsEachTokenOnceForEverybody()
{
    // issue 4, sentence 5: OTel inclusive, Langfuse disjoint
    QRandomGenerator random(7);
    for (int i = 0; i < 500; ++i) {
        core::CallEvent event = sampleCall();
        const auto some = [&random] {
            return qint64{random.bounded(3)} * random.bounded(100'000);
        };
        event.usage = {some(), some(), some(), some(), 0, core::CountQuality::Reported};
        event.usage.reasoning = event.usage.output / (1 + random.bounded(3));
        const QJsonObject a = attributesOf(event, Langfuse);
        QCOMPARE(a["gen_ai.usage.input_tokens"_L1].toInteger(),
                 event.usage.input + event.usage.cachedInput + event.usage.cacheWrite);
        QCOMPARE(a["gen_ai.usage.output_tokens"_L1].toInteger(), event.usage.output);
        const QJsonObject usage = inner(a, u"langfuse.observation.usage_details"_s);
        qint64 buckets = 0;
        for (auto it = usage.begin(); it != usage.end(); ++it) {
            QVERIFY(it.value().toInteger() >= 0);
            buckets += it.key() == "total"_L1 ? 0 : it.value().toInteger();
        }
        QCOMPARE(buckets, event.usage.total());
        QCOMPARE(usage["total"_L1].toInteger(), event.usage.total());
    }
}

void TestOtlp::carriesTheLedgersCostToTheNanoDollar()
{
    // As text: a double would hide what is lost.
    for (const qint64 nanos : {qint64{0}, qint64{1}, qint64{283'200}, qint64{1'234'567'890'123}}) {
        core::CallEvent event = sampleCall();
        event.cost = core::Money::fromNanos(nanos);
        const QByteArray text = spanText(event, Langfuse);
        const QByteArray decimal = event.cost.toDecimal();
        QVERIFY(text.contains(R"("gen_ai.usage.cost","value":{"doubleValue":)" + decimal + '}'));
        QVERIFY(text.contains(R"({\"total\":)" + decimal + '}'));
    }
    QVERIFY(spanText(sampleCall(), Langfuse).contains(R"(\"total\":0.0002832)"));
    QVERIFY(spanText(sampleRefusal(), Langfuse).contains(R"(\"total\":0})"));
}

void TestOtlp::leavesOutWhatIsNotKnown()
{
    core::CallEvent event = sampleCall();
    event.usage.quality = core::CountQuality::Unknown;
    event.ending = core::Ending::Recovered;
    event.details = {};
    const QJsonObject a = attributesOf(event);
    QVERIFY(!a.contains("gen_ai.usage.input_tokens"_L1));
    QVERIFY(!a.contains("gen_ai.request.model"_L1));
    QVERIFY(!a.contains("server.address"_L1));
    QCOMPARE(span(event)["name"_L1].toString(), u"chat"_s);
    QVERIFY(a.contains("gen_ai.usage.cost"_L1)); // which the ledger does know
}

void TestOtlp::tellsHowACallFailed()
{
    core::CallEvent event = sampleCall();
    event.ending = core::Ending::UpstreamError;
    event.httpStatus = 503;
    QCOMPARE(attributesOf(event)["error.type"_L1].toString(), u"503"_s);
    QCOMPARE(span(event)["status"_L1]["code"_L1].toInt(), 2);
    event.ending = core::Ending::ClientGone;
    QCOMPARE(attributesOf(event)["error.type"_L1].toString(), u"client_gone"_s);
    QVERIFY(span(event)["status"_L1].toObject().isEmpty()); // nobody's fault
    event.ending = core::Ending::Cut;
    QCOMPARE(span(event)["status"_L1]["code"_L1].toInt(), 1); // a valid end
}

void TestOtlp::tellsOfARefusalWithoutAnUpstream()
{
    const QJsonObject one = span(sampleRefusal(), Langfuse);
    QCOMPARE(one["kind"_L1].toInt(), 1); // INTERNAL
    const QJsonObject a = attributesOf(sampleRefusal(), Langfuse);
    QCOMPARE(a["error.type"_L1].toString(), u"budget_exceeded"_s);
    QCOMPARE(a["langfuse.observation.level"_L1].toString(), u"WARNING"_s);
    QVERIFY(!a.contains("gen_ai.usage.input_tokens"_L1));
}

void TestOtlp::givesLangfuseARootOfItsOwn()
{
    const QJsonObject one = span(sampleCall(), Langfuse);
    QVERIFY(!one.contains("parentSpanId"_L1));
    QCOMPARE(one["traceId"_L1].toString(), u"0af7651916cd43dd8448eb211c80319c"_s);
    const QJsonObject a = attributesOf(sampleCall(), Langfuse);
    QCOMPARE(a["langfuse.observation.type"_L1].toString(), u"generation"_s);
    QCOMPARE(a["langfuse.observation.completion_start_time"_L1].toString(),
             u"2026-08-05T12:00:00.535Z"_s); // 0.123 + 0.412
    QCOMPARE(a["user.id"_L1].toString(), u"u-42"_s);
    QCOMPARE(a["langfuse.environment"_L1].toString(), u"prod_1"_s);
}

void TestOtlp::makesAnEnvironmentThatLangfuseKeeps()
{
    QCOMPARE(langfuse::environment("Langfuse-Prod"), QByteArray("prod"));
    QCOMPARE(langfuse::environment("a b/c"), QByteArray("a_b_c"));
    QCOMPARE(langfuse::environment(QByteArray(50, 'x')), QByteArray(40, 'x'));
}

void TestOtlp::addsUpMetrics()
{
    // S3-33: the four instruments, without a count among the attributes
    test::Receiver receiver;
    Site site;
    core::Destination destination;
    destination.url = receiver.url();
    OtlpMetrics metrics(site.site, destination);
    core::CallEvent failed = sampleCall();
    failed.ending = core::Ending::UpstreamError;
    failed.httpStatus = 502;
    metrics.count(asEvents({sampleCall(), sampleCall(), failed, sampleRefusal()}));
    metrics.post();
    QVERIFY(QTest::qWaitFor([&] { return !metrics.isPosting(); }, 30'000));
    const auto request = receiver.received().at(0);
    QCOMPARE(request.path, QByteArray("/v1/metrics"));
    QCOMPARE(otlprules::metricFaults(request.json()), QStringList());
    QMap<QString, QJsonObject> byName;
    for (const QJsonValue &metric :
         request.json()["resourceMetrics"_L1][0]["scopeMetrics"_L1][0]["metrics"_L1].toArray()) {
        byName[metric["name"_L1].toString()] = metric.toObject();
    }
    const QJsonObject cost = byName[u"llm_gateway.estimated_cost_usd"_s];
    QVERIFY(request.body.contains("\"asDouble\":0.0008496")); // 3 x 0.0002832
    QCOMPARE(cost["sum"_L1]["dataPoints"_L1].toArray().size(), 1);
    qint64 requests = 0;
    for (const QJsonValue &point :
         byName[u"llm_gateway.requests"_s]["sum"_L1]["dataPoints"_L1].toArray()) {
        requests += point["asInt"_L1].toString().toLongLong();
    }
    QCOMPARE(requests, 4);
    const QJsonArray tokens =
        byName[u"gen_ai.client.token.usage"_s]["histogram"_L1]["dataPoints"_L1].toArray();
    QCOMPARE(tokens.size(), 2); // input and output
    qint64 sum = 0;
    for (const QJsonValue &point : tokens) {
        sum += point["sum"_L1].toInteger();
    }
    QCOMPARE(sum, 3 * (1'200 + 300));
    QVERIFY(byName.contains(u"gen_ai.client.operation.duration"_s));
    QVERIFY(!request.body.contains("research")); // no tenant
}

void TestOtlp::readsHeadersFromTheEnvironment()
{
    const HeaderList headers =
        otlp::headersFrom(core::Secret("Authorization=Basic%20abc%3D%3D, x-scope = 1,bad"));
    QCOMPARE(headers, (HeaderList{{"authorization", "Basic abc=="}, {"x-scope", "1"}}));
    QVERIFY(otlp::headersFrom({}).empty());
}

QTEST_GUILESS_MAIN(TestOtlp)
#include "tst_otlp.moc"
