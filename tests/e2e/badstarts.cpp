// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "badinput.h"

#include <QTest>

namespace e2e {
using namespace Qt::StringLiterals;

namespace {

void startRow(const char *name,
              const QStringList &arguments,
              const QByteArray &variable,
              const QByteArray &file,
              const QByteArray &named)
{
    QTest::newRow(name) << arguments << variable << file << named;
}

void addFlags()
{
    const auto flag = [](const QStringList &arguments, const QByteArray &named) {
        startRow(arguments.join(u' ').toUtf8(), arguments, {}, {}, named);
    };
    flag({u"--no-such-flag"_s}, "no-such-flag");
    flag({u"stray"_s}, "stray");
    flag({u"--port"_s, u"70000"_s}, "--port");
    flag({u"--port"_s, u"-1"_s}, "--port");
    flag({u"--port"_s, u"http"_s}, "--port");
    flag({u"--port"_s, u"0"_s, u"--port"_s, u"0"_s}, "--port");
    flag({u"--port"_s}, "port");
    flag({u"--listen"_s, u"localhost"_s}, "--listen");
    flag({u"--listen"_s, u"1.2.3.4.5"_s}, "--listen");
    flag({u"--upstream"_s, u"vllm:8000"_s}, "--upstream");
    flag({u"--upstream"_s, u"ftp://vllm"_s}, "--upstream");
    flag({u"--data-dir"_s, u"/dev/null"_s}, "--data-dir");
    flag({u"--data-dir"_s, u"/proc/nowhere"_s}, "/proc/nowhere");
    flag({u"--config"_s, u"/nonexistent.yaml"_s}, "/nonexistent.yaml");
    flag({u"--config"_s, u"/"_s}, "/");
    flag({u"--headless=yes"_s}, "headless");
}

void addVariables()
{
    for (const char *text : {"VLLM_BASE_URL=",
                             "VLLM_BASE_URL=nowhere",
                             "VLLM_MODEL=",
                             "VLLM_MODEL=two words",
                             "BUDGET_DEFAULT_LIMIT=-5",
                             "BUDGET_DEFAULT_LIMIT=0",
                             "BUDGET_DEFAULT_LIMIT=NaN",
                             "BUDGET_DEFAULT_LIMIT=ten",
                             "BUDGET_DEFAULT_LIMIT=",
                             "BUDGET_SOFT_CAP=1.5",
                             "BUDGET_SOFT_CAP=-0.1",
                             "BUDGET_HARD_CAP=0",
                             "BUDGET_HARD_CAP=5",
                             "BUDGET_HARD_CAP=nan",
                             "DATABASE_URL=postgre://u:hunter2@db/x",
                             "DATABASE_URL=mysql://x",
                             "DATABASE_URL=sqlite://relative.db",
                             "DATABASE_URL=",
                             "CAPSTAN_ADMIN_TOKEN=hunter2 hunter2",
                             "CAPSTAN_ADMIN_TOKEN=",
                             "CAPSTAN_WEBHOOK_URL=nowhere",
                             "CAPSTAN_WEBHOOK_URL=ftp://hunter2@x",
                             "CAPSTAN_WEBHOOK_URL=",
                             "LLM_PROXY_SECRET=hunter2 hunter2",
                             "LLM_PROXY_SECRET=",
                             "LANGFUSE_BASE_URL=nowhere",
                             "LANGFUSE_PUBLIC_KEY=hunter2 hunter2",
                             "LANGFUSE_SECRET_KEY=hunter2 hunter2",
                             "HELICONE_API_KEY=hunter2 hunter2",
                             "OTEL_EXPORTER_OTLP_HEADERS=hunter2",
                             "OTEL_EXPORTER_OTLP_HEADERS=a=b,=hunter2",
                             "OTEL_EXPORTER_OTLP_ENDPOINT=nowhere",
                             "OTEL_RESOURCE_ATTRIBUTES=novalue",
                             "TELEMETRY_PATH=/dev/null/calls.jsonl",
                             "TELEMETRY_PATH=/dev",
                             "DECISIONS_PATH=/dev"}) {
        const QByteArray variable(text);
        startRow(text, {}, variable, {}, variable.first(variable.indexOf('=')));
    }
}

void key(const QByteArray &yaml, const QByteArray &named)
{
    startRow(yaml.left(90).constData(), {}, {}, yaml + '\n', named);
}

/// Routing, own hardware, metrics and telemetry.
void addWatchingKeys()
{
    for (const char *marks : {"near: 2, exceeded: 1",
                              "near: 0.9, exceeded: 0.5",
                              "near: half, exceeded: 1",
                              "nearly: 0.1, near: 0.5, exceeded: 1"}) {
        key("routing: { budget_marks: { " + QByteArray(marks) + " } }", "routing.budget_marks");
    }
    const QByteArray machine = "purchase_usd: 1, watts: 1, usd_per_kwh: 1";
    for (const char *entry : {"lifetime_months: 0", "idle_watts: -1", "colour: green"}) {
        const QByteArray text(entry);
        key("own_hardware: { vllm: { " + machine + ", " + text + " } }",
            "own_hardware.vllm." + text.first(text.indexOf(':')));
    }
    for (const char *name : {"purchase_usd", "watts", "usd_per_kwh"}) {
        const QByteArray bad =
            QByteArray(machine).replace(QByteArray(name) + ": 1", QByteArray(name) + ": -1");
        key("own_hardware: { vllm: { " + bad + " } }", "own_hardware.vllm." + QByteArray(name));
    }
    key("metrics: { legacy_names: maybe }", "metrics.legacy_names");
    key("alerts: { spikes: seldom }", "alerts.spikes");
    for (const char *entry : {"queue: { max_megabytes: 0 }",
                              "queue: { max_age_hours: -1 }",
                              "artefacts: { telemetry: '' }",
                              "artefacts: { rotate_megabytes: 0 }",
                              "artefacts: { keep: 0 }",
                              "artefacts: { sync: perhaps }",
                              "trace_context: sometimes"}) {
        const QByteArray text(entry);
        key("telemetry: { " + text + " }", "telemetry." + text.first(text.indexOf(':')));
    }
    key("retention: { days: -1 }", "retention.days");
    key("retention: { max_size_mb: all }", "retention.max_size_mb");
}

void addKeys()
{
    key("server: {", "capstan.yaml");
    key("just words", "capstan.yaml");
    key("server: [1]", "server");
    key("serve: { port: 1 }", "serve");
    key("server: { port: 1 }\nserver: { port: 2 }", "server");
    for (const char *entry : {"listen: localhost",
                              "port: 70000",
                              "port: -1",
                              "workers: 0",
                              "workers: many",
                              "data_dir: ''",
                              "durability: mostly",
                              "header_timeout_ms: 0",
                              "body_timeout_ms: never",
                              "header_bytes: 10",
                              "body_bytes: -1",
                              "unpriced: free",
                              "minimum_answer_tokens: 0",
                              "heartbeat_s: often",
                              "cache_bytes: -1",
                              "require_keys: perhaps",
                              "colour: blue"}) {
        const QByteArray text(entry);
        key("server: { " + text + " }", "server." + text.first(text.indexOf(':')));
    }
    const QByteArray provider = "type: openai, base_url: 'http://x'";
    key("providers: { a: { base_url: 'http://x' } }", "type");
    key("providers: { a: { type: openai } }", "base_url");
    for (const char *entry : {"timeout_ms: 0",
                              "connect_timeout_ms: x",
                              "max_retries: 11",
                              "on_client_gone: wait",
                              "api_key_env: 'my key'",
                              "api_key: x"}) {
        const QByteArray text(entry);
        key("providers: { a: { " + provider + ", " + text + " } }",
            "providers.a." + text.first(text.indexOf(':')));
    }
    key("providers: { a: { type: magic, base_url: 'http://x' } }", "providers.a.type");
    key("providers: { a: { type: openai, base_url: 'x' } }", "providers.a.base_url");
    const QByteArray model = "provider: vllm, physical_name: x";
    key("models: { m: { physical_name: x } }", "provider");
    key("models: { m: { provider: vllm } }", "physical_name");
    key("models: { m: { provider: nobody, physical_name: x } }", "models.m.provider");
    for (const char *entry : {"max_tokens: 0",
                              "price: free",
                              "price: { input: -1, output: 1 }",
                              "price: { input: 1 }",
                              "price: { input: 1, output: 100000 }",
                              "price: { input: .nan, output: 1 }",
                              "price: { input: 1, output: 1, cached_input: -1 }",
                              "price: { input: 1, output: 1, cache_write: -1 }",
                              "price: { input: 1, output: 1, per_request: -1 }",
                              "price: { input: 1, output: 1, per_audio_minute: free }",
                              "cache_for_s: 0",
                              "cache_for_s: never",
                              "cost_per_1k_prompt: 1",
                              "fallbacks: [m]",
                              "fallbacks: [nobody]",
                              "size: 8b"}) {
        key("models: { m: { " + model + ", " + entry + " } }", "models.m");
    }
    key("routes: { x: { tiers: { cheap: a, expensive: b } } }", "routes");
    key("routes: { /x: { tiers: { cheap: a } } }", "expensive");
    key("routes: { /x: { tiers: { cheap: a, expensive: b }, max_output_tokens: 0 } }",
        "max_output_tokens");
    addWatchingKeys();
    for (const char *limit : {"parallel: 0",
                              "parallel: many",
                              "tokens_per_minute: -1",
                              "tokens_per_hour: 1.5",
                              "requests_per_hour: 0"}) {
        const QByteArray text(limit);
        key("limits: [ { per: tenant, " + text + " } ]", text.first(text.indexOf(':')));
    }
    key("limits: [ { per: planet, requests_per_minute: 1 } ]", "limits");
    key("limits: [ { per: tenant } ]", "limits");
    key("limits: [ { per: tenant, requests_per_minute: 0 } ]", "requests_per_minute");
    key("policy: /nonexistent/policy.yaml", "policy");
}
} // namespace

void addBadStarts()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("variable"); // NAME=value
    QTest::addColumn<QByteArray>("file");     // capstan.yaml
    QTest::addColumn<QByteArray>("named");    // in what it says
    addFlags();
    addVariables();
    addKeys();
}

} // namespace e2e
