// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every crossing that the ledger has, page by page and filtered.
#include "alertcentrecase.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class AlertsPastTest : public AlertCentreCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void readsTheHistoryPageByPage();
    void asksAgainWithAFilter();
    void asksForOneBudgetAndSeveralKinds();
    void asksFromOneTimeToAnother();
    void staysAsDeepAsItWasReadWhenThereIsNews();
    void saysYesterdayOfWhatWasToday();
    void saysWhyTheHistoryCannotBeRead();
    void asksForAnybodyByAPartOfTheName();
    void offersTenantsThatHaveNotCalledLately();
    void acknowledgesThoseThatAreChosen();
    void choosesOnlyWhatIsThereAndOpen();
};

void AlertsPastTest::readsTheHistoryPageByPage()
{
    AlertHistoryModel &history = *m_centre->history();
    QSignalSpy asked(&history, &AlertHistoryModel::pageWanted);
    sample::answer(history, 1'000'000);
    QCOMPARE(asked.count(), 0); // nobody looks
    QVERIFY(history.isLoading());
    history.setShown(true);
    QTRY_COMPARE(history.count(), 200);
    history.fetchMore({});
    QTRY_COMPARE(history.count(), 400);
    QCOMPARE(rowOf(history, 0).state, QString());
    QCOMPARE(rowOf(history, 3).state, u"acknowledged"_s);
    QVERIFY(rowOf(history, 4).hard);
    QCOMPARE(rowOf(history, 4).text, u"$6.00 of $6.00"_s);
    const auto before = asked.count();
    m_centre->apply(m_snapshot); // nothing new
    QCOMPARE(asked.count(), before);
    m_snapshot.alerts.front().acknowledged = true;
    m_centre->apply(m_snapshot);
    QCOMPARE(asked.count(), before + 1);
}

void AlertsPastTest::asksAgainWithAFilter()
{
    AlertHistoryModel &history = *m_centre->history();
    sample::answer(history, 100);
    history.setShown(true);
    history.tenant()->choose(u"research"_s);
    history.kind()->choose(history.kind()->choices().first());
    QVERIFY(history.isFiltered());
    QTRY_COMPARE(history.count(), 5); // every fourth is research's, every fifth a cap
    history.clearFilters();
    QTRY_COMPARE(history.count(), 100);
}

void AlertsPastTest::asksForOneBudgetAndSeveralKinds()
{
    AlertHistoryModel &history = *m_centre->history();
    QSignalSpy asked(&history, &AlertHistoryModel::pageWanted);
    history.setShown(true);
    const QStringList budgets = history.budget()->choices();
    QCOMPARE(budgets.size(), std::ssize(m_snapshot.budgets) + 1); // and spikes
    history.budget()->choose(budgets.at(2));
    for (const QString &kind : history.kind()->choices()) {
        history.kind()->choose(kind);
    }
    const auto filter = asked.constLast().at(1).value<core::AlertFilter>();
    QCOMPARE(filter.budgetId, m_snapshot.budgets.at(1).id);
    QVERIFY(filter.onlyHard);
    QVERIFY(filter.onlyOpen);
    history.budget()->choose(budgets.first());
    QCOMPARE(asked.constLast().at(1).value<core::AlertFilter>().budgetId, "spike"_ba);
    history.clearFilters();
    QCOMPARE(asked.constLast().at(1).value<core::AlertFilter>(), core::AlertFilter());
}

void AlertsPastTest::asksFromOneTimeToAnother()
{
    AlertHistoryModel &history = *m_centre->history();
    QSignalSpy asked(&history, &AlertHistoryModel::pageWanted);
    history.setShown(true);
    QCOMPARE(history.time()->chooseRange(u"2026-11-20"_s, u"2026-11-20"_s), QString());
    const auto filter = asked.constLast().at(1).value<core::AlertFilter>();
    QCOMPARE(filter.to - filter.from, core::Duration(24h));
    QVERIFY(history.isFiltered());
}

