// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prices.h"

#include <QtTest>

using core::Money;
using core::Price;
using namespace prices;
using namespace Qt::StringLiterals;

/// Prices that cannot be meant: S1-35.
class TestPriceCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void checksWhatCanBeMeant_data();
    void checksWhatCanBeMeant();
};

void TestPriceCheck::checksWhatCanBeMeant_data()
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

void TestPriceCheck::checksWhatCanBeMeant()
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

QTEST_APPLESS_MAIN(TestPriceCheck)
#include "tst_pricecheck.moc"
