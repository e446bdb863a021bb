// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleprices.h"
#include "samplesnapshot.h"

#include "app/viewmodels/controlcentre.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

class StillClock final : public core::Clock
{
public:
    [[nodiscard]] core::Time now() const override { return sample::afternoon(); }
};

} // namespace

class ControlCentreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksForACapAndTakesItBack();
    void takesAPriceAndAnUpstreamBackInTheirOrder();
    void forgetsAPriceThatWasRefused();
    void saysARefusalInPlace();
    void saysOtherRefusalsAsNotice();
    void aRefusedUndoStandsWhereItStood();
    void cutsTheCallsOfAllTenants();
    void keepsADraftBesideAnotherCap();
    void setsACapForOneWithoutAny();
    void removesACapAndPutsItBack();
    void pausesAndResumes();
    void showsTheWorstNoticeFirst();
    void opensTheCapThatIsReached();
    void remembersADismissedNotice();
    void changesTheMarksOfABudget();
    void saysWhatNeedsTheOwnerAndWhatMayWait();
    void showsWhatElseBindsATenant();
    void editsAnotherBudgetOfTheTenant();
    void appliesTenThousandTenants();

private:
    StillClock m_clock;
    std::unique_ptr<ControlCentre> m_centre;
    core::Snapshot m_snapshot;
};

void ControlCentreTest::init()
{
    m_centre = std::make_unique<ControlCentre>(m_clock);
    m_snapshot = sample::snapshot();
    m_centre->apply(m_snapshot);
}

void ControlCentreTest::asksForACapAndTakesItBack()
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

void ControlCentreTest::takesAPriceAndAnUpstreamBackInTheirOrder()
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

void ControlCentreTest::forgetsAPriceThatWasRefused()
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

void ControlCentreTest::saysARefusalInPlace()
{
    m_centre->tenant()->select(u"research"_s);
    m_centre->tenant()->editor()->type(u"17.5"_s);
    m_centre->tenant()->editor()->commit();
    m_centre->refused(u"b-research"_s, u"The ledger cannot be written."_s);
    QCOMPARE(m_centre->tenant()->editor()->errorText(), u"The ledger cannot be written."_s);
    QVERIFY(!m_centre->canUndo());
    QVERIFY(!m_centre->notices()->isPresent());
}

void ControlCentreTest::saysOtherRefusalsAsNotice()
{
    m_centre->refused(u"intern-lab stays paused"_s, u"The ledger cannot be written."_s);
    QCOMPARE(m_centre->notices()->kind(), Notices::Refused);
    QCOMPARE(m_centre->notices()->texts().title, u"Not done: intern-lab stays paused"_s);
    m_centre->apply(m_snapshot); // it stays until it is read
    QVERIFY(m_centre->notices()->isPresent());
    m_centre->notices()->dismiss();
    m_centre->apply(m_snapshot);
    QVERIFY(!m_centre->notices()->isPresent());
}

void ControlCentreTest::aRefusedUndoStandsWhereItStood()
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

void ControlCentreTest::cutsTheCallsOfAllTenants()
{
    QSignalSpy all(m_centre.get(), &ControlCentre::pauseAllRequested);
    m_centre->tenant()->selectAll();
    m_centre->tenant()->pauseAndCut();
    QCOMPARE(all.last(), (QVariantList{true, true}));
}

// A monthly cap is there, a daily one is begun: it stays until it is set itself.
void ControlCentreTest::keepsADraftBesideAnotherCap()
{
    std::erase_if(m_snapshot.budgets,
                  [](const core::Budget &budget) { return budget.selector.isGlobal(); });
    core::Budget monthly;
    monthly.id = "b-month";
    monthly.window.kind = core::WindowKind::Month;
    monthly.limit = sample::dollars("900").nanos();
    m_snapshot.budgets.push_back(monthly);
    m_centre->apply(m_snapshot);
    QSignalSpy wishes(m_centre.get(), &ControlCentre::budgetChangeRequested);
    TenantDetail *tenant = m_centre->tenant();
    tenant->selectAll();
    QVERIFY(tenant->texts().hasCap);
    tenant->setCap();
    m_centre->apply(m_snapshot);
    QVERIFY(!tenant->texts().hasCap);
    tenant->editor()->commit();
    const auto daily = wishes.last().first().value<core::Budget>();
    QCOMPARE(daily.window.kind, core::WindowKind::Day);
    m_snapshot.budgets.push_back(daily);
    m_centre->apply(m_snapshot);
    QVERIFY(tenant->texts().hasCap);
    QCOMPARE(tenant->editor()->situation().budget.id, daily.id);
}

