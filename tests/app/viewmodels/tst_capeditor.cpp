// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capsituation.h"

#include "app/viewmodels/capeditor.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Money;

class CapEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsTheConsequenceOfLowering();
    void countsTheCallsThatWouldBeCut_data();
    void countsTheCallsThatWouldBeCut();
    void tellsThatAnotherCapIsTighter();
    void asksForTheDraggedCap();
    void asksBeforeItCuts();
    void lowersToWhatIsCommittedInstead();
    void putsBackOnRefusal();
    void keepsTheCandidateWhileSnapshotsArrive();
    void keepsItsScaleWhileDragging();
    void saysWhyATextIsNoAmount();
    void isPendingUntilTheEngineConfirms();
    void createsABudget();

private:
    std::unique_ptr<CapEditor> m_editor;
    std::unique_ptr<QSignalSpy> m_requests;
    [[nodiscard]] core::Budget requested() const
    {
        return m_requests->constLast().at(1).value<core::Budget>();
    }
};

void CapEditorTest::init()
{
    m_editor = std::make_unique<CapEditor>();
    m_requests = std::make_unique<QSignalSpy>(m_editor.get(), &CapEditor::changeRequested);
    m_editor->apply(research());
}

void CapEditorTest::tellsTheConsequenceOfLowering()
{
    const Consequence facts = consequenceOf(research(), sample::dollars("17.5").nanos());
    QCOMPARE(facts.title, u"If you let go at $17.50"_s);
    QCOMPARE(facts.cutText, u"No running call is cut; the 2 in flight still fit"_s);
    QVERIFY(!facts.cuts);
    // 17.50 - 15.92 - 1.04 = 0.54; 20 - 16.96 = 3.04
    QCOMPARE(facts.roomText, u"Room for new calls now: $0.54, was $3.04"_s);
    QCOMPARE(facts.forecastText, u"Reaches the cap at 15:13 instead of 16:18"_s);
    QVERIFY(facts.sooner);
}

void CapEditorTest::countsTheCallsThatWouldBeCut_data()
{
    QTest::addColumn<QString>("cap");
    QTest::addColumn<int>("cut");
    // Newest first: paper-crawler gives 0.60 - 0.0275 = 0.5725 back, figures 0.44 - 0.0826.
    QTest::newRow("all fit") << u"16.96"_s << 0;
    QTest::newRow("one cent below") << u"16.95"_s << 1;
    QTest::newRow("just what the newest gives back") << u"16.3875"_s << 1;
    QTest::newRow("a bit more") << u"16.38"_s << 2;
    QTest::newRow("below what is settled") << u"10"_s << 2;
}

void CapEditorTest::countsTheCallsThatWouldBeCut()
{
    QFETCH(const QString, cap);
    CapSituation situation = research();
    const qint64 wanted = sample::dollars(cap.toLatin1().constData()).nanos();
    QTEST(callsCut(situation, wanted), "cut");
    situation.budget.mode = core::BudgetMode::Audit;
    QCOMPARE(callsCut(situation, wanted), 0); // it only counts
}

void CapEditorTest::tellsThatAnotherCapIsTighter()
{
    CapSituation situation = research();
    situation.roomElsewhere = sample::dollars("1.50").nanos();
    QCOMPARE(consequenceOf(situation, sample::dollars("30").nanos()).roomText,
             u"Room for new calls stays $1.50; another cap is tighter"_s);
}

void CapEditorTest::asksForTheDraggedCap()
{
    m_editor->beginDrag();
    m_editor->dragTo(0.7, CapEditor::Normal);
    QCOMPARE(m_editor->capText(), u"$17.50"_s);
    QCOMPARE(m_editor->deltaText(), u"\u2212$2.50"_s);
    QCOMPARE(m_editor->direction(), CapEditor::Lowering);
    QCOMPARE(m_requests->count(), 0);
    m_editor->endDrag();
    QCOMPARE(m_requests->count(), 1);
    QCOMPARE(requested().limit, sample::dollars("17.5").nanos());
    QCOMPARE(requested().id, "b-research"_ba);
}

