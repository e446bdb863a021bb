// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleprices.h"
#include "samplesnapshot.h"

#include "app/viewmodels/prices/pricelistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class PriceTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsWhatHasNoPriceFirst();
    void saysWhoGaveAPriceAndWhen();
    void saysWhereTheListCameFromAndHowOldItIs();
    void saysWhatAMissingPriceCostsInRefusals();
    void showsWhatEachModelCostToday();
    void asksForFiguresOnlyWhileShown();
    void filtersAndOpensTheWholeBook();
    void editsInDollarsPerMillionTokens();
    void doubtsAPriceFarFromTheShippedOne();
    void refusesWhatIsNoPrice_data();
    void refusesWhatIsNoPrice();
    void saysWhatTakingOnesOwnPriceAwayComesTo();
    void saysThatAModelWillHaveNoPrice();
    void showsAPriceThatIsToCome();
    void changesAPriceThatIsToCome();
    void takesAwayOnlyThePriceThatIsToCome();
    void keepsTheRatesOfLongPromptsAndOfAudio();
    void addsAPriceForAModelThatIsNotListed();
    void saysWhatTheLastWeekWouldHaveCost();
    void looksAtThePastThatOneChooses();
    void takesAFeeAndTheFirstDay();
    void keepsWhatIsTypedWhenTheBookChanges();
    void saysWhyAPriceWasNotTaken();

private:
    [[nodiscard]] PriceRow row(const QString &model) const
    {
        for (int i = 0; i < m_list->rowCount(); ++i) {
            const auto row = m_list->data(m_list->index(i), Qt::UserRole).value<PriceRow>();
            if (row.model == model) {
                return row;
            }
        }
        return {};
    }

    std::unique_ptr<PriceListModel> m_list;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void PriceTableTest::init()
{
    m_tester.reset();
    m_list = std::make_unique<PriceListModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_list->apply(sample::withModels());
    sample::fillPrices(*m_list);
}

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

void PriceTableTest::editsInDollarsPerMillionTokens()
{
    PriceEditor &editor = *m_list->editor();
    QSignalSpy saved(&editor, &PriceEditor::changeRequested);
    editor.edit(u"llama-3.1-8b"_s);
    QCOMPARE(editor.input(), u"0.10"_s);
    QVERIFY(!editor.canSave()); // nothing was changed
    editor.setInput(u"$0.12"_s);
    QVERIFY(editor.canSave());
    // 1,000 x $0.12 + 500 x $0.30, per million: $0.00012 + $0.00015 = $0.00027
    QCOMPARE(editor.exampleText(), u"1,000 tokens in, 500 out: $0.0003"_s);
    editor.save();
    QCOMPARE(saved.count(), 1);
    const auto price = saved.constFirst().constFirst().value<PriceChange>().after.back();
    QCOMPARE(price.model, u"llama-3.1-8b"_s);
    QCOMPARE(price.rates.input, 120'000'000);
    QCOMPARE(price.rates.cachedInput, 20'000'000);
    QCOMPARE(price.rates.output, 300'000'000);
    QCOMPARE(price.source, core::PriceSource::User);
    QCOMPARE(price.sourceDate, u"2026-11-21"_s);
}

void PriceTableTest::doubtsAPriceFarFromTheShippedOne()
{
    PriceEditor &editor = *m_list->editor();
    editor.edit(u"llama-3.1-8b"_s);
    QVERIFY(editor.doubtText().isEmpty());
    editor.setOutput(u"4.20"_s); // 14 times the shipped $0.30
    QCOMPARE(editor.doubtText(),
             u"Output is 14 times above the usual $0.30 (shipped). "
             "Was it meant per 1,000 tokens, or for another model?"_s);
    QVERIFY(editor.errorText().isEmpty());
    QVERIFY(editor.canSave()); // it may be meant
}

void PriceTableTest::refusesWhatIsNoPrice_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("a word") << u"cheap"_s;
    QTest::newRow("below zero") << u"-1"_s;
    QTest::newRow("finer than a nano-dollar") << u"0.0000000001"_s;
}

