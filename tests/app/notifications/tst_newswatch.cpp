// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include "app/notifications/newswatch.h"
#include "app/viewmodels/notices.h"
#include "app/viewmodels/upstreamstate.h"
#include "core/alerts/spendspikes.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::News;
using app::NewsWatch;

namespace {

/// As if `tenant` had just passed a mark.
void cross(core::Snapshot &snapshot, const QByteArray &tenant, int mark = 950'000)
{
    core::AlertRecord alert;
    alert.key = "new:" + tenant;
    alert.mark = mark;
    alert.limit = 20'000'000'000;
    alert.settled = 19'000'000'000;
    alert.at = snapshot.at;
    alert.budgetId = "b-" + tenant;
    alert.label = "tenant:" + tenant;
    alert.hard = mark == core::Budget::Whole;
    snapshot.alerts.insert(snapshot.alerts.begin(), alert);
}

} // namespace

class NewsWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsACrossingOnce();
    void tellsASpikeInSpend();
    void tellsNothingFromBeforeTheStart();
    void tellsWhatWasCrossedWhileStarting();
    void bundlesABurst();
    void keepsQuietAboutWhatIsMutedOrAcknowledged();
    void tellsOfAnUpstreamThatGoesAndComesBack();
    void tellsOnceOfTrafficThatPassesByAndOfOurOwnError();
    void tellsOfADestinationThatNeedsAPerson();

private:
    [[nodiscard]] News next() const;

    core::Snapshot m_snapshot;
    std::unique_ptr<NewsWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_told;
};

void NewsWatchTest::init()
{
    m_snapshot = sample::snapshot();
    m_watch = std::make_unique<NewsWatch>(m_snapshot.at);
    m_told = std::make_unique<QSignalSpy>(m_watch.get(), &NewsWatch::told);
    m_watch->apply(m_snapshot);
}

News NewsWatchTest::next() const
{
    if (m_told->isEmpty() && !m_told->wait()) {
        return {};
    }
    return m_told->takeFirst().first().value<News>();
}

void NewsWatchTest::tellsACrossingOnce()
{
    cross(m_snapshot, "research");
    m_watch->apply(m_snapshot);
    QCOMPARE(next(),
             (News{u"research passed 95\u202F% of its daily cap"_s, u"$19.00 of $20.00"_s, false}));
    m_watch->apply(m_snapshot); // the same again
    cross(m_snapshot, "support-bot", core::Budget::Whole);
    m_watch->apply(m_snapshot);
    const News second = next();
    QCOMPARE(second.title, u"support-bot reached its daily cap"_s);
    QVERIFY(second.urgent);
    QVERIFY(m_told->isEmpty());
}

// S1-33. The hour began at 13:00 of the sample's day, which is at 14:09.
void NewsWatchTest::tellsASpikeInSpend()
{
    const core::Time hour = std::chrono::floor<std::chrono::hours>(m_snapshot.at) - 1h;
    const core::SpendSpike spike{
        "research", {hour, hour + 1h}, core::Money::fromDollars(12), core::Money::fromDollars(1)};
    m_snapshot.alerts.insert(m_snapshot.alerts.begin(), core::alertOf(spike, m_snapshot.at));
    m_watch->apply(m_snapshot);
    QCOMPARE(next(),
             (News{u"research spent far more than usual"_s,
                   u"$12.00 in the hour from today 13:00, usually $1.00"_s,
                   false}));
    m_watch->apply(m_snapshot);
    QVERIFY(m_told->isEmpty());
}

void NewsWatchTest::tellsNothingFromBeforeTheStart()
{
    // The sample's seven crossings are from before; only what comes now is told.
    NewsWatch again(m_snapshot.at); // another start
    QSignalSpy told(&again, &NewsWatch::told);
    again.apply(m_snapshot);
    cross(m_snapshot, "research");
    again.apply(m_snapshot);
    QVERIFY(told.wait());
    QCOMPARE(told.count(), 1);
    QVERIFY(told.first().first().value<News>().title.startsWith(u"research passed 95"));
}

