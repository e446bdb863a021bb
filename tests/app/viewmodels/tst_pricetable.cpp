// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the list of prices shows of each model, and what it asks for.
#include "pricelistcase.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class PriceTableTest : public PriceListCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void listsWhatHasNoPriceFirst();
    void saysWhoGaveAPriceAndWhen();
    void saysWhereTheListCameFromAndHowOldItIs();
    void saysWhatAMissingPriceCostsInRefusals();
    void showsWhatEachModelCostToday();
    void asksForFiguresOnlyWhileShown();
    void filtersAndOpensTheWholeBook();
    void showsAPriceThatIsToCome();
};

void PriceTableTest::listsWhatHasNoPriceFirst()
{
    const auto first = m_list->data(m_list->index(0), Qt::UserRole).value<PriceRow>();
    QCOMPARE(first.model, u"mistral-small-3"_s);
    QVERIFY(!first.priced);
    QCOMPARE(first.input, u"–"_s);
    QCOMPARE(first.source, u"no price"_s);
    QCOMPARE(m_list->unpriced(), u"mistral-small-3"_s);
    QVERIFY(m_list->summary().endsWith(u", 1 without a price"_s));
}

void PriceTableTest::saysWhoGaveAPriceAndWhen()
{
    const PriceRow own = row(u"qwen2.5-72b"_s);
    QCOMPARE(own.input, u"6.40"_s);
    QCOMPARE(own.cached, u"1.60"_s);
    QCOMPARE(own.output, u"17.20"_s);
    QCOMPARE(own.source, u"yours"_s);
    QCOMPARE(own.detail, u"since 3 Nov 2026"_s);
    QVERIFY(own.own);
    const PriceRow shipped = row(u"llama-3.1-8b"_s);
    QCOMPARE(shipped.source, u"shipped"_s);
    QCOMPARE(shipped.detail, u"14 Nov 2026 · together.ai/pricing"_s);
    QCOMPARE(row(u"whisper-large-v3"_s).detail, u"free on purpose"_s);
    QCOMPARE(row(u"whisper-large-v3"_s).input, u"0.00"_s);
}

void PriceTableTest::saysWhereTheListCameFromAndHowOldItIs()
{
    // The afternoon is 21 November 2026: 21 - 14 days.
    QCOMPARE(m_list->bookText(), u"Shipped list: newest of 14 Nov 2026, 7 days old."_s);
    core::Price price;
    price.model = u"deepseek-v3"_s;
    price.source = core::PriceSource::Imported;
    price.sourceText = u"together.ai/pricing"_s;
    price.sourceDate = u"2026-10-22"_s;
    price.rates.input = 1;
    const auto book =
        std::make_shared<const core::PriceBook>(core::PriceBook(std::vector<core::Price>{price}));
    m_list->setBooks(book, book);
    m_list->setWhole(true);
    QCOMPARE(row(u"deepseek-v3"_s).detail, u"22 Oct 2026 · together.ai/pricing"_s);
    QCOMPARE(m_list->bookText(), u"Imported list: newest of 22 Oct 2026, 30 days old."_s);
}

void PriceTableTest::saysWhatAMissingPriceCostsInRefusals()
{
    QCOMPARE(row(u"mistral-small-3"_s).detail, u"refused 23"_s);
    QVERIFY(m_list->unpricedText().startsWith(u"23 calls were refused"_s));
}

void PriceTableTest::showsWhatEachModelCostToday()
{
    QCOMPARE(row(u"qwen2.5-72b"_s).today, u"$29.64"_s);
    QCOMPARE(row(u"gpt-4o"_s).today, u"$0.00"_s); // nothing of it was called
    PriceListModel unread;
    unread.apply(sample::withModels());
    const auto first = unread.data(unread.index(0), Qt::UserRole).value<PriceRow>();
    QCOMPARE(first.today, u"–"_s); // not known yet is not zero
}

void PriceTableTest::asksForFiguresOnlyWhileShown()
{
    QSignalSpy asked(m_list.get(), &PriceListModel::reportWanted);
    m_list->apply(sample::withModels());
    QCOMPARE(asked.count(), 0);
    m_list->setShown(true);
    QCOMPARE(asked.count(), 2);
    m_list->apply(sample::withModels()); // not every snapshot
    QCOMPARE(asked.count(), 2);
    const auto query = asked.constFirst().constFirst().value<core::ReportQuery>();
    // Midnight of 21 November 2026 in Berlin is 23:00 UTC of the day before.
    QCOMPARE(query.from.time_since_epoch(), std::chrono::seconds(1'795'215'600));
}

void PriceTableTest::filtersAndOpensTheWholeBook()
{
    const int used = m_list->count();
    QVERIFY(row(u"bge-m3"_s).model.isEmpty());
    m_list->setWhole(true);
    QVERIFY(m_list->count() > used);
    QCOMPARE(row(u"bge-m3"_s).place, u"not served now"_s);
    m_list->setFilter(u"GPT"_s);
    QCOMPARE(m_list->count(), 1);
    m_list->setFilter({});
    m_list->setWhole(false);
    QCOMPARE(m_list->count(), used);
}

void PriceTableTest::showsAPriceThatIsToCome()
{
    sample::planPrice(*m_list);
    QCOMPARE(row(u"qwen2.5-72b"_s).input, u"6.40"_s); // until then
    QCOMPARE(row(u"qwen2.5-72b"_s).detail, u"from 1 Dec 2026: $5.00 in, $15.00 out"_s);
    QVERIFY(row(u"planned-model"_s).detail.startsWith(u"from 1 Dec 2026: "_s));
    QCOMPARE(m_list->unpriced(), u"mistral-small-3"_s);
    QVERIFY(m_list->summary().endsWith(u", 1 without a price"_s)); // nobody serves planned-model
    PriceEditor &editor = *m_list->editor();
    editor.edit(u"planned-model"_s);
    QVERIFY(editor.isOwn());
    editor.edit(u"qwen2.5-72b"_s);
    OwnPriceList &own = *editor.ownPrices();
    const auto at = [&own](int row) {
        return own.data(own.index(row), Qt::UserRole).value<OwnPriceRow>();
    };
    QCOMPARE(own.count(), 2);
    QCOMPARE(at(0).when, u"from 1 Dec 2026"_s);
    QCOMPARE(at(0).rates, u"$5.00 in, $15.00 out"_s);
    QVERIFY(at(0).coming);
    QCOMPARE(at(1).when, u"since the beginning"_s);
    QVERIFY(!at(1).coming && !at(1).past);
}

QTEST_GUILESS_MAIN(PriceTableTest)
#include "tst_pricetable.moc"
