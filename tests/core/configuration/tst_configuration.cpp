// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/configurationreader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;

class TstConfiguration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheExampleOfTheDesign();
    void readsReplicasAndRouting();
    void readsTheShippedExample();
    void servesAllModelsOfALocalVllmWithoutAFile();
    void readsTheServerSection();
    void readsHowLongDetailIsKept();
    void readsWhoMayCallAndHowMuch();
    void readsS4sPricesPerThousandTokens();
    void putsTheEnvironmentBeforeTheFile();
    void addsTheUpstreamOfTheEnvironmentAsFirstProvider();
    void marksAProviderWithoutItsKeyAsUnavailable();
    void readsThePolicyInTheFileAndBesideIt();
    void namesFileLineAndKeyOfEveryError_data();
    void namesFileLineAndKeyOfEveryError();
    void quotesNoSecretOfTheEnvironment();
    void refusesWhatIsNoYaml_data();
    void refusesWhatIsNoYaml();
    void refusesAFileThatCannotBeRead();
    void survivesCyclesAndDepth();

private:
    [[nodiscard]] Result<Configuration> read(const QByteArray &text,
                                             const QProcessEnvironment &environment = {}) const;

    QTemporaryDir m_dir;
};

namespace {

constexpr auto Example = R"(providers:
  vllm:   { type: openai, base_url: "${VLLM_BASE_URL}" }      # type: openai | anthropic | gemini | ollama
  openai: { type: openai, base_url: "https://api.openai.com/v1", api_key_env: OPENAI_API_KEY, timeout_ms: 30000, max_retries: 2 }
models:                                    # logical name -> where it is served
  llama-8b:
    provider: vllm
    physical_name: meta-llama/Llama-3.1-8B-Instruct
    price: { input: 0.10, cached_input: 0.02, output: 0.30 }  # USD per million tokens
    fallbacks: [gpt-small]
  gpt-small: { provider: openai, physical_name: gpt-4o-mini }
routes:                                    # S3: route x tier -> logical model
  /answer-routed: { tiers: { cheap: llama-8b, expensive: gpt-small }, max_output_tokens: 500 }
policy:                                    # S3's file, as published
  version: "1"
  namespaces: { default: { rules: [ { id: daily, primitive: budget_threshold, period: daily, limit_usd: 10.0, action: downgrade } ] } }
limits: [ { per: agent, requests_per_minute: 10 } ]
)";

QProcessEnvironment exampleEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(u"VLLM_BASE_URL"_s, u"http://gpu:8000/v1"_s);
    environment.insert(u"OPENAI_API_KEY"_s, u"sk-hunter2"_s);
    return environment;
}

QString messageOf(const Result<Configuration> &result)
{
    return result.ok() ? QString() : result.error().message;
}

/// A valid file, in which one line is replaced.
QByteArray base(const QByteArray &line, const QByteArray &replacement)
{
    const QByteArray text = "server:\n"                                                   // 1
                            "  port: 7007\n"                                              // 2
                            "providers:\n"                                                // 3
                            "  vllm:\n"                                                   // 4
                            "    type: openai\n"                                          // 5
                            "    base_url: http://localhost:8000/v1\n"                    // 6
                            "models:\n"                                                   // 7
                            "  llama-8b:\n"                                               // 8
                            "    provider: vllm\n"                                        // 9
                            "    physical_name: meta/llama\n"                             // 10
                            "    price:\n"                                                // 11
                            "      input: 0.1\n"                                          // 12
                            "      output: 0.3\n"                                         // 13
                            "routes:\n"                                                   // 14
                            "  /r: { tiers: { cheap: llama-8b, expensive: llama-8b } }\n" // 15
                            "limits:\n"                                                   // 16
                            "  - { per: agent, requests_per_minute: 10 }\n";              // 17
    Q_ASSERT(text.contains(line));
    return QByteArray(text).replace(line, replacement);
}

} // namespace

