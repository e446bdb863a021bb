// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "site.h"
#include "tests/support/receiver.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;
using test::Received;
using test::Receiver;
using test::Reply;

namespace {
constexpr int PatienceMs = 60'000;
const QByteArray Json = "Content-Type: application/json\r\n";

/// One provider of each kind of counting, told apart by the path: OpenAI's counts include their
/// parts, Anthropic's stand beside each other.
Reply provider(const Received &request)
{
    if (request.path == "/v1/chat/completions") {
        return {
            200,
            R"({"id":"c-1","model":"inclusive","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"x"}}],)"
            R"("usage":{"prompt_tokens":1200,"completion_tokens":300,"total_tokens":1500,)"
            R"("prompt_tokens_details":{"cached_tokens":1024},"completion_tokens_details":{"reasoning_tokens":64}}})",
            Json};
    }
    if (request.path == "/v1/messages") {
        return {
            200,
            R"({"id":"m-1","type":"message","role":"assistant","model":"disjoint","stop_reason":"end_turn","content":[{"type":"text","text":"x"}],)"
            R"("usage":{"input_tokens":200,"cache_read_input_tokens":5000,"cache_creation_input_tokens":800,"output_tokens":150}})",
            Json};
    }
    return {404, "{}"};
}

struct Sinks
{
    Receiver collector;
    Receiver langfuse{[](const Received &) {
        return Reply{200, R"({"version":"4.16.0"})"};
    }};
    Receiver oldLangfuse{[](const Received &request) {
        return request.method == "GET" ? Reply{200, R"({"version":"3.0.0"})"}
                                       : Reply{207, R"({"successes":[],"errors":[]})"};
    }};
    Receiver helicone{[](const Received &) {
        return Reply{200, "ok"};
    }};
};

SiteWish wishFor(const Receiver &upstream, const Sinks &sinks)
{
    const QByteArray price =
        "price: { input: 1, cached_input: 0.1, cache_write: 1.25, output: 3 } }\n";
    SiteWish wish;
    wish.configuration =
        "  inclusive: { provider: one, physical_name: inclusive, " + price +
        "  disjoint: { provider: two, physical_name: disjoint, " + price +
        "providers:\n"
        "  one: { type: openai, base_url: \"" +
        upstream.url("/v1") +
        "\" }\n"
        "  two: { type: anthropic, base_url: \"" +
        upstream.url() +
        "\", api_key_env: PROVIDER_KEY }\n"
        "telemetry:\n  destinations:\n    c: { type: otlp, metrics: false, url: \"" +
        sinks.collector.url() + "\" }\n    l: { type: langfuse, url: \"" + sinks.langfuse.url() +
        "\" }\n    o: { type: langfuse, url: \"" + sinks.oldLangfuse.url() +
        "\" }\n    h: { type: helicone, url: \"" + sinks.helicone.url("/custom/v1/log") +
        "\" }\n  artefacts: { telemetry: calls.jsonl }\n";
    for (const auto &[name, value] : {std::pair(u"PROVIDER_KEY"_s, u"k"_s),
                                      std::pair(u"LANGFUSE_PUBLIC_KEY"_s, u"pk-lf-1"_s),
                                      std::pair(u"LANGFUSE_SECRET_KEY"_s, u"sk-lf-1"_s),
                                      std::pair(u"HELICONE_API_KEY"_s, u"h"_s)}) {
        wish.environment.insert(name, value);
    }
    return wish;
}

/// Every object below `value` that has this member: spans, generations, logs.
void collect(const QJsonValue &value, QLatin1StringView member, QJsonArray &found)
{
    for (const QJsonValue item : value.toArray()) {
        collect(item, member, found);
    }
    const QJsonObject object = value.toObject();
    if (object.contains(member)) {
        found += object;
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        collect(it.value(), member, found);
    }
}

QJsonArray allIn(Receiver &receiver, QLatin1StringView member)
{
    QJsonArray found;
    for (const Received &request : receiver.received()) {
        collect(request.json(), member, found);
    }
    return found;
}

