// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "writtenconfiguration.h"

using namespace core;
using namespace Qt::StringLiterals;

/// What is read of a file, and of the environment beside it.
class TstConfiguration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheExampleOfTheDesign();
    void readsReplicasAndRouting();
    void readsTheShippedExample();
    void servesAllModelsOfALocalVllmWithoutAFile();
    void putsTheEnvironmentBeforeTheFile();
    void addsTheUpstreamOfTheEnvironmentAsFirstProvider();
    void marksAProviderWithoutItsKeyAsUnavailable();
    void readsThePolicyInTheFileAndBesideIt();

private:
    WrittenConfiguration m_file;
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

} // namespace

// S4-07, S4-08, S4-09, S4-17, S3-08
void TstConfiguration::readsTheExampleOfTheDesign()
{
    const auto result = m_file.read(Example, exampleEnvironment());
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
    const auto result = m_file.read(text, QProcessEnvironment());
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

    QCOMPARE(messageOf(m_file.read("")), QString());
    QCOMPARE(*m_file.read("# only a comment\n"), *result);
}

void TstConfiguration::putsTheEnvironmentBeforeTheFile()
{
    QProcessEnvironment environment;
    environment.insert(u"VLLM_BASE_URL"_s, u"http://other:9000/v1"_s);
    environment.insert(u"VLLM_MODEL"_s, u"llama-8b"_s);
    environment.insert(u"BUDGET_DEFAULT_LIMIT"_s, u"3"_s);
    environment.insert(u"DATABASE_URL"_s, u"sqlite:///srv/l.db"_s);
    const auto result = m_file.read(base("", ""), environment);
    QVERIFY2(result.ok(), qPrintable(messageOf(result)));
    QCOMPARE(result->providers.size(), 1U);
    QCOMPARE(result->provider("vllm")->baseUrl, "http://other:9000/v1"_ba);
    QCOMPARE(result->defaultModel, "llama-8b"_ba);
    QCOMPARE(result->budgetDefaults.limit, Money::fromDollars(3));
    QCOMPARE(result->databaseFile, u"/srv/l.db"_s);

    environment.insert(u"BUDGET_DEFAULT_LIMIT"_s, u"three"_s);
    QVERIFY(
        messageOf(m_file.read(base("", ""), environment)).startsWith("BUDGET_DEFAULT_LIMIT: "_L1));
}

void TstConfiguration::addsTheUpstreamOfTheEnvironmentAsFirstProvider()
{
    const QByteArray text = "providers:\n"
                            "  openai: { type: openai, base_url: https://api.openai.com/v1 }\n"
                            "models:\n"
                            "  local: { provider: vllm, physical_name: m }\n";
    const auto result = m_file.read(text, exampleEnvironment());
    QVERIFY2(result.ok(), qPrintable(messageOf(result)));
    QCOMPARE(result->providers.size(), 2U);
    QCOMPARE(result->providers.front().name, "vllm"_ba);

    QVERIFY(
        messageOf(m_file.read(text)).contains(":4: models.local.provider: \"vllm\" is not one"_L1));
}

// S4-18
void TstConfiguration::marksAProviderWithoutItsKeyAsUnavailable()
{
    QProcessEnvironment environment = exampleEnvironment();
    environment.remove(u"OPENAI_API_KEY"_s);
    const auto result = m_file.read(Example, environment);
    QVERIFY(result);
    QVERIFY(!result->provider("openai")->isAvailable());
    QVERIFY(result->provider("vllm")->isAvailable());
    QCOMPARE(result->warnings.size(), 1U);
    QVERIFY(result->warnings.front().contains("OPENAI_API_KEY"_L1));
}

void TstConfiguration::readsThePolicyInTheFileAndBesideIt()
{
    const auto inside = m_file.read(Example, exampleEnvironment());
    QCOMPARE(inside->policy->version, "1"_ba);
    QCOMPARE(inside->policy->find("default")->rules.front().id, "daily"_ba);

    QFile file(m_file.folder.filePath(u"policies.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("version: \"2\"\nnamespaces: { demo: { rules: [] } }\n");
    file.close();
    const auto named = m_file.read("policy: policies.yaml\n");
    QVERIFY2(named.ok(), qPrintable(messageOf(named)));
    QCOMPARE(named->policy->file, file.fileName());
    QCOMPARE(named->policy->version, "2"_ba);

    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("version: \"2\"\nnamespaces:\n  demo: {}\n");
    file.close();
    // An error there names that file and its line.
    QVERIFY(messageOf(m_file.read("policy: policies.yaml\n"))
                .contains(u"policies.yaml:3: namespaces.demo: \"rules\" is missing"_s));
}

QTEST_GUILESS_MAIN(TstConfiguration)
#include "tst_configuration.moc"
