// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/tenantlistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TenantListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsTheDearestFirstAndTheTotal();
    void tellsHowEachStands(); // S1-25
    void announcesOnlyRowsThatChanged();
    void keepsTheOrderInWhichTenantsWereSeen();
    void filtersByName();
    void takesTheCapOfAWildcardForATenantWithoutOne();
    void insertsAndRemovesNeighboursAtOnce();
    void listsInPartsWhatItListsAtOnce();
    void listsTheDearestFew();
    void sortsByEachColumnBothWays();
    void sortsAgainAsFiguresChangeUnlessSomebodyPoints();
    void sortsWhatIsBeingListed();
    void sortsTenThousandWithoutMovingRowByRow();

private:
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < m_model->count(); ++row) {
            names += m_model->nameAt(row);
        }
        return names;
    }
    void apply() { m_model->apply(m_snapshot, BudgetDirectory(m_snapshot)); }
    [[nodiscard]] TenantRow row(int row) const
    {
        return m_model->data(m_model->index(row), Qt::UserRole).value<TenantRow>();
    }

    core::Snapshot m_snapshot;
    std::unique_ptr<TenantListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TenantListTest::init()
{
    m_tester.reset();
    m_snapshot = sample::snapshot();
    m_model = std::make_unique<TenantListModel>(TenantListModel::Order::Stable, 0);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    apply();
}

void TenantListTest::listsTheDearestFirstAndTheTotal()
{
    QCOMPARE(m_model->count(), 8);
    QCOMPARE(row(0).name, u"research"_s);
    QCOMPARE(row(0).settledText, u"$15.92"_s);
    QCOMPARE(row(0).heldText, u"$1.04"_s);
    QCOMPARE(row(0).capText, u"$20.00"_s);
    QCOMPARE(row(0).burnText, u"$2.31/h"_s);
    QCOMPARE(row(3).burnText, u"–"_s);
    QCOMPARE(m_model->total().settledText, u"$41.87"_s);
    QCOMPARE(m_model->total().capText, u"$60.00"_s);
    QCOMPARE(m_model->summary(), u"8 tenants · 12 budgets"_s);
}

void TenantListTest::tellsHowEachStands()
{
    QCOMPARE(row(0).remark, u"near · 16:18 at this pace"_s);
    QCOMPARE(row(0).standing, Standing::Near);
    QCOMPARE(row(1).remark, u"reaches cap 17:34"_s);
    QCOMPARE(row(1).standing, Standing::Calm);
    QCOMPARE(row(3).remark, u"full · frees at 00:00"_s);
    QCOMPARE(row(3).standing, Standing::Full);
    QCOMPARE(row(5).remark, u"lasts until 00:00"_s);
    QCOMPARE(row(6).remark, u"paused by you 11:02"_s);
    QCOMPARE(row(6).standing, Standing::Paused);
    QCOMPARE(row(7).remark, u"no calls yet"_s);
}

void TenantListTest::announcesOnlyRowsThatChanged()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy total(m_model.get(), &TenantListModel::totalChanged);
    apply();
    QCOMPARE(changed.count(), 0);
    QCOMPARE(total.count(), 0);
    m_snapshot.buckets[1].settled += 1; // code-review
    apply();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.constFirst().at(0).toModelIndex().row(), 1);
}

void TenantListTest::keepsTheOrderInWhichTenantsWereSeen()
{
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_snapshot.tenants[7].spentToday = sample::dollars("99");
    core::Snapshot::Tenant newcomer;
    newcomer.name = "newcomer";
    newcomer.spentToday = sample::dollars("50");
    m_snapshot.tenants.insert(m_snapshot.tenants.begin(), newcomer);
    apply();
    QCOMPARE(m_model->nameAt(0), u"research"_s);
    QCOMPARE(m_model->nameAt(8), u"newcomer"_s);
    QCOMPARE(row(8).remark, u"no cap"_s);
    QCOMPARE(row(8).capText, u"–"_s);
    QCOMPARE(reset.count(), 0);
}

