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

/// Rows of a JSON text and how the message about it begins.
void addColumns()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
}

void addRow(const char *name, const QByteArray &json, const QString &message)
{
    QTest::newRow(name) << json << message;
}

void expectRefusal()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, message);
    const auto prices = PriceBook::parse(json, u"test.json"_s);
    QVERIFY(!prices.ok());
    QCOMPARE(prices.error().code, core::ErrorCode::InvalidInput);
    QVERIFY2(prices.error().message.startsWith(message), qPrintable(prices.error().message));
    QVERIFY(!prices.error().remedy.isEmpty());
}

constexpr auto FirstEntry = "test.json, entry 1 (m): "_L1;
constexpr auto FirstTier = "test.json, entry 1 (m), tier 1: "_L1;
constexpr auto NamelessEntry = "test.json, entry 1 (): "_L1;

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
    void namesTheFileOfAWrongDocument_data();
    void namesTheFileOfAWrongDocument() { expectRefusal(); }
    void namesEntryAndKeyOfAWrongEntry_data();
    void namesEntryAndKeyOfAWrongEntry() { expectRefusal(); }
    void namesEntryAndKeyOfAWrongRate_data();
    void namesEntryAndKeyOfAWrongRate() { expectRefusal(); }
    void namesTheTierOfAWrongTier_data();
    void namesTheTierOfAWrongTier() { expectRefusal(); }
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

void TestPriceList::namesTheFileOfAWrongDocument_data()
{
    addColumns();
    addRow("no JSON", "{", u"test.json: byte 1: "_s);
    addRow("a list", "[]", u"test.json: key \"unit\" is missing"_s);
    addRow("another unit",
           R"({"unit": "USD per token", "prices": []})",
           u"test.json: key \"unit\" is not \"USD per million tokens\""_s);
    addRow("no prices", listOf({}), u"test.json: key \"prices\" is missing or not a list"_s);
    addRow("unknown key",
           R"({"unit": "USD per million tokens", "price": []})",
           u"test.json: key \"price\" is unknown"_s);
    addRow("the same name twice",
           entryWith(R"(["m"])", R"(["m", "M"])"),
           u"test.json: \"M\" has two prices from the same moment."_s);
}

void TestPriceList::namesEntryAndKeyOfAWrongEntry_data()
{
    addColumns();
    addRow("no object", listOf("7"), NamelessEntry + u"key \"input\" is missing"_s);
    addRow("unknown key", entry(R"(, "cached": 1)"), FirstEntry + u"key \"cached\" is unknown"_s);
    addRow("no name",
           entryWith(R"(["m"])", "[]"),
           NamelessEntry + u"key \"models\" is missing or not a list"_s);
    addRow("a number for a name",
           entryWith(R"(["m"])", "[7]"),
           NamelessEntry + u"The price of \"\", key \"models\", is empty."_s);
    addRow("no source",
           entryWith(R"("s")", R"("")"),
           FirstEntry + u"key \"source\" is missing or not a text"_s);
    addRow(
        "no date", entryWith("2026-07-24", "July"), FirstEntry + u"key \"date\" is not a date"_s);
    addRow("no effective date",
           entry(R"(, "effective_from": "2026-13-01")"),
           FirstEntry + u"key \"effective_from\" is not a date"_s);
    addRow("the second entry",
           listOf("{" + QByteArray(Good) + R"(}, {"models": ["n"], "input": 1, "output": 1,
                  "source": "s", "date": 7})"),
           u"test.json, entry 2 (n): key \"date\" is missing or not a text"_s);
}

void TestPriceList::namesEntryAndKeyOfAWrongRate_data()
{
    addColumns();
    addRow("no rate", entryWith("input", "output"), FirstEntry + u"key \"input\" is missing"_s);
    addRow("not finite",
           entryWith("0.15", "NaN"),
           FirstEntry + u"key \"input\" is wrong: \"NaN\" is not a decimal number."_s);
    addRow("too large",
           entryWith("0.6", "1e300"),
           FirstEntry + u"key \"output\" is wrong: \"1e+300\" is beyond 9.2 billion dollars."_s);
    addRow("a comma",
           entryWith("0.15", "0,15"),
           FirstEntry + u"key \"input\" is wrong: \"0,15\" is not"_s);
    addRow("too fine",
           entryWith("0.15", "1e-10"),
           FirstEntry + u"key \"input\" is wrong: \"1e-10\" is finer"_s);
    addRow("no number",
           entryWith("0.6", "true"),
           FirstEntry + u"key \"output\" is wrong: \"\" is not"_s);
    addRow("negative",
           entryWith("0.6", "-0.6"),
           FirstEntry + u"The price of \"m\", key \"output\", is below zero."_s);
    addRow("per token",
           entryWith("0.15", "0.00000015"),
           FirstEntry + u"The price of \"m\", key \"input\", is below $0.00001 per million"_s);
    addRow("per million, where per token was meant",
           entryWith("0.6", "600000"),
           FirstEntry + u"The price of \"m\", key \"output\", is above $5000 per million"_s);
}

void TestPriceList::namesTheTierOfAWrongTier_data()
{
    addColumns();
    addRow("no list",
           entry(R"(, "tiers": {})"),
           FirstEntry + u"key \"tiers\" is missing or not a list"_s);
    addRow("no rate",
           entry(R"(, "tiers": [{"from_prompt_tokens": 5, "input": 1}])"),
           FirstTier + u"key \"output\" is missing"_s);
    addRow("half a token",
           entry(R"(, "tiers": [{"from_prompt_tokens": 5.5, "input": 1, "output": 1}])"),
           FirstTier + u"key \"from_prompt_tokens\" is missing or not a whole number"_s);
    addRow("unknown key",
           entry(R"(, "tiers": [{"from_prompt_tokens": 5, "input": 1, "output": 1, "x": 1}])"),
           FirstTier + u"key \"x\" is unknown"_s);
    addRow("out of order",
           entry(R"(, "tiers": [{"from_prompt_tokens": 9, "input": 1, "output": 1},
                                {"from_prompt_tokens": 5, "input": 1, "output": 1}])"),
           FirstEntry + u"The price of \"m\", key \"from_prompt_tokens\", does not ascend"_s);
}

QTEST_APPLESS_MAIN(TestPriceList)
#include "tst_pricelist.moc"