void CapEditorTest::asksBeforeItCuts()
{
    m_editor->type(u"16"_s);
    QCOMPARE(m_editor->direction(), CapEditor::Cutting);
    m_editor->commit();
    QCOMPARE(m_requests->count(), 0);
    QVERIFY(m_editor->isConfirming());
    QCOMPARE(m_editor->confirmQuestion(), u"Cut 2 running calls?"_s);
    QCOMPARE(m_editor->keepText(), u"Lower to $16.96"_s);
    m_editor->confirmCut();
    QCOMPARE(requested().limit, sample::dollars("16").nanos());
    QVERIFY(!m_editor->isConfirming());
}

void CapEditorTest::lowersToWhatIsCommittedInstead()
{
    m_editor->type(u"16"_s);
    m_editor->commit();
    m_editor->lowerWithoutCut();
    QCOMPARE(requested().limit, sample::dollars("16.96").nanos());
}

void CapEditorTest::putsBackOnRefusal()
{
    m_editor->type(u"18"_s);
    m_editor->commit();
    m_editor->refuse(u"The ledger is full."_s);
    QCOMPARE(m_editor->capText(), u"$20.00"_s);
    QCOMPARE(m_editor->errorText(), u"The ledger is full."_s);
    QVERIFY(!m_editor->isPending());
}

void CapEditorTest::keepsTheCandidateWhileSnapshotsArrive()
{
    m_editor->beginDrag();
    m_editor->dragTo(0.8, CapEditor::Normal);
    m_editor->dragTo(0.7, CapEditor::Normal);
    CapSituation later = research();
    later.state.settled += sample::dollars("0.25").nanos();
    m_editor->apply(later);
    QCOMPARE(m_editor->capText(), u"$17.50"_s);
    QCOMPARE(m_editor->consequence().roomText, u"Room for new calls now: $0.29, was $2.79"_s);
    // Another budget is another matter.
    later.budget.id = "b-other";
    m_editor->apply(later);
    QCOMPARE(m_editor->capText(), u"$20.00"_s);
}

void CapEditorTest::keepsItsScaleWhileDragging()
{
    m_editor->beginDrag();
    m_editor->dragTo(1, CapEditor::Normal);
    QCOMPARE(m_editor->capText(), u"$25.00"_s);
    QCOMPARE(m_editor->scaleLabels().constLast(), u"$25"_s);
    QCOMPARE(m_editor->post(), 1.0);
    m_editor->endDrag();
    QCOMPARE(m_editor->scaleLabels().constLast(), u"$40"_s); // 1.25 x 25 in steps of 10
}

void CapEditorTest::saysWhyATextIsNoAmount()
{
    m_editor->type(u"plenty"_s);
    QVERIFY(m_editor->errorText().contains(u"plenty"_s));
    m_editor->commit();
    QCOMPARE(m_requests->count(), 0);
    m_editor->putBack();
    QVERIFY(m_editor->errorText().isEmpty());
}

void CapEditorTest::isPendingUntilTheEngineConfirms()
{
    m_editor->type(u"18"_s);
    m_editor->commit();
    QVERIFY(m_editor->isPending());
    m_editor->apply(research()); // an older state arrives first
    QVERIFY(m_editor->isPending());
    CapSituation confirmed = research();
    confirmed.budget.limit = sample::dollars("18").nanos();
    m_editor->apply(confirmed);
    QVERIFY(!m_editor->isPending());
    QVERIFY(!m_editor->isEditing());
}

void CapEditorTest::createsABudget()
{
    CapSituation situation = research();
    situation.exists = false;
    situation.budget.id = "b-new";
    m_editor->apply(situation);
    QVERIFY(m_editor->isEditing());
    m_editor->beginDrag();
    m_editor->dragTo(0.8, CapEditor::Normal);
    m_editor->endDrag();
    QCOMPARE(m_requests->count(), 0); // a new cap waits for its button
    m_editor->commit();
    QCOMPARE(m_requests->count(), 1);
    const auto before = m_requests->constLast().at(0).value<std::optional<core::Budget>>();
    QVERIFY(!before.has_value());
}

QTEST_GUILESS_MAIN(CapEditorTest)
#include "tst_capeditor.moc"
