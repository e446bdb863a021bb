// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is paused, capped and shown of the tenants.
#include "controlcentrecase.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class ControlCentreTest : public ControlCentreCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cutsTheCallsOfAllTenants();
    void keepsADraftBesideAnotherCap();
    void setsACapForOneWithoutAny();
    void pausesAndResumes();
    void showsWhatElseBindsATenant();
    void editsAnotherBudgetOfTheTenant();
    void appliesTenThousandTenants();
};

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
    m_snapshot.budgets.removeIf(
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
