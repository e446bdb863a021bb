// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From the inspector of a budget to the form that changes all of it, and back.
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

class BudgetInspectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_centre = std::make_unique<ControlCentre>(m_clock);
        m_snapshot = sample::withBudgets();
        m_centre->budgets()->setShown(true);
        m_centre->apply(m_snapshot);
        BudgetPast &past = *form().past();
        connect(&past, &BudgetPast::wanted, this, [&past](quint64 ticket) {
            past.take(ticket, {}, {});
        });
        m_wishes =
            std::make_unique<QSignalSpy>(m_centre.get(), &ControlCentre::budgetChangeRequested);
    }

    void changesAllOfABudgetAndTakesItBack()
    {
        inspector().selectBudget(u"b-tokens"_s);
        inspector().edit();
        QVERIFY(form().isOpen());
        QCOMPARE(form().amount(), u"12000"_s);
        form().setAmount(u"15,000"_s);
        form().setWindow(static_cast<int>(form().windows().indexOf(u"week"_s)));
        QSignalSpy told(m_centre.get(), &ControlCentre::capChanged);
        QTRY_VERIFY(form().canSave());
        form().save();
        QCOMPARE(wish().id, "b-tokens"_ba);
        QCOMPARE(wish().limit, 15'000);
        QCOMPARE(wish().window.kind, core::WindowKind::Week);
        QCOMPARE(told.constFirst().constFirst().toString(), u"research: budget changed"_s);
        m_centre->undo();
        QCOMPARE(wish().limit, 12'000);
        QCOMPARE(wish().window.kind, core::WindowKind::Day);
        m_centre->redo();
        QCOMPARE(wish().limit, 15'000);
    }

    void tellsAnotherCapInFigures()
    {
        inspector().selectBudget(u"b-tokens"_s);
        inspector().edit();
        form().setAmount(u"15,000"_s);
        QTRY_VERIFY(form().canSave());
        form().save();
        QCOMPARE(m_centre->undoText(), u"research: cap 12,000 tokens → 15,000 tokens"_s);
    }

    void changesATenantsOwnCap()
    {
        inspector().select(u"research"_s);
        inspector().edit();
        QVERIFY(form().isChanging());
        QCOMPARE(form().value(), u"research"_s);
        inspector().select(u"idle"_s); // another one, while the form is open
        QVERIFY(form().isChanging());
    }

    void followsWhatIsSpentWhileItIsWritten()
    {
        inspector().selectBudget(u"b-tokens"_s);
        inspector().edit();
        QCOMPARE(form().effectText(), u"What it has counted stays: 3,000 tokens."_s);
        for (core::BucketState &bucket : m_snapshot.buckets) {
            bucket.settled += bucket.budgetId == "b-tokens" ? 100 : 0;
        }
        m_centre->apply(m_snapshot);
        QCOMPARE(form().effectText(), u"What it has counted stays: 3,100 tokens."_s);
    }

    // The same rule as over HTTP; it may still be raised for a while, reset and removed.
    void leavesToOthersWhatTheyPutBack()
    {
        for (core::Budget &budget : m_snapshot.budgets) {
            budget.id = budget.id == "b-each" ? "default:agent" : budget.id;
        }
        m_centre->apply(m_snapshot);
        inspector().selectBudget(u"default:agent"_s);
        QVERIFY(inspector().texts().hasCap);
        QVERIFY(!inspector().isEditable());
        QVERIFY2(inspector().texts().fixedText.startsWith(
                     u"The budget default:agent comes from BUDGET_DEFAULT_LIMIT"_s),
                 qPrintable(inspector().texts().fixedText));
        inspector().edit();
        QVERIFY(!form().isOpen());
        QSignalSpy removed(m_centre.get(), &ControlCentre::budgetRemovalRequested);
        inspector().removeCap();
        QCOMPARE(removed.count(), 1);
    }

    void callsAKeyByItsName()
    {
        core::Budget ofKey = sample::dailyBudget("b-key", {}, sample::dollars("5"));
        ofKey.selector = core::Selector({{core::Dimension::Key, {}, "k-0123456789ab"}});
        m_snapshot.budgets.push_back(ofKey);
        core::KeyFacts key;
        key.id = "k-0123456789ab";
        m_snapshot.keys = {key};
        m_centre->apply(m_snapshot);
        inspector().selectBudget(u"b-key"_s);
        QCOMPARE(inspector().texts().title, u"key k-0123456789ab, daily cap"_s);
        m_snapshot.keys.front().name = u"laptop"_s;
        m_centre->apply(m_snapshot);
        QCOMPARE(inspector().texts().title, u"key laptop, daily cap"_s);
        QCOMPARE(inspector().texts().titleTip, u"key:k-0123456789ab"_s);
        const BudgetListModel &list = *m_centre->budgets();
        const TenantRow line =
            list.data(list.index(list.rowOf(u"b-key"_s)), Qt::UserRole).value<BudgetRow>().line;
        QCOMPARE(line.name, u"key laptop, daily cap"_s);
        QVERIFY2(line.remark.startsWith(u"key:k-0123456789ab"_s), qPrintable(line.remark));
        QVERIFY(m_centre->alerts()->rules()->budgets().contains(u"key laptop, daily cap"_s));
        inspector().edit();
        QCOMPARE(form().value(), u"laptop"_s);
        QCOMPARE(form().sentence(), u"key laptop: at most $5.00 per day."_s);
        form().setAmount(u"6"_s);
        QTRY_VERIFY(form().canSave());
        form().save();
        QCOMPARE(wish().selector.toText(), "key:k-0123456789ab"_ba);
    }

private:
    [[nodiscard]] TenantDetail &inspector() { return *m_centre->tenant(); }
    [[nodiscard]] BudgetForm &form() { return *m_centre->newBudget(); }
    [[nodiscard]] core::Budget wish() const
    {
        return m_wishes->constLast().constFirst().value<core::Budget>();
    }

    StillClock m_clock;
    std::unique_ptr<ControlCentre> m_centre;
    std::unique_ptr<QSignalSpy> m_wishes;
    core::Snapshot m_snapshot;
};

QTEST_GUILESS_MAIN(BudgetInspectorTest)
#include "tst_budgetinspector.moc"
