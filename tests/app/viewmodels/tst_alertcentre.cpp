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
    void readsTheHistoryPageByPage();
    void asksAgainWithAFilter();
    void saysWhyTheHistoryCannotBeRead();
    void saysInPlaceWhatIsWrongWithAMark();
    void showsHowTheWebhookDoes();

private:
    [[nodiscard]] QString keyAt(int row) const { return rowOf(*m_centre->open(), row).key; }

    core::Snapshot m_snapshot;
    std::unique_ptr<AlertCentre> m_centre;
};

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
    QCOMPARE(first.tenant, u"evals-nightly"_s);
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
    m_centre->unmute();
    QCOMPARE(back.first().first().toByteArray(), QByteArray("b-research"));
}

void AlertCentreTest::mutesAllForAsLongAsChosen()
{
    QSignalSpy wishes(m_centre.get(), &AlertCentre::muteRequested);
    for (int i = 0; i < 4; ++i) {
        m_centre->mute(i);
    }
    m_centre->mute(4);
    QCOMPARE(wishes.count(), 4);
    QCOMPARE(wishes.at(0).at(1).value<core::Time>(), m_snapshot.at + 1h);
    QCOMPARE(wishes.at(3).at(1).value<core::Time>(), core::Time::max());
    m_snapshot.alertMutes = {{{}, m_snapshot.at, core::Time::max()}};
    m_centre->apply(m_snapshot);
    QCOMPARE(m_centre->muteText(), u"Muted until you unmute"_s);
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

void AlertCentreTest::saysWhyTheHistoryCannotBeRead()
{
    AlertHistoryModel &history = *m_centre->history();
    sample::refuse(history);
    history.setShown(true);
    QVERIFY(!history.errorText().isEmpty());
    QVERIFY(!history.isLoading());
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