// News at the top, or an acknowledgement far below it, and the reader stays where they were.
void AlertsPastTest::staysAsDeepAsItWasReadWhenThereIsNews()
{
    AlertHistoryModel &history = *m_centre->history();
    sample::answer(history, 1'000);
    history.setShown(true);
    for (int rows = 400; rows <= 600; rows += 200) {
        QTRY_VERIFY(history.canFetchMore({}));
        history.fetchMore({});
        QTRY_COMPARE(history.count(), rows);
    }
    QSignalSpy removed(&history, &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(&history, &QAbstractItemModel::rowsInserted);
    QSignalSpy asked(&history, &AlertHistoryModel::pageWanted);
    sample::answer(history, 1'003); // three more, ten minutes apart
    m_snapshot.alerts.front().acknowledged = true;
    m_centre->apply(m_snapshot);
    QTRY_COMPARE(asked.count(), 3); // as many pages as there were
    QTRY_COMPARE(inserted.count(), 1);
    QVERIFY(history.count() >= 600);
    QVERIFY(removed.isEmpty() || history.count() == 600);
    QCOMPARE(history.rows().front().alert.position, 1'003);
    QVERIFY(history.canFetchMore({}));
    history.fetchMore({});
    const int before = history.count();
    QTRY_COMPARE(history.count(), before + 200);
    for (int row = 1; row < history.count(); ++row) {
        QCOMPARE(history.rows()[static_cast<std::size_t>(row)].alert.position,
                 1'003 - row); // each once
    }
}

void AlertsPastTest::saysYesterdayOfWhatWasToday()
{
    AlertHistoryModel &history = *m_centre->history();
    sample::answer(history, 10);
    history.setShown(true);
    QTRY_COMPARE(history.count(), 10);
    QCOMPARE(rowOf(history, 0).timeText, u"today 13:58"_s);
    QSignalSpy changed(&history, &QAbstractItemModel::dataChanged);
    m_snapshot.at += 1s;
    m_centre->apply(m_snapshot);
    QCOMPARE(changed.count(), 0); // the same day
    m_snapshot.at += 24h;
    m_centre->apply(m_snapshot);
    QVERIFY(changed.count() > 0);
    QCOMPARE(rowOf(history, 0).timeText, u"yesterday 13:58"_s);
}

void AlertsPastTest::saysWhyTheHistoryCannotBeRead()
{
    AlertHistoryModel &history = *m_centre->history();
    sample::refuse(history);
    history.setShown(true);
    QVERIFY(!history.errorText().isEmpty());
    QVERIFY(!history.isLoading());
    const QSignalSpy asked(&history, &AlertHistoryModel::pageWanted);
    history.readAgain();
    QCOMPARE(asked.count(), 1);
}

// Like capstan alert list --label: an agent, a team, or a tenant whose budget is gone.
void AlertsPastTest::asksForAnybodyByAPartOfTheName()
{
    AlertHistoryModel &history = *m_centre->history();
    QSignalSpy asked(&history, &AlertHistoryModel::pageWanted);
    history.setShown(true);
    ActivityFilterChip &whose = *history.tenant();
    QCOMPARE(whose.choices().first(), whose.rangeChoice());
    QVERIFY(!whose.chooseRange(u" "_s, {}).isEmpty());
    QVERIFY(!whose.isActive());
    QCOMPARE(whose.chooseRange(u" agent:crawl "_s, {}), QString());
    QCOMPARE(whose.label(), u"Whose: agent:crawl"_s);
    QCOMPARE(asked.constLast().at(1).value<core::AlertFilter>().label, "agent:crawl"_ba);
    whose.choose(u"research"_s);
    QCOMPARE(asked.constLast().at(1).value<core::AlertFilter>().label, "tenant:research"_ba);
}

void AlertsPastTest::offersTenantsThatHaveNotCalledLately()
{
    AlertHistoryModel &history = *m_centre->history();
    QSignalSpy named(history.tenant(), &LedgerFilterChip::namesWanted);
    QSignalSpy asked(&history, &AlertHistoryModel::pageWanted);
    history.setShown(true);
    QCOMPARE(named.constLast().constFirst().value<core::Dimension>(), core::Dimension::Tenant);
    history.tenant()->takeNames(core::Dimension::Tenant, {u"summer-interns"_s});
    history.tenant()->choose(u"summer-interns"_s);
    QCOMPARE(asked.constLast().at(1).value<core::AlertFilter>().label, "tenant:summer-interns"_ba);
}

// Of the sample's the newest three are not acknowledged.
void AlertsPastTest::acknowledgesThoseThatAreChosen()
{
    AlertHistoryModel &history = *m_centre->history();
    sample::answer(history, 100);
    history.setShown(true);
    QTRY_COMPARE(history.count(), 100);
    QSignalSpy wishes(m_centre.get(), &AlertCentre::acknowledgeRequested);
    QSignalSpy chosen(&history, &AlertHistoryModel::chosenChanged);
    history.choose(2);
    history.choose(0);
    QCOMPARE(history.chosen(), 2);
    QVERIFY(rowOf(history, 0).chosen);
    QVERIFY(!rowOf(history, 1).chosen);
    QCOMPARE(chosen.count(), 2);
    history.acknowledgeChosen();
    QCOMPARE(wishes.count(), 2);
    QCOMPARE(wishes.at(0).at(0).value<core::AlertRecord>().key, "bucket-100"_ba);
    QCOMPARE(wishes.at(1).at(0).value<core::AlertRecord>().key, "bucket-98"_ba);
    QCOMPARE(history.chosen(), 0);
    QVERIFY(!rowOf(history, 0).chosen);
    history.acknowledgeChosen(); // none
    QCOMPARE(wishes.count(), 2);
}

void AlertsPastTest::choosesOnlyWhatIsThereAndOpen()
{
    AlertHistoryModel &history = *m_centre->history();
    sample::answer(history, 100);
    history.setShown(true);
    QTRY_COMPARE(history.count(), 100);
    history.choose(3); // it is acknowledged
    history.choose(-1);
    history.choose(100);
    QCOMPARE(history.chosen(), 0);
    history.chooseRange(1, 500);
    QCOMPARE(history.chosen(), 2);
    history.chooseRange(1, -1);
    QVERIFY(rowOf(history, 0).chosen);
    QVERIFY(rowOf(history, 1).chosen);
    QVERIFY(!rowOf(history, 2).chosen);
    sample::answer(history, 102); // two more: each stays chosen where it is now
    m_snapshot.alerts.front().acknowledged = true;
    m_centre->apply(m_snapshot);
    QTRY_COMPARE(history.count(), 102);
    QCOMPARE(history.chosen(), 1); // the one that is fourth now is acknowledged
    QVERIFY(rowOf(history, 2).chosen);
    history.tenant()->choose(u"research"_s); // it is another's
    QTRY_COMPARE(history.count(), 26);
    QCOMPARE(history.chosen(), 0);
}

QTEST_MAIN(AlertsPastTest)
#include "tst_alertspast.moc"
