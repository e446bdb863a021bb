// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplealerts.h"
#include "samplesnapshot.h"

#include "app/viewmodels/alerts/alertcentre.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

AlertRow rowOf(const QAbstractItemModel &model, int row)
{
    return model.data(model.index(row, 0), Qt::UserRole).value<AlertRow>();
}

} // namespace

class AlertCentreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWhatStillStands();
    void hidesWhatIsAcknowledged();
    void mutesABudgetUntilTomorrow();
    void mutesAllForAsLongAsChosen();
    void mutesOneBudgetUntilATime();
    void unmutesOneAndLeavesTheOthers();
    void readsTheHistoryPageByPage();
    void asksAgainWithAFilter();
    void asksForOneBudgetAndSeveralKinds();
    void asksFromOneTimeToAnother();
    void staysAsDeepAsItWasReadWhenThereIsNews();
    void saysYesterdayOfWhatWasToday();
    void saysWhyTheHistoryCannotBeRead();
    void saysInPlaceWhatIsWrongWithAMark();
    void showsHowTheWebhookDoes();
    void waitsForNobodyAfterARestart();

private:
    [[nodiscard]] QString keyAt(int row) const { return rowOf(*m_centre->open(), row).key; }

    core::Snapshot m_snapshot;
    std::unique_ptr<AlertCentre> m_centre;
};

void AlertCentreTest::waitsForNobodyAfterARestart()
{
    m_centre->testWebhook();
    QVERIFY(m_centre->isTesting());
    m_centre->reset();
    QVERIFY(!m_centre->isTesting());
    QSignalSpy wanted(m_centre->history(), &AlertHistoryModel::pageWanted);
    m_centre->history()->setShown(true);
    QCOMPARE(wanted.count(), 1);
    m_centre->history()->reset();
    QTRY_COMPARE(wanted.count(), 2); // the new service is asked the same
}

void AlertCentreTest::init()
{
    m_snapshot = sample::snapshot();
    m_centre = std::make_unique<AlertCentre>();
    m_centre->apply(m_snapshot);
}

void AlertCentreTest::showsWhatStillStands()
{
    QCOMPARE(m_centre->open()->count(), 2);
    const AlertRow first = rowOf(*m_centre->open(), 0);
    QCOMPARE(first.title, u"evals-nightly passed 95\u202F% of its daily cap"_s);
    QCOMPARE(first.timeText, u"today 13:58"_s);
    QCOMPARE(first.budget, u"b-evals-nightly"_s);
    QCOMPARE(first.counter, u"tenant:evals-nightly"_s);
    QVERIFY(first.adjustable);
}

void AlertCentreTest::hidesWhatIsAcknowledged()
{
    QSignalSpy wishes(m_centre.get(), &AlertCentre::acknowledgeRequested);
    m_centre->open()->acknowledge(keyAt(0));
    m_centre->open()->acknowledge(u"gone"_s); // there is none
    QCOMPARE(wishes.count(), 1);
    QCOMPARE(wishes.first().first().value<core::AlertRecord>().label,
             QByteArray("tenant:evals-nightly"));
    m_snapshot.alerts.front().acknowledged = true;
    m_centre->apply(m_snapshot);
    QCOMPARE(m_centre->open()->count(), 1);
}

void AlertCentreTest::mutesABudgetUntilTomorrow()
{
    QSignalSpy wishes(m_centre.get(), &AlertCentre::muteRequested);
    m_centre->open()->muteUntilTomorrow(keyAt(1));
    QCOMPARE(wishes.first().at(0).toByteArray(), QByteArray("b-research"));
    const auto until = wishes.first().at(1).value<core::Time>();
    QVERIFY(until > m_snapshot.at && until <= m_snapshot.at + 24h);
    m_snapshot.alertMutes = {{"b-research", m_snapshot.at, until}};
    m_centre->apply(m_snapshot);
    QCOMPARE(m_centre->muteText(), u"Muted budgets: 1"_s);
    QSignalSpy back(m_centre.get(), &AlertCentre::unmuteRequested);
    m_centre->mutes()->unmute(u"b-research"_s);
    QCOMPARE(back.first().first().toByteArray(), QByteArray("b-research"));
}

void AlertCentreTest::mutesAllForAsLongAsChosen()
{
    QSignalSpy wishes(m_centre.get(), &AlertCentre::muteRequested);
    MuteDesk &desk = *m_centre->mutes();
    for (int i = 0; i < 4; ++i) {
        desk.setChoice(i);
        desk.mute();
    }
    QCOMPARE(wishes.count(), 4);
    QCOMPARE(wishes.at(0).at(0).toByteArray(), QByteArray()); // every budget
    QCOMPARE(wishes.at(0).at(1).value<core::Time>(), m_snapshot.at + 1h);
    QCOMPARE(wishes.at(3).at(1).value<core::Time>(), core::Time::max());
    m_snapshot.alertMutes = {{{}, m_snapshot.at, core::Time::max()}};
    m_centre->apply(m_snapshot);
    QCOMPARE(m_centre->muteText(), u"Muted until you unmute"_s);
}

