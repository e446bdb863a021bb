// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prices.h"

#include <QRandomGenerator>
#include <QtTest>

#include <limits>

using core::Money;
using core::Price;
using core::Rates;
using core::TokenUsage;
using namespace prices;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Largest = std::numeric_limits<qint64>::max();

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

/// What a call can cost at most, and what a rest of money can buy: acceptance cases 1 and 13.
class TestPriceBound : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void boundsAtTheDearestTierThatCanApply();
    void boundsEveryPromptTokenAtTheDearestPromptRate();
    void roundsABoundUp();
    void neverChargesMoreThanTheBound();
    void invertsTheBoundExactly();
    void answersTheEdgesOfAffordableOutput();
};

void TestPriceBound::boundsAtTheDearestTierThatCanApply()
{
    // 200,000 x 1.25 + 1,000 x 10 per million, and one token more: 200,001 x 2.50 + 1,000 x 15
    QCOMPARE(core::upperBound(tieredPrice(), 200'000, 1'000).toDecimal(), "0.26"_ba);
    QCOMPARE(core::upperBound(tieredPrice(), 200'001, 1'000).toDecimal(), "0.5150025"_ba);
    // A cheaper tier above does not make a shorter prompt cheaper.
    Price price = tieredPrice();
    price.tiers.front().rates = {};
    QCOMPARE(core::upperBound(price, 200'001, 0).toDecimal(), "0.25000125"_ba);
}

void TestPriceBound::boundsEveryPromptTokenAtTheDearestPromptRate()
{
    Price price = smallPrice();
    price.rates.cacheWrite = perMillion("3.75");
    QCOMPARE(core::upperBound(price, 1'000'000, 0).toDecimal(), "3.75"_ba);
    QCOMPARE(core::upperBound(price, -5, -5), Money());
}

void TestPriceBound::roundsABoundUp()
{
    Price price;
    price.rates.output = 1; // a millionth of a nano-dollar a token
    QCOMPARE(core::upperBound(price, 0, 1), Money::fromNanos(1));
    QCOMPARE(core::upperBound(price, 0, 1'000'000), Money::fromNanos(1));
    QCOMPARE(core::upperBound(price, 0, 1'000'001), Money::fromNanos(2));
}

void TestPriceBound::neverChargesMoreThanTheBound()
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

void TestPriceBound::invertsTheBoundExactly()
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

void TestPriceBound::answersTheEdgesOfAffordableOutput()
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

QTEST_APPLESS_MAIN(TestPriceBound)
#include "tst_pricebound.moc"