void TenantListTest::filtersByName()
{
    m_model->setFilter(u"RE"_s);
    QCOMPARE(m_model->count(), 2); // research, code-review
    QCOMPARE(m_model->rowOf(u"code-review"_s), 1);
    QCOMPARE(m_model->rowOf(u"default"_s), -1);
    m_model->setFilter(u"nobody"_s);
    QCOMPARE(m_model->count(), 0);
    m_model->setFilter({});
    QCOMPARE(m_model->count(), 8);
    QCOMPARE(m_model->nameAt(7), u"default"_s);
}

void TenantListTest::takesTheCapOfAWildcardForATenantWithoutOne()
{
    core::Budget each = sample::dailyBudget("b-each", {}, sample::dollars("3"));
    each.selector = core::Selector::parse("tenant:*").value();
    m_snapshot.budgets.push_back(each);
    core::Snapshot::Tenant newcomer;
    newcomer.name = "newcomer";
    m_snapshot.tenants.push_back(newcomer);
    core::BucketState state = sample::bucketOf(each, m_snapshot.at);
    state.label = "tenant:newcomer";
    state.settled = sample::dollars("1").nanos();
    m_snapshot.buckets.push_back(state);
    apply();
    QCOMPARE(row(8).capText, u"$3.00"_s);
    QCOMPARE(row(8).settledText, u"$1.00"_s);
    QCOMPARE(row(0).capText, u"$20.00"_s); // research keeps its own
}

void TenantListTest::insertsAndRemovesNeighboursAtOnce()
{
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_model->setFilter(u"docs-search"_s); // the fifth of eight
    QCOMPARE(m_model->count(), 1);
    QCOMPARE(removed.count(), 2); // those behind it, and those before it
    m_model->setFilter({});
    QCOMPARE(m_model->count(), 8);
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(m_model->nameAt(4), u"docs-search"_s);
}

void TenantListTest::listsInPartsWhatItListsAtOnce()
{
    TenantListModel parts(TenantListModel::Order::Stable, 0);
    const BudgetDirectory directory(m_snapshot);
    parts.begin(m_snapshot, directory);
    QVERIFY(!parts.goOn(3));
    QVERIFY(!parts.goOn(3));
    QCOMPARE(parts.count(), 0); // nothing half is seen
    QVERIFY(parts.goOn(3));
    QCOMPARE(parts.rows(), m_model->rows());
    QCOMPARE(parts.total(), m_model->total());
}

void TenantListTest::listsTheDearestFew()
{
    TenantListModel top(TenantListModel::Order::DearestFirst, 3);
    top.apply(m_snapshot, BudgetDirectory(m_snapshot));
    QCOMPARE(top.count(), 3);
    QCOMPARE(top.nameAt(2), u"support-bot"_s);
}

