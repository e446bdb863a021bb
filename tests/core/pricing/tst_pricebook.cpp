// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/modelname.h"
#include "core/pricing/pricebook.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::ModelName;
using core::Price;
using core::PriceBook;
using core::PriceSource;
using core::Time;

namespace {

constexpr Time Now{std::chrono::sys_days{2026y / 11 / 21}};

/// A price that is known again by its input rate.
Price priceOf(const QString &model, qint64 input, PriceSource source = PriceSource::Shipped)
{
    Price price;
    price.model = model;
    price.rates.input = input;
    price.source = source;
    return price;
}

/// The input rate found, -1 for a model without a price.
qint64 found(const PriceBook &book, QStringView model, Time at = Now)
{
    const Price *price = book.find(model, at);
    return price == nullptr ? -1 : price->rates.input;
}

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
    void takesTheBareNameOutOfPaths_data();
    void takesTheBareNameOutOfPaths();
    void findsModelsWithoutTheirOrganisation();
    void refusesToGuessBetweenOrganisations();
    void neverWidensAnOrganisationsGlobToEveryModel();
    void findsWhatIsServed_data();
    void findsWhatIsServed();
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

void TestPriceBook::takesTheBareNameOutOfPaths_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("bare");
    QTest::newRow("bare") << u"Qwen3-8B"_s << u"qwen3-8b"_s;
    QTest::newRow("organisation") << u"Qwen/Qwen3-8B"_s << u"qwen3-8b"_s;
    QTest::newRow("folder") << u"/srv/models/Qwen3-8B"_s << u"qwen3-8b"_s;
    QTest::newRow("slash behind") << u"/srv/models/Qwen3-8B//"_s << u"qwen3-8b"_s;
    QTest::newRow("cache folder")
        << u"/root/.cache/huggingface/hub/models--Qwen--Qwen3-8B/snapshots/b968826d9c"_s
        << u"qwen3-8b"_s;
    QTest::newRow("cache folder's root") << u"hub/models--Qwen--Qwen3-8B"_s << u"qwen3-8b"_s;
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("slashes") << u"//"_s << u""_s;
}

void TestPriceBook::takesTheBareNameOutOfPaths()
{
    QFETCH(const QString, name);
    QTEST(ModelName(name).bare().toString(), "bare");
}

void TestPriceBook::findsModelsWithoutTheirOrganisation()
{
    const PriceBook book({priceOf(u"meta-llama/Llama-3.1-8B*"_s, 1), priceOf(u"gpt-4o"_s, 2)});
    QCOMPARE(found(book, u"Llama-3.1-8B-Instruct"), 1);
    QCOMPARE(found(book, u"unsloth/Llama-3.1-8B-Instruct"), 1);
    QCOMPARE(found(book, u"/models/Llama-3.1-8B-Instruct/"), 1);
    QCOMPARE(found(book, u"openai/gpt-4o"), 2);
    // The name as it stands goes first, whatever the source.
    const PriceBook exact = book.with({priceOf(u"acme/gpt-4o"_s, 3, PriceSource::User)});
    QCOMPARE(found(exact, u"gpt-4o"), 2);
    QCOMPARE(found(exact, u"acme/gpt-4o"), 3);
}

void TestPriceBook::refusesToGuessBetweenOrganisations()
{
    const PriceBook book({priceOf(u"acme/model"_s, 1), priceOf(u"other/model"_s, 2)});
    QCOMPARE(found(book, u"acme/model"), 1);
    QCOMPARE(found(book, u"other/model"), 2);
    QCOMPARE(found(book, u"model"), -1);
    QCOMPARE(found(book, u"third/model"), -1);
}

void TestPriceBook::neverWidensAnOrganisationsGlobToEveryModel()
{
    const PriceBook book({priceOf(u"acme/*"_s, 1), priceOf(u"acme/*-8b"_s, 2)});
    QCOMPARE(found(book, u"acme/anything"), 1);
    QCOMPARE(found(book, u"acme/x-8b"), 2);
    QCOMPARE(found(book, u"anything"), -1);
    QCOMPARE(found(book, u"x-8b"), -1);
}

