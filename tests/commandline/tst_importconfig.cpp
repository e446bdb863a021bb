// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/seedconfiguration.h"
#include "core/configuration/configurationreader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Configuration;
using core::ProviderType;

namespace {

QByteArray seedFile(const QString &name)
{
    QFile file(QStringLiteral(CAPSTAN_SOURCE_DIR "/tests/commandline/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// `capstan import-config`: what other gateways' files say, in ours.
class ImportConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesSeedFour(); // S4-07, S4-13, S4-17, S4-28
    void carriesSeedTwo();  // S2-34, S2-36, S2-37
    void namesWhatItCannotCarry_data();
    void namesWhatItCannotCarry();
    void refusesWhatIsNoConfiguration();
    void keepsPricesExact_data();
    void keepsPricesExact();

private:
    /// The round trip: what is written passes the reader that check-config uses.
    core::Result<Configuration> readBack(const QByteArray &yaml)
    {
        QFile file(m_folder.filePath(u"capstan.yaml"_s));
        if (!file.open(QIODevice::WriteOnly)) {
            return core::Error{core::ErrorCode::Unavailable, u"not written"_s, {}};
        }
        file.write(yaml);
        file.close();
        return core::readConfiguration(file.fileName(), {});
    }

    QTemporaryDir m_folder;
};

void ImportConfigTest::carriesSeedFour()
{
    const auto seed = app::readSeedYaml(seedFile(u"config.yaml"_s));
    QVERIFY(seed.ok());
    const auto read = readBack(app::writeConfiguration(*seed));
    QVERIFY(read.ok());
    QCOMPARE(read->providers.size(), std::size_t(3));
    const core::Provider *openai = read->provider("openai");
    QCOMPARE(openai->type, ProviderType::OpenAi);
    QCOMPARE(openai->apiKeyName, "OPENAI_API_KEY");
    QCOMPARE(openai->timeout, std::chrono::seconds(30));
    QCOMPARE(openai->maxRetries, 2);
    QCOMPARE(read->provider("local")->type, ProviderType::Ollama);
    const core::Model *model = read->model("deepseek-r1");
    QCOMPARE(model->targets.front().provider, "deepseek");
    QCOMPARE(model->targets.front().physicalName, "deepseek-chat");
    QCOMPARE(model->maxTokens, 4096);
    QCOMPARE(model->price->rates.input, 1'400'000'000); // $0.0014 a thousand is $1.40 a million
    QCOMPARE(model->price->rates.output, 2'800'000'000);
    QCOMPARE(read->model("dagi-local-8b")->price->rates.input, 0); // free is a price
    QCOMPARE(read->limits.size(), std::size_t(2));
    QCOMPARE(read->limits.at(0).selector.toText(), "agent:*");
    QCOMPARE(read->limits.at(0).figures.requestsPerMinute, 10);
    QCOMPARE(read->limits.at(1).selector.toText(), "tenant:*");
    QCOMPARE(read->limits.at(1).figures.requestsPerHour, 100);
    QCOMPARE(seed->notCarried.size(), std::size_t(1));
    QVERIFY(seed->notCarried.front().startsWith(u"logging"_s));
}

void ImportConfigTest::carriesSeedTwo()
{
    const auto seed = app::readSeedToml(seedFile(u"llm-router.toml"_s));
    QVERIFY(seed.ok());
    const QByteArray yaml = app::writeConfiguration(*seed);
    const auto read = readBack(yaml);
    QVERIFY(read.ok());
    QCOMPARE(read->provider("claude")->type, ProviderType::Anthropic);
    QCOMPARE(read->provider("ollama")->baseUrl, "http://localhost:11434");
    QCOMPARE(read->provider("ollama")->timeout, std::chrono::seconds(10));
    QCOMPARE(read->model("gpt-4")->price->rates.input, 30'000'000'000); // flat: both ways
    QCOMPARE(read->model("gpt-4")->price->rates.output, 30'000'000'000);
    QVERIFY(read->routing.isOn);
    QCOMPARE(read->routing.mode, core::RoutingRules::Mode::Legacy);
    const std::vector<QByteArray> byPriority{"claude-opus-4-5", "gpt-4", "llama2"};
    QCOMPARE(read->routing.models, byPriority);
    const std::vector<QByteArray> code{"claude-opus-4-5", "gpt-4"};
    QCOMPARE(read->routing.modelsFor("CodeGeneration"), code);
    QCOMPARE(read->routing.budgetMarks->near, 500'000);
    QCOMPARE(read->routing.budgetMarks->exceeded, 900'000);
    QCOMPARE(read->limits.size(), std::size_t(3));
    QCOMPARE(read->limits.at(0).selector.toText(), "provider:openai");
    QCOMPARE(read->limits.at(0).figures.requestsPerMinute, 500'000);
    QVERIFY(read->policy.has_value());
    QVERIFY(yaml.contains("limit_usd: 100\n"));
    QVERIFY(yaml.contains("limit_usd: 2500\n"));
    QCOMPARE(seed->notCarried.size(), std::size_t(2));
    QVERIFY(yaml.contains("# Not carried over: budget.per_task_limit_cents"));
    QVERIFY(yaml.contains("There is no provider \"gemini\""));
}

void ImportConfigTest::namesWhatItCannotCarry_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isToml");
    QTest::addColumn<QString>("place");
    QTest::newRow("section") << "plugins: {}\nproviders: {}\n"_ba << false << u"plugins"_s;
    QTest::newRow("key") << "providers: { a: { base_url: x, colour: red } }\n"_ba << false
                         << u"providers.a.colour"_s;
    QTest::newRow("number") << "models: { a: { max_tokens: many } }\n"_ba << false
                            << u"models.a.max_tokens"_s;
    QTest::newRow("price") << "models: { a: { cost_per_1k_prompt: -1 } }\n"_ba << false
                           << u"models.a.cost_per_1k_prompt"_s;
    QTest::newRow("toml key") << "[[providers]]\nname='a'\ncolour='red'\n"_ba << true
                              << u"providers.a.colour"_s;
    QTest::newRow("no limit") << "[budget]\ndaily_limit_cents = 0\n"_ba << true
                              << u"budget.daily_limit_cents"_s;
}

void ImportConfigTest::namesWhatItCannotCarry()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isToml);
    QFETCH(QString, place);
    const auto seed = isToml ? app::readSeedToml(text) : app::readSeedYaml(text);
    QVERIFY(seed.ok());
    QCOMPARE(seed->notCarried.size(), std::size_t(1));
    QVERIFY2(seed->notCarried.front().startsWith(place + u':'),
             qPrintable(seed->notCarried.front()));
}

void ImportConfigTest::refusesWhatIsNoConfiguration()
{
    const auto yaml = app::readSeedYaml("a: [1,\n");
    QVERIFY(!yaml.ok());
    QVERIFY2(yaml.error().message.startsWith(u"Line "_s), qPrintable(yaml.error().message));
    const auto toml = app::readSeedToml("[budget]\nx = = 1\n");
    QVERIFY(!toml.ok());
    QVERIFY2(toml.error().message.startsWith(u"Line 2 "_s), qPrintable(toml.error().message));
}

void ImportConfigTest::keepsPricesExact_data()
{
    QTest::addColumn<QByteArray>("perThousand");
    QTest::addColumn<QByteArray>("perMillion");
    QTest::newRow("a cent") << "0.01"_ba
                            << "10"_ba;
    QTest::newRow("haiku") << "0.0008"_ba
                           << "0.8"_ba;
    QTest::newRow("deepseek") << "0.0014"_ba
                              << "1.4"_ba;
    QTest::newRow("free") << "0.0"_ba
                          << "0"_ba;
}

void ImportConfigTest::keepsPricesExact()
{
    QFETCH(QByteArray, perThousand);
    QFETCH(QByteArray, perMillion);
    QCOMPARE(*app::perMillion(perThousand), perMillion);
}

QTEST_APPLESS_MAIN(ImportConfigTest)
#include "tst_importconfig.moc"
