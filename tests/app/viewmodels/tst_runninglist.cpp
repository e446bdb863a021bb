// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include "app/viewmodels/runninglistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class RunningListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsTheOldestFirst();
    void keepsAnEndedRowInPlaceForAMoment();
    void showsHowACallEndedAndWhatItCost();
    void appendsNewCalls();
    void asksToStopOnce();
    void movesAgesOnWithTheClock();
    void asksWhatBecomesOfRunningCalls();

private:
    [[nodiscard]] RunningRow row(int row) const
    {
        return m_model->data(m_model->index(row), Qt::UserRole).value<RunningRow>();
    }

    core::Snapshot m_snapshot;
    std::unique_ptr<RunningListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void RunningListTest::init()
{
    m_tester.reset();
    m_snapshot = sample::snapshot();
    m_model = std::make_unique<RunningListModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->apply(m_snapshot);
}

void RunningListTest::showsTheOldestFirst()
{
    QCOMPARE(m_model->rowCount(), 8);
    QCOMPARE(row(0).tenant, u"code-review"_s);
    QCOMPARE(row(0).ageText, u"2:51"_s);
    QCOMPARE(row(0).rateText, u"58 tok/s"_s);
    QCOMPARE(row(0).costText, u"$0.1744"_s);
    QCOMPARE(m_model->countText(), u"8 requests"_s);
}

void RunningListTest::keepsAnEndedRowInPlaceForAMoment()
{
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_snapshot.running.erase(m_snapshot.running.begin() + 1);
    m_snapshot.runningCount = 7;
    m_snapshot.at += 100ms;
    m_model->apply(m_snapshot);
    QCOMPARE(removed.count(), 0);
    QVERIFY(row(1).ended);
    QCOMPARE(row(1).tenant, u"support-bot"_s);
    QCOMPARE(row(1).rateText, u"ended"_s);
    QCOMPARE(m_model->count(), 7);
    m_model->tick(m_snapshot.at + 1900ms);
    QCOMPARE(m_model->rowCount(), 8);
    m_model->tick(m_snapshot.at + RunningListModel::Linger);
    QCOMPARE(m_model->rowCount(), 7);
    QCOMPARE(row(1).agent, u"figures"_s);
}

void RunningListTest::showsHowACallEndedAndWhatItCost()
{
    core::EndedCall ended{m_snapshot.running.front(), core::Ending::Stopped, m_snapshot.at};
    ended.call.cost = core::Money::fromNanos(180'100'000); // it ran on a little after the click
    m_model->stop(0);
    m_snapshot.running.erase(m_snapshot.running.begin());
    m_snapshot.recentlyEnded = {ended};
    m_model->apply(m_snapshot);
    QCOMPARE(row(0).rateText, u"stopped"_s);
    QCOMPARE(row(0).costText, u"$0.1801"_s);
    QCOMPARE(row(0).outcomeText, u"stopped at $0.1801"_s);
    ended.call = m_snapshot.running.front();
    ended.ending = core::Ending::Cut;
    m_snapshot.running.erase(m_snapshot.running.begin());
    m_snapshot.recentlyEnded = {ended};
    m_model->apply(m_snapshot);
    QCOMPARE(row(1).rateText, u"cut"_s);
    QVERIFY(row(2).outcomeText.isEmpty());
}

void RunningListTest::appendsNewCalls()
{
    core::RunningCall call = m_snapshot.running.front();
    call.hold = static_cast<core::HoldId>(99);
    call.agent = "newest";
    m_snapshot.running.push_back(call);
    m_snapshot.running.erase(m_snapshot.running.begin());
    m_model->apply(m_snapshot);
    QCOMPARE(m_model->rowCount(), 9);
    QVERIFY(row(0).ended);
    QCOMPARE(row(8).agent, u"newest"_s);
}

void RunningListTest::asksToStopOnce()
{
    QSignalSpy stops(m_model.get(), &RunningListModel::stopRequested);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->stop(2);
    m_model->stop(2);
    m_model->stop(-1);
    m_model->stop(80);
    QCOMPARE(stops.count(), 1);
    QCOMPARE(stops.constFirst().constFirst().value<core::HoldId>(), static_cast<core::HoldId>(3));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(row(2).rateText, u"stopping…"_s);
    m_snapshot.running.erase(m_snapshot.running.begin() + 2);
    m_model->apply(m_snapshot);
    QCOMPARE(row(2).rateText, u"stopped"_s);
}

void RunningListTest::movesAgesOnWithTheClock()
{
    m_model->tick(m_snapshot.at + 9s);
    QCOMPARE(row(0).ageText, u"3:00"_s);
    m_model->tick(m_snapshot.at); // a clock that was set back moves nothing back
    QCOMPARE(row(0).ageText, u"3:00"_s);
}

void RunningListTest::asksWhatBecomesOfRunningCalls()
{
    QVERIFY(m_model->pauseQuestion().contains(u"8 running calls finish, or cut them now?"_s));
    QVERIFY(m_model->pauseQuestion().contains(u"do not come back"_s));
    m_snapshot.running.resize(1);
    m_snapshot.runningCount = 1;
    m_model->apply(m_snapshot);
    QVERIFY(m_model->pauseQuestion().contains(u"1 running call finish, or cut it now?"_s));
}

QTEST_GUILESS_MAIN(RunningListTest)
#include "tst_runninglist.moc"
