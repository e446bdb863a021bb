// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/pricerecord.h"

#include <QtTest>

using namespace core;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 Dollar = Money::NanosPerDollar;

Price price(const QString &model, qint64 input, qint64 output)
{
    Price one;
    one.model = model;
    one.rates = {input, input / 4, input, output};
    one.source = PriceSource::User;
    one.sourceDate = u"2026-11-21"_s;
    return one;
}
} // namespace

class TestPriceRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromTheLedgerAsItWas()
    {
        Price full = price(u"Acme/Big"_s, 6'400'000'001, 17 * Dollar);
        full.tiers = {{200'000, {12 * Dollar, 3 * Dollar, 12 * Dollar, 30 * Dollar}}};
        full.perRequest = Money::fromNanos(1);
        full.perAudioMinute = Money::fromNanos(6'000'000);
        full.effectiveFrom = Time(std::chrono::seconds{1'795'219'200}); // 2026-11-21
        full.sourceText = u"a \"quoted\" source"_s;
        QCOMPARE(priceIn(storedPrice(full)).value(), std::optional(full));

        Price imported = price(u"acme/big"_s, Dollar, Dollar);
        imported.source = PriceSource::Imported;
        QCOMPARE(priceIn(storedPrice(imported)).value(), std::optional(imported));
        QVERIFY(storedPrice(imported).name != storedPrice(full).name);
        QCOMPARE(removedPrice(full).name, storedPrice(full).name);
        QVERIFY(removedPrice(full).value.isEmpty());
    }

    void keepsOneForEachNameAndDate()
    {
        Price later = price(u"A"_s, Dollar, Dollar);
        later.effectiveFrom = Time(std::chrono::seconds{1'795'219'200});
        QCOMPARE(storedPrice(price(u"a"_s, 1'000'000, 1'000'000)).name,
                 storedPrice(price(u"A"_s, Dollar, Dollar)).name);
        QVERIFY(storedPrice(later).name != storedPrice(price(u"A"_s, Dollar, Dollar)).name);
    }

    void leavesOtherSettingsAlone()
    {
        QCOMPARE(priceIn({"paused:research", "1"}).value(), std::optional<Price>());
    }

    void namesAStoredPriceThatCannotBeRead()
    {
        const auto damaged = priceIn({"price:user:a@1970-01-01", "{\"model\":"});
        QVERIFY(!damaged.ok());
        QVERIFY(damaged.error().message.contains(u"price:user:a@1970-01-01"_s));
    }

    void readsWhatAPersonWrote_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("complaint"); // empty: fine
        const auto row = [](const char *name, const char *json, const QString &complaint) {
            QTest::newRow(name) << QByteArray(json) << complaint;
        };
        row("the least", R"({"model":"a","input":0.1,"output":0.3})", {});
        row("text for numbers", R"({"model":"a","input":"0.1","output":"0.3"})", {});
        row("free", R"({"model":"a","input":0,"output":0})", {});
        row("no model", R"({"input":1,"output":1})", u"model"_s);
        row("no output", R"({"model":"a","input":1})", u"output"_s);
        row("negative", R"({"model":"a","input":-1,"output":1})", u"input"_s);
        row("per token", R"({"model":"a","input":0.00000015,"output":1})", u"per token"_s);
        row("misspelt", R"({"model":"a","inptu":1,"output":1})", u"inptu"_s);
        row("bad date",
            R"({"model":"a","input":1,"output":1,"effective_from":"soon"})",
            u"effective_from"_s);
        row("not JSON", "0.1", u"JSON"_s);
    }
    void readsWhatAPersonWrote()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, complaint);
        const auto read = priceFromJson(json);
        QCOMPARE(read.ok(), complaint.isEmpty());
        if (!read.ok()) {
            QVERIFY2(read.error().message.contains(complaint), qPrintable(read.error().message));
        } else {
            QCOMPARE(read->source, PriceSource::User);
            QCOMPARE(read->rates.cachedInput, read->rates.input); // never cheaper than was said
        }
    }

    void doubtsTheRatesOfLongPromptsAgainstThoseOfLongPrompts()
    {
        Price usual = price(u"a"_s, Dollar, 8 * Dollar);
        usual.source = PriceSource::Shipped;
        usual.tiers = {{200'000, {6 * Dollar, Dollar, 6 * Dollar, 12 * Dollar}}};
        const PriceBook book({usual});
        Price typed = usual;
        typed.tiers = {{200'000, {5 * Dollar, Dollar, 5 * Dollar, 12 * Dollar}},
                       {400'000, {6 * Dollar, Dollar, 6 * Dollar, 72 * Dollar}}};
        const auto doubts = doubtsAbout(typed, book, Time{}); // $5 is far from $1, not from $6
        QCOMPARE(doubts.size(), 1U);
        QCOMPARE(doubts.front().fromPromptTokens, 400'000);
        QCOMPARE(doubts.front().sentence(), // $72 is 6 times $12
                 u"Output from 400000 prompt tokens on is 6 times above the shipped $12.00. "
                 "Was it meant per 1,000 tokens, or for another model?"_s);
    }

    // pitfalls B11: a price typed per million where per thousand was meant.
    void doubtsWhatIsFarFromTheListPrice()
    {
        const PriceBook book({price(u"a"_s, Dollar, 1'200'000'000)});
        const auto doubts = doubtsAbout(price(u"a"_s, Dollar, 17 * Dollar), book, Time{});
        QCOMPARE(doubts.size(), 1U);
        QVERIFY2(
            doubts.front().sentence().startsWith(u"Output is 14 times above the user $1.20."_s),
            qPrintable(doubts.front().sentence())); // 17 / 1.2 = 14.17
        QVERIFY(doubts.front().rate == &Rates::output);
        QVERIFY(doubts.front().isAbove);
        QCOMPARE(doubts.front().times, 14);
        QCOMPARE(doubts.front().usual, 1'200'000'000);
        QVERIFY(doubts.front().source == PriceSource::User);
        QCOMPARE(doubtsAbout(price(u"a"_s, Dollar / 1'000, Dollar), book, Time{}).size(), 2U);
        QVERIFY(doubtsAbout(price(u"a"_s, 2 * Dollar, 3 * Dollar), book, Time{}).empty());
        QVERIFY(doubtsAbout(price(u"a"_s, 0, 0), book, Time{}).empty()); // zero is meant
        QVERIFY(doubtsAbout(price(u"b"_s, 9 * Dollar, 9 * Dollar), book, Time{}).empty());
    }
};

QTEST_APPLESS_MAIN(TestPriceRecord)
#include "tst_pricerecord.moc"
