// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/price.h"

#include <QRandomGenerator>
#include <QtTest>

#include <limits>

using namespace Qt::StringLiterals;
using core::Money;
using core::Price;
using core::Rates;
using core::TokenUsage;

namespace {

constexpr qint64 Largest = std::numeric_limits<qint64>::max();

qint64 perMillion(const char *dollars)
{
    return Money::parse(dollars).value().nanos();
}

/// gpt-4o-mini's: $0.15 input, $0.075 cached, $0.60 output per million.
Price smallPrice()
{
    Price price;
    price.model = u"small"_s;
    price.rates = {perMillion("0.15"), perMillion("0.075"), perMillion("0.15"), perMillion("0.60")};
    return price;
}

/// gemini-2.5-pro's shape: dearer above 200,000 prompt tokens.
Price tieredPrice()
{
    Price price;
    price.model = u"tiered"_s;
    price.rates = {perMillion("1.25"), perMillion("0.125"), perMillion("1.25"), perMillion("10")};
    price.tiers = {
        {200'001, {perMillion("2.50"), perMillion("0.25"), perMillion("2.50"), perMillion("15")}}};
    return price;
}

Money charged(const Price &price, const TokenUsage &usage)
{
    return core::charge(price, usage).value();
}

Rates randomRates(QRandomGenerator &random)
{
    const auto rate = [&random] {
        return static_cast<qint64>(random.bounded(20'000'000'000ULL));
    };
    return {rate(), rate(), rate(), rate()};
}

Price randomPrice(QRandomGenerator &random)
{
    Price price;
    price.rates = randomRates(random);
    if (random.bounded(3) == 0) {
        price.rates.output = 0;
    }
    qint64 from = 0;
    for (int i = random.bounded(4); i > 0; --i) {
        from += 1 + random.bounded(5'000);
        price.tiers.push_back({from, randomRates(random)});
    }
    price.perRequest = Money::fromNanos(random.bounded(2) * static_cast<qint64>(random.generate()));
    return price;
}

/// Zero in one of `chance` cases, else up to 5,000.
qint64 count(QRandomGenerator &random, int chance)
{
    return random.bounded(chance) == 0 ? 0 : random.bounded(5'000);
}

} // namespace

/// S1-35 to S1-37, X-02; acceptance cases 1, 3, 4, 13.
class TestPrice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void chargesAMillionTimesThreeTokensExactly();
    void sumsEveryKindOfTokenOnce();
    void neverChargesReasoningAgain();
    void roundsHalfToEven_data();
    void roundsHalfToEven();
    void takesTheTierOfTheWholePrompt_data();
    void takesTheTierOfTheWholePrompt();
    void addsTheFeeOfARequest();
    void chargesAudioByTheSecond();
    void chargesNothingForAFreeModel();
    void refusesNegativeCountsAndRates();
    void saturatesInsteadOfWrapping();
    void boundsAtTheDearestTierThatCanApply();
    void boundsEveryPromptTokenAtTheDearestPromptRate();
    void roundsABoundUp();
    void neverChargesMoreThanTheBound();
    void invertsTheBoundExactly();
    void answersTheEdgesOfAffordableOutput();
    void checksWhatCanBeMeant_data();
    void checksWhatCanBeMeant();
    void charges();
};

void TestPrice::chargesAMillionTimesThreeTokensExactly() // case 3
{
    const Price price = smallPrice();
    const TokenUsage usage{.input = 3};
    // 3 x 150,000,000 / 1,000,000 = 450 nano-dollars a call
    QCOMPARE(charged(price, usage), Money::fromNanos(450));
    Money sum;
    for (int i = 0; i < 1'000'000; ++i) {
        sum += charged(price, usage);
    }
    QCOMPARE(sum.toDecimal(), "0.45"_ba);
}

void TestPrice::sumsEveryKindOfTokenOnce() // S1-36, S1-37, S2-20
{
    Price price = smallPrice();
    price.rates.cacheWrite = perMillion("0.1875");
    const TokenUsage usage{
        .input = 100'000, .cachedInput = 900'000, .cacheWrite = 8'000, .output = 50};
    // 100,000 x 0.15 + 900,000 x 0.075 + 8,000 x 0.1875 + 50 x 0.60, each per million:
    // 0.015 + 0.0675 + 0.0015 + 0.00003 = 0.08403
    QCOMPARE(charged(price, usage).toDecimal(), "0.08403"_ba);
}

void TestPrice::neverChargesReasoningAgain()
{
    // 1,000 x 0.60 per million, of which 900 were reasoning
    QCOMPARE(charged(smallPrice(), {.output = 1'000, .reasoning = 900}).toDecimal(), "0.0006"_ba);
}

void TestPrice::roundsHalfToEven_data()
{
    QTest::addColumn<qint64>("tokens");
    QTest::addColumn<qint64>("rate"); // nano-dollars per million: 500,000 is half of one a token
    QTest::addColumn<qint64>("nanos");
    QTest::newRow("0.5 to 0") << 1LL << 500'000LL << 0LL;
    QTest::newRow("1.5 to 2") << 3LL << 500'000LL << 2LL;
    QTest::newRow("2.5 to 2") << 5LL << 500'000LL << 2LL;
    QTest::newRow("3.5 to 4") << 7LL << 500'000LL << 4LL;
    QTest::newRow("just below half") << 1LL << 499'999LL << 0LL;
    QTest::newRow("just above half") << 1LL << 500'001LL << 1LL;
    QTest::newRow("just above 2.5") << 1LL << 2'500'001LL << 3LL;
}

void TestPrice::roundsHalfToEven()
{
    QFETCH(const qint64, tokens);
    QFETCH(const qint64, rate);
    Price price;
    price.rates.input = rate;
    QTEST(charged(price, {.input = tokens}).nanos(), "nanos");

    // Once for the call, not once for each kind of token: 0.5 + 0.5 is 1.
    price.rates.input = 500'000;
    price.rates.output = 500'000;
    QCOMPARE(charged(price, {.input = 1, .output = 1}), Money::fromNanos(1));
}

void TestPrice::takesTheTierOfTheWholePrompt_data()
{
    QTest::addColumn<qint64>("input");
    QTest::addColumn<qint64>("cached");
    QTest::addColumn<QByteArray>("dollars");
    // 200,000 x 1.25 per million + 1,000 x 10 per million
    QTest::newRow("at the edge") << 200'000LL << 0LL << "0.26"_ba;
    // 200,001 x 2.50 per million + 1,000 x 15 per million: all of it at the tier's rates
    QTest::newRow("one beyond") << 200'001LL << 0LL << "0.5150025"_ba;
    // cached tokens are part of the prompt: 1 x 2.50 + 200,000 x 0.25 per million + 0.015
    QTest::newRow("beyond with its cached part") << 1LL << 200'000LL << "0.0650025"_ba;
}

void TestPrice::takesTheTierOfTheWholePrompt()
{
    QFETCH(const qint64, input);
    QFETCH(const qint64, cached);
    const TokenUsage usage{.input = input, .cachedInput = cached, .output = 1'000};
    QTEST(charged(tieredPrice(), usage).toDecimal(), "dollars");
}

void TestPrice::chargesAudioByTheSecond()
{
    Price price;
    price.perAudioMinute = Money::parse("0.006").value();
    TokenUsage usage;
    usage.audioSeconds = 90; // 90 / 60 x $0.006
    QCOMPARE(*core::charge(price, usage), Money::parse("0.009").value());
    QCOMPARE(core::audioBound(price, 90), *core::charge(price, usage));
    price.perAudioMinute = Money::fromNanos(100);
    usage.audioSeconds = 1; // 100 / 60 = 1.67 nano-dollars
    QCOMPARE(*core::charge(price, usage), Money::fromNanos(2));
    QCOMPARE(core::audioBound(price, 1), Money::fromNanos(2)); // rounded up
    usage.audioSeconds = -1;
    QVERIFY(!core::charge(price, usage).ok());
    QCOMPARE(core::audioBound(price, -1), Money());
    QCOMPARE(core::audioBound(Price(), 3'600), Money());
}

void TestPrice::addsTheFeeOfARequest()
{
    Price price;
    price.perRequest = Money::parse("0.002").value();
    QCOMPARE(charged(price, {}).toDecimal(), "0.002"_ba);
    QCOMPARE(core::upperBound(price, 10, 10).toDecimal(), "0.002"_ba);
}

void TestPrice::chargesNothingForAFreeModel() // a price of zero is a real price
{
    QCOMPARE(charged(Price{}, {.input = 1'000, .output = 1'000}), Money());
    QCOMPARE(core::affordableOutput(Price{}, 1'000, Money()), Largest);
}

void TestPrice::refusesNegativeCountsAndRates() // case 13
{
    for (const TokenUsage &usage : {TokenUsage{.input = -1},
                                    TokenUsage{.cachedInput = -1},
                                    TokenUsage{.cacheWrite = -1},
                                    TokenUsage{.input = 10, .output = -1}}) {
        QCOMPARE(core::charge(smallPrice(), usage).error().code, core::ErrorCode::InvalidInput);
    }
    Price price = smallPrice();
    price.rates.output = -1;
    QCOMPARE(core::charge(price, {.input = 1}).error().code, core::ErrorCode::InvalidInput);
}

void TestPrice::saturatesInsteadOfWrapping() // case 13
{
    Price price;
    price.rates = {Largest, Largest, Largest, Largest};
    price.perRequest = Money::maximum();
    const TokenUsage usage{Largest, Largest, Largest, Largest};
    QCOMPARE(charged(price, usage), Money::maximum());
    QCOMPARE(core::upperBound(price, Largest, Largest), Money::maximum());
    QCOMPARE(core::upperBound(smallPrice(), Largest, Largest), Money::maximum());
}

void TestPrice::boundsAtTheDearestTierThatCanApply()
{
    // 200,000 x 1.25 + 1,000 x 10 per million, and one token more: 200,001 x 2.50 + 1,000 x 15
    QCOMPARE(core::upperBound(tieredPrice(), 200'000, 1'000).toDecimal(), "0.26"_ba);
    QCOMPARE(core::upperBound(tieredPrice(), 200'001, 1'000).toDecimal(), "0.5150025"_ba);
    // A cheaper tier above does not make a shorter prompt cheaper.
    Price price = tieredPrice();
    price.tiers.front().rates = {};
    QCOMPARE(core::upperBound(price, 200'001, 0).toDecimal(), "0.25000125"_ba);
}

void TestPrice::boundsEveryPromptTokenAtTheDearestPromptRate()
{
    Price price = smallPrice();
    price.rates.cacheWrite = perMillion("3.75");
    QCOMPARE(core::upperBound(price, 1'000'000, 0).toDecimal(), "3.75"_ba);
    QCOMPARE(core::upperBound(price, -5, -5), Money());
}

void TestPrice::roundsABoundUp()
{
    Price price;
    price.rates.output = 1; // a millionth of a nano-dollar a token
    QCOMPARE(core::upperBound(price, 0, 1), Money::fromNanos(1));
    QCOMPARE(core::upperBound(price, 0, 1'000'000), Money::fromNanos(1));
    QCOMPARE(core::upperBound(price, 0, 1'000'001), Money::fromNanos(2));
}

void TestPrice::neverChargesMoreThanTheBound()
{
    QRandomGenerator random(2);
    for (int i = 0; i < 100'000; ++i) {
        const Price price = randomPrice(random);
        const TokenUsage usage{.input = random.bounded(10'000),
                               .cachedInput = count(random, 3),
                               .cacheWrite = count(random, 2),
                               .output = random.bounded(10'000)};
        const qint64 prompt = usage.prompt() + count(random, 2);
        const qint64 output = usage.output + count(random, 2);
        QVERIFY(charged(price, usage) <= core::upperBound(price, prompt, output));
    }
}

void TestPrice::invertsTheBoundExactly()
{
    QRandomGenerator random(3);
    for (int i = 0; i < 100'000; ++i) {
        const Price price = randomPrice(random);
        const qint64 prompt = random.bounded(20'000);
        const Money money =
            Money::fromNanos(static_cast<qint64>(random.generate64() >> (random.bounded(60) + 2)));
        const qint64 tokens = core::affordableOutput(price, prompt, money);
        QVERIFY(tokens < 0 || core::upperBound(price, prompt, tokens) <= money);
        QVERIFY(tokens == Largest || core::upperBound(price, prompt, tokens + 1) > money);
    }
}

void TestPrice::answersTheEdgesOfAffordableOutput()
{
    const Price price = smallPrice();
    // 1,000 prompt tokens cost 0.00015; each output token 600 nano-dollars
    QCOMPARE(core::affordableOutput(price, 1'000, Money::fromNanos(149'999)), -1);
    QCOMPARE(core::affordableOutput(price, 1'000, Money::fromNanos(150'000)), 0);
    QCOMPARE(core::affordableOutput(price, 1'000, Money::fromNanos(150'599)), 0);
    QCOMPARE(core::affordableOutput(price, 1'000, Money::fromNanos(150'600)), 1);
    QCOMPARE(core::affordableOutput(price, 0, Money::fromNanos(-1)), -1);
    QCOMPARE(core::affordableOutput(Price{}, 0, Money::fromNanos(-1)), -1);
    QCOMPARE(core::affordableOutput(price, Largest, Money::maximum()), Largest);
    Price cheapest;
    cheapest.rates.output = 1;
    QCOMPARE(core::affordableOutput(cheapest, 0, Money::fromNanos(Largest - 1)), Largest);
}

void TestPrice::checksWhatCanBeMeant_data()
{
    QTest::addColumn<Price>("price");
    QTest::addColumn<QString>("message"); // empty: nothing wrong
    const auto row = [](const char *name, const auto &change, const QString &message) {
        Price price = tieredPrice();
        change(price);
        QTest::newRow(name) << price << message;
    };
    const QString price = u"The price of \"tiered\", key \"%1\", %2."_s;
    row("as it is", [](Price &) {}, {});
    row("free", [](Price &p) { p.rates = {}; }, {});
    row("dearest known", [](Price &p) { p.rates.output = perMillion("600"); }, {});
    row("cheapest known", [](Price &p) { p.rates.cachedInput = perMillion("0.0028"); }, {});
    row(
        "no name",
        [](Price &p) { p.model = u" "_s; },
        u"The price of \" \", key \"models\", is empty."_s);
    row(
        "negative",
        [](Price &p) { p.rates.cacheWrite = -1; },
        price.arg(u"cache_write"_s, u"is below zero"_s));
    row(
        "dollars per token as if per million",
        [](Price &p) { p.rates.input = perMillion("0.00000015"); },
        price.arg(u"input"_s,
                  u"is below $0.00001 per million tokens (is it a price per token?)"_s));
    row(
        "dollars per million as if per token",
        [](Price &p) { p.rates.output = perMillion("600000"); },
        price.arg(u"output"_s, u"is above $5000 per million tokens (was it a price per token?)"_s));
    row(
        "fee below zero",
        [](Price &p) { p.perRequest = Money::fromNanos(-1); },
        price.arg(u"per_request"_s, u"is below zero or above $1000"_s));
    row(
        "tiers out of order",
        [](Price &p) { p.tiers.push_back(p.tiers.front()); },
        price.arg(u"from_prompt_tokens"_s, u"does not ascend from above zero"_s));
    row(
        "negative in a tier",
        [](Price &p) { p.tiers.front().rates.input = -1; },
        price.arg(u"input"_s, u"is below zero"_s));
}

void TestPrice::checksWhatCanBeMeant()
{
    QFETCH(const Price, price);
    QFETCH(const QString, message);
    const auto checked = core::check(price);
    QCOMPARE(checked.ok(), message.isEmpty());
    if (!checked) {
        QCOMPARE(checked.error().code, core::ErrorCode::InvalidInput);
        QCOMPARE(checked.error().message, message);
    }
}

void TestPrice::charges() // section 8 asks for 16 million a second in a release build
{
    const Price price = tieredPrice();
    Money sum;
    QBENCHMARK
    {
        for (qint64 i = 0; i < 1'000'000; ++i) {
            sum += charged(price, {.input = 1'000 + i, .cachedInput = 50, .output = i});
        }
    }
    QVERIFY(!sum.isZero());
}

QTEST_APPLESS_MAIN(TestPrice)
#include "tst_price.moc"
