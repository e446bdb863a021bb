// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What long prompts cost: written, changed and taken away by hand.
#include "pricelistcase.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

/// $1 in and $8 out; from 200,000 tokens of the prompt on, $2 and $12.
core::Price gemini(core::PriceSource source)
{
    core::Price price;
    price.model = u"gemini"_s;
    price.source = source;
    price.rates = {1'000'000'000, 250'000'000, 1'000'000'000, 8'000'000'000};
    price.tiers = {{200'000, {2'000'000'000, 500'000'000, 3'000'000'000, 12'000'000'000}}};
    price.perAudioMinute = sample::dollars("0.006");
    return price;
}

std::shared_ptr<const core::PriceBook> bookOf(const core::Price &price)
{
    return std::make_shared<const core::PriceBook>(std::vector{price});
}

QString typedIn(const PriceTierList &tiers, int row, PriceTierList::Role role)
{
    return tiers.data(tiers.index(row), role).toString();
}

} // namespace

class PriceTiersTest : public PriceListCase
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        m_editor = m_list->editor();
    }
    void writesThem();
    void changesAndRemovesThem();
    void keepsThoseOfAPriceThatBecomesOnesOwn();
    void sortsTheRows();
    void saysAtTheRowWhatIsWrong_data();
    void saysAtTheRowWhatIsWrong();
    void refusesTwoRowsThatBeginAlike();
    void doubtsARowThatIsFarFromTheUsual();

private:
    void show(const core::Price &price)
    {
        m_list->setBooks(bookOf(price), std::make_shared<const core::PriceBook>());
        m_editor->edit(price.model);
    }
    [[nodiscard]] core::Price saved() const
    {
        QSignalSpy changes(m_editor, &PriceEditor::changeRequested);
        m_editor->save();
        return changes.isEmpty()
                   ? core::Price()
                   : changes.constFirst().constFirst().value<PriceChange>().after.back();
    }

    PriceEditor *m_editor = nullptr;
};

