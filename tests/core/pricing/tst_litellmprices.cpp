// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/litellmprices.h"
#include "core/pricing/pricebook.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using core::Price;

namespace {

core::Result<core::ImportedPrices> read(const QByteArray &json)
{
    return core::parseLiteLlmPrices(json, u"prices of LiteLLM"_s, u"2026-07-24"_s);
}

/// The price of the only model "m" in the list.
Price only(const QByteArray &model)
{
    return read(R"({"m": )" + model + "}")->prices.front();
}

} // namespace

/// S1-38, design section 3: imported prices; pitfalls 6, 22 and 23.
class TestLiteLlmPrices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsDollarsPerTokenExactly_data();
    void readsDollarsPerTokenExactly();
    void readsCachePricesAndTiers();
    void chargesCachedTokensInFullWithoutAPriceOfTheirOwn();
    void takesEmbeddingsWithoutAnOutputPrice();
    void skipsAndCountsWhatHasNoPricePerToken_data();
    void skipsAndCountsWhatHasNoPricePerToken();
    void liesBetweenShippedAndConfiguration();
    void refusesWhatIsNoPriceFile();
};

void TestLiteLlmPrices::readsDollarsPerTokenExactly_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("nanosPerMillion");
    QTest::newRow("$0.15 per million") << "1.5e-07"_ba << 150'000'000LL;
    QTest::newRow("without exponent") << "0.00000015"_ba << 150'000'000LL;
    QTest::newRow("what arithmetic left behind") << "3.0000000000000004e-08"_ba << 30'000'000LL;
    QTest::newRow("many digits") << "3.625e-09"_ba << 3'625'000LL;
    QTest::newRow("dearest known") << "0.0006"_ba << 600'000'000'000LL;
}

void TestLiteLlmPrices::readsDollarsPerTokenExactly()
{
    QFETCH(const QByteArray, json);
    const Price price =
        only(R"({"output_cost_per_token": 1e-6, "input_cost_per_token": )" + json + "}");
    QTEST(price.rates.input, "nanosPerMillion");
    QCOMPARE(price.source, core::PriceSource::Imported);
    QCOMPARE(price.sourceText, u"prices of LiteLLM"_s);
    QCOMPARE(price.sourceDate, u"2026-07-24"_s);
}

void TestLiteLlmPrices::readsCachePricesAndTiers()
{
    const Price price = only(R"({"mode": "chat",
        "input_cost_per_token": 3e-06, "output_cost_per_token": 1.5e-05,
        "cache_read_input_token_cost": 3e-07, "cache_creation_input_token_cost": 3.75e-06,
        "cache_creation_input_token_cost_above_1hr": 6e-06,
        "input_cost_per_token_above_200k_tokens": 6e-06,
        "output_cost_per_token_above_200k_tokens": 2.25e-05,
        "cache_read_input_token_cost_above_200k_tokens": 6e-07,
        "input_cost_per_token_above_128k_tokens": 4e-06})");
    QVERIFY(
        (price.rates == core::Rates{3'000'000'000, 300'000'000, 3'750'000'000, 15'000'000'000}));
    QCOMPARE(price.tiers.size(), 2U);
    // A tier that names no output price keeps the model's; its cached tokens cost what others do.
    QVERIFY((price.tiers.at(0) ==
             core::Tier{128'001, {4'000'000'000, 4'000'000'000, 4'000'000'000, 15'000'000'000}}));
    QVERIFY((price.tiers.at(1) ==
             core::Tier{200'001, {6'000'000'000, 600'000'000, 6'000'000'000, 22'500'000'000}}));
}

void TestLiteLlmPrices::chargesCachedTokensInFullWithoutAPriceOfTheirOwn()
{
    const Price price = only(R"({"input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06,
                                 "cache_read_input_token_cost": null})");
    QCOMPARE(price.rates.cachedInput, 1'000'000'000);
    QCOMPARE(price.rates.cacheWrite, 1'000'000'000);
}

void TestLiteLlmPrices::takesEmbeddingsWithoutAnOutputPrice()
{
    const Price price = only(R"({"mode": "embedding", "input_cost_per_token": 1e-08})");
    QCOMPARE(price.rates.input, 10'000'000);
    QCOMPARE(price.rates.output, 0);
}

void TestLiteLlmPrices::skipsAndCountsWhatHasNoPricePerToken_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("model");
    QTest::newRow("per image") << "x"_ba
                               << R"({"output_cost_per_image": 0.04})"_ba;
    QTest::newRow("no output") << "x"_ba
                               << R"({"mode": "chat", "input_cost_per_token": 1e-6})"_ba;
    QTest::newRow("zero throughout")
        << "x"_ba
        << R"({"input_cost_per_token": 0, "output_cost_per_token": 0})"_ba;
    QTest::newRow("negative")
        << "x"_ba
        << R"({"input_cost_per_token": -1e-6, "output_cost_per_token": 0})"_ba;
    QTest::newRow("dollars per million as if per token")
        << "x"_ba
        << R"({"input_cost_per_token": 0.15, "output_cost_per_token": 0.6})"_ba;
    QTest::newRow("text for a number")
        << "x"_ba
        << R"({"input_cost_per_token": "1e-6", "output_cost_per_token": 1e-6})"_ba;
    QTest::newRow("a tier that cannot be read")
        << "x"_ba
        << R"({"input_cost_per_token": 1e-6, "output_cost_per_token": 1e-6,
                         "input_cost_per_token_above_200k_tokens": "2e-6"})"_ba;
    QTest::newRow("a glob")
        << "openai/*"_ba
        << R"({"input_cost_per_token": 1e-6, "output_cost_per_token": 1e-6})"_ba;
    QTest::newRow("no object") << "x"_ba
                               << "7"_ba;
}

void TestLiteLlmPrices::skipsAndCountsWhatHasNoPricePerToken()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, model);
    const auto imported = read(R"({"m": {"input_cost_per_token": 1e-6,
        "output_cost_per_token": 2e-6}, ")" +
                               name + R"(": )" + model + "}");
    QVERIFY(imported.ok());
    QCOMPARE(imported->prices.size(), 1U);
    QCOMPARE(imported->skipped, 1);
    QVERIFY(!read("{\"" + name + "\": " + model + "}").ok()); // nothing usable at all
}

void TestLiteLlmPrices::liesBetweenShippedAndConfiguration()
{
    const Price imported = only(R"({"input_cost_per_token": 1e-6, "output_cost_per_token": 2e-6})");
    Price shipped = imported;
    shipped.source = core::PriceSource::Shipped;
    Price configured = imported;
    configured.source = core::PriceSource::Configuration;
    const core::PriceBook book({shipped, imported});
    QCOMPARE(book.find(u"m", core::Time{})->source, core::PriceSource::Imported);
    QCOMPARE(book.with({configured}).find(u"m", core::Time{})->source,
             core::PriceSource::Configuration);
}

void TestLiteLlmPrices::refusesWhatIsNoPriceFile()
{
    QCOMPARE(read("{").error().code, core::ErrorCode::InvalidInput);
    QVERIFY(read("{").error().message.startsWith(u"prices of LiteLLM: byte 1: "_s));
    QCOMPARE(read("[]").error().message, u"prices of LiteLLM: it is not an object of models."_s);
    QCOMPARE(read("{}").error().message,
             u"prices of LiteLLM: no model in it has a price per token."_s);
}

QTEST_APPLESS_MAIN(TestLiteLlmPrices)
#include "tst_litellmprices.moc"
