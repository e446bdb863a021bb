// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which changes can be taken back, and what becomes of those that are refused.
#include "controlcentrecase.h"
#include "sampleprices.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class ControlUndoTest : public ControlCentreCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void asksForACapAndTakesItBack();
    void takesAPriceAndAnUpstreamBackInTheirOrder();
    void forgetsAPriceThatWasRefused();
    void saysARefusalInPlace();
    void aRefusedUndoStandsWhereItStood();
    void removesACapAndPutsItBack();
    void changesTheMarksOfABudget();
    void takesAPauseBack();
    void takesThePauseOfAllBackButCutsNothingAgain();
    void forgetsAPauseThatWasRefused();
    void takesAMuteBack();
    void givesAMuteItsFormerEnd();
    void takesTheNameOfAKeyBack();
};

void ControlUndoTest::asksForACapAndTakesItBack()
{
    QSignalSpy wishes(m_centre.get(), &ControlCentre::budgetChangeRequested);
    QSignalSpy told(m_centre.get(), &ControlCentre::capChanged);
    m_centre->tenant()->select(u"research"_s);
    m_centre->tenant()->editor()->type(u"17.5"_s);
    m_centre->tenant()->editor()->commit();
    QCOMPARE(wishes.count(), 1);
    QCOMPARE(wishes.last().first().value<core::Budget>().limit, sample::dollars("17.5").nanos());
    QCOMPARE(told.last().first().toString(), u"research: cap $20.00 → $17.50"_s);
    QVERIFY(m_centre->canUndo());
    m_centre->undo();
    QCOMPARE(wishes.last().first().value<core::Budget>(), m_snapshot.budgets.front());
    QVERIFY(!m_centre->canUndo());
    m_centre->redo();
    QCOMPARE(wishes.last().first().value<core::Budget>().limit, sample::dollars("17.5").nanos());
    m_centre->redo(); // nothing left to redo
    QCOMPARE(wishes.count(), 3);
}

