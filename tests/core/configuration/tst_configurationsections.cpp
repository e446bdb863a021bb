// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What each section of a file says: where it listens, how long it keeps, who may call.
#include "writtenconfiguration.h"

using namespace core;
using namespace Qt::StringLiterals;

/// What is read of a file, and of the environment beside it.
class TstConfigurationSections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheServerSection();
    void readsHowLongDetailIsKept();
    void readsWhoMayCallAndHowMuch();
    void readsS4sPricesPerThousandTokens();

private:
    WrittenConfiguration m_file;
};

void TstConfigurationSections::readsTheServerSection()
{
    const auto result =
        m_file.read("server:\n"
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
    QCOMPARE(server.dataDir, m_file.folder.filePath(u"data"_s));
    QCOMPARE(server.durability, Durability::Power);
    QCOMPARE(server.headerTimeout, std::chrono::milliseconds(5000));
    QCOMPARE(server.bodyTimeout, std::chrono::milliseconds(6000));
    QCOMPARE(server.headerBytes, 32768);
    QCOMPARE(server.bodyBytes, 1048576);
    QCOMPARE(server.unpriced->rates.output, 2'500'000'000);
    QCOMPARE(server.minimumAnswerTokens, 32);
    QCOMPARE(server.heartbeat, std::chrono::seconds(0));
    QCOMPARE(m_file.read("{}\n")->server.heartbeat, std::chrono::seconds(15));
    QCOMPARE(result->providers.front().onClientGone, OnClientGone::Drain);

    QVERIFY(!m_file.read("server: { unpriced: refuse }\n")->server.unpriced);
    QVERIFY(m_file.read("{}\n")->spikeAlerts);
    QVERIFY(!m_file.read("alerts: { spikes: false }\n")->spikeAlerts);
}

void TstConfigurationSections::readsHowLongDetailIsKept()
{
    QCOMPARE(m_file.read("{}\n")->retention.days, 400);
    const auto result = m_file.read("retention: { days: 30, max_size_mb: 2 }\n");
    QVERIFY2(result.ok(), qPrintable(messageOf(result)));
    QCOMPARE(result->retention.days, 30);
    QCOMPARE(result->retention.bytes, 2'097'152); // 2 x 1,024 x 1,024
}

// S4: gpt-4 at .03/.06 dollars per thousand tokens is $30/$60 per million
// S4-12, S4-13
void TstConfigurationSections::readsWhoMayCallAndHowMuch()
{
    const auto result =
        m_file.read("server:\n"
                    "  require_keys: true\n"
                    "  tls: { certificate: cert.pem, key: /etc/key.pem }\n"
                    "  cors_origins: [ https://Chat.example, http://localhost:3000 ]\n"
                    "limits:\n"
                    "  - { per: agent, match: \"tenant:a\", parallel: 2 }\n"
                    "  - { match: \"*\", tokens_per_hour: 500, tokens_per_minute: 50 }\n"
                    "  - { per: tenant, requests_per_hour: 100 }\n");
    QVERIFY2(result.ok(), qPrintable(messageOf(result)));
    QVERIFY(result->server.requireKeys);
    QCOMPARE(result->server.tls.certificate, m_file.folder.filePath(u"cert.pem"_s));
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

void TstConfigurationSections::readsS4sPricesPerThousandTokens()
{
    const auto result = m_file.read(base("    price:\n"
                                         "      input: 0.1\n"
                                         "      output: 0.3\n",
                                         "    cost_per_1k_prompt: 0.03\n"
                                         "    cost_per_1k_completion: 0.06\n"));
    QVERIFY2(result.ok(), qPrintable(messageOf(result)));
    const Rates expected{30'000'000'000, 30'000'000'000, 30'000'000'000, 60'000'000'000};
    QCOMPARE(result->models.front().price->rates, expected);
}

QTEST_GUILESS_MAIN(TstConfigurationSections)
#include "tst_configurationsections.moc"
