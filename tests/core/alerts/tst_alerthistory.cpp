// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ledger/samples.h"

#include "core/alerts/alerthistory.h"
#include "core/alerts/alertmarks.h"
#include "core/alerts/alertmutes.h"

using namespace samples;

namespace {

AlertRecord crossing(int number, int mark = 800'000, const QByteArray &who = "tenant:research")
{
    AlertRecord alert;
    alert.key = "bucket-" + QByteArray::number(number);
    alert.mark = mark;
    alert.limit = 1'000;
    alert.at = Noon + std::chrono::seconds(number);
    alert.budgetId = "b-0123456789ab";
    alert.label = who;
    alert.settled = 800;
    alert.hard = mark == Budget::Whole;
    return alert;
}

std::vector<qint64> numbers(const Result<AlertPage> &page)
{
    std::vector<qint64> list;
    for (const StoredAlert &alert : page.value().alerts) {
        list.push_back(alert.position);
    }
    return list;
}

using Numbers = std::vector<qint64>;

} // namespace

class TestAlertHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsPageByPageNewestFirst();
    void filters();
    void carriesTheBudgetUntilItIsDeleted();
    void acknowledgesSome();
    void acknowledgesNothingWhenOneIsUnknown();
    void acknowledgesWhatIsKnownByWhatItIs();
    void acknowledgesAllUpToNow();
    void keepsHowFarAReceiverIs();
    void mutesABudgetOrAllForATime();

private:
    std::unique_ptr<Fixture> m_fixture;
    std::unique_ptr<AlertHistory> m_history;
};

