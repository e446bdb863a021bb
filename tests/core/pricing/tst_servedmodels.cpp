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

/// Names as servers spell them find their price: X-08.
class TestServedModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesTheBareNameOutOfPaths_data();
    void takesTheBareNameOutOfPaths();
    void findsModelsWithoutTheirOrganisation();
    void refusesToGuessBetweenOrganisations();
    void neverWidensAnOrganisationsGlobToEveryModel();
    void findsWhatIsServed_data();
    void findsWhatIsServed();
};

void TestServedModels::takesTheBareNameOutOfPaths_data()
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

void TestServedModels::takesTheBareNameOutOfPaths()
{
    QFETCH(const QString, name);
    QTEST(ModelName(name).bare().toString(), "bare");
}

void TestServedModels::findsModelsWithoutTheirOrganisation()
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

void TestServedModels::refusesToGuessBetweenOrganisations()
{
    const PriceBook book({priceOf(u"acme/model"_s, 1), priceOf(u"other/model"_s, 2)});
    QCOMPARE(found(book, u"acme/model"), 1);
    QCOMPARE(found(book, u"other/model"), 2);
    QCOMPARE(found(book, u"model"), -1);
    QCOMPARE(found(book, u"third/model"), -1);
}

void TestServedModels::neverWidensAnOrganisationsGlobToEveryModel()
{
    const PriceBook book({priceOf(u"acme/*"_s, 1), priceOf(u"acme/*-8b"_s, 2)});
    QCOMPARE(found(book, u"acme/anything"), 1);
    QCOMPARE(found(book, u"acme/x-8b"), 2);
    QCOMPARE(found(book, u"anything"), -1);
    QCOMPARE(found(book, u"x-8b"), -1);
}

void TestServedModels::findsWhatIsServed_data()
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

void TestServedModels::findsWhatIsServed()
{
    const PriceBook book = PriceBook::shipped().value();
    const Price *price = book.find(QString::fromLatin1(QTest::currentDataTag()), Now);
    QTEST(price == nullptr ? QString() : price->model, "entry");
}

QTEST_APPLESS_MAIN(TestServedModels)
#include "tst_servedmodels.moc"
