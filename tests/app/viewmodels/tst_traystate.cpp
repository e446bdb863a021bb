// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include "app/viewmodels/overviewmodel.h"
#include "app/viewmodels/traystate.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Kind = TrayState::Kind;

namespace {
core::BucketState bucket(const QByteArray &label, qint64 cents, qint64 capCents)
{
    constexpr qint64 Cent = core::Money::NanosPerDollar / 100;
    core::BucketState state;
    state.label = label;
    state.settled = cents * Cent;
    state.limit = capCents * Cent;
    state.cap = state.limit;
    return state;
}

Kind kindOf(const core::Snapshot &snapshot)
{
    TrayState state;
    state.apply(snapshot, {});
    return state.kind();
}
} // namespace

class TrayStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatNeedsTheOwnerMost();
    void isNotOverByHoldsThatMayComeBack();
    void forgetsAWindowThatIsPast();
    void namesTheThreeTenantsNearestToTheirCap();
    void tellsTodayAndTheBurn();
    void changesOnlyWhenSomethingShownDid();
};

void TrayStateTest::showsWhatNeedsTheOwnerMost()
{
    core::Snapshot snapshot;
    snapshot.buckets = {bucket("tenant:a", 10, 100)};
    QCOMPARE(kindOf(snapshot), Kind::Calm);
    snapshot.buckets.front().crossedMark = 800'000;
    QCOMPARE(kindOf(snapshot), Kind::Near);
    snapshot.buckets.push_back(bucket("tenant:b", 100, 100));
    QCOMPARE(kindOf(snapshot), Kind::Over);
    snapshot.pausedAll = true;
    QCOMPARE(kindOf(snapshot), Kind::Paused);
    snapshot.upstreams.emplace_back();
    QCOMPARE(kindOf(snapshot), Kind::Down);
}

void TrayStateTest::isNotOverByHoldsThatMayComeBack()
{
    core::Snapshot snapshot;
    snapshot.buckets = {bucket("tenant:a", 10, 100)};
    core::BucketState &state = snapshot.buckets.front();
    state.lastSoftMark = 950'000;
    state.held = state.cap - state.settled; // $0.10 + $0.90 = $1.00, nine tenths of it only held
    QCOMPARE(kindOf(snapshot), Kind::Calm);
    state.crossedMark = 800'000;
    QCOMPARE(kindOf(snapshot), Kind::Near);
    state.crossedMark = 950'000; // and no call finds room any more
    QCOMPARE(kindOf(snapshot), Kind::Over);
    state.held = 0;
    state.settled = state.cap;
    QCOMPARE(kindOf(snapshot), Kind::Over);
}

void TrayStateTest::forgetsAWindowThatIsPast()
{
    core::Snapshot snapshot;
    snapshot.at = sample::afternoon();
    snapshot.buckets = {bucket("tenant:a", 100, 100)};
    snapshot.buckets.front().span = {snapshot.at - std::chrono::hours(24),
                                     snapshot.at + std::chrono::seconds(1)};
    TrayState state;
    state.apply(snapshot, {});
    QCOMPARE(state.kind(), Kind::Over);
    QCOMPARE(state.nearest().size(), 1);
    snapshot.at += std::chrono::seconds(1); // a new day; nobody has called yet
    state.apply(snapshot, {});
    QCOMPARE(state.kind(), Kind::Calm);
    QCOMPARE(state.nearest().size(), 0);
}

void TrayStateTest::namesTheThreeTenantsNearestToTheirCap()
{
    core::Snapshot snapshot;
    snapshot.buckets = {bucket("tenant:far", 10, 100),
                        bucket("tenant:first", 1592, 2000), // 79.6 %
                        bucket("", 9'900, 10'000),          // not a tenant
                        bucket("tenant:third", 30, 100),
                        bucket("tenant:second", 100, 200)};
    TrayState state;
    state.apply(snapshot, {});
    QCOMPARE(state.nearest(),
             (QStringList{u"first   $15.92 of $20.00"_s,
                          u"second   $1.00 of $2.00"_s,
                          u"third   $0.30 of $1.00"_s}));
}

void TrayStateTest::tellsTodayAndTheBurn()
{
    SpendCard today;
    today.hasCap = true;
    today.figure = u"$41.87"_s;
    today.ofText = u"of $60.00 today"_s;
    core::Snapshot snapshot;
    snapshot.burnPerHour = core::Money::fromNanos(6'420'000'000);
    TrayState state;
    state.apply(snapshot, today);
    QCOMPARE(state.toolTip(), u"$41.87 of $60.00 today, $6.42/h"_s);
}

void TrayStateTest::changesOnlyWhenSomethingShownDid()
{
    TrayState state;
    QSignalSpy changes(&state, &TrayState::changed);
    core::Snapshot snapshot = sample::snapshot();
    state.apply(snapshot, {});
    QCOMPARE(changes.count(), 1);
    ++snapshot.revision;
    snapshot.at += std::chrono::seconds(1);
    state.apply(snapshot, {});
    QCOMPARE(changes.count(), 1);
}

QTEST_MAIN(TrayStateTest)
#include "tst_traystate.moc"