void TestPriceBook::findsWhatIsServed_data()
{
    QTest::addColumn<QString>("entry");
    for (const auto &[model, entry] : std::initializer_list<std::pair<const char *, const char *>>{
             {"meta-llama/Llama-3.1-8B-Instruct", "meta-llama/Llama-3.1-8B*"},
             {"meta-llama/Meta-Llama-3.1-70B-Instruct", "meta-llama/Meta-Llama-3.1-70B*"},
             {"llama-3.3-70b-instruct", "meta-llama/Llama-3.3-70B*"},
             {"RedHatAI/Llama-3.3-70B-Instruct-FP8-dynamic", "meta-llama/Llama-3.3-70B*"},
             {"Qwen/Qwen2.5-7B-Instruct-AWQ", "Qwen/Qwen2.5-7B*"},
             {"Qwen/Qwen3-30B-A3B-Instruct-2507-FP8", "Qwen/Qwen3-30B-A3B-Instruct-2507*"},
             {"Qwen/Qwen3-30B-A3B", "Qwen/Qwen3-30B-A3B*"},
             {"Qwen/Qwen3-Coder-480B-A35B-Instruct", "Qwen/Qwen3-Coder-480B-A35B*"},
             {"mistralai/Mistral-7B-Instruct-v0.3", "mistralai/Mistral-7B*"},
             {"mistralai/Mixtral-8x7B-Instruct-v0.1", "mistralai/Mixtral-8x7B*"},
             {"deepseek-ai/DeepSeek-R1-Distill-Qwen-32B",
              "deepseek-ai/DeepSeek-R1-Distill-Qwen-32B*"},
             {"deepseek-ai/DeepSeek-R1-0528-Qwen3-8B", "deepseek-ai/DeepSeek-R1-0528-Qwen3-8B*"},
             {"meta-llama/Llama-4-Scout-17B-16E-Instruct", "meta-llama/Llama-4-Scout*"},
             {"RedHatAI/Llama-4-Maverick-17B-128E-Instruct-FP8", "meta-llama/Llama-4-Maverick*"},
             {"microsoft/phi-4", "microsoft/phi-4"},
             {"RedHatAI/phi-4-FP8-dynamic", "microsoft/phi-4-FP8*"},
             {"microsoft/Phi-4-reasoning-plus", "microsoft/phi-4-reasoning*"},
             {"microsoft/Phi-4-mini-instruct", ""}, // a quarter of its size
             {"deepseek-ai/DeepSeek-V3", "deepseek-ai/DeepSeek-V3"},
             {"deepseek-ai/DeepSeek-V3.2-Exp", "deepseek-ai/DeepSeek-V3.2*"},
             {"deepseek-chat", "deepseek-chat"},
             {"BAAI/bge-reranker-v2-m3", "BAAI/bge-reranker-v2-m3"},
             {"Qwen/Qwen3-Reranker-8B", "Qwen/Qwen3-Reranker-8B*"},
             {"Qwen/Qwen3-Embedding-0.6B", "Qwen/Qwen3-Embedding-0.6B*"},
             {"openai/gpt-oss-20b", "openai/gpt-oss-20b*"},
             {"google/gemma-3-27b-it", "google/gemma-3-27b*"},
             {"BAAI/bge-m3", "BAAI/bge-m3*"},
             {"gpt-4o-mini-2024-07-18", "gpt-4o-mini-20*"},
             {"gpt-4o-2024-05-13", "gpt-4o-2024-05-13"},
             {"claude-sonnet-4-20250514", "claude-sonnet-4-20*"},
             {"claude-sonnet-4-5-20250929", "claude-sonnet-4-5-20*"},
             {"o3-2025-04-16", "o3-20*"},
             {"models/gemini-2.5-pro", "gemini-2.5-pro"},
             {"gpt-4o-audio-preview", ""}, // audio tokens cost more than text
             {"o3-unheard-of", ""},
         }) {
        QTest::newRow(model) << QString::fromLatin1(entry);
    }
}

void TestPriceBook::findsWhatIsServed()
{
    const PriceBook book = shipped();
    const Price *price = book.find(QString::fromLatin1(QTest::currentDataTag()), Now);
    QTEST(price == nullptr ? QString() : price->model, "entry");
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
