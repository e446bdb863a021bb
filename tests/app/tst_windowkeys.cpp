// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real window with the keyboard alone: finding, writing a budget and a price, the log, the
// chart.
#include "lookcase.h"
#include "sampleactivity.h"
#include "sampleprices.h"
#include "tests/app/hand.h"

#include <QApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class WindowKeysTest : public LookCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void findsATenantWithTheKeyboard();
    void findsASectionOfTheSettings();
    void findsAKeyAndOpensIt();
    void holdsTheLogWithSpace();
    void savesAPriceWithTheKeyboard();
    void movesThroughTheChartWithTheArrowKeys();
    void writesABudgetWithTheKeyboard();

private:
    [[nodiscard]] Hand &hand() { return *m_hand; }
    [[nodiscard]] QQuickItem &item(const QString &name) const
    {
        return *window().findChild<QQuickItem *>(name);
    }

    std::unique_ptr<Hand> m_hand;
};

// On the tenants page, with research selected.
void WindowKeysTest::init()
{
    failOnComplaints();
    begin();
    centre().apply(sample::snapshot());
    m_hand = std::make_unique<Hand>(window());
    QVERIFY(m_hand->click(u"page tenants"_s));
    QVERIFY(m_hand->click(u"tenant research"_s));
}

void WindowKeysTest::cleanup()
{
    m_hand.reset();
    m_desktop.reset();
}

void WindowKeysTest::findsATenantWithTheKeyboard()
{
    hand().strike(Qt::Key_1, Qt::ControlModifier);
    hand().strike(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(hand().enter(u"findField"_s, u"eval"_s));
    QTRY_COMPARE(window().property("page").toInt(), 1);
    QCOMPARE(centre().tenant()->selectedName(), u"evals-nightly"_s);
}

// On a page that was not looked at before.
void WindowKeysTest::findsASectionOfTheSettings()
{
    FindModel &find = *centre().find();
    QVERIFY(find.sections().size() > 5);
    hand().strike(Qt::Key_1, Qt::ControlModifier);
    hand().strike(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(hand().enter(u"findField"_s, find.sections().at(7))); // "Appearance", far down
    QTRY_COMPARE(window().property("page").toInt(), 6);
    const auto isSeen = [&] {
        return std::ranges::any_of(
            look::shownItems(*window().contentItem()), [&](const QQuickItem *each) {
                const double top = each->mapToScene({0, 0}).y();
                return each->property("title").toString() == find.sections().at(7) && top >= 0 &&
                       top < window().height() - 40;
            });
    };
    QTRY_VERIFY(isSeen());
}

void WindowKeysTest::findsAKeyAndOpensIt()
{
    core::Snapshot snapshot = sample::snapshot();
    snapshot.keys.resize(1);
    snapshot.keys.front().id = "k-0123456789ab";
    snapshot.keys.front().name = u"paper-reader"_s;
    snapshot.keys.front().tenant = "research";
    centre().apply(snapshot);
    hand().strike(Qt::Key_1, Qt::ControlModifier);
    hand().strike(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(hand().enter(u"findField"_s, u"paper-reader"_s));
    QTRY_COMPARE(window().property("page").toInt(), 1);
    QCOMPARE(centre().tenant()->selectedName(), u"research"_s);
    QCOMPARE(centre().tenant()->keys()->form()->stage(), KeyForm::Writing);
    QCOMPARE(centre().tenant()->keys()->form()->name(), u"paper-reader"_s);
    // Of a revoked one there is nothing to change.
    hand().strike(Qt::Key_Escape);
    QTRY_COMPARE(centre().tenant()->keys()->form()->stage(), KeyForm::Closed);
    snapshot.keys.front().revokedAt = sample::afternoon();
    centre().apply(snapshot);
    hand().strike(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(hand().enter(u"findField"_s, u"paper-reader"_s));
    QCOMPARE(centre().tenant()->keys()->form()->stage(), KeyForm::Closed);
}

void WindowKeysTest::holdsTheLogWithSpace()
{
    ActivityModel &log = *centre().activity();
    sample::answer(log, 500);
    hand().strike(Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(log.count(), 200);
    QVERIFY(hand().goTo(u"activityLog"_s));
    hand().strike(Qt::Key_Space);
    QVERIFY(log.isHeld());
    hand().strike(Qt::Key_Space);
    QVERIFY(!log.isHeld());
    for (int i = 0; i < 4; ++i) {
        hand().strike(Qt::Key_Down); // holds it, so that the row stays
    }
    QVERIFY(log.isHeld());
    hand().strike(Qt::Key_Return);
    QVERIFY(log.story()->isPresent());
    hand().strike(Qt::Key_Escape);
    QVERIFY(!log.story()->isPresent());
}

void WindowKeysTest::savesAPriceWithTheKeyboard()
{
    PriceListModel &prices = *centre().prices();
    centre().apply(sample::withModels());
    sample::fillPrices(prices);
    QSignalSpy saved(prices.editor(), &PriceEditor::changeRequested);
    hand().strike(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(hand().goTo(u"priceTable"_s));
    hand().strike(Qt::Key_Return); // the first: the one without a price
    QCOMPARE(prices.editor()->model(), u"mistral-small-3"_s);
    QVERIFY(hand().goTo(u"Input, per million tokens"_s));
    hand().type(u"0.10"_s);
    QVERIFY(hand().goTo(u"Output, per million tokens"_s));
    hand().type(u"0.30"_s);
    QVERIFY(hand().press(u"savePrice"_s));
    QCOMPARE(saved.count(), 1);
}

void WindowKeysTest::movesThroughTheChartWithTheArrowKeys()
{
    centre().apply(sample::earlier(2)); // older than what is shown: ignored
    hand().strike(Qt::Key_1, Qt::ControlModifier);
    QCursor::setPos(window().screen()->geometry().bottomRight()); // or it may lie on the chart
    QVERIFY(hand().goTo(u"burnPlot"_s));
    hand().strike(Qt::Key_Left);
    QVERIFY(!centre().burn()->probeText().isEmpty());
    hand().strike(Qt::Key_Escape);
    QVERIFY(centre().burn()->probeText().isEmpty());
}

void WindowKeysTest::writesABudgetWithTheKeyboard()
{
    const QSignalSpy wishes(&centre(), &ControlCentre::budgetChangeRequested);
    hand().strike(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(item(u"budgetAmount"_s).hasActiveFocus());
    hand().type(u"17"_s);
    hand().strike(Qt::Key_Return);
    QCOMPARE(wishes.count(), 0); // what it would have refused is not there yet
    BudgetPast &past = *centre().newBudget()->past();
    QSignalSpy asked(&past, &BudgetPast::wanted);
    QVERIFY(asked.wait());
    past.take(asked.constFirst().constFirst().toULongLong(), {}, {});
    hand().strike(Qt::Key_Return);
    QCOMPARE(wishes.count(), 1);
    const auto budget = wishes.constFirst().constFirst().value<core::Budget>();
    QCOMPARE(budget.selector.toText(), "tenant:research"_ba);
    QCOMPARE(budget.limit, sample::dollars("17").nanos());
    // Ctrl Z takes it away again.
    QSignalSpy removed(&centre(), &ControlCentre::budgetRemovalRequested);
    hand().strike(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(removed.constFirst().constFirst().toByteArray(), budget.id);
}

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    QApplication application(argc, argv);
    WindowKeysTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowkeys.moc"
