// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricebooks.h"

#include "core/pricing/modelname.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::ModelName;
using core::Price;
using core::PriceBook;
using core::PriceSource;
using core::Time;
using namespace pricebooks;

namespace {

PriceBook shipped()
{
    return PriceBook::shipped().value();
}

} // namespace

/// S1-35, S1-38, X-08; acceptance case 4.
class TestPriceBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasNoPriceForAnUnknownModel();
    void matchesAnchoredGlobs_data();
    void matchesAnchoredGlobs();
    void takesTheExactNameBeforeAnyGlob();
    void takesTheLongestGlob();
    void overlaysUserConfigurationImportedShipped();
    void keepsTheFirstOfTwoEqualEntries();
    void takesTheLatestDateThatHasCome();
    void fallsBackWhileAnOverlayHasNotBegun();
    void comparesWithoutCase();
    void hasASourceAndADateForEveryShippedPrice();
    void findsEveryShippedPriceByItsOwnName();
    void finds();
};

void TestPriceBook::hasNoPriceForAnUnknownModel() // case 4: never a silent zero
{
    QVERIFY(PriceBook().find(u"gpt-4o", Now) == nullptr);
    QVERIFY(shipped().find(u"no-such-model", Now) == nullptr);
    QVERIFY(shipped().find(u"", Now) == nullptr);
    QVERIFY(shipped().find(u"/", Now) == nullptr);
}

void TestPriceBook::matchesAnchoredGlobs_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("matches");
    const auto row = [](const QString &pattern, const QString &name, bool matches) {
        QTest::addRow("%s on %s", qPrintable(pattern), qPrintable(name))
            << pattern << name << matches;
    };
    row(u"gpt-4o"_s, u"gpt-4o"_s, true);
    row(u"gpt-4o"_s, u"gpt-4o-mini"_s, false);
    row(u"gpt-4o*"_s, u"gpt-4o"_s, true);
    row(u"gpt-4o*"_s, u"gpt-4o-mini"_s, true);
    row(u"gpt-4o*"_s, u"my-gpt-4o"_s, false); // anchored
    row(u"*-8b"_s, u"llama-8b"_s, true);
    row(u"*-8b"_s, u"llama-8b-fp8"_s, false);
    row(u"a*b*c"_s, u"aXbXbXc"_s, true);
    row(u"a*b*c"_s, u"aXc"_s, false);
    row(u"a*a"_s, u"a"_s, false); // the two ends may not share a letter
    row(u"a*a"_s, u"aa"_s, true);
    row(u"*"_s, u""_s, true);
    row(u"q.en*"_s, u"qwen3"_s, false); // a pattern is no regular expression (S1-38)
}

void TestPriceBook::matchesAnchoredGlobs()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, name);
    QTEST(core::matchesGlob(pattern, name), "matches");
}

void TestPriceBook::takesTheExactNameBeforeAnyGlob()
{
    const PriceBook book({priceOf(u"gpt-4o*"_s, 1), priceOf(u"gpt-4o-mini"_s, 2)});
    QCOMPARE(found(book, u"gpt-4o-mini"), 2);
    QCOMPARE(found(book, u"gpt-4o"), 1);
}

void TestPriceBook::takesTheLongestGlob()
{
    const PriceBook book(
        {priceOf(u"qwen*"_s, 1), priceOf(u"qwen3-32b*"_s, 3), priceOf(u"qwen3*"_s, 2)});
    QCOMPARE(found(book, u"qwen3-32b-awq"), 3);
    QCOMPARE(found(book, u"qwen3-8b"), 2);
    QCOMPARE(found(book, u"qwen2.5"), 1);
}

void TestPriceBook::overlaysUserConfigurationImportedShipped()
{
    PriceBook book({priceOf(u"m"_s, 1)});
    QCOMPARE(found(book, u"m"), 1);
    book = book.with({priceOf(u"m"_s, 2, PriceSource::Imported)});
    QCOMPARE(found(book, u"m"), 2);
    book = book.with({priceOf(u"*"_s, 4, PriceSource::User)});
    QCOMPARE(found(book, u"m"), 4); // a user's glob goes before what others say exactly
    book = book.with({priceOf(u"m"_s, 3, PriceSource::Configuration)});
    QCOMPARE(found(book, u"m"), 4);
    book = book.with({priceOf(u"m"_s, 5, PriceSource::User)});
    QCOMPARE(found(book, u"m"), 5);
    QCOMPARE(book.prices().size(), 5U);
}

