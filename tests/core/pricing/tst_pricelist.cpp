// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/pricebook.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using core::Money;
using core::Price;
using core::PriceBook;

namespace {

constexpr auto Good =
    R"("models": ["m"], "input": "0.15", "output": 0.6, "source": "s", "date": "2026-07-24")";

QByteArray listOf(const QByteArray &entries)
{
    return R"({"unit": "USD per million tokens", "prices": [)" + entries + "]}";
}

QByteArray entry(const QByteArray &more)
{
    return listOf("{" + QByteArray(Good) + more + "}");
}

/// The good entry with one part of it replaced.
QByteArray entryWith(const QByteArray &part, const QByteArray &instead)
{
    return entry({}).replace(part, instead);
}

} // namespace

/// S1-35, S1-38, X-02, X-08: pitfalls 11 (unit mix-ups) and bifrost #5673 (ignored field names).
class TestPriceList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAFullEntry();
    void makesOnePriceForEachName();
    void chargesCachedTokensLikeOthersUnlessToldOtherwise();
    void readsNumbersAndTextsExactly_data();
    void readsNumbersAndTextsExactly();
    void keepsSeveralDatesOfOneModel();
    void namesFileEntryAndKeyOfEveryMistake_data();
    void namesFileEntryAndKeyOfEveryMistake();
};

void TestPriceList::readsAFullEntry()
{
    const auto prices = PriceBook::parse(listOf(R"({
        "models": ["gemini-2.5-pro"], "input": "1.25", "cached_input": "0.125",
        "cache_write": "1.5", "output": "10", "per_request": "0.001",
        "tiers": [{"from_prompt_tokens": 200001, "input": "2.5", "cached_input": "0.25",
                   "output": "15"}],
        "effective_from": "2026-07-01", "source": "ai.google.dev", "date": "2026-08-05"})"),
                                         u"test.json"_s);
    QVERIFY2(prices.ok(), qPrintable(prices.ok() ? QString() : prices.error().message));
    Price expected;
    expected.model = u"gemini-2.5-pro"_s;
    expected.rates = {1'250'000'000, 125'000'000, 1'500'000'000, 10'000'000'000};
    expected.tiers = {{200'001, {2'500'000'000, 250'000'000, 2'500'000'000, 15'000'000'000}}};
    expected.perRequest = Money::fromNanos(1'000'000);
    expected.effectiveFrom = core::Time(std::chrono::sys_days{std::chrono::year{2026} / 7 / 1});
    expected.sourceText = u"ai.google.dev"_s;
    expected.sourceDate = u"2026-08-05"_s;
    QCOMPARE(prices->size(), 1U);
    QVERIFY(prices->front() == expected);
}

void TestPriceList::makesOnePriceForEachName()
{
    const auto prices =
        PriceBook::parse(entryWith(R"(["m"])", R"(["gpt-4o", "gpt-4o-20*"])"), u"test.json"_s);
    QCOMPARE(prices->size(), 2U);
    QCOMPARE(prices->at(1).model, u"gpt-4o-20*"_s);
    QVERIFY(prices->at(0).rates == prices->at(1).rates);
}

void TestPriceList::chargesCachedTokensLikeOthersUnlessToldOtherwise() // S1-36: never nothing
{
    const auto prices = PriceBook::parse(entry({}), u"test.json"_s);
    QCOMPARE(prices->front().rates.cachedInput, 150'000'000);
    QCOMPARE(prices->front().rates.cacheWrite, 150'000'000);
    const auto free = PriceBook::parse(entry(R"(, "cached_input": 0)"), u"test.json"_s);
    QCOMPARE(free->front().rates.cachedInput, 0);
}

void TestPriceList::readsNumbersAndTextsExactly_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("nanos");
    QTest::newRow("number") << "0.6"_ba << 600'000'000LL;
    QTest::newRow("number no double can hold") << "0.1"_ba << 100'000'000LL;
    QTest::newRow("nine decimals") << "4999.123456789"_ba << 4'999'123'456'789LL;
    QTest::newRow("exponent") << "6e-1"_ba << 600'000'000LL;
    QTest::newRow("whole") << "15"_ba << 15'000'000'000LL;
    QTest::newRow("text") << "\"0.003625\""_ba << 3'625'000LL;
    QTest::newRow("zero") << "0"_ba << 0LL;
}

void TestPriceList::readsNumbersAndTextsExactly()
{
    QFETCH(const QByteArray, json);
    const auto prices = PriceBook::parse(entryWith("0.6", json), u"test.json"_s);
    QVERIFY2(prices.ok(), qPrintable(prices.ok() ? QString() : prices.error().message));
    QTEST(prices->front().rates.output, "nanos");
}

void TestPriceList::keepsSeveralDatesOfOneModel()
{
    const QByteArray first = "{" + QByteArray(Good) + "}";
    const QByteArray second = "{" + QByteArray(Good) + R"(, "effective_from": "2026-09-01"})";
    const auto prices = PriceBook::parse(listOf(first + "," + second), u"test.json"_s);
    QVERIFY(prices.ok());
    QCOMPARE(prices->size(), 2U);
}