void PriceTiersTest::writesThem()
{
    m_editor->edit(u"llama-3.1-8b"_s); // $0.10 in, $0.30 out
    PriceTierList &tiers = *m_editor->tiers();
    QCOMPARE(tiers.count(), 0);
    tiers.add();
    QCOMPARE(typedIn(tiers, 0, PriceTierList::Problem), QString()); // nothing is written yet
    tiers.setFrom(0, u"100,000"_s);
    tiers.setInput(0, u"$0.20"_s);
    tiers.setOutput(0, u"0.40"_s);
    QCOMPARE(typedIn(tiers, 0, PriceTierList::Problem), QString());
    // 1,000 x $0.10 + 500 x $0.30, per million: $0.0001 + $0.00015 = $0.00025;
    // 100,000 x $0.20 + 500 x $0.40, per million: $0.02 + $0.0002 = $0.0202
    QCOMPARE(m_editor->exampleText(),
             u"1,000 tokens in, 500 out: $0.0003\n100,000 tokens in, 500 out: $0.0202"_s);
    const core::Tier written{100'000, {200'000'000, 200'000'000, 200'000'000, 400'000'000}};
    const std::vector wanted{written};
    QCOMPARE(m_editor->candidate()->tiers, wanted); // what the past is asked about
    QCOMPARE(saved().tiers, wanted);                // what is left empty costs as input does
}

void PriceTiersTest::changesAndRemovesThem()
{
    const core::Price price = gemini(core::PriceSource::User);
    show(price);
    PriceTierList &tiers = *m_editor->tiers();
    QCOMPARE(tiers.count(), 1);
    QCOMPARE(typedIn(tiers, 0, PriceTierList::From), u"200,000"_s);
    QCOMPARE(typedIn(tiers, 0, PriceTierList::Cached), u"0.50"_s);
    QCOMPARE(typedIn(tiers, 0, PriceTierList::CacheWrite), u"3.00"_s);
    QVERIFY(!m_editor->canSave()); // nothing was changed
    tiers.setOutput(0, u"15"_s);
    const core::Price changed = saved();
    QCOMPARE(changed.tiers.front().rates.output, 15'000'000'000);
    QCOMPARE(changed.tiers.front().rates.cacheWrite, 3'000'000'000); // as it was
    QCOMPARE(changed.perAudioMinute, price.perAudioMinute);
    show(price);
    tiers.remove(0);
    QCOMPARE(saved().tiers.size(), 0U);
}

// What others say of long prompts is lost by no one who changes another figure.
void PriceTiersTest::keepsThoseOfAPriceThatBecomesOnesOwn()
{
    const core::Price price = gemini(core::PriceSource::Imported);
    show(price);
    m_editor->setInput(u"1.10"_s);
    const core::Price own = saved();
    QCOMPARE(own.source, core::PriceSource::User);
    QCOMPARE(own.rates.input, 1'100'000'000);
    QCOMPARE(own.tiers, price.tiers);
}

void PriceTiersTest::sortsTheRows()
{
    show(gemini(core::PriceSource::User));
    PriceTierList &tiers = *m_editor->tiers();
    tiers.add();
    tiers.setFrom(1, u"32000"_s);
    tiers.setInput(1, u"1.50"_s);
    tiers.setOutput(1, u"9"_s);
    const core::Price price = saved();
    QCOMPARE(price.tiers.size(), 2U);
    QCOMPARE(price.tiers.front().fromPromptTokens, 32'000);
    QCOMPARE(price.tiers.back().fromPromptTokens, 200'000);
}

void PriceTiersTest::saysAtTheRowWhatIsWrong_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("why");
    QTest::newRow("no length") << u""_s << u"2"_s
                               << u"From how many tokens of the prompt on? "
                                  "Write a whole number such as 200000."_s;
    QTest::newRow("every prompt") << u"0"_s << u"2"_s
                                  << u"From how many tokens of the prompt on? "
                                     "Write a whole number such as 200000."_s;
    QTest::newRow("per token") << u"200000"_s << u"0.000002"_s
                               << u"The price of \"long prompts\", key \"input\", is below "
                                  "$0.00001 per million tokens (is it a price per token?)"_s;
}

void PriceTiersTest::saysAtTheRowWhatIsWrong()
{
    QFETCH(QString, from);
    QFETCH(QString, input);
    QFETCH(QString, why);
    show(gemini(core::PriceSource::User));
    PriceTierList &tiers = *m_editor->tiers();
    tiers.setFrom(0, from);
    tiers.setInput(0, input);
    const QString problem = typedIn(tiers, 0, PriceTierList::Problem);
    QVERIFY2(problem.startsWith(why), qPrintable(problem));
    QCOMPARE(m_editor->errorText(),
             u"A row of the long prompts cannot be read. It says what is wrong."_s);
    QVERIFY(!m_editor->canSave());
}

void PriceTiersTest::refusesTwoRowsThatBeginAlike()
{
    show(gemini(core::PriceSource::User));
    PriceTierList &tiers = *m_editor->tiers();
    tiers.add();
    tiers.setInput(1, u"3"_s);
    tiers.setOutput(1, u"9"_s);
    QSignalSpy told(&tiers, &PriceTierList::dataChanged);
    tiers.setFrom(1, u"200000"_s);
    QCOMPARE(typedIn(tiers, 0, PriceTierList::Problem),
             u"Another row begins at 200,000 tokens as well. Change or remove one of them."_s);
    QCOMPARE(told.constFirst().constFirst().toModelIndex().row(), 0); // it is told to both
    tiers.remove(0);
    QCOMPARE(typedIn(tiers, 0, PriceTierList::Problem), QString());
    QVERIFY(m_editor->canSave());
}

void PriceTiersTest::doubtsARowThatIsFarFromTheUsual()
{
    core::Price usual = gemini(core::PriceSource::Shipped);
    m_list->setBooks(bookOf(usual), bookOf(usual));
    m_editor->edit(usual.model);
    m_editor->tiers()->setOutput(0, u"120"_s); // 10 times the shipped $12
    QCOMPARE(m_editor->doubtText(),
             u"From 200,000 prompt tokens on: Output is 10 times above the usual $12.00 "
             "(shipped). Was it meant per 1,000 tokens, or for another model?"_s);
    QVERIFY(m_editor->canSave()); // it may be meant
}

QTEST_GUILESS_MAIN(PriceTiersTest)
#include "tst_pricetiers.moc"