void TestAlertHistory::init()
{
    m_history.reset();
    m_fixture = std::make_unique<Fixture>();
    QVERIFY(m_fixture->write({crossing(1),
                              crossing(2, Budget::Whole),
                              crossing(3, 950'000, "tenant:support"),
                              crossing(4),
                              crossing(5, 500'000, "agent:crawler")}));
    m_history = AlertHistory::open(m_fixture->path).value();
}

void TestAlertHistory::readsPageByPageNewestFirst()
{
    const Result<AlertPage> first = m_history->page({}, {}, 3);
    QCOMPARE(numbers(first), Numbers({5, 4, 3}));
    QCOMPARE(first->next, std::optional<qint64>(3));
    const Result<AlertPage> second = m_history->page({}, first->next, 3);
    QCOMPARE(numbers(second), Numbers({2, 1}));
    QVERIFY(!second->next);
    QCOMPARE(second->alerts.at(0).record.key, QByteArray("bucket-2"));
    QVERIFY(second->alerts.at(0).record.hard);
    QCOMPARE(m_history->after(3, 10).value().size(), 2U);
    QCOMPARE(m_history->after(3, 10).value().front().position, 4);
    QCOMPARE(m_history->count({}).value(), 5);
}

void TestAlertHistory::filters()
{
    QCOMPARE(numbers(m_history->page({.label = "research"}, {}, 9)), Numbers({4, 2, 1}));
    QCOMPARE(numbers(m_history->page({.onlyHard = true}, {}, 9)), Numbers({2}));
    const AlertFilter middle{.from = Noon + 2s, .to = Noon + 4s};
    QCOMPARE(numbers(m_history->page(middle, {}, 9)), Numbers({3, 2}));
    QCOMPARE(m_history->count(middle).value(), 2);
    QCOMPARE(m_history->count({.budgetId = "b-0123456789ab"}).value(), 5);
    QCOMPARE(m_history->count({.budgetId = "b-other"}).value(), 0);
}

void TestAlertHistory::carriesTheBudgetUntilItIsDeleted()
{
    QVERIFY(!m_history->page({}, {}, 1)->alerts.front().budget);
    const Budget daily = budget("tenant:research", "day");
    QVERIFY(m_fixture->write({BudgetUpsert{daily, {}}}));
    QCOMPARE(*m_history->page({}, {}, 1)->alerts.front().budget, daily);
    QVERIFY(m_fixture->write({BudgetRemoval{daily.id}}));
    QVERIFY(!m_history->page({}, {}, 1)->alerts.front().budget);
}

void TestAlertHistory::acknowledgesSome()
{
    AlertMarks &marks = m_fixture->ledger->alertMarks();
    QVERIFY(marks.acknowledge({2, 4}, Noon).ok());
    QVERIFY(marks.acknowledge({4}, Noon).ok()); // twice is once
    QCOMPARE(numbers(m_history->page({.onlyOpen = true}, {}, 9)), Numbers({5, 3, 1}));
    m_fixture->reopen();
    QCOMPARE(
        m_fixture->ledger->alertMarks().acknowledged(10).value(),
        QSet<QByteArray>({alertIdentity(crossing(2, Budget::Whole)), alertIdentity(crossing(4))}));
}

void TestAlertHistory::acknowledgesNothingWhenOneIsUnknown()
{
    const Outcome outcome = m_fixture->ledger->alertMarks().acknowledge({1, 77}, Noon);
    QCOMPARE(outcome.error().code, ErrorCode::NotFound);
    QVERIFY(outcome.error().message.contains(QStringLiteral("77")));
    QCOMPARE(m_history->count({.onlyOpen = true}).value(), 5);
}

void TestAlertHistory::acknowledgesWhatIsKnownByWhatItIs()
{
    QVERIFY(m_fixture->ledger->alertMarks().acknowledge(crossing(4), Noon).ok());
    QCOMPARE(numbers(m_history->page({.onlyOpen = true}, {}, 9)), Numbers({5, 3, 2, 1}));
}

void TestAlertHistory::acknowledgesAllUpToNow()
{
    QVERIFY(m_fixture->ledger->alertMarks().acknowledgeAll(Noon).ok());
    QCOMPARE(m_history->count({.onlyOpen = true}).value(), 0);
    QVERIFY(m_fixture->write({crossing(6)}));
    QCOMPARE(numbers(m_history->page({.onlyOpen = true}, {}, 9)), Numbers({6}));
    QCOMPARE(m_fixture->ledger->alertMarks().acknowledged(10).value().size(), 5);
}

void TestAlertHistory::keepsHowFarAReceiverIs()
{
    AlertMarks &marks = m_fixture->ledger->alertMarks();
    QVERIFY(!marks.cursor("webhook").value());
    const AlertCursor at{"webhook", 3, 2, 1, Noon};
    QVERIFY(marks.put(at).ok());
    QVERIFY(marks.put({"webhook", 1, 9, 9, Noon}).ok()); // never back
    m_fixture->reopen();
    QCOMPARE(*m_fixture->ledger->alertMarks().cursor("webhook").value(), at);
    QCOMPARE(m_fixture->ledger->alertMarks().newest().value(), 5);
}

void TestAlertHistory::mutesABudgetOrAllForATime()
{
    AlertMutes mutes;
    QVERIFY(mutes.restore(AlertMutes::setting({"b-1", Noon, Noon + 1h})));
    QVERIFY(!mutes.restore({"paused:research", "1"}));
    QVERIFY(!mutes.covers("b-1", Noon - 1s));
    QVERIFY(mutes.covers("b-1", Noon));
    QVERIFY(!mutes.covers("b-1", Noon + 1h)); // the end is outside
    QVERIFY(!mutes.covers("b-2", Noon));
    mutes.put({{}, Noon, Time::max()});
    QVERIFY(mutes.covers("b-2", Noon + 100h));
    QCOMPARE(mutes.inForce(Noon + 2h), std::vector<AlertMute>({{{}, Noon, Time::max()}}));
    mutes.remove({});
    QVERIFY(!mutes.covers("b-2", Noon));
}

QTEST_APPLESS_MAIN(TestAlertHistory)
#include "tst_alerthistory.moc"