void TestPriceList::namesFileEntryAndKeyOfEveryMistake_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &json, const QString &message) {
        QTest::newRow(name) << json << message;
    };
    const QString where = u"test.json, entry 1 (m): "_s;
    row("no JSON", "{", u"test.json: byte 1: "_s);
    row("a list", "[]", u"test.json: key \"unit\" is missing"_s);
    row("another unit",
        R"({"unit": "USD per token", "prices": []})",
        u"test.json: key \"unit\" is not \"USD per million tokens\""_s);
    row("no prices", listOf({}), u"test.json: key \"prices\" is missing or not a list"_s);
    row("unknown key above",
        R"({"unit": "USD per million tokens", "price": []})",
        u"test.json: key \"price\" is unknown"_s);
    row("entry is no object", listOf("7"), u"test.json, entry 1 (): key \"input\" is missing"_s);
    row("unknown key", entry(R"(, "cached": 1)"), where + u"key \"cached\" is unknown"_s);
    row("no name",
        entryWith(R"(["m"])", "[]"),
        u"test.json, entry 1 (): key \"models\" is missing"_s);
    row("name is a number",
        entryWith(R"(["m"])", "[7]"),
        u"test.json, entry 1 (): The price of \"\", key \"models\", is empty."_s);
    row("no input", entryWith("input", "output"), where + u"key \"input\" is missing"_s);
    row("not finite",
        entryWith("0.15", "NaN"),
        where + u"key \"input\" is wrong: \"NaN\" is not a decimal number."_s);
    row("too large for a number",
        entryWith("0.6", "1e300"),
        where + u"key \"output\" is wrong: \"1e+300\" is beyond 9.2 billion dollars."_s);
    row("a comma", entryWith("0.15", "0,15"), where + u"key \"input\" is wrong: \"0,15\" is not"_s);
    row("too fine",
        entryWith("0.15", "1e-10"),
        where + u"key \"input\" is wrong: \"1e-10\" is finer"_s);
    row("true", entryWith("0.6", "true"), where + u"key \"output\" is wrong: \"\" is not"_s);
    row("negative",
        entryWith("0.6", "-0.6"),
        where + u"The price of \"m\", key \"output\", is below zero."_s);
    row("per token",
        entryWith("0.15", "0.00000015"),
        where + u"The price of \"m\", key \"input\", is below $0.00001 per million tokens"_s);
    row("per million, where per token was meant",
        entryWith("0.6", "600000"),
        where + u"The price of \"m\", key \"output\", is above $5000 per million tokens"_s);
    row("no source", entryWith(R"("s")", R"("")"), where + u"key \"source\" is missing"_s);
    row("no date", entryWith("2026-07-24", "July"), where + u"key \"date\" is not a date"_s);
    row("no effective date",
        entry(R"(, "effective_from": "2026-13-01")"),
        where + u"key \"effective_from\" is not a date"_s);
    row("no tiers", entry(R"(, "tiers": {})"), where + u"key \"tiers\" is missing or not a list"_s);
    row("tier without a rate",
        entry(R"(, "tiers": [{"from_prompt_tokens": 5, "input": 1}])"),
        u"test.json, entry 1 (m), tier 1: key \"output\" is missing"_s);
    row("tier from half a token",
        entry(R"(, "tiers": [{"from_prompt_tokens": 5.5, "input": 1, "output": 1}])"),
        u"test.json, entry 1 (m), tier 1: key \"from_prompt_tokens\" is missing or not a whole"_s);
    row("unknown key in a tier",
        entry(R"(, "tiers": [{"from_prompt_tokens": 5, "input": 1, "output": 1, "x": 1}])"),
        u"test.json, entry 1 (m), tier 1: key \"x\" is unknown"_s);
    row("tiers out of order",
        entry(R"(, "tiers": [{"from_prompt_tokens": 9, "input": 1, "output": 1},
                             {"from_prompt_tokens": 5, "input": 1, "output": 1}])"),
        where + u"The price of \"m\", key \"from_prompt_tokens\", does not ascend"_s);
    row("the same name twice",
        entryWith(R"(["m"])", R"(["m", "M"])"),
        u"test.json: \"M\" has two prices from the same moment."_s);
    row("a mistake in the second entry",
        listOf("{" + QByteArray(Good) + R"(}, {"models": ["n"], "input": 1, "output": 1,
               "source": "s", "date": 7})"),
        u"test.json, entry 2 (n): key \"date\" is missing or not a text"_s);
}

void TestPriceList::namesFileEntryAndKeyOfEveryMistake()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, message);
    const auto prices = PriceBook::parse(json, u"test.json"_s);
    QVERIFY(!prices.ok());
    QCOMPARE(prices.error().code, core::ErrorCode::InvalidInput);
    QVERIFY2(prices.error().message.startsWith(message), qPrintable(prices.error().message));
    QVERIFY(!prices.error().remedy.isEmpty());
}

QTEST_APPLESS_MAIN(TestPriceList)
#include "tst_pricelist.moc"
