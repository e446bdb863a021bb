// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which notice stands above the pages, and how long.
#include "controlcentrecase.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class NoticesTest : public ControlCentreCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void saysOtherRefusalsAsNotice();
    void showsTheWorstNoticeFirst();
    void opensTheCapThatIsReached();
    void remembersADismissedNotice();
    void saysWhatNeedsTheOwnerAndWhatMayWait();
};

void NoticesTest::saysOtherRefusalsAsNotice()
{
    m_centre->refused(u"intern-lab stays paused"_s, u"The ledger cannot be written."_s);
    QCOMPARE(m_centre->notices()->kind(), Notices::Refused);
    QCOMPARE(m_centre->notices()->texts().title, u"Not done: intern-lab stays paused"_s);
    m_centre->apply(m_snapshot); // it stays until it is read
    QVERIFY(m_centre->notices()->isPresent());
    m_centre->notices()->dismiss();
    m_centre->apply(m_snapshot);
    QVERIFY(!m_centre->notices()->isPresent());
}

void NoticesTest::showsTheWorstNoticeFirst()
{
    QVERIFY(!m_centre->notices()->isPresent());
    m_snapshot = sample::overCap();
    m_snapshot.pausedAll = true;
    m_snapshot.upstreams.front().reachable = false;
    m_centre->apply(m_snapshot);
    QCOMPARE(m_centre->notices()->kind(), Notices::CapReached);
    QCOMPARE(m_centre->notices()->texts().title,
             u"The daily cap for all tenants is reached. New calls are refused until 00:00."_s);
    QCOMPARE(m_centre->notices()->texts().more, u"and 2 more"_s);
    QSignalSpy wanted(m_centre.get(), &ControlCentre::capWanted);
    m_centre->notices()->act();
    QCOMPARE(wanted.count(), 1);
    QVERIFY(m_centre->tenant()->texts().isAll);
    QCOMPARE(m_centre->tenant()->editor()->capText(), u"$60.00"_s); // the one that is reached
    m_snapshot.ledgerError = u"disk full"_s;
    m_centre->apply(m_snapshot);
    QCOMPARE(m_centre->notices()->kind(), Notices::Failed);
}

void NoticesTest::opensTheCapThatIsReached()
{
    const auto month =
        std::ranges::find(m_snapshot.buckets, "b-month"_ba, &core::BucketState::budgetId);
    month->settled = month->cap; // and the day's is not
    m_centre->apply(m_snapshot);
    QVERIFY(m_centre->notices()->texts().title.startsWith(u"The monthly cap"_s));
    m_centre->notices()->act();
    QCOMPARE(m_centre->tenant()->editor()->capText(), u"$1,200.00"_s);
}

void NoticesTest::remembersADismissedNotice()
{
    m_snapshot.recoveredCalls = 7;
    m_snapshot.recoveredCost = sample::dollars("0.412");
    m_centre->apply(m_snapshot);
    QCOMPARE(m_centre->notices()->texts().text, u"Counted at the upper bound, $0.4120."_s);
    m_centre->notices()->dismiss();
    m_centre->apply(m_snapshot);
    QVERIFY(!m_centre->notices()->isPresent());
}

void NoticesTest::saysWhatNeedsTheOwnerAndWhatMayWait()
{
    Notices &notices = *m_centre->notices();
    core::DestinationStatus langfuse;
    langfuse.name = "langfuse";
    langfuse.state = core::DestinationStatus::State::Blocked;
    langfuse.lastError = u"It refuses the credential (401). Give the right one."_s;
    m_snapshot.destinations = {langfuse};
    m_snapshot.upstreams.front().traffic.unmeteredOutput = 1'204;
    m_snapshot.upstreams.front().callsAboveBound = 2;
    m_centre->apply(m_snapshot);
    QCOMPARE(notices.kind(), Notices::Unmetered);
    QCOMPARE(notices.texts().more, u"and 2 more"_s);
    notices.dismiss();
    QCOMPARE(notices.kind(), Notices::AboveBound);
    QCOMPARE(notices.texts().title, u"2 calls used more than was held."_s);
    notices.dismiss();
    QCOMPARE(notices.texts().title, u"langfuse takes nothing."_s);
    QCOMPARE(notices.texts().text, langfuse.lastError);
    m_centre->apply(m_snapshot); // what was put away stays away
    QCOMPARE(notices.kind(), Notices::Destination);
    notices.setKeychainTrouble(u"The keychain is locked."_s, u"Unlock it."_s);
    notices.dismiss();
    QCOMPARE(notices.texts().title, u"The keychain is locked."_s);
    notices.setKeychainTrouble({}, {});
    QVERIFY(!notices.isPresent());
    m_snapshot.destinations.clear();
    m_centre->apply(m_snapshot);
    m_snapshot.destinations = {langfuse}; // it is back, and so is the notice
    m_centre->apply(m_snapshot);
    QCOMPARE(notices.kind(), Notices::Destination);
}

QTEST_MAIN(NoticesTest)
#include "tst_notices.moc"