void TenantListTest::sortsByEachColumnBothWays()
{
    m_model->sortBy(TenantListModel::Name);
    QVERIFY(!m_model->isDescending());
    QCOMPARE(names(),
             (QStringList{u"code-review"_s,
                          u"default"_s,
                          u"docs-search"_s,
                          u"evals-nightly"_s,
                          u"intern-lab"_s,
                          u"marketing"_s,
                          u"research"_s,
                          u"support-bot"_s}));
    m_model->sortBy(TenantListModel::Name);
    QVERIFY(m_model->isDescending());
    QCOMPARE(names().constFirst(), u"support-bot"_s);
    // 5.71 + 0.29 of 6 is all; 15.92 + 1.04 of 20 is 85 %; 9.41 + 0.86 of 15 is 68 %.
    m_model->sortBy(TenantListModel::Share);
    QCOMPARE(names().first(3), (QStringList{u"evals-nightly"_s, u"research"_s, u"code-review"_s}));
    m_model->sortBy(TenantListModel::Cap);
    QCOMPARE(names().first(3), (QStringList{u"research"_s, u"code-review"_s, u"support-bot"_s}));
    m_model->sortBy(TenantListModel::Cap);
    QCOMPARE(names().first(2), (QStringList{u"default"_s, u"intern-lab"_s})); // $1, $2
    m_model->sortBy(TenantListModel::Held);
    QCOMPARE(names().constFirst(), u"research"_s);
    m_model->sortBy(TenantListModel::Burn);
    QCOMPARE(names().at(4), u"marketing"_s); // $0.18 an hour; the rest have none
    // Of the same figure in the order they had.
    QCOMPARE(names().last(3), (QStringList{u"evals-nightly"_s, u"default"_s, u"intern-lab"_s}));
    m_model->setFilter(u"re"_s);
    m_model->sortBy(TenantListModel::Settled);
    QCOMPARE(names(), (QStringList{u"research"_s, u"code-review"_s}));
    m_model->sortBy(TenantListModel::Settled);
    QCOMPARE(names(), (QStringList{u"code-review"_s, u"research"_s}));
}

void TenantListTest::sortsAgainAsFiguresChangeUnlessSomebodyPoints()
{
    m_model->sortBy(TenantListModel::Burn);
    apply();
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setHeld(true);
    m_snapshot.tenants.back().burnPerHour = sample::dollars("9"); // default
    m_snapshot.at += std::chrono::minutes(1);
    apply();
    QCOMPARE(names().constFirst(), u"research"_s); // under the pointer
    QCOMPARE(m_model->data(m_model->index(m_model->rowOf(u"default"_s)), Qt::UserRole)
                 .value<TenantRow>()
                 .burnText,
             u"$9.00/h"_s);
    m_model->setHeld(false);
    apply();
    QCOMPARE(names().first(2), (QStringList{u"default"_s, u"research"_s}));
    // Not at once again, for figures that go up and down.
    m_snapshot.tenants.back().burnPerHour = {};
    m_snapshot.at += std::chrono::seconds(1);
    apply();
    QCOMPARE(names().constFirst(), u"default"_s);
    m_snapshot.at += TenantListModel::OrderTime;
    apply();
    QCOMPARE(names().constFirst(), u"research"_s);
    QCOMPARE(reset.count(), 0);
}

void TenantListTest::sortsWhatIsBeingListed()
{
    const BudgetDirectory directory(m_snapshot);
    m_model->begin(m_snapshot, directory);
    QVERIFY(!m_model->goOn(3));
    m_model->sortBy(TenantListModel::Name);
    QCOMPARE(names().constFirst(), u"code-review"_s);
    QVERIFY(m_model->goOn(100));
    QCOMPARE(names().constFirst(), u"code-review"_s);
    QCOMPARE(names().constLast(), u"support-bot"_s);
}

void TenantListTest::sortsTenThousandWithoutMovingRowByRow()
{
    for (int i = 0; i < 10'000; ++i) {
        core::Snapshot::Tenant tenant;
        tenant.name = "t" + QByteArray::number(i);
        tenant.spentToday = core::Money::fromDollars(i % 100);
        m_snapshot.tenants.push_back(tenant);
    }
    apply();
    QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
    QSignalSpy arranged(m_model.get(), &QAbstractItemModel::layoutChanged);
    const QPersistentModelIndex research = m_model->index(m_model->rowOf(u"research"_s));
    m_model->sortBy(TenantListModel::Settled);
    QCOMPARE(m_model->count(), 10'008);
    QCOMPARE(row(0).settledText, u"$99.00"_s);
    QCOMPARE(m_model->nameAt(research.row()), u"research"_s);
    QCOMPARE(moved.count(), 0);
    QCOMPARE(arranged.count(), 1);
}

QTEST_GUILESS_MAIN(TenantListTest)
#include "tst_tenantlist.moc"
