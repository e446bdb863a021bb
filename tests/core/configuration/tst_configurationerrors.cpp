// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "writtenconfiguration.h"

using namespace core;
using namespace Qt::StringLiterals;

/// What a file is refused for, and how that is told.
class TstConfigurationErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesFileLineAndKeyOfEveryError_data();
    void namesFileLineAndKeyOfEveryError();
    void quotesNoSecretOfTheEnvironment();
    void refusesWhatIsNoYaml_data();
    void refusesWhatIsNoYaml();
    void refusesAFileThatCannotBeRead();
    void survivesCyclesAndDepth();

private:
    WrittenConfiguration m_file;
};

void TstConfigurationErrors::namesFileLineAndKeyOfEveryError_data()
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

void TstConfigurationErrors::namesFileLineAndKeyOfEveryError()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, replacement);
    QFETCH(QString, expected);
    const auto result = m_file.read(base(line, replacement));
    QVERIFY(!result);
    const QString message = result.error().message;
    QVERIFY2(message.startsWith(m_file.folder.filePath(u"capstan.yaml"_s) + u':'),
             qPrintable(message));
    QVERIFY2(message.contains(expected), qPrintable(message));
    QVERIFY2(!message.contains("hunter2"_L1), qPrintable(message));
    QVERIFY2(result.error().remedy.endsWith(u'.'), qPrintable(result.error().remedy));
}

void TstConfigurationErrors::quotesNoSecretOfTheEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(u"OPENAI_API_KEY"_s, u"sk-hunter2"_s);
    const auto result = m_file.read(base("input: 0.1", "input: ${OPENAI_API_KEY}"), environment);
    QVERIFY(!result);
    QVERIFY(result.error().message.contains("\"${OPENAI_API_KEY}\" is not a number"_L1));
    QVERIFY(!result.error().message.contains("hunter2"_L1));
}

void TstConfigurationErrors::refusesWhatIsNoYaml_data()
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

void TstConfigurationErrors::refusesWhatIsNoYaml()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const QString message = messageOf(m_file.read(text));
    QVERIFY2(message.contains(expected), qPrintable(message));
}

void TstConfigurationErrors::refusesAFileThatCannotBeRead()
{
    for (const QString &name : {u"/nonexistent/capstan.yaml"_s, m_file.folder.path()}) {
        const auto result = readConfiguration(name, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NotFound);
        QVERIFY(result.error().message.startsWith(name + u": cannot be read"_s));
    }
}

void TstConfigurationErrors::survivesCyclesAndDepth()
{
    QVERIFY(!m_file.read("policy: &a { self: *a }\n").ok());
    QVERIFY(!m_file.read("policy: " + QByteArray(100'000, '[')).ok());
    QVERIFY(!m_file.read(QByteArray(5 * 1024 * 1024, '#')).ok());
}

QTEST_GUILESS_MAIN(TstConfigurationErrors)
#include "tst_configurationerrors.moc"
