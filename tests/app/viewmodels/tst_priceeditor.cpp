// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be typed as a price, what is refused or doubted, and what is saved.
#include "pricelistcase.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class PriceEditorTest : public PriceListCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void editsInDollarsPerMillionTokens();
    void doubtsAPriceFarFromTheShippedOne();
    void refusesWhatIsNoPrice_data();
    void refusesWhatIsNoPrice();
    void changesAPriceThatIsToCome();
    void addsAPriceForAModelThatIsNotListed();
    void takesAFeeAndTheFirstDay();
    void saysWhereTheFiguresAreFrom();
    void keepsWhatIsTypedWhenTheBookChanges();
    void saysWhyAPriceWasNotTaken();
};

void PriceEditorTest::editsInDollarsPerMillionTokens()
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

void PriceEditorTest::doubtsAPriceFarFromTheShippedOne()
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

void PriceEditorTest::refusesWhatIsNoPrice_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("a word") << u"cheap"_s;
    QTest::newRow("below zero") << u"-1"_s;
    QTest::newRow("finer than a nano-dollar") << u"0.0000000001"_s;
}

void PriceEditorTest::refusesWhatIsNoPrice()
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

void PriceEditorTest::changesAPriceThatIsToCome()
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

void PriceEditorTest::addsAPriceForAModelThatIsNotListed()
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

// Issue 3: all that `capstan price set` takes.
void PriceEditorTest::takesAFeeAndTheFirstDay()
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

// Issue 3: a person can say all that a command can.
void PriceEditorTest::saysWhereTheFiguresAreFrom()
{
    PriceEditor &editor = *m_list->editor();
    QSignalSpy changes(&editor, &PriceEditor::changeRequested);
    editor.edit(u"llama-3.1-8b"_s);
    QCOMPARE(editor.source(), QString());
    editor.setInput(u"0.12"_s);
    editor.save();
    core::Price saved = changes.takeFirst().constFirst().value<PriceChange>().after.back();
    QCOMPARE(saved.sourceText, u"the window"_s); // when nobody says otherwise, and today
    QCOMPARE(saved.sourceDate, u"2026-11-21"_s);

    editor.setSource(u" contract 17 "_s);
    editor.setSourceDay(u"yesterday"_s);
    QCOMPARE(editor.errorText(), u"“yesterday” is no day. Give one as 2026-12-01."_s);
    editor.setSourceDay(u"2026-10-05"_s);
    editor.save();
    saved = changes.takeFirst().constFirst().value<PriceChange>().after.back();
    QCOMPARE(saved.sourceText, u"contract 17"_s);
    QCOMPARE(saved.sourceDate, u"2026-10-05"_s);

    m_list->setBooks(std::make_shared<const core::PriceBook>(std::vector{saved}),
                     std::make_shared<const core::PriceBook>());
    QCOMPARE(row(u"llama-3.1-8b"_s).detail, u"5 Oct 2026 · contract 17"_s);
    editor.edit(u"llama-3.1-8b"_s);
    QCOMPARE(editor.source(), u"contract 17"_s); // and stays as long as nobody changes it
    QCOMPARE(editor.sourceDay(), u"2026-10-05"_s);
}

void PriceEditorTest::keepsWhatIsTypedWhenTheBookChanges()
{
    PriceEditor &editor = *m_list->editor();
    editor.edit(u"llama-3.1-8b"_s);
    editor.setInput(u"0.5"_s);
    sample::fillPrices(*m_list);
    QCOMPARE(editor.input(), u"0.5"_s);
}

void PriceEditorTest::saysWhyAPriceWasNotTaken()
{
    PriceEditor &editor = *m_list->editor();
    editor.edit(u"llama-3.1-8b"_s);
    m_list->refuse(u"another"_s, u"No."_s);
    QVERIFY(editor.errorText().isEmpty());
    m_list->refuse(u"llama-3.1-8b"_s, u"The ledger cannot be written."_s);
    QCOMPARE(editor.errorText(), u"The ledger cannot be written."_s);
}

QTEST_GUILESS_MAIN(PriceEditorTest)
#include "tst_priceeditor.moc"
