// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertcentrecase.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class AlertCentreTest : public AlertCentreCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void showsWhatStillStands();
    void hidesWhatIsAcknowledged();
    void mutesABudgetUntilTomorrow();
    void mutesAllForAsLongAsChosen();
    void mutesOneBudgetUntilATime();
    void unmutesOneAndLeavesTheOthers();
    void saysInPlaceWhatIsWrongWithAMark();
    void showsHowTheWebhookDoes();
    void waitsForNobodyAfterARestart();
    void followsBudgetsThatChange();

private:
    [[nodiscard]] QString keyAt(int row) const { return rowOf(*m_centre->open(), row).key; }
};

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

// Which are compared by their revision, as there may be thousands.
void AlertCentreTest::followsBudgetsThatChange()
{
    const auto offered = [this] {
        return std::array{m_centre->mutes()->budget()->choices().size(),
                          m_centre->history()->budget()->choices().size(),
                          m_centre->rules()->budgets().size()};
    };
    m_snapshot.budgetsRevision = 7;
    m_centre->apply(m_snapshot);
    const auto before = offered();
    core::Budget budget = m_snapshot.budgets.front();
    budget.id = "b-new";
    m_snapshot.budgets.push_back(budget);
    m_snapshot.budgetsRevision = 8;
    m_centre->apply(m_snapshot);
    QCOMPARE(offered(), (std::array{before[0] + 1, before[1] + 1, before[2] + 1}));
    m_snapshot.budgets.pop_back();
    m_snapshot.budgetsRevision = 0; // not known
    m_centre->apply(m_snapshot);
    QCOMPARE(offered(), before);
}

QTEST_MAIN(AlertCentreTest)
#include "tst_alertcentre.moc"