void PriceTableTest::refusesWhatIsNoPrice()
{
    QFETCH(QString, text);
    PriceEditor &editor = *m_list->editor();
    QSignalSpy saved(&editor, &PriceEditor::changeRequested);
    editor.edit(u"llama-3.1-8b"_s);
    editor.setOutput(text);
    QVERIFY(!editor.errorText().isEmpty());
    QVERIFY(!editor.canSave());
    editor.save();
    QCOMPARE(saved.count(), 0);
}

void PriceTableTest::saysWhatTakingOnesOwnPriceAwayComesTo()
{
    PriceEditor &editor = *m_list->editor();
    PriceRemoval &removal = *editor.removal();
    QSignalSpy changes(&editor, &PriceEditor::changeRequested);
    QSignalSpy asked(m_list.get(), &PriceListModel::reportWanted);
    editor.edit(u"llama-3.1-8b"_s);
    QVERIFY(!editor.isOwn());
    editor.askRemoval();
    QVERIFY(!removal.isAsking());
    editor.edit(u"qwen2.5-72b"_s);
    QVERIFY(editor.isOwn());
    editor.askRemoval();
    QCOMPARE(removal.title(), u"Remove your price of qwen2.5-72b?"_s);
    QCOMPARE(removal.text(),
             u"Then $0.40 in, $1.20 out holds (shipped), per million tokens.\n"
             "Calls in the last 7 days: counting…"_s);
    const auto query = asked.constFirst().constFirst().value<core::ReportQuery>();
    QCOMPARE(query.now - query.from, core::Duration(7 * 24h));
    core::Report report;
    report.name = "cost";
    report.columns = {"tenant", "model", "total_cost_usd", "request_count"};
    report.rows = {
        {QByteArray("research"), QByteArray("qwen2.5-72b"), sample::dollars("3.10"), qint64{12}},
        {QByteArray("support"), QByteArray("qwen2.5-72b"), sample::dollars("0.40"), qint64{3}},
        {QByteArray("support"), QByteArray("llama-3.1-8b"), sample::dollars("9.00"), qint64{90}}};
    m_list->takeReport(report);
    // 12 + 3 calls, $3.10 + $0.40; llama-3.1-8b keeps its price.
    QVERIFY(removal.text().endsWith(
        u"\nCalls in the last 7 days: 15 of 2 tenants, for $3.50 at your price."_s));
    QCOMPARE(row(u"qwen2.5-72b"_s).today, u"$29.64"_s); // it is no answer to that
    removal.leave();
    QVERIFY(!removal.isAsking());
    QCOMPARE(changes.count(), 0);
    editor.askRemoval();
    removal.confirm();
    const auto change = changes.constFirst().constFirst().value<PriceChange>();
    QCOMPARE(change.model, u"qwen2.5-72b"_s);
    QCOMPARE(change.before.size(), 1U);
    QVERIFY(change.after.empty());
    QCOMPARE(change.text(), u"qwen2.5-72b: your price removed"_s);
}