void ControlCentreTest::setsACapForOneWithoutAny()
{
    core::Snapshot::Tenant newcomer;
    newcomer.name = "newcomer";
    newcomer.spentToday = sample::dollars("7");
    m_snapshot.tenants.push_back(newcomer);
    m_centre->apply(m_snapshot);
    QSignalSpy wishes(m_centre.get(), &ControlCentre::budgetChangeRequested);
    QSignalSpy removals(m_centre.get(), &ControlCentre::budgetRemovalRequested);
    TenantDetail *tenant = m_centre->tenant();
    tenant->select(u"newcomer"_s);
    QVERIFY(!tenant->isEditable());
    tenant->setCap();
    QVERIFY(tenant->isEditable());
    QCOMPARE(tenant->editor()->capText(), u"$20.00"_s); // twice what was spent, rounded up
    tenant->editor()->commit();
    const auto budget = wishes.last().first().value<core::Budget>();
    QCOMPARE(budget.selector.toText(), "tenant:newcomer"_ba);
    QCOMPARE(budget.window.kind, core::WindowKind::Day);
    QCOMPARE(budget.window.zone, "Europe/Berlin"_ba);
    QVERIFY(budget.validate().ok());
    m_centre->undo(); // to have none again
    QCOMPARE(removals.last().first().toByteArray(), budget.id);
}

void ControlCentreTest::removesACapAndPutsItBack()
{
    QSignalSpy wishes(m_centre.get(), &ControlCentre::budgetChangeRequested);
    QSignalSpy removals(m_centre.get(), &ControlCentre::budgetRemovalRequested);
    m_centre->tenant()->select(u"marketing"_s);
    m_centre->tenant()->removeCap();
    QCOMPARE(removals.last().first().toByteArray(), "b-marketing"_ba);
    m_centre->undo();
    QCOMPARE(wishes.last().first().value<core::Budget>().id, "b-marketing"_ba);
}

void ControlCentreTest::pausesAndResumes()
{
    QSignalSpy one(m_centre.get(), &ControlCentre::tenantPauseRequested);
    QSignalSpy all(m_centre.get(), &ControlCentre::pauseAllRequested);
    m_centre->tenant()->select(u"intern-lab"_s);
    m_centre->tenant()->resume();
    QCOMPARE(one.last(), (QVariantList{"intern-lab"_ba, false}));
    m_centre->tenant()->select(u"research"_s);
    m_centre->tenant()->pause();
    QCOMPARE(one.last(), (QVariantList{"research"_ba, true}));
    m_centre->pauseAll(true, true);
    QCOMPARE(all.last(), (QVariantList{true, true}));
    m_snapshot.pausedAll = true;
    m_centre->apply(m_snapshot);
    QVERIFY(m_centre->isPausedAll());
    QCOMPARE(m_centre->notices()->kind(), Notices::Paused);
    m_centre->notices()->act();
    QCOMPARE(all.last(), (QVariantList{false, false}));
}

void ControlCentreTest::showsTheWorstNoticeFirst()
{
    QVERIFY(!m_centre->notices()->isPresent());
    m_snapshot = sample::overCap();
    m_snapshot.pausedAll = true;
    m_snapshot.upstreams.front().reachable = false;
    m_centre->apply(m_snapshot);
    QCOMPARE(m_centre->notices()->kind(), Notices::CapReached);
    QCOMPARE(m_centre->notices()->texts().title,
             u"The daily cap for all tenants is reached. New calls are refused until 00:00."_s);
    QCOMPARE(m_centre->notices()->texts().more, u"and 2 more"_s);
    QSignalSpy wanted(m_centre.get(), &ControlCentre::capWanted);
    m_centre->notices()->act();
    QCOMPARE(wanted.count(), 1);
    QVERIFY(m_centre->tenant()->texts().isAll);
    QCOMPARE(m_centre->tenant()->editor()->capText(), u"$60.00"_s); // the one that is reached
    m_snapshot.ledgerError = u"disk full"_s;
    m_centre->apply(m_snapshot);
    QCOMPARE(m_centre->notices()->kind(), Notices::Failed);
}

void ControlCentreTest::opensTheCapThatIsReached()
{
    const auto month =
        std::ranges::find(m_snapshot.buckets, "b-month"_ba, &core::BucketState::budgetId);
    month->settled = month->cap; // and the day's is not
    m_centre->apply(m_snapshot);
    QVERIFY(m_centre->notices()->texts().title.startsWith(u"The monthly cap"_s));
    m_centre->notices()->act();
    QCOMPARE(m_centre->tenant()->editor()->capText(), u"$1,200.00"_s);
}

