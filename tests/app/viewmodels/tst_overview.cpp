// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/burnhistory.h"
#include "app/viewmodels/overviewmodel.h"
#include "app/viewmodels/upstreamstate.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class OverviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTodayAgainstItsCap();
    void showsTheSpendWithoutACap();
    void showsPlansOfWeekAndMonth();
    void saysWhenTheCapIsReached();
    void doesNotCallAMomentOfHoldsFull();
    void notifiesOnlyWhatChanged();
    void isUntouchedUntilTheFirstCall();
    void dealsBurnBandsOnceAndSumsTheOthers();
    void leavesTheChartAloneWhenNothingIsSpent();
    void tellsOfTheUpstream();
    void tellsOfEachUpstream();

private:
    OverviewModel m_overview;
    void apply(OverviewModel &overview, const core::Snapshot &snapshot)
    {
        overview.apply(snapshot, BudgetDirectory(snapshot));
    }
};

void OverviewTest::showsTodayAgainstItsCap()
{
    apply(m_overview, sample::snapshot());
    const SpendCard &today = m_overview.today();
    QCOMPARE(today.figure, u"$41.87"_s);
    QCOMPARE(today.heldText, u"$3.12"_s);
    QCOMPARE(today.leftText, u"$15.01"_s); // 60 - 41.87 - 3.12
    QCOMPARE(today.ofText, u"of $60.00 today"_s);
    QCOMPARE(today.forecast, u"Reaches its cap at 17:21 at this pace"_s);
    QVERIFY(today.forecastWarns);
    QCOMPARE(today.standing, Standing::Calm);
    // The post stands at 0.97: 41.87 / 60 x 0.97
    QVERIFY(qAbs(today.bar.spent - 41.87 / 60 * 0.97) < 1e-9);
    QVERIFY(qAbs(today.bar.held - 3.12 / 60 * 0.97) < 1e-9);
    QCOMPARE(today.bar.marks.size(), 2);
    QCOMPARE(today.bar.crossed, 0);
}

void OverviewTest::showsTheSpendWithoutACap()
{
    core::Snapshot snapshot = sample::snapshot();
    snapshot.budgets.clear();
    snapshot.buckets.clear();
    OverviewModel overview;
    apply(overview, snapshot);
    QVERIFY(!overview.today().hasCap);
    QCOMPARE(overview.today().figure, u"$41.87"_s);
    QCOMPARE(overview.today().leftText, u"–"_s);
    QVERIFY(overview.today().bar.cap < 0);
    QCOMPARE(overview.week().figure, u"$212.40"_s);
    QCOMPARE(overview.week().ofText, u"no plan"_s);
}

void OverviewTest::showsPlansOfWeekAndMonth()
{
    apply(m_overview, sample::snapshot());
    QCOMPARE(m_overview.week().ofText, u"of $350.00 plan"_s);
    QCOMPARE(m_overview.week().forecast, u"Lasts until Monday"_s);
    // 684.19 in 20.61 of 30 days come to 996
    QCOMPARE(m_overview.month().forecast, u"$996 by 30 Nov"_s);
}

void OverviewTest::saysWhenTheCapIsReached()
{
    apply(m_overview, sample::overCap());
    QCOMPARE(m_overview.today().standing, Standing::Full);
    QCOMPARE(m_overview.today().leftWords, u"cap reached"_s);
    QCOMPARE(m_overview.today().leftText, u"$0.00"_s);
    QCOMPARE(m_overview.today().forecast, u"Cap reached, frees at 00:00"_s);
}

void OverviewTest::doesNotCallAMomentOfHoldsFull()
{
    core::Snapshot snapshot = sample::snapshot();
    for (core::BucketState &state : snapshot.buckets) {
        if (state.budgetId == "b-day") {
            state.settled = sample::dollars("3").nanos();
            state.held = sample::dollars("57").nanos();
            state.crossedMark = 0;
        }
    }
    apply(m_overview, snapshot);
    QCOMPARE(m_overview.today().standing, Standing::Calm);
    QCOMPARE(m_overview.today().leftText, u"$0.00"_s);
}

void OverviewTest::notifiesOnlyWhatChanged()
{
    OverviewModel overview;
    core::Snapshot snapshot = sample::snapshot();
    apply(overview, snapshot);
    QSignalSpy today(&overview, &OverviewModel::todayChanged);
    QSignalSpy week(&overview, &OverviewModel::weekChanged);
    QSignalSpy place(&overview, &OverviewModel::placeChanged);
    apply(overview, snapshot);
    for (core::BucketState &state : snapshot.buckets) {
        if (state.budgetId == "b-day") {
            state.settled += sample::dollars("1").nanos();
        }
    }
    apply(overview, snapshot);
    QCOMPARE(today.count(), 1);
    QCOMPARE(week.count(), 0);
    QCOMPARE(place.count(), 0);
}

void OverviewTest::isUntouchedUntilTheFirstCall()
{
    OverviewModel overview;
    apply(overview, sample::untouched());
    QVERIFY(overview.isUntouched());
    QCOMPARE(overview.baseUrl(), u"http://127.0.0.1:7007/v1"_s);
    QCOMPARE(overview.today().forecast, u"No pace yet"_s);
    apply(overview, sample::snapshot());
    QVERIFY(!overview.isUntouched());
}