Result<Configuration> TstConfiguration::read(const QByteArray &text,
                                             const QProcessEnvironment &environment) const
{
    const QString name = m_dir.filePath(u"capstan.yaml"_s);
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("cannot write the test's file");
    }
    file.close();
    return readConfiguration(name, environment);
}

// S4-07, S2-34, S2-36
void TstConfiguration::readsReplicasAndRouting()
{
    const QByteArray text = R"(
providers:
  a: { type: openai, base_url: "http://a/v1" }
  b: { type: openai, base_url: "http://b/v1", local: true }
models:
  llama:
    targets:
      - { provider: a, physical_name: x, weight: 3 }
      - { provider: b, physical_name: y, price: { input: 1, output: 2 } }
    quality: 0.75
    price: { input: 0.1, output: 0.3 }
  small: { provider: b, physical_name: z }
routing:
  mode: legacy
  task_types: { code_review: [llama, small] }
  models: [small]
  budget_marks: { near: 0.8, exceeded: 1 }
  total_timeout_ms: 30000
)";
    const auto result = read(text, QProcessEnvironment());
    QVERIFY2(result.ok(), qPrintable(messageOf(result)));
    const Model *llama = result->model("llama");
    QCOMPARE(llama->targets.size(), 2U);
    QCOMPARE(llama->targets[0].weight, 3);
    QVERIFY(!llama->targets[0].price);
    QCOMPARE(llama->targets[1].physicalName, "y"_ba);
    QCOMPARE(llama->targets[1].weight, 1);
    QCOMPARE(llama->targets[1].price->rates.output, 2'000'000'000); // $2/M in nano-dollars
    QCOMPARE(llama->quality, 0.75);
    QCOMPARE(result->model("small")->quality, 0.5);
    QCOMPARE(result->provider("b")->isLocal, true);
    QVERIFY(!result->provider("a")->isLocal);
    const RoutingRules &routing = result->routing;
    QVERIFY(routing.isOn);
    QCOMPARE(routing.mode, RoutingRules::Mode::Legacy);
    QCOMPARE(routing.modelsFor("code_review"), (std::vector<QByteArray>{"llama", "small"}));
    QCOMPARE(routing.modelsFor("other"), std::vector<QByteArray>{"small"});
    QCOMPARE(routing.budgetMarks, (RoutingRules::BudgetMarks{800'000, 1'000'000}));
    QCOMPARE(routing.totalTimeout, std::chrono::milliseconds(30'000));
}

// S4-07, S4-08, S4-09, S4-17, S3-08
void TstConfiguration::readsTheExampleOfTheDesign()
{
    const auto result = read(Example, exampleEnvironment());
    QVERIFY2(result.ok(), qPrintable(messageOf(result)));
    QCOMPARE(result->providers.size(), 2U);
    QCOMPARE(result->provider("vllm")->baseUrl, "http://gpu:8000/v1"_ba);
    const Provider *openai = result->provider("openai");
    QCOMPARE(openai->timeout, std::chrono::milliseconds(30'000));
    QCOMPARE(openai->maxRetries, 2);
    QCOMPARE(openai->apiKey.expose(), "sk-hunter2"_ba);
    QVERIFY(openai->isAvailable());

    const Model *llama = result->model("llama-8b");
    QCOMPARE(llama->targets.size(), 1U);
    QCOMPARE(llama->targets.front().provider, "vllm"_ba);
    QCOMPARE(llama->targets.front().physicalName, "meta-llama/Llama-3.1-8B-Instruct"_ba);
    QCOMPARE(llama->fallbacks, std::vector{"gpt-small"_ba});
    // $0.10, $0.02, $0.30 per million tokens, in nano-dollars; cache write costs as input.
    QCOMPARE(llama->price->rates, (Rates{100'000'000, 20'000'000, 100'000'000, 300'000'000}));
    QCOMPARE(result->prices().size(), 1U);
    QCOMPARE(result->prices().front().source, PriceSource::Configuration);
    QCOMPARE(result->prices().front().model, u"llama-8b"_s);
    QVERIFY(!result->model("gpt-small")->price);

    QCOMPARE(result->routes.size(), 1U);
    QCOMPARE(result->routes.front().path, "/answer-routed"_ba);
    QCOMPARE(result->routes.front().maxOutputTokens, 500);
    QCOMPARE(result->routes.front().tiers.size(), 2U);
    QCOMPARE(result->routes.front().tiers[1].second, "gpt-small"_ba);
    QVERIFY(result->policy);
    QCOMPARE(result->limits.front().selector.toText(), "agent:*"_ba);
    QCOMPARE(result->limits.front().figures.requestsPerMinute, 10);
    QVERIFY(result->warnings.empty());
}

void TstConfiguration::readsTheShippedExample()
{
    const auto result =
        readConfiguration(QStringLiteral(CAPSTAN_SOURCE_DIR "/resources/capstan.example.yaml"), {});
    QVERIFY2(result.ok(), qPrintable(messageOf(result)));
    QVERIFY(!result->models.empty());
}

void TstConfiguration::servesAllModelsOfALocalVllmWithoutAFile()
{
    const auto result = readConfiguration({}, {});
    QVERIFY(result);
    QCOMPARE(result->providers.size(), 1U);
    QCOMPARE(result->providers.front().name, "vllm"_ba);
    QCOMPARE(result->providers.front().baseUrl, "http://localhost:8000/v1"_ba);
    QVERIFY(result->models.empty());
    QCOMPARE(result->server.listen, "127.0.0.1"_ba); // S4-30
    QCOMPARE(result->server.port, 7007);
    QCOMPARE(result->server.minimumAnswerTokens, 16);

    QCOMPARE(messageOf(read("")), QString());
    QCOMPARE(*read("# only a comment\n"), *result);
}

void TstConfiguration::readsTheServerSection()
{
    const auto result =
        read("server:\n"
             "  listen: \"::1\"\n"
             "  port: 0\n"
             "  workers: 3\n"
             "  data_dir: data\n"
             "  durability: full\n"
             "  header_timeout_ms: 5000\n"
             "  body_timeout_ms: 6000\n"
             "  header_bytes: 32768\n"
             "  body_bytes: 1048576\n"
             "  unpriced: { input: 1, output: 2.5 }\n"
             "  minimum_answer_tokens: 32\n"
             "  heartbeat_s: 0\n"
             "providers:\n"
             "  vllm: { type: openai, base_url: http://h, on_client_gone: drain }\n");
    QVERIFY2(result.ok(), qPrintable(messageOf(result)));
    const ServerSettings &server = result->server;
    QCOMPARE(server.listen, "::1"_ba);
    QCOMPARE(server.port, 0);
    QCOMPARE(server.workers, 3);
    QCOMPARE(server.dataDir, m_dir.filePath(u"data"_s));
    QCOMPARE(server.durability, Durability::Power);
    QCOMPARE(server.headerTimeout, std::chrono::milliseconds(5000));
    QCOMPARE(server.bodyTimeout, std::chrono::milliseconds(6000));
    QCOMPARE(server.headerBytes, 32768);
    QCOMPARE(server.bodyBytes, 1048576);
    QCOMPARE(server.unpriced->rates.output, 2'500'000'000);
    QCOMPARE(server.minimumAnswerTokens, 32);
    QCOMPARE(server.heartbeat, std::chrono::seconds(0));
    QCOMPARE(read("{}\n")->server.heartbeat, std::chrono::seconds(15));
    QCOMPARE(result->providers.front().onClientGone, OnClientGone::Drain);

    QVERIFY(!read("server: { unpriced: refuse }\n")->server.unpriced);
    QVERIFY(read("{}\n")->spikeAlerts);
    QVERIFY(!read("alerts: { spikes: false }\n")->spikeAlerts);
}

void TstConfiguration::readsHowLongDetailIsKept()
{
    QCOMPARE(read("{}\n")->retention.days, 400);
    const auto result = read("retention: { days: 30, max_size_mb: 2 }\n");
    QVERIFY2(result.ok(), qPrintable(messageOf(result)));
    QCOMPARE(result->retention.days, 30);
    QCOMPARE(result->retention.bytes, 2'097'152); // 2 x 1,024 x 1,024
}

// S4: gpt-4 at .03/.06 dollars per thousand tokens is $30/$60 per million
// S4-12, S4-13
void TstConfiguration::readsWhoMayCallAndHowMuch()
{
    const auto result = read("server:\n"
                             "  require_keys: true\n"
                             "  tls: { certificate: cert.pem, key: /etc/key.pem }\n"
                             "  cors_origins: [ https://Chat.example, http://localhost:3000 ]\n"
                             "limits:\n"
                             "  - { per: agent, match: \"tenant:a\", parallel: 2 }\n"
                             "  - { match: \"*\", tokens_per_hour: 500, tokens_per_minute: 50 }\n"
                             "  - { per: tenant, requests_per_hour: 100 }\n");
    QVERIFY2(result.ok(), qPrintable(messageOf(result)));
    QVERIFY(result->server.requireKeys);
    QCOMPARE(result->server.tls.certificate, m_dir.filePath(u"cert.pem"_s));
    QCOMPARE(result->server.tls.key, u"/etc/key.pem"_s);
    const std::vector<QByteArray> origins{"https://chat.example", "http://localhost:3000"};
    QCOMPARE(result->server.corsOrigins, origins);
    QCOMPARE(result->limits.size(), 3U);
    QCOMPARE(result->limits.at(0).selector.toText(), "tenant:a,agent:*"_ba);
    QCOMPARE(result->limits.at(0).figures.parallel, 2);
    QVERIFY(result->limits.at(1).selector.isGlobal());
    QCOMPARE(result->limits.at(1).figures.tokensPerHour, 500);
    QCOMPARE(result->limits.at(1).figures.tokensPerMinute, 50);
    QCOMPARE(result->limits.at(2).id, "limits[2]"_ba);
    QCOMPARE(result->limits.at(2).figures.requestsPerHour, 100);
}

void TstConfiguration::readsS4sPricesPerThousandTokens()
{
    const auto result = read(base("    price:\n"
                                  "      input: 0.1\n"
                                  "      output: 0.3\n",
                                  "    cost_per_1k_prompt: 0.03\n"
                                  "    cost_per_1k_completion: 0.06\n"));
    QVERIFY2(result.ok(), qPrintable(messageOf(result)));
    const Rates expected{30'000'000'000, 30'000'000'000, 30'000'000'000, 60'000'000'000};
    QCOMPARE(result->models.front().price->rates, expected);
}

void TstConfiguration::putsTheEnvironmentBeforeTheFile()
{
    QProcessEnvironment environment;
    environment.insert(u"VLLM_BASE_URL"_s, u"http://other:9000/v1"_s);
    environment.insert(u"VLLM_MODEL"_s, u"llama-8b"_s);
    environment.insert(u"BUDGET_DEFAULT_LIMIT"_s, u"3"_s);
    environment.insert(u"DATABASE_URL"_s, u"sqlite:///srv/l.db"_s);
    const auto result = read(base("", ""), environment);
    QVERIFY2(result.ok(), qPrintable(messageOf(result)));
    QCOMPARE(result->providers.size(), 1U);
    QCOMPARE(result->provider("vllm")->baseUrl, "http://other:9000/v1"_ba);
    QCOMPARE(result->defaultModel, "llama-8b"_ba);
    QCOMPARE(result->budgetDefaults.limit, Money::fromDollars(3));
    QCOMPARE(result->databaseFile, u"/srv/l.db"_s);

    environment.insert(u"BUDGET_DEFAULT_LIMIT"_s, u"three"_s);
    QVERIFY(messageOf(read(base("", ""), environment)).startsWith("BUDGET_DEFAULT_LIMIT: "_L1));
}

void TstConfiguration::addsTheUpstreamOfTheEnvironmentAsFirstProvider()
{
    const QByteArray text = "providers:\n"
                            "  openai: { type: openai, base_url: https://api.openai.com/v1 }\n"
                            "models:\n"
                            "  local: { provider: vllm, physical_name: m }\n";
    const auto result = read(text, exampleEnvironment());
    QVERIFY2(result.ok(), qPrintable(messageOf(result)));
    QCOMPARE(result->providers.size(), 2U);
    QCOMPARE(result->providers.front().name, "vllm"_ba);

    QVERIFY(messageOf(read(text)).contains(":4: models.local.provider: \"vllm\" is not one"_L1));
}

// S4-18
void TstConfiguration::marksAProviderWithoutItsKeyAsUnavailable()
{
    QProcessEnvironment environment = exampleEnvironment();
    environment.remove(u"OPENAI_API_KEY"_s);
    const auto result = read(Example, environment);
    QVERIFY(result);
    QVERIFY(!result->provider("openai")->isAvailable());
    QVERIFY(result->provider("vllm")->isAvailable());
    QCOMPARE(result->warnings.size(), 1U);
    QVERIFY(result->warnings.front().contains("OPENAI_API_KEY"_L1));
}

void TstConfiguration::readsThePolicyInTheFileAndBesideIt()
{
    const auto inside = read(Example, exampleEnvironment());
    QCOMPARE(inside->policy->version, "1"_ba);
    QCOMPARE(inside->policy->find("default")->rules.front().id, "daily"_ba);

    QFile file(m_dir.filePath(u"policies.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("version: \"2\"\nnamespaces: { demo: { rules: [] } }\n");
    file.close();
    const auto named = read("policy: policies.yaml\n");
    QVERIFY2(named.ok(), qPrintable(messageOf(named)));
    QCOMPARE(named->policy->file, file.fileName());
    QCOMPARE(named->policy->version, "2"_ba);

    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("version: \"2\"\nnamespaces:\n  demo: {}\n");
    file.close();
    // An error there names that file and its line.
    QVERIFY(messageOf(read("policy: policies.yaml\n"))
                .contains(u"policies.yaml:3: namespaces.demo: \"rules\" is missing"_s));
}

void TstConfiguration::namesFileLineAndKeyOfEveryError_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("replacement");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *line, const char *replacement, const char *expected) {
        QTest::addRow("%s", expected)
            << QByteArray(line) << QByteArray(replacement) << QString::fromUtf8(expected);
    };
    const char *input = "      input: 0.1";
    row(input,
        "      input: abc",
        ":12: models.llama-8b.price.input: \"abc\" is not a number of dollars per million tokens");
    row(input, "      input: .nan", ":12: models.llama-8b.price.input: \".nan\" is not a number");
    row(input, "      input: .inf", ":12: models.llama-8b.price.input: \".inf\" is not a number");
    row(input, "      input: -1", ":12: models.llama-8b.price.input: \"-1\" is not a number");
    row(input, "      input: 1e400", ":12: models.llama-8b.price.input: \"1e400\" is not a number");
    row(input, "      input: 20000", ":12: models.llama-8b.price.input: \"20000\" is too many");
    row(input, "      input: 0x10", ":12: models.llama-8b.price.input: \"0x10\" is not a number");
    row(input, "      input: ", ":12: models.llama-8b.price.input: is empty where a single value");
    row(input, "      input: [1]", ":12: models.llama-8b.price.input: is a list where a single");
    row(input, "      input: {a: 1}", ":12: models.llama-8b.price.input: is a map where a single");
    row(input, "      input: ${NOPE}", ":12: models.llama-8b.price.input: ${NOPE} is not set");
    row(input, "      input: ${NOPE", ":12: models.llama-8b.price.input: ${ has no }");
    row(input, "      inptu: 1", ":12: models.llama-8b.price.inptu: is an unknown key");
    row(input, "      input: 1\n      input: 2", ":13: models.llama-8b.price.input: stands twice");
    row(input, "      cached_input: 1", ":11: models.llama-8b.price: \"input\" is missing");
    row("      output: 0.3\n", "", ":11: models.llama-8b.price: \"output\" is missing");

    row("  port: 7007", "  port: 7007\nretention: {days: -1}", ":3: retention.days: \"-1\" is not");
    row("  port: 7007", "  port: 7007\nretention: {days: a}", ":3: retention.days: \"a\" is not");
    row("  port: 7007",
        "  port: 7007\nretention: {max_size_mb: 9999999}",
        ":3: retention.max_size_mb: \"9999999\" is out of range");
    row("  port: 7007", "  port: 7007\nretention: {size: 1}", ":3: retention.size: is an unknown");
    row("  port: 7007", "  port: 70000", ":2: server.port: \"70000\" is not a port");
    row("  port: 7007", "  port: -1", ":2: server.port: \"-1\" is not a port");
    row("  port: 7007", "  port: 1.5", ":2: server.port: \"1.5\" is not a port");
    row("  port: 7007", "  listen: localhost", ":2: server.listen: \"localhost\" is not an IP");
    row("  port: 7007", "  listen: 1.2.3", ":2: server.listen: \"1.2.3\" is not an IP");
    row("  port: 7007", "  listen: \"fe80::g\"", ":2: server.listen: \"fe80::g\" is not an IP");
    row("  port: 7007", "  workers: 0", ":2: server.workers: \"0\" is out of range");
    row("  port: 7007", "  workers: 99999999999999999999", ":2: server.workers: ");
    row("  port: 7007", "  durability: power", ":2: server.durability: \"power\" is not allowed");
    row("  port: 7007", "  data_dir: \"\"", ":2: server.data_dir: \"\" is not a path");
    row("  port: 7007", "  header_timeout_ms: 0", ":2: server.header_timeout_ms: \"0\" is not");
    row("  port: 7007", "  body_timeout_ms: 3600001", ":2: server.body_timeout_ms: \"3600001\"");
    row("  port: 7007", "  header_bytes: 1", ":2: server.header_bytes: \"1\" is out of range");
    row("  port: 7007", "  body_bytes: 9999999999", ":2: server.body_bytes: \"9999999999\" is out");
    row("  port: 7007", "  unpriced: free", ":2: server.unpriced: \"free\" is not allowed");
    row("  port: 7007", "  unpriced: {input: 1}", ":2: server.unpriced: \"output\" is missing");
    row("  port: 7007", "  minimum_answer_tokens: 0", ":2: server.minimum_answer_tokens: \"0\"");
    row("  port: 7007", "  heartbeat_s: -1", ":2: server.heartbeat_s: \"-1\" is");
    row("  port: 7007", "  heartbeat_s: 3601", ":2: server.heartbeat_s: \"3601\" is out of range");

    row("    type: openai",
        "    type: openia",
        ":5: providers.vllm.type: \"openia\" is not allowed");
    row("    type: openai\n", "", ":4: providers.vllm: \"type\" is missing");
    row("http://localhost:8000/v1",
        "localhost",
        ":6: providers.vllm.base_url: \"localhost\" is not");
    row("http://localhost:8000/v1",
        "http://u:p@h",
        ":6: providers.vllm.base_url: \"*****@h\" has a");
    row("    type: openai",
        "    type: openai\n    api_key: sk-1",
        ":6: providers.vllm.api_key: is an unknown key");
    row("    type: openai",
        "    type: openai\n    api_key_env: sk-hunter2",
        ":6: providers.vllm.api_key_env: is not the name of an environment variable");
    row("    type: openai",
        "    type: openai\n    max_retries: 11",
        ":6: providers.vllm.max_retries: \"11\" is out of range");
    row("    type: openai",
        "    type: openai\n    timeout_ms: 1s",
        ":6: providers.vllm.timeout_ms: \"1s\" is not a number of milliseconds");
    row("    type: openai",
        "    type: openai\n    connect_timeout_ms: ~",
        ":6: providers.vllm.connect_timeout_ms: is empty where a single value belongs");
    row("    type: openai",
        "    type: openai\n    on_client_gone: cut",
        ":6: providers.vllm.on_client_gone: \"cut\" is not allowed here");

    const char *provider = "    provider: vllm";
    row(provider, "    provider: vlm", ":9: models.llama-8b.provider: \"vlm\" is not one of the");
    row(provider,
        "    provider: vllm\n    fallbacks: [none]",
        ":10: models.llama-8b.fallbacks[0]: \"none\" is not one of the models");
    row(provider,
        "    provider: vllm\n    fallbacks: none",
        ":10: models.llama-8b.fallbacks: is a single value where a list belongs");
    row(provider,
        "    provider: vllm\n    fallbacks: [llama-8b]",
        ":8: models.llama-8b: falls back to itself");
    row(provider,
        "    provider: vllm\n    max_tokens: 0",
        ":10: models.llama-8b.max_tokens: \"0\" is out of range");
    row(provider,
        "    provider: vllm\n    cost_per_1k_prompt: 1",
        ":8: models.llama-8b: has both price and cost_per_1k_*");
    row("    price:\n      input: 0.1\n      output: 0.3\n",
        "    cost_per_1k_prompt: 0.1\n",
        ":8: models.llama-8b: only one of cost_per_1k_prompt");
    row("    price:\n      input: 0.1\n      output: 0.3\n",
        "    cost_per_1k_prompt: 11\n",
        ":11: models.llama-8b.cost_per_1k_prompt: \"11\" is too many dollars per thousand");
    row("    physical_name: meta/llama\n", "", ":8: models.llama-8b: \"physical_name\" is missing");
    row("meta/llama", "a b", ":10: models.llama-8b.physical_name: \"a b\" is not a name");

    row("    physical_name: meta/llama\n",
        "    targets: [{ provider: vllm, physical_name: a }]\n",
        ":8: models.llama-8b: has both targets and a provider of its own");
    row("    provider: vllm\n    physical_name: meta/llama\n",
        "    targets: [{ provider: vlm, physical_name: a }]\n",
        ":9: models.llama-8b.targets[0].provider: \"vlm\" is not one of the");
    row("    provider: vllm\n    physical_name: meta/llama\n",
        "    targets: [{ provider: vllm, physical_name: a, weight: 0 }]\n",
        ":9: models.llama-8b.targets[0].weight: \"0\" is out of range");
    row("    provider: vllm\n    physical_name: meta/llama\n",
        "    targets: [{ provider: vllm }]\n",
        ":9: models.llama-8b.targets[0]: \"physical_name\" is missing");
    row(provider, "    provider: vllm\n    quality: 2", ":10: models.llama-8b.quality: \"2\" is ");
    row("server:\n  port: 7007\n",
        "routing: { mode: best }\n",
        ":1: routing.mode: \"best\" is not allowed");
    row("server:\n  port: 7007\n",
        "routing: { task_types: { a: [gpt] } }\n",
        ":1: routing.task_types.a[0]: \"gpt\" is not one of the models");
    row("server:\n  port: 7007\n",
        "routing: { budget_marks: { near: 0.9, exceeded: 0.5 } }\n",
        ":1: routing.budget_marks: near is above exceeded");

    row("  /r:", "  r:", ":15: routes.r: is not a route");
    row("cheap: llama-8b", "cheap: gpt", ":15: routes./r.tiers.cheap: \"gpt\" is not one of the");
    row("cheap: llama-8b", "dear: llama-8b", ":15: routes./r.tiers.dear: is an unknown key");
    row("cheap: llama-8b, ", "", ":15: routes./r.tiers: \"cheap\" is missing");

    row("per: agent", "per: person", ":17: limits[0].per: \"person\" is not a dimension");
    row("requests_per_minute: 10", "requests_per_minute: 0", ":17: limits[0].requests_per_minute:");
    row(", requests_per_minute: 10", "", ":17: limits[0]: limits nothing");
    row("per: agent, ", "", ":17: limits[0]: does not say whose calls");
    row("per: agent", "per: agent, match: agent:a", ":17: limits[0]: names one dimension");
    row("per: agent", "match: somebody", ":17: limits[0].match:");
    row("port: 7007", "require_keys: 1", ":2: server.require_keys:");
    row("port: 7007", "cors_origins: [ \"*\" ]", ":2: server.cors_origins[0]:");
    row("port: 7007", "cors_origins: [ https://a.example/x ]", ":2: server.cors_origins[0]:");
    row("server:", "sever:", ":1: sever: is an unknown key");
    row("server:\n  port: 7007\n", "server:\n", ":1: server: is empty where a map");
    row("server:\n  port: 7007\n", "server: 7\n", ":1: server: is a single value where a map");
    row("server:\n  port: 7007\n",
        "policy: nope.yaml\n",
        ":1: policy: \"nope.yaml\" cannot be read");
    row("server:\n  port: 7007\n", "policy: [a]\n", ":1: policy: is a list where a single value");
    row("server:\n  port: 7007\n", "? [a, b]\n: 1\n", ": a key is not a word");
}

void TstConfiguration::namesFileLineAndKeyOfEveryError()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, replacement);
    QFETCH(QString, expected);
    const auto result = read(base(line, replacement));
    QVERIFY(!result);
    const QString message = result.error().message;
    QVERIFY2(message.startsWith(m_dir.filePath(u"capstan.yaml"_s) + u':'), qPrintable(message));
    QVERIFY2(message.contains(expected), qPrintable(message));
    QVERIFY2(!message.contains("hunter2"_L1), qPrintable(message));
    QVERIFY2(result.error().remedy.endsWith(u'.'), qPrintable(result.error().remedy));
}

void TstConfiguration::quotesNoSecretOfTheEnvironment()
{
    const auto result = read(base("input: 0.1", "input: ${OPENAI_API_KEY}"), exampleEnvironment());
    QVERIFY(!result);
    QVERIFY(result.error().message.contains("\"${OPENAI_API_KEY}\" is not a number"_L1));
    QVERIFY(!result.error().message.contains("hunter2"_L1));
}

void TstConfiguration::refusesWhatIsNoYaml_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("syntax") << "server:\n  port: [1\nx: 1\n"_ba << u":3: is not valid YAML"_s;
    QTest::newRow("tab") << "server:\n\tport: 1\n"_ba << u":2: is not valid YAML"_s;
    QTest::newRow("two documents") << "server: {}\n---\nserver: {}\n"_ba << u"more than one"_s;
    QTest::newRow("bad UTF-8") << "server: \xff\xfe\n"_ba << u"is not UTF-8"_s;
    QTest::newRow("NUL") << QByteArray("a: \0b\n", 6) << u"is not UTF-8"_s;
    QTest::newRow("a list") << "- a\n"_ba << u":1: is a list where a map"_s;
    QTest::newRow("a word") << "hello\n"_ba << u":1: is a single value where a map"_s;
    QTest::newRow("unknown alias") << "server: *none\n"_ba << u":1: is not valid YAML"_s;
    QTest::newRow("merge key") << "server: { <<: { port: 1 } }\n"_ba
                               << u"server.<<: is an unknown"_s;
}

void TstConfiguration::refusesWhatIsNoYaml()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const QString message = messageOf(read(text));
    QVERIFY2(message.contains(expected), qPrintable(message));
}

void TstConfiguration::refusesAFileThatCannotBeRead()
{
    for (const QString &name : {u"/nonexistent/capstan.yaml"_s, m_dir.path()}) {
        const auto result = readConfiguration(name, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NotFound);
        QVERIFY(result.error().message.startsWith(name + u": cannot be read"_s));
    }
}

void TstConfiguration::survivesCyclesAndDepth()
{
    QVERIFY(!read("policy: &a { self: *a }\n").ok());
    QVERIFY(!read("policy: " + QByteArray(100'000, '[')).ok());
    QVERIFY(!read(QByteArray(5 * 1024 * 1024, '#')).ok());
}

QTEST_GUILESS_MAIN(TstConfiguration)
#include "tst_configuration.moc"