void ControlCentreTest::remembersADismissedNotice()
{
    m_snapshot.recoveredCalls = 7;
    m_snapshot.recoveredCost = sample::dollars("0.412");
    m_centre->apply(m_snapshot);
    QCOMPARE(m_centre->notices()->texts().text, u"Counted at the upper bound, $0.4120."_s);
    m_centre->notices()->dismiss();
    m_centre->apply(m_snapshot);
    QVERIFY(!m_centre->notices()->isPresent());
}

void ControlCentreTest::changesTheMarksOfABudget()
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

void ControlCentreTest::saysWhatNeedsTheOwnerAndWhatMayWait()
{
    Notices &notices = *m_centre->notices();
    core::DestinationStatus langfuse;
    langfuse.name = "langfuse";
    langfuse.state = core::DestinationStatus::State::Blocked;
    langfuse.lastError = u"It refuses the credential (401). Give the right one."_s;
    m_snapshot.destinations = {langfuse};
    m_snapshot.upstreams.front().traffic.unmeteredOutput = 1'204;
    m_snapshot.upstreams.front().callsAboveBound = 2;
    m_centre->apply(m_snapshot);
    QCOMPARE(notices.kind(), Notices::Unmetered);
    QCOMPARE(notices.texts().more, u"and 2 more"_s);
    notices.dismiss();
    QCOMPARE(notices.kind(), Notices::AboveBound);
    QCOMPARE(notices.texts().title, u"2 calls used more than was held."_s);
    notices.dismiss();
    QCOMPARE(notices.texts().title, u"langfuse takes nothing."_s);
    QCOMPARE(notices.texts().text, langfuse.lastError);
    m_centre->apply(m_snapshot); // what was put away stays away
    QCOMPARE(notices.kind(), Notices::Destination);
    notices.setKeychainTrouble(u"The keychain is locked."_s, u"Unlock it."_s);
    notices.dismiss();
    QCOMPARE(notices.texts().title, u"The keychain is locked."_s);
    notices.setKeychainTrouble({}, {});
    QVERIFY(!notices.isPresent());
    m_snapshot.destinations.clear();
    m_centre->apply(m_snapshot);
    m_snapshot.destinations = {langfuse}; // it is back, and so is the notice
    m_centre->apply(m_snapshot);
    QCOMPARE(notices.kind(), Notices::Destination);
}

void ControlCentreTest::showsWhatElseBindsATenant()
{
    m_centre->tenant()->select(u"research"_s);
    const auto *others = m_centre->tenant()->others();
    QCOMPARE(others->rowCount(), 4);
    const auto first = others->data(others->index(0), Qt::UserRole).value<BindingRow>();
    QCOMPARE(first.name, u"Month, research"_s);
    QCOMPARE(first.text, u"$287.36 / $480.00"_s);
    QVERIFY(first.own);
    const auto second = others->data(others->index(1), Qt::UserRole).value<BindingRow>();
    QCOMPARE(second.name, u"Day, all tenants"_s);
    QVERIFY(!second.own);
}

void ControlCentreTest::editsAnotherBudgetOfTheTenant()
{
    m_centre->tenant()->select(u"research"_s);
    QCOMPARE(m_centre->tenant()->texts().capLine, u"Daily cap · resets 00:00"_s);
    m_centre->tenant()->editOther(0);
    QCOMPARE(m_centre->tenant()->editor()->capText(), u"$480.00"_s);
    QCOMPARE(m_centre->tenant()->texts().capLine, u"Monthly cap · resets 1 Dec"_s);
}

void ControlCentreTest::appliesTenThousandTenants()
{
    for (int i = 0; i < 10'000; ++i) {
        core::Snapshot::Tenant tenant;
        tenant.name = "tenant-" + QByteArray::number(i);
        const auto budget =
            sample::dailyBudget("b-" + tenant.name, tenant.name, sample::dollars("5"));
        m_snapshot.tenants.push_back(tenant);
        m_snapshot.buckets.push_back(sample::bucketOf(budget, m_snapshot.at));
        m_snapshot.budgets.push_back(budget);
    }
    m_centre->apply(m_snapshot);
    QCoreApplication::processEvents();
    QCOMPARE(m_centre->tenants()->count(), 8); // nobody looks
    m_centre->tenants()->setShown(true);
    QCOMPARE(m_centre->tenants()->count(), 8); // so many are listed in several turns
    m_snapshot.tenants.pop_back();
    m_centre->apply(m_snapshot); // and from the newest snapshot in the end
    QTRY_COMPARE(m_centre->tenants()->count(), 10'007);
    QBENCHMARK
    {
        m_snapshot.buckets.front().settled += 1'000'000'000;
        m_centre->apply(m_snapshot);
        QCoreApplication::processEvents();
    }
}

QTEST_MAIN(ControlCentreTest)
#include "tst_controlcentre.moc"