void PriceTableTest::saysThatAModelWillHaveNoPrice()
{
    m_list->editor()->edit(u"whisper-large-v3"_s);
    m_list->editor()->askRemoval();
    QVERIFY(m_list->editor()->removal()->text().startsWith(
        u"Then it has no price: a call to it is refused wherever a money cap applies."_s));
    m_list->refuseReport("cost", u"The ledger cannot be read."_s);
    QVERIFY(m_list->editor()->removal()->text().endsWith(
        u"Whom it touches cannot be told: The ledger cannot be read."_s));
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

void PriceTableTest::changesAPriceThatIsToCome()
{
    sample::planPrice(*m_list);
    PriceEditor &editor = *m_list->editor();
    QSignalSpy changes(&editor, &PriceEditor::changeRequested);
    editor.edit(u"qwen2.5-72b"_s);
    editor.change(0);
    QCOMPARE(editor.changingText(), u"Your price from 1 Dec 2026"_s);
    QCOMPARE(editor.input(), u"5.00"_s);
    QCOMPARE(editor.validFrom(), u"2026-12-01"_s);
    editor.setInput(u"5.50"_s);
    editor.setValidFrom(u"2026-12-15"_s);
    editor.save();
    const auto change = changes.constFirst().constFirst().value<PriceChange>();
    QCOMPARE(change.before.size(), 2U);
    QCOMPARE(change.after.size(), 2U); // moved, not doubled
    QCOMPARE(change.after.back().rates.input, 5'500'000'000);
    QCOMPARE(change.after.back().effectiveFrom - change.before.front().effectiveFrom,
             core::Duration(14 * 24h));
}

void PriceTableTest::takesAwayOnlyThePriceThatIsToCome()
{
    sample::planPrice(*m_list);
    PriceEditor &editor = *m_list->editor();
    QSignalSpy changes(&editor, &PriceEditor::changeRequested);
    editor.edit(u"qwen2.5-72b"_s);
    editor.askRemovalOf(0);
    QCOMPARE(editor.removal()->title(), u"Remove your price of qwen2.5-72b from 1 Dec 2026?"_s);
    QCOMPARE(editor.removal()->text(),
             u"Nothing changes today: $6.40 in, $17.20 out holds. "
             "$5.00 in, $15.00 out from 1 Dec 2026 will not come into force."_s);
    editor.removal()->confirm();
    const auto change = changes.constFirst().constFirst().value<PriceChange>();
    QCOMPARE(change.after.size(), 1U);
    QCOMPARE(change.after.front().rates.input, 6'400'000'000);
}

void PriceTableTest::keepsTheRatesOfLongPromptsAndOfAudio()
{
    core::Price price;
    price.model = u"gemini"_s;
    price.source = core::PriceSource::User;
    price.rates = {1'000'000'000, 1'000'000'000, 1'000'000'000, 8'000'000'000};
    price.tiers = {{200'000, {2'000'000'000, 2'000'000'000, 2'000'000'000, 12'000'000'000}}};
    price.perAudioMinute = sample::dollars("0.006");
    const auto book = std::make_shared<const core::PriceBook>(std::vector{price});
    m_list->setBooks(book, std::make_shared<const core::PriceBook>());
    PriceEditor &editor = *m_list->editor();
    QSignalSpy changes(&editor, &PriceEditor::changeRequested);
    editor.edit(u"gemini"_s);
    QCOMPARE(editor.tiersText(), u"From 200,000 prompt tokens on: $2.00 in, $12.00 out"_s);
    QCOMPARE(editor.audioMinute(), u"0.006"_s);
    editor.setInput(u"1.10"_s);
    editor.save();
    const auto change = changes.constFirst().constFirst().value<PriceChange>();
    QCOMPARE(change.after.back().tiers, price.tiers);
    QCOMPARE(change.after.back().perAudioMinute, price.perAudioMinute);
    QCOMPARE(change.after.back().rates.input, 1'100'000'000);
}

void PriceTableTest::addsAPriceForAModelThatIsNotListed()
{
    PriceEditor &editor = *m_list->editor();
    QSignalSpy saved(&editor, &PriceEditor::changeRequested);
    editor.begin();
    editor.setInput(u"1"_s);
    editor.setOutput(u"2"_s);
    QVERIFY(!editor.canSave()); // of what?
    editor.setName(u"my-finetune"_s);
    editor.save();
    const auto price = saved.constFirst().constFirst().value<PriceChange>().after.back();
    QCOMPARE(price.model, u"my-finetune"_s);
    QCOMPARE(price.rates.cachedInput, 1'000'000'000); // left empty: as fresh input
    QVERIFY(!editor.isFresh());
}

// Issue 3: what a price would have cost, before it is saved.
void PriceTableTest::saysWhatTheLastWeekWouldHaveCost()
{
    PricePast &past = *m_list->past();
    QSignalSpy wanted(&past, &PricePast::wanted);
    m_list->editor()->edit(u"llama-3.1-8b"_s);
    QVERIFY(past.text().isEmpty()); // nothing was typed
    m_list->editor()->setInput(u"0.20"_s);
    QTRY_COMPARE(wanted.size(), 1);
    const auto question = wanted.constFirst().at(1).value<core::WhatIfQuestion>();
    QCOMPARE(question.price->rates.input, 200'000'000);
    QCOMPARE(question.price->effectiveFrom, core::Time{}); // all the time
    QCOMPARE(question.to - question.from, core::Duration(7 * 24h));
    core::WhatIfAnswer answer;
    answer.spent = sample::dollars("41.87");
    answer.wouldSpend = sample::dollars("52.10");
    answer.newlyRefused = 3;
    past.take(wanted.constFirst().constFirst().toULongLong() - 1, answer); // an old one
    QVERIFY(!past.text().contains(u"52.10"_s));
    past.take(wanted.constFirst().constFirst().toULongLong(), answer);
    QCOMPARE(past.text(),
             u"Last 7 days: $41.87 spent in all; at this price it would have been $52.10. "
             "3 calls more would have been refused."_s);
    m_list->editor()->save();
    QVERIFY(past.text().isEmpty());
}

// Issue 3: as `capstan simulate --price --from --to` does.
void PriceTableTest::looksAtThePastThatOneChooses()
{
    PricePast &past = *m_list->past();
    QSignalSpy wanted(&past, &PricePast::wanted);
    const auto asked = [&wanted] {
        return wanted.constLast().at(1).value<core::WhatIfQuestion>();
    };
    m_list->editor()->edit(u"llama-3.1-8b"_s);
    m_list->editor()->setInput(u"0.20"_s);
    past.setRange(PricePast::Month);
    QCOMPARE(past.text(), u"Last 30 days: counting…"_s);
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(asked().to - asked().from, core::Duration(30 * 24h));
    past.setRange(PricePast::Typed);
    QCOMPARE(past.text(), u"From when?"_s);
    past.setFrom(u"2026-11-01"_s);
    past.setTo(u"2026-11-03"_s);
    QTRY_COMPARE(wanted.size(), 2);
    // 1 November 2026 in Berlin begins at 23:00 UTC of 31 October; three days, the last one whole.
    QCOMPARE(asked().from.time_since_epoch(), std::chrono::seconds(1'793'487'600));
    QCOMPARE(asked().to - asked().from, core::Duration(3 * 24h));
    past.setTo(u"2026-10-01"_s);
    QTRY_COMPARE(past.text(), u"It ends before it begins."_s);
    past.setFrom(u"soon"_s);
    QTRY_VERIFY(past.text().startsWith(u"“soon” is no time."_s));
    QCOMPARE(wanted.size(), 2);
}

// Issue 3: all that `capstan price set` takes.
void PriceTableTest::takesAFeeAndTheFirstDay()
{
    PriceEditor &editor = *m_list->editor();
    QSignalSpy saved(&editor, &PriceEditor::changeRequested);
    editor.begin();
    editor.setName(u"my-finetune"_s);
    editor.setInput(u"1"_s);
    editor.setOutput(u"2"_s);
    editor.setValidFrom(u"soon"_s);
    QCOMPARE(editor.errorText(), u"“soon” is no day. Give one as 2026-12-01."_s);
    editor.setValidFrom(u"2026-12-01"_s);
    editor.setPerRequest(u"0.01"_s);
    editor.setCacheWrite(u"1.25"_s);
    // 1,000 x $1 + 500 x $2, per million, and the fee: $0.001 + $0.001 + $0.01
    QCOMPARE(editor.exampleText(), u"1,000 tokens in, 500 out: $0.0120"_s);
    editor.save();
    const auto price = saved.constFirst().constFirst().value<PriceChange>().after.back();
    QCOMPARE(price.rates.cacheWrite, 1'250'000'000);
    QCOMPARE(price.perRequest, sample::dollars("0.01"));
    // From 21 November 2026, 13:32 UTC
    QCOMPARE(price.effectiveFrom - sample::afternoon(), core::Duration(9 * 24h + 10h + 28min));
}

void PriceTableTest::keepsWhatIsTypedWhenTheBookChanges()
{
    PriceEditor &editor = *m_list->editor();
    editor.edit(u"llama-3.1-8b"_s);
    editor.setInput(u"0.5"_s);
    sample::fillPrices(*m_list);
    QCOMPARE(editor.input(), u"0.5"_s);
}

void PriceTableTest::saysWhyAPriceWasNotTaken()
{
    PriceEditor &editor = *m_list->editor();
    editor.edit(u"llama-3.1-8b"_s);
    m_list->refuse(u"another"_s, u"No."_s);
    QVERIFY(editor.errorText().isEmpty());
    m_list->refuse(u"llama-3.1-8b"_s, u"The ledger cannot be written."_s);
    QCOMPARE(editor.errorText(), u"The ledger cannot be written."_s);
}

QTEST_GUILESS_MAIN(PriceTableTest)
#include "tst_pricetable.moc"