void TestPriceBook::keepsTheFirstOfTwoEqualEntries()
{
    const PriceBook book({priceOf(u"M"_s, 1, PriceSource::User)});
    const PriceBook changed = book.with({priceOf(u"m"_s, 2, PriceSource::User)});
    QCOMPARE(found(changed, u"m"), 2);
    QCOMPARE(changed.prices().size(), 1U);
    QCOMPARE(found(book, u"m"), 1); // a book is a value
}

void TestPriceBook::takesTheLatestDateThatHasCome()
{
    Price july = priceOf(u"m"_s, 7);
    july.effectiveFrom = Time(std::chrono::sys_days{2026y / 7 / 1});
    Price september = priceOf(u"m"_s, 9);
    september.effectiveFrom = Time(std::chrono::sys_days{2026y / 9 / 1});
    const PriceBook book({september, july});
    QCOMPARE(found(book, u"m", july.effectiveFrom - 1us), -1);
    QCOMPARE(found(book, u"m", july.effectiveFrom), 7);
    QCOMPARE(found(book, u"m", september.effectiveFrom - 1us), 7);
    QCOMPARE(found(book, u"m", september.effectiveFrom), 9);
}

void TestPriceBook::fallsBackWhileAnOverlayHasNotBegun()
{
    Price later = priceOf(u"m"_s, 2, PriceSource::User);
    later.effectiveFrom = Now + 1h;
    Price laterGlob = priceOf(u"m*"_s, 3, PriceSource::User);
    laterGlob.effectiveFrom = Now + 1h;
    const PriceBook book({later, laterGlob, priceOf(u"m"_s, 1)});
    QCOMPARE(found(book, u"m"), 1);
    QCOMPARE(found(book, u"m", Now + 1h), 2);
    QCOMPARE(found(book, u"m2", Now + 1h), 3);
}

void TestPriceBook::comparesWithoutCase()
{
    const PriceBook book({priceOf(u"Qwen/Qwen3-32B*"_s, 1), priceOf(u"GPT-4o"_s, 2)});
    QCOMPARE(found(book, u"qwen/QWEN3-32b-awq"), 1);
    QCOMPARE(found(book, u"gpt-4O"), 2);
}

void TestPriceBook::hasASourceAndADateForEveryShippedPrice()
{
    const PriceBook book = shipped();
    QVERIFY(book.prices().size() >= 60);
    for (const Price &price : book.prices()) {
        QVERIFY2(!price.sourceText.isEmpty(), qPrintable(price.model));
        QVERIFY2(QDate::fromString(price.sourceDate, Qt::ISODate).isValid(),
                 qPrintable(price.model));
        QVERIFY2(price.rates.input > 0, qPrintable(price.model));
        QVERIFY2(price.rates.cachedInput > 0, qPrintable(price.model));
        QCOMPARE(price.source, PriceSource::Shipped);
        QVERIFY2(core::check(price), qPrintable(price.model));
    }
}

void TestPriceBook::findsEveryShippedPriceByItsOwnName()
{
    const PriceBook book = shipped();
    for (const Price &price : book.prices()) {
        const QString name = QString(price.model).remove(u'*');
        const Price *hit = book.find(name, Now);
        QVERIFY2(hit != nullptr && hit->rates == price.rates, qPrintable(price.model));
        const Price *bare = book.find(ModelName(name).bare(), Now);
        QVERIFY2(bare != nullptr, qPrintable(price.model));
    }
}

void TestPriceBook::finds()
{
    const PriceBook book = shipped();
    int hits = 0;
    QBENCHMARK
    {
        hits += book.find(u"meta-llama/Llama-3.1-8B-Instruct", Now) != nullptr ? 1 : 0;
        hits += book.find(u"gpt-4o-mini", Now) != nullptr ? 1 : 0;
        hits += book.find(u"/models/Qwen3-32B", Now) != nullptr ? 1 : 0;
        hits += book.find(u"no-such-model", Now) != nullptr ? 1 : 0;
    }
    QVERIFY(hits > 0);
}

QTEST_APPLESS_MAIN(TestPriceBook)
#include "tst_pricebook.moc"