QJsonValue attribute(const QJsonValue &span, const QString &key)
{
    for (const QJsonValue one : span["attributes"_L1].toArray()) {
        if (one["key"_L1].toString() == key) {
            return one["value"_L1].toObject().begin().value();
        }
    }
    return {};
}

qint64 count(const QJsonValue &span, const QString &name)
{
    return attribute(span, u"gen_ai.usage."_s + name).toString().toLongLong();
}

QJsonObject textObject(const QJsonValue &span, const QString &key)
{
    return QJsonDocument::fromJson(attribute(span, key).toString().toUtf8()).object();
}

bool saysEachOf(Receiver &receiver, const QByteArrayList &texts)
{
    QByteArray all;
    for (const Received &request : receiver.received()) {
        all += request.body;
    }
    return std::ranges::all_of(texts,
                               [&all](const QByteArray &text) { return all.contains(text); });
}

// What the two calls cost, as text, since a double would hide what is lost. In millionths of a
// dollar: 176 x 1 + 1024 x 0.1 + 300 x 3 = 1178.4; 200 x 1 + 5000 x 0.1 + 800 x 1.25 + 150 x 3 =
// 2150.
const QByteArray FirstCost = "0.0011784";
const QByteArray SecondCost = "0.00215";

const QJsonObject FirstBuckets{{u"input"_s, 176},
                               {u"input_cached_tokens"_s, 1'024},
                               {u"output"_s, 236}, // 300 - 64
                               {u"output_reasoning_tokens"_s, 64},
                               {u"total"_s, 1'500}};
const QJsonObject SecondBuckets{{u"input"_s, 200},
                                {u"input_cached_tokens"_s, 5'000},
                                {u"input_cache_creation"_s, 800},
                                {u"output"_s, 150},
                                {u"total"_s, 6'150}};

} // namespace

/// Issue 4, point 5: cached, reasoning and cache-write tokens arrive at each destination once, from
/// the provider's own answer through the program to the receiver's socket; and the cost there is
/// the ledger's.
class TestTokenKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arriveOnceEverywhereWithTheLedgersCost()
    {
        Receiver upstream(provider);
        Sinks sinks;
        Site site(wishFor(upstream, sinks));
        QVERIFY(site.isRunning());
        for (const QByteArray &model : {QByteArray("inclusive"), QByteArray("disjoint")}) {
            const test::Answer answer = site.chat(chatBody("hello", "\"max_tokens\":400,", model));
            QVERIFY2(answer.status() == 200, answer.body().constData());
        }
        QVERIFY(sinks.helicone.waitForRequests(2));
        QTRY_COMPARE_WITH_TIMEOUT(allIn(sinks.collector, "spanId"_L1).size(), 2, PatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(allIn(sinks.langfuse, "spanId"_L1).size(), 2, PatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(
            allIn(sinks.oldLangfuse, "usageDetails"_L1).size(), 2, PatienceMs);
        QCOMPARE(site.stop(), 0);
        checkLedger(site);
        checkCollector(sinks.collector);
        checkLangfuse(sinks);
        checkHelicone(sinks.helicone);
        checkFile(site.folder() + u"/calls.jsonl"_s);
        for (Receiver *receiver :
             {&sinks.collector, &sinks.langfuse, &sinks.oldLangfuse, &sinks.helicone}) {
            QVERIFY(saysEachOf(*receiver, {FirstCost, SecondCost}));
        }
    }

private:
    static void checkLedger(const Site &site)
    {
        const auto rows = readLedger(site.ledgerFile());
        QVERIFY(rows);
        QCOMPARE(rows->settlements.size(), 2U);
        QCOMPARE(rows->settlements[0].cost.toDecimal(), FirstCost);
        QCOMPARE(rows->settlements[1].cost.toDecimal(), SecondCost);
    }

    /// OpenTelemetry: the parts are inside of the whole.
    static void checkCollector(Receiver &collector)
    {
        const QJsonArray spans = allIn(collector, "spanId"_L1);
        QCOMPARE(count(spans[0], u"input_tokens"_s), 1'200);
        QCOMPARE(count(spans[0], u"cache_read.input_tokens"_s), 1'024);
        QCOMPARE(count(spans[0], u"output_tokens"_s), 300);
        QCOMPARE(count(spans[0], u"reasoning.output_tokens"_s), 64);
        QCOMPARE(count(spans[1], u"input_tokens"_s), 6'000); // 200 + 5000 + 800
        QCOMPARE(count(spans[1], u"cache_read.input_tokens"_s), 5'000);
        QCOMPARE(count(spans[1], u"cache_creation.input_tokens"_s), 800);
        QCOMPARE(count(spans[1], u"output_tokens"_s), 150);
        QVERIFY(saysEachOf(collector,
                           {R"("gen_ai.usage.cost","value":{"doubleValue":)" + FirstCost + '}',
                            R"("gen_ai.usage.cost","value":{"doubleValue":)" + SecondCost + '}'}));
    }

    /// Langfuse, either way in: beside each other, and `total` is always there.
    static void checkLangfuse(Sinks &sinks)
    {
        const QJsonArray spans = allIn(sinks.langfuse, "spanId"_L1);
        const QString usage = u"langfuse.observation.usage_details"_s;
        QCOMPARE(textObject(spans[0], usage), FirstBuckets);
        QCOMPARE(textObject(spans[1], usage), SecondBuckets);
        const QJsonArray generations = allIn(sinks.oldLangfuse, "usageDetails"_L1);
        QCOMPARE(generations[0]["usageDetails"_L1].toObject(), FirstBuckets);
        QCOMPARE(generations[1]["usageDetails"_L1].toObject(), SecondBuckets);
        QVERIFY(
            saysEachOf(sinks.langfuse,
                       {R"({\"total\":)" + FirstCost + '}', R"({\"total\":)" + SecondCost + '}'}));
        QVERIFY(saysEachOf(sinks.oldLangfuse,
                           {R"("costDetails":{"total":)" + FirstCost + '}',
                            R"("costDetails":{"total":)" + SecondCost + '}'}));
    }

    /// Helicone takes the parts out of the whole itself.
    static void checkHelicone(Receiver &helicone)
    {
        const QJsonArray usages = allIn(helicone, "prompt_tokens"_L1);
        QCOMPARE(usages.size(), 2);
        QCOMPARE(usages[0]["prompt_tokens"_L1].toInteger(), 1'200);
        QCOMPARE(usages[0]["prompt_tokens_details"_L1]["cached_tokens"_L1].toInteger(), 1'024);
        QCOMPARE(usages[0]["completion_tokens_details"_L1]["reasoning_tokens"_L1].toInteger(), 64);
        QCOMPARE(usages[0]["total_tokens"_L1].toInteger(), 1'500);
        QCOMPARE(usages[1]["prompt_tokens"_L1].toInteger(), 6'000);
        QCOMPARE(usages[1]["prompt_tokens_details"_L1]["cached_tokens"_L1].toInteger(), 5'000);
        QCOMPARE(usages[1]["total_tokens"_L1].toInteger(), 6'150);
    }

    static void checkFile(const QString &name)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
        const QJsonObject second = QJsonDocument::fromJson(lines[1]).object();
        QCOMPARE(first["tokens_in"_L1].toInteger(), 1'200);
        QCOMPARE(first["tokens_total"_L1].toInteger(), 1'500);
        QCOMPARE(second["tokens_in"_L1].toInteger(), 6'000);
        QCOMPARE(second["tokens_total"_L1].toInteger(), 6'150);
        QVERIFY(lines[0].contains("\"estimated_cost_usd\":" + FirstCost + ','));
        QVERIFY(lines[1].contains("\"estimated_cost_usd\":" + SecondCost + ','));
    }
};

QTEST_GUILESS_MAIN(TestTokenKinds)
#include "tst_tokenkinds.moc"
