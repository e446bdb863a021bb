// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/settings/reconcilelist.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Money;

namespace {

core::Ledger::Sum sumOf(qint64 nanos, qint64 calls)
{
    core::Ledger::Sum sum;
    sum.cost = Money::fromNanos(nanos);
    sum.calls = calls;
    return sum;
}

/// A destination that came after the first dollar, and still waits for 20 nano-dollars.
core::Reconciliation agreeing()
{
    core::Reconciliation found;
    for (const QString &place : {u"memory"_s, u"metrics"_s, u"ledger"_s, u"roll-ups"_s}) {
        found.add(place, sumOf(1'000'000'307, 4));
    }
    core::OutboxStanding standing;
    standing.destination = "langfuse";
    standing.since = {Money::fromNanos(1'000'000'000), 1};
    standing.told = {Money::fromNanos(287), 2};
    standing.waiting = {Money::fromNanos(20), 1};
    found.add(standing);
    return found;
}

} // namespace

/// Issue 4, "One number": the view.
class TestReconcileList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForNobodyAfterARestart()
    {
        ReconcileList list;
        QSignalSpy asked(&list, &ReconcileList::compareRequested);
        list.compare();
        list.reset();
        QVERIFY(!list.isComparing());
        list.compare();
        QCOMPARE(asked.count(), 2);
    }
    void showsOneNumberInEveryPlace()
    {
        ReconcileList list;
        list.take(agreeing());
        QCOMPARE(list.verdict(), u"All agree, to the nano-dollar."_s);
        QVERIFY(!list.differs());
        QCOMPARE(list.rows().size(), 5U);
        for (std::size_t i = 0; i < 4; ++i) {
            QCOMPARE(list.rows()[i].text, u"$1.000000307 in 4 calls"_s);
        }
        QCOMPARE(list.rows()[4].name, u"langfuse"_s);
        QCOMPARE(list.rows()[4].text,
                 u"Acknowledged $0.000000287 in 2 calls; $0.00000002 in 1 call waits; "
                 "$1 in 1 call was before it"_s);
        QVERIFY(std::ranges::none_of(list.rows(), &PlaceRow::differs));
    }

    void pointsAtThePlaceThatDiffersByANanoDollar()
    {
        core::Reconciliation found;
        found.add(u"memory"_s, sumOf(307, 4));
        found.add(u"ledger"_s, sumOf(308, 4));
        core::OutboxStanding standing;
        standing.destination = "langfuse";
        standing.told = {Money::fromNanos(306), 4};
        found.add(standing);
        ReconcileList list;
        list.take(found);
        QVERIFY(list.differs());
        QVERIFY2(list.verdict().contains(u"ledger"), qPrintable(list.verdict()));
        QVERIFY2(list.verdict().contains(u"langfuse"), qPrintable(list.verdict()));
        QVERIFY(!list.rows()[0].differs);
        QVERIFY(list.rows()[1].differs);
        QVERIFY(list.rows()[2].differs);
    }

    void asksOnceAtATimeAndSaysWhyItCouldNot()
    {
        ReconcileList list;
        QSignalSpy wanted(&list, &ReconcileList::compareRequested);
        list.compare();
        list.compare();
        QCOMPARE(wanted.count(), 1);
        QVERIFY(list.isComparing());
        list.refuse(u"The ledger is behind."_s);
        QVERIFY(!list.isComparing());
        QVERIFY(list.differs());
        QCOMPARE(list.verdict(), u"The ledger is behind."_s);
        list.compare();
        QCOMPARE(wanted.count(), 2);
    }
};

QTEST_GUILESS_MAIN(TestReconcileList)
#include "tst_reconcilelist.moc"