void ControlUndoTest::takesAPriceAndAnUpstreamBackInTheirOrder()
{
    QSignalSpy prices(m_centre.get(), &ControlCentre::ownPricesRequested);
    sample::fillPrices(*m_centre->prices());
    m_centre->settings()->setFacts({});
    PriceEditor &editor = *m_centre->prices()->editor();
    editor.edit(u"qwen2.5-72b"_s);
    editor.askRemoval();
    QVERIFY(!m_centre->canUndo()); // only asked so far
    editor.removal()->confirm();
    QCOMPARE(prices.count(), 1);
    QVERIFY(prices.last().at(1).value<std::vector<core::Price>>().empty());
    QVERIFY(m_centre->settings()->saveUpstream(u"second"_s, u"http://a:1"_s));
    QCOMPARE(m_centre->undoText(), u"Upstream second added"_s);
    m_centre->undo();
    QVERIFY(!m_centre->settings()->canRemoveUpstream(u"second"_s));
    QCOMPARE(prices.count(), 1);
    m_centre->undo();
    QCOMPARE(prices.count(), 2);
    const auto back = prices.last().at(1).value<std::vector<core::Price>>();
    QCOMPARE(back.size(), 1U);
    QCOMPARE(back.front().rates.input, 6'400'000'000);
    QVERIFY(!m_centre->canUndo());
}

void ControlUndoTest::forgetsAPriceThatWasRefused()
{
    core::Price price;
    price.model = u"llama-3.1-8b"_s;
    const auto book = std::make_shared<const core::PriceBook>(std::vector{price});
    m_centre->prices()->setBooks(book, book);
    PriceEditor &editor = *m_centre->prices()->editor();
    editor.edit(u"llama-3.1-8b"_s);
    editor.setInput(u"0.12"_s);
    editor.save();
    QVERIFY(m_centre->canUndo());
    m_centre->prices()->refuse(u"llama-3.1-8b"_s, u"The ledger cannot be written."_s);
    QVERIFY(!m_centre->canUndo());
    QCOMPARE(editor.errorText(), u"The ledger cannot be written."_s);
    QVERIFY(!m_centre->notices()->isPresent());
    editor.clear();
    m_centre->prices()->refuse(u"llama-3.1-8b"_s, u"The ledger cannot be written."_s);
    QCOMPARE(m_centre->notices()->kind(), Notices::Refused); // nobody would see it there
}

void ControlUndoTest::saysARefusalInPlace()
{
    m_centre->tenant()->select(u"research"_s);
    m_centre->tenant()->editor()->type(u"17.5"_s);
    m_centre->tenant()->editor()->commit();
    m_centre->refused(u"b-research"_s, u"The ledger cannot be written."_s);
    QCOMPARE(m_centre->tenant()->editor()->errorText(), u"The ledger cannot be written."_s);
    QVERIFY(!m_centre->canUndo());
    QVERIFY(!m_centre->notices()->isPresent());
}

void ControlUndoTest::aRefusedUndoStandsWhereItStood()
{
    m_centre->tenant()->select(u"research"_s);
    for (const QString &cap : {u"17.5"_s, u"19"_s}) {
        m_centre->tenant()->editor()->type(cap);
        m_centre->tenant()->editor()->commit();
    }
    QVERIFY(m_centre->undoText().contains(u"$19.00"_s));
    const QString ofTheSecond = m_centre->undoText();
    m_centre->undo();
    m_centre->refused(u"b-research"_s, u"The ledger cannot be written."_s);
    QCOMPARE(m_centre->undoText(), ofTheSecond);
    // Refused for another reason: a reset goes by its label, and takes no change along.
    m_centre->refused(u"tenant:research"_s, u"The ledger cannot be written."_s);
    m_centre->refused(u"b-research"_s, u"The ledger cannot be written."_s);
    QCOMPARE(m_centre->undoText(), ofTheSecond);
}

void ControlUndoTest::removesACapAndPutsItBack()
{
    QSignalSpy wishes(m_centre.get(), &ControlCentre::budgetChangeRequested);
    QSignalSpy removals(m_centre.get(), &ControlCentre::budgetRemovalRequested);
    m_centre->tenant()->select(u"marketing"_s);
    m_centre->tenant()->removeCap();
    QCOMPARE(removals.last().first().toByteArray(), "b-marketing"_ba);
    m_centre->undo();
    QCOMPARE(wishes.last().first().value<core::Budget>().id, "b-marketing"_ba);
}

void ControlUndoTest::changesTheMarksOfABudget()
{
    QSignalSpy wishes(m_centre.get(), &ControlCentre::budgetChangeRequested);
    QSignalSpy told(m_centre.get(), &ControlCentre::capChanged);
    AlertRules &rules = *m_centre->alerts()->rules();
    rules.setMarks(u"50, 99.5"_s);
    rules.save();
    QCOMPARE(wishes.count(), 1);
    const auto after = wishes.last().first().value<core::Budget>();
    QCOMPARE(after.softMarks, std::vector<int>({500'000, 995'000}));
    QVERIFY2(told.last().first().toString().contains(u"told at 50"),
             qPrintable(told.last().first().toString()));
    m_centre->undo();
    QVERIFY(wishes.last().first().value<core::Budget>().softMarks != after.softMarks);
}

void ControlUndoTest::takesAPauseBack()
{
    QSignalSpy wishes(m_centre.get(), &ControlCentre::tenantPauseRequested);
    QSignalSpy told(m_centre.get(), &ControlCentre::capChanged);
    m_centre->tenant()->select(u"research"_s);
    m_centre->tenant()->pause();
    QCOMPARE(told.last().first().toString(), u"research: paused"_s);
    QCOMPARE(m_centre->undoText(), u"research: paused"_s);
    m_centre->undo();
    QCOMPARE(wishes.last(), (QVariantList{"research"_ba, false}));
    m_centre->redo();
    QCOMPARE(wishes.last(), (QVariantList{"research"_ba, true}));
    m_centre->tenant()->resume();
    QCOMPARE(told.last().first().toString(), u"research: resumed"_s);
    m_centre->undo();
    QCOMPARE(wishes.last(), (QVariantList{"research"_ba, true}));
    QCOMPARE(wishes.count(), 5);
}

void ControlUndoTest::takesThePauseOfAllBackButCutsNothingAgain()
{
    QSignalSpy wishes(m_centre.get(), &ControlCentre::pauseAllRequested);
    m_centre->pauseAll(true, true);
    QCOMPARE(wishes.last(), (QVariantList{true, true}));
    QCOMPARE(m_centre->undoText(), u"All tenants: paused"_s);
    m_centre->undo();
    QCOMPARE(wishes.last(), (QVariantList{false, false}));
    m_centre->redo();
    QCOMPARE(wishes.last(), (QVariantList{true, false}));
    QCOMPARE(wishes.count(), 3);
}

void ControlUndoTest::forgetsAPauseThatWasRefused()
{
    m_centre->tenant()->select(u"research"_s);
    m_centre->tenant()->pause();
    m_centre->refused(u"marketing"_s, u"The ledger cannot be written."_s);
    QVERIFY(m_centre->canUndo()); // that was another
    m_centre->refused(u"research"_s, u"The ledger cannot be written."_s);
    QVERIFY(!m_centre->canUndo());
    QVERIFY2(m_centre->notices()->texts().title.contains(u"research: paused"_s),
             qPrintable(m_centre->notices()->texts().title));
}

void ControlUndoTest::takesAMuteBack()
{
    QSignalSpy mutes(m_centre.get(), &ControlCentre::muteRequested);
    QSignalSpy unmutes(m_centre.get(), &ControlCentre::unmuteRequested);
    m_centre->alerts()->mutes()->mute(); // every budget, for an hour from 14:32 on
    QCOMPARE(mutes.count(), 1);
    QCOMPARE(m_centre->undoText(), u"Every budget: muted until 21 Nov 15:32"_s);
    m_centre->undo();
    QCOMPARE(unmutes.count(), 1);
    m_centre->redo();
    QCOMPARE(mutes.count(), 2);
    m_centre->refused(u"Mute"_s, u"The ledger cannot be written."_s);
    QVERIFY(!m_centre->canUndo());
    QVERIFY(m_centre->canRedo());
}

void ControlUndoTest::givesAMuteItsFormerEnd()
{
    const core::Time end = m_snapshot.at + std::chrono::hours(1);
    m_snapshot.alertMutes = {{"b-research", m_snapshot.at, end}};
    m_centre->apply(m_snapshot);
    QSignalSpy mutes(m_centre.get(), &ControlCentre::muteRequested);
    m_centre->alerts()->mutes()->unmute(u"b-research"_s);
    QCOMPARE(m_centre->undoText(), u"research, daily cap: unmuted"_s);
    QCOMPARE(mutes.count(), 0);
    m_centre->undo();
    QCOMPARE(mutes.last().first().toByteArray(), "b-research"_ba);
    QCOMPARE(mutes.last().last().value<core::Time>(), end);
}

void ControlUndoTest::takesTheNameOfAKeyBack()
{
    QSignalSpy wishes(m_centre.get(), &ControlCentre::keyChangeRequested);
    core::KeyFacts crawler;
    crawler.id = "k-0123456789ab";
    crawler.name = u"crawler"_s;
    crawler.tenant = "research";
    KeyForm &form = *m_centre->tenant()->keys()->form();
    QSignalSpy asked(&form, &KeyForm::changeRequested);
    form.edit(crawler);
    form.setName(u"scraper"_s);
    form.save();
    QVERIFY(!m_centre->canUndo()); // it is not done yet
    form.takeChanged(asked.last().first().toULongLong());
    QCOMPARE(m_centre->undoText(), u"Key crawler: now called scraper"_s);
    m_centre->undo();
    QCOMPARE(wishes.last().first().value<core::KeyFacts>(), crawler);
    m_centre->refused(u"Key k-0123456789ab"_s, u"The key is revoked."_s);
    QVERIFY(m_centre->canUndo()); // it stands where it stood
    form.edit(crawler);
    form.save();
    form.takeChanged(asked.last().first().toULongLong());
    QCOMPARE(m_centre->undoText(), u"Key crawler: now called scraper"_s); // nothing was changed
}

QTEST_MAIN(ControlUndoTest)
#include "tst_controlundo.moc"