void NewsWatchTest::tellsWhatWasCrossedWhileStarting()
{
    NewsWatch again(m_snapshot.at);
    QSignalSpy told(&again, &NewsWatch::told);
    cross(m_snapshot, "research"); // calls that were open at a crash are charged at the start
    again.apply(m_snapshot);
    QVERIFY(told.wait());
    QCOMPARE(told.count(), 1);
}

void NewsWatchTest::bundlesABurst()
{
    for (int i = 0; i < 50; ++i) {
        cross(m_snapshot, "tenant-" + QByteArray::number(i), core::Budget::Whole);
        m_watch->apply(m_snapshot);
    }
    const News all = next();
    QVERIFY2(all.title.startsWith(u"50 "), qPrintable(all.title));
    QCOMPARE(all.text.count(u'\n'), 3); // three of them, and how many more
    QVERIFY2(all.text.contains(u"47"), qPrintable(all.text));
    QVERIFY(all.urgent);
    QVERIFY(m_told->isEmpty());
}

void NewsWatchTest::keepsQuietAboutWhatIsMutedOrAcknowledged()
{
    m_snapshot.alertMutes = {{"b-research", m_snapshot.at - 1h, m_snapshot.at + 1h}};
    cross(m_snapshot, "research");
    cross(m_snapshot, "evals-nightly");
    m_snapshot.alerts.front().acknowledged = true;
    m_watch->apply(m_snapshot);
    cross(m_snapshot, "support-bot");
    m_watch->apply(m_snapshot);
    QVERIFY(next().title.startsWith(u"support-bot"));
    QVERIFY(m_told->isEmpty());
}

void NewsWatchTest::tellsOfAnUpstreamThatGoesAndComesBack()
{
    m_snapshot.upstreams.front().reachable = false;
    m_snapshot.upstreams.front().lastError = u"connection refused"_s;
    m_watch->apply(m_snapshot);
    m_watch->apply(m_snapshot);
    const News gone = next();
    QVERIFY2(gone.title.endsWith(u"does not answer"), qPrintable(gone.title));
    QCOMPARE(gone.text, u"connection refused"_s);
    QVERIFY(gone.urgent);
    m_snapshot.upstreams.front().reachable = true;
    m_watch->apply(m_snapshot);
    const News back = next();
    QVERIFY2(back.title.endsWith(u"answers again"), qPrintable(back.title));
    QVERIFY(m_told->isEmpty());
}

/// Issue 4: the difference to vLLM's counters "with an alert".
void NewsWatchTest::tellsOnceOfTrafficThatPassesByAndOfOurOwnError()
{
    core::TrafficFinding &traffic = m_snapshot.upstreams.front().traffic;
    traffic.unmeteredOutput = 40;
    m_watch->apply(m_snapshot);
    const QString asInTheWindow = trafficText(traffic, upstreamName(m_snapshot.upstreams.front()));
    traffic.unmeteredOutput = 80; // more of the same is no news
    m_watch->apply(m_snapshot);
    const News news = next();
    QVERIFY2(news.title.startsWith(u"Traffic reaches "_s), qPrintable(news.title));
    QVERIFY2(news.text.contains(u"40"_s), qPrintable(news.text));
    QCOMPARE(news.text, asInTheWindow);
    QVERIFY(m_told->isEmpty());
    traffic = {};
    m_watch->apply(m_snapshot);
    traffic.overcountedPrompt = 7;
    m_watch->apply(m_snapshot);
    QVERIFY(next().title.endsWith(u"count differently"_s));
}

void NewsWatchTest::tellsOfADestinationThatNeedsAPerson()
{
    using State = core::DestinationStatus::State;
    core::DestinationStatus langfuse;
    langfuse.name = "langfuse";
    langfuse.state = State::Blocked;
    langfuse.lastError = u"It refuses the credential (401). Give the right one."_s;
    m_snapshot.destinations = {langfuse};
    for (const State state : {State::Blocked, State::Sending, State::Blocked}) {
        m_snapshot.destinations.front().state = state; // tried in vain in between
        m_watch->apply(m_snapshot);
    }
    const News news = next();
    QCOMPARE(news.title, u"langfuse takes nothing"_s);
    QCOMPARE(news.text, langfuse.lastError);
    QVERIFY(m_told->isEmpty());
}

QTEST_MAIN(NewsWatchTest)
#include "tst_newswatch.moc"
