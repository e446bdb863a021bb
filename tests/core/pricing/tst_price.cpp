// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prices.h"

#include <QtTest>

#include <limits>

using namespace Qt::StringLiterals;
using core::Money;
using core::Price;
using core::TokenUsage;
using namespace prices;

namespace {

constexpr qint64 Largest = std::numeric_limits<qint64>::max();

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