// The afternoon is that of 21 November 2026, 14:32 in Berlin.
void AlertCentreTest::mutesOneBudgetUntilATime()
{
    QSignalSpy wishes(m_centre.get(), &AlertCentre::muteRequested);
    MuteDesk &desk = *m_centre->mutes();
    desk.budget()->choose(desk.budget()->choices().at(1));
    desk.setChoice(static_cast<int>(desk.choices().size()) - 1);
    QVERIFY(desk.isTyped());
    for (const QString &wrong : {u""_s, u"soon"_s, u"14:00"_s}) {
        desk.setUntil(wrong);
        desk.mute();
        QVERIFY2(!desk.errorText().isEmpty(), qPrintable(wrong));
    }
    QCOMPARE(wishes.count(), 0);
    desk.setUntil(u"18:00"_s);
    QVERIFY(desk.errorText().isEmpty());
    desk.mute();
    QCOMPARE(wishes.first().at(0).toByteArray(), m_snapshot.budgets.at(1).id);
    const core::Duration left = wishes.first().at(1).value<core::Time>() - m_snapshot.at;
    QVERIFY(left > 3h && left < 4h); // 14:32 and some seconds to 18:00
}

void AlertCentreTest::unmutesOneAndLeavesTheOthers()
{
    MuteDesk &desk = *m_centre->mutes();
    m_snapshot.alertMutes = {{{}, m_snapshot.at, m_snapshot.at + 1h},
                             {"b-gone", m_snapshot.at, core::Time::max()},
                             {"b-research", m_snapshot.at, m_snapshot.at + 1h}};
    m_centre->apply(m_snapshot);
    const auto row = [&desk](int place) {
        return desk.data(desk.index(place), Qt::UserRole).value<MuteRow>();
    };
    QCOMPARE(desk.count(), 3);
    QCOMPARE(row(0).title, u"Every budget"_s);
    QCOMPARE(row(0).until, u"until today 15:32"_s);
    QCOMPARE(row(1).title, u"b-gone"_s); // it was deleted
    QCOMPARE(row(1).until, u"until you unmute"_s);
    QVERIFY(row(2).title.startsWith(u"research"_s));
    QSignalSpy back(m_centre.get(), &AlertCentre::unmuteRequested);
    desk.unmute(row(2).key);
    QCOMPARE(back.count(), 1);
    QCOMPARE(back.first().first().toByteArray(), "b-research"_ba);
}

void AlertCentreTest::readsTheHistoryPageByPage()
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
    QCOMPARE(rowOf(history, 4).text, u"$20.00 of $20.00"_s);
    const auto before = asked.count();
    m_centre->apply(m_snapshot); // nothing new
    QCOMPARE(asked.count(), before);
    m_snapshot.alerts.front().acknowledged = true;
    m_centre->apply(m_snapshot);
    QCOMPARE(asked.count(), before + 1);
}

void AlertCentreTest::asksAgainWithAFilter()
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

void AlertCentreTest::asksForOneBudgetAndSeveralKinds()
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

void AlertCentreTest::asksFromOneTimeToAnother()
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
void AlertCentreTest::staysAsDeepAsItWasReadWhenThereIsNews()
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

void AlertCentreTest::saysYesterdayOfWhatWasToday()
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

void AlertCentreTest::saysWhyTheHistoryCannotBeRead()
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

void AlertCentreTest::saysInPlaceWhatIsWrongWithAMark()
{
    AlertRules &rules = *m_centre->rules();
    QSignalSpy wishes(&rules, &AlertRules::changeRequested);
    for (const QString &text :
         {u"101"_s, u"0"_s, u"-5"_s, u"soon"_s, u"nan"_s, u"1 2 3 4 5 6 7 8 9 10 11"_s}) {
        rules.setMarks(text);
        rules.save();
        QVERIFY2(!rules.errorText().isEmpty(), qPrintable(text));
        QVERIFY(rules.isEdited()); // what was typed stays
    }
    QCOMPARE(wishes.count(), 0);
    rules.putBack();
    QVERIFY(rules.errorText().isEmpty());
    QVERIFY2(rules.summary().startsWith(u"Told at"), qPrintable(rules.summary()));
}

void AlertCentreTest::showsHowTheWebhookDoes()
{
    QVERIFY(!m_centre->isWebhookSet());
    core::DestinationStatus webhook;
    webhook.name = "webhook";
    webhook.type = "webhook";
    webhook.sent = 12;
    webhook.lastAcknowledged = m_snapshot.at - 30min;
    m_snapshot.destinations = {webhook};
    m_centre->apply(m_snapshot);
    QVERIFY(m_centre->isWebhookSet() && !m_centre->isWebhookTroubled());
    QVERIFY2(m_centre->webhookText().contains(u"12"), qPrintable(m_centre->webhookText()));
    QSignalSpy wishes(m_centre.get(), &AlertCentre::webhookTestRequested);
    m_centre->testWebhook();
    QVERIFY(m_centre->isTesting());
    m_centre->takeWebhookTest(u"The webhook refuses alerts (404)."_s);
    QVERIFY(!m_centre->isTesting());
    QCOMPARE(m_centre->testText(), u"The webhook refuses alerts (404)."_s);
}

QTEST_MAIN(AlertCentreTest)
#include "tst_alertcentre.moc"