void OverviewTest::dealsBurnBandsOnceAndSumsTheOthers()
{
    BurnHistory burn;
    core::Snapshot snapshot = sample::snapshot();
    burn.apply(snapshot);
    QCOMPARE(burn.rowCount(), 5); // the five that spend
    QCOMPARE(burn.rows().back().name, u"research"_s);
    QCOMPARE(burn.nowText(), u"$6.42/h"_s);
    snapshot.tenants[3].burnPerHour = sample::dollars("9"); // evals-nightly wakes up
    snapshot.tenants[6].burnPerHour = sample::dollars("1"); // and intern-lab
    snapshot.at += 1s;
    burn.apply(snapshot);
    QCOMPARE(burn.rowCount(), 6);
    QCOMPARE(burn.rows().front().name, u"others"_s);
    QCOMPARE(burn.rows().front().perHour, sample::dollars("10").nanos());
    QCOMPARE(burn.rows().back().name, u"research"_s); // keeps its colour
    const qint64 all = burn.rows().front().perHour + burn.rows().back().perHour;
    std::ranges::reverse(snapshot.tenants); // each is found wherever it stands
    burn.apply(snapshot);
    QCOMPARE(burn.rows().front().perHour + burn.rows().back().perHour, all);
    const qint64 research = burn.rows().back().perHour;
    QVERIFY(research > 0);
    std::erase_if(snapshot.tenants, [](const auto &tenant) { return tenant.name == "research"; });
    burn.apply(snapshot);
    QCOMPARE(burn.rows().back().perHour, 0);
    QCOMPARE(burn.rows().front().perHour, all - research);
}

void OverviewTest::leavesTheChartAloneWhenNothingIsSpent()
{
    BurnHistory burn;
    QSignalSpy sampled(&burn, &BurnHistory::sampled);
    core::Snapshot snapshot = sample::untouched();
    burn.apply(snapshot);
    burn.tick(snapshot.at + 5s);
    QCOMPARE(sampled.count(), 0);
    snapshot = sample::snapshot();
    burn.apply(snapshot);
    burn.tick(snapshot.at + 500ms); // a sample a second
    burn.tick(snapshot.at + 1s);
    QCOMPARE(sampled.count(), 2);
    burn.tick(snapshot.at + 10min);
    QCOMPARE(burn.samples().size(), 1U); // older ones have left
}

void OverviewTest::tellsOfTheUpstream()
{
    UpstreamState upstream;
    QSignalSpy changed(&upstream, &UpstreamState::changed);
    core::Snapshot snapshot = sample::snapshot();
    upstream.apply(snapshot);
    upstream.apply(snapshot);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(upstream.texts().name, u"vLLM :8000"_s);
    QCOMPARE(upstream.texts().load, u"7 running · 0 waiting"_s);
    QCOMPARE(upstream.texts().output, u"413 tok/s"_s);
    snapshot.upstreams.front().reachable = false;
    upstream.apply(snapshot);
    QCOMPARE(upstream.texts().state, u"down since 09:32"_s);
    snapshot = sample::untouched();
    upstream.apply(snapshot);
    QCOMPARE(upstream.texts().load, u"idle · 3 models"_s);
    snapshot.upstreams.front().kvCacheUse = -1;
    upstream.apply(snapshot);
    QCOMPARE(upstream.texts().cache, u"unknown"_s);
}

void OverviewTest::tellsOfEachUpstream()
{
    UpstreamState upstream;
    core::Snapshot snapshot = sample::snapshot();
    upstream.apply(snapshot);
    QVERIFY(!upstream.areSeveral());
    QCOMPARE(upstream.summary(), u"up"_s);

    core::UpstreamStatus &replica =
        snapshot.upstreams.emplace_back(core::UpstreamStatus(snapshot.upstreams.front()));
    replica.name = u"vllm-2"_s;
    replica.url = u"http://127.0.0.1:8001"_s;
    replica.running = 5;
    replica.waiting = 2;
    replica.outputTokensPerSecond = -1;
    core::UpstreamStatus remote;
    remote.name = u"openai"_s;
    remote.url = u"https://api.openai.com"_s;
    remote.reachable = true;
    snapshot.upstreams.push_back(remote);
    upstream.apply(snapshot);
    QVERIFY(upstream.areSeveral());
    QCOMPARE(upstream.summary(), u"3 up"_s);
    const auto &rows = upstream.list()->rows();
    QCOMPARE(rows.size(), 3U);
    QCOMPARE(rows[0].figures, u"7 running · 0 waiting · KV 38\u202f%"_s);
    QCOMPARE(rows[1].name, u"vllm-2 :8001"_s);
    QCOMPARE(rows[0].rate, u"413 tok/s"_s);
    QCOMPARE(rows[1].figures, u"5 running · 2 waiting · KV 38\u202f% · output unknown"_s);
    QCOMPARE(rows[1].rate, QString());
    QCOMPARE(rows[2].figures, u"load and output unknown"_s); // not zero
    // The foot: one of them does not tell, so Capstan's own eight are what is known to run.
    QCOMPARE(upstream.texts().name, u"3 upstreams"_s);
    QCOMPARE(upstream.texts().load, u"8 running"_s);
    snapshot.upstreams.pop_back();
    upstream.apply(snapshot);
    QCOMPARE(upstream.texts().load, u"12 running · 2 waiting"_s); // 7 + 5, 0 + 2

    snapshot.upstreams.back().reachable = false;
    upstream.apply(snapshot);
    QCOMPARE(upstream.summary(), u"1 of 2 down"_s);
    QVERIFY(!upstream.areAllReachable());
    QCOMPARE(rows.front().name, u"vllm-2 :8001"_s); // trouble comes first
    QCOMPARE(rows.front().figures, u"down since 09:32"_s);
    QCOMPARE(upstream.texts().name, u"vllm-2 :8001"_s);
    snapshot.upstreams.front().reachable = false;
    upstream.apply(snapshot);
    QCOMPARE(upstream.texts().name, u"2 upstreams"_s);
    QCOMPARE(upstream.texts().load, u"2 of 2 down"_s);
}

QTEST_GUILESS_MAIN(OverviewTest)
#include "tst_overview.moc"
