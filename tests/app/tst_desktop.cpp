// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real window under real input events: a cap that is moved reaches the engine as a wish.
#include "sampleactivity.h"
#include "sampleprices.h"
#include "samplereports.h"
#include "samplesnapshot.h"
#include "windowpage.h"

#include "app/desktop.h"

#include <QAccessible>
#include <QApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

class StillClock final : public core::Clock
{
public:
    [[nodiscard]] core::Time now() const override { return sample::afternoon(); }
};

/// All that is seen below an item, also what a repeater or a list made.
QList<QQuickItem *> visibleItems(const QQuickItem &root)
{
    QList<QQuickItem *> items;
    for (QQuickItem *child : root.childItems()) {
        if (child->isVisible()) {
            items += child;
            items += visibleItems(*child);
        }
    }
    return items;
}

} // namespace

class DesktopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void dragsACap();
    void movesACapWithTheKeyboard();
    void typesACap();
    void putsBackWithEscape();
    void asksBeforeACallIsCut();
    void foldsBelow960Pixels();
    void makesAPageWhenItIsFirstWanted();
    void drawsNothingForAnUnchangedSnapshot();
    void givesEveryControlANameAndARole_data();
    void givesEveryControlANameAndARole();

private:
    [[nodiscard]] QQuickWindow &window() const { return *m_desktop->window(); }
    [[nodiscard]] QQuickItem &item(const QString &name) const
    {
        return *window().findChild<QQuickItem *>(name);
    }
    [[nodiscard]] QPoint middleOf(const QQuickItem &item) const
    {
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint();
    }
    void drag(int pixels);

    StillClock m_clock;
    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<QSignalSpy> m_wishes;
};

void DesktopTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"qrc:|Error"_s)); // what QML complains of
    m_wishes.reset();
    m_desktop = std::make_unique<Desktop>(m_clock);
    m_desktop->setReducedMotion(true);
    ControlCentre &centre = m_desktop->controlCentre();
    m_wishes = std::make_unique<QSignalSpy>(&centre, &ControlCentre::budgetChangeRequested);
    centre.apply(sample::snapshot());
    QVERIFY(m_desktop->show());
    showPage(window(), 1);
    centre.tenant()->select(u"research"_s);
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
    QVERIFY(!window().grabWindow().isNull());
    QTRY_VERIFY(item(u"capHandle"_s).x() > 100);
}

void DesktopTest::drag(int pixels)
{
    const QPoint from = middleOf(item(u"capHandle"_s));
    QTest::mouseMove(&window(), from);
    QTest::mousePress(&window(), Qt::LeftButton, {}, from);
    QTest::mouseMove(&window(), from + QPoint(pixels / 2, 0));
    QTest::mouseMove(&window(), from + QPoint(pixels, 0));
}

void DesktopTest::dragsACap()
{
    // The bar ends at $25: a tenth of it is $2.50.
    const auto tenth = static_cast<int>(item(u"capHandle"_s).parentItem()->width() / 10);
    drag(-tenth);
    const CapEditor &editor = *m_desktop->controlCentre().tenant()->editor();
    QCOMPARE(editor.capText(), u"$17.50"_s);
    QCOMPARE(m_wishes->count(), 0); // the consequence comes before the act
    QTest::mouseRelease(&window(), Qt::LeftButton, {}, middleOf(item(u"capHandle"_s)));
    QCOMPARE(m_wishes->count(), 1);
    const auto budget = m_wishes->constFirst().constFirst().value<core::Budget>();
    QCOMPARE(budget.id, "b-research"_ba);
    QCOMPARE(budget.limit, sample::dollars("17.5").nanos());
}

void DesktopTest::movesACapWithTheKeyboard()
{
    item(u"capHandle"_s).forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&window(), Qt::Key_Right);
    QTest::keyClick(&window(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_desktop->controlCentre().tenant()->editor()->capText(), u"$20.55"_s);
    QTest::keyClick(&window(), Qt::Key_Return);
    QCOMPARE(m_wishes->constLast().constFirst().value<core::Budget>().limit,
             sample::dollars("20.55").nanos());
    // Ctrl Z takes it back.
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_wishes->constLast().constFirst().value<core::Budget>().limit,
             sample::dollars("20").nanos());
}

void DesktopTest::typesACap()
{
    item(u"capField"_s).forceActiveFocus(Qt::TabFocusReason);
    for (const char key : {'+', '2'}) {
        QTest::keyClick(&window(), key);
    }
    QCOMPARE(item(u"capField"_s).property("text").toString(), u"+2"_s);
    QTest::keyClick(&window(), Qt::Key_Return);
    QCOMPARE(m_wishes->count(), 1);
    QCOMPARE(m_wishes->constLast().constFirst().value<core::Budget>().limit,
             sample::dollars("22").nanos());
    QCOMPARE(item(u"capField"_s).property("text").toString(), u"$22.00"_s);
}

void DesktopTest::putsBackWithEscape()
{
    item(u"capHandle"_s).forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&window(), Qt::Key_Left);
    QTest::keyClick(&window(), Qt::Key_Escape);
    QCOMPARE(m_desktop->controlCentre().tenant()->editor()->capText(), u"$20.00"_s);
    QVERIFY(m_desktop->controlCentre().tenant()->isSelected());
    QCOMPARE(m_wishes->count(), 0);
}

void DesktopTest::asksBeforeACallIsCut()
{
    const auto fifth = static_cast<int>(item(u"capHandle"_s).parentItem()->width() / 5);
    drag(-fifth); // to $15.00, below $16.96
    QTest::mouseRelease(&window(), Qt::LeftButton, {}, middleOf(item(u"capHandle"_s)));
    QCOMPARE(m_wishes->count(), 0);
    QVERIFY(m_desktop->controlCentre().tenant()->editor()->isConfirming());
    QTest::keyClick(&window(), Qt::Key_Escape);
    QTRY_VERIFY(!m_desktop->controlCentre().tenant()->editor()->isConfirming());
    QCOMPARE(m_wishes->count(), 0);
}

void DesktopTest::foldsBelow960Pixels()
{
    QVERIFY(!window().property("narrow").toBool());
    showPage(window(), 0);
    window().resize(800, 600);
    QTRY_VERIFY(window().property("narrow").toBool());
    showPage(window(), 1);
    // The inspector takes the page; its way back stands beside the name, not on it.
    QTRY_VERIFY(item(u"inspectorTitle"_s).x() > 30);
    window().resize(1280, 800);
    QTRY_VERIFY(!window().property("narrow").toBool());
    QTRY_COMPARE(item(u"inspectorTitle"_s).x(), 0.0);
}

void DesktopTest::makesAPageWhenItIsFirstWanted()
{
    const auto made = [this] {
        return window().findChild<QQuickItem *>(u"addUpstream"_s) != nullptr;
    };
    QVERIFY(!made());
    window().setProperty("page", 6);
    QCOMPARE(window().property("shown").toInt(), 1); // what was seen stays until it is made
    QTRY_COMPARE(window().property("shown").toInt(), 6);
    QVERIFY(item(u"addUpstream"_s).isVisible());
    showPage(window(), 1);
    QVERIFY(made()); // kept, with whatever was typed there
    QVERIFY(!item(u"addUpstream"_s).isVisible());
}

void DesktopTest::drawsNothingForAnUnchangedSnapshot()
{
    showPage(window(), 0);
    QCoreApplication::processEvents();
    QTRY_VERIFY(!window().grabWindow().isNull());
    QTest::qWait(500);
    QSignalSpy drawn(&window(), &QQuickWindow::afterSynchronizing);
    for (int i = 0; i < 30; ++i) {
        m_desktop->controlCentre().apply(sample::snapshot());
        QCoreApplication::processEvents();
    }
    QCOMPARE(drawn.count(), 0);
    // The same watch does see a change.
    core::Snapshot changed = sample::snapshot();
    changed.buckets.front().settled += sample::dollars("1").nanos();
    m_desktop->controlCentre().apply(changed);
    QTRY_VERIFY(drawn.count() > 0);
}

void DesktopTest::givesEveryControlANameAndARole_data()
{
    QTest::addColumn<int>("page");
    QTest::newRow("overview") << 0;
    QTest::newRow("tenants") << 1;
    QTest::newRow("activity") << 2;
    QTest::newRow("prices") << 3;
    QTest::newRow("alerts") << 4;
    QTest::newRow("reports") << 5;
    QTest::newRow("settings") << 6;
}

void DesktopTest::givesEveryControlANameAndARole()
{
    QFETCH(int, page);
    ControlCentre &centre = m_desktop->controlCentre();
    sample::answer(*centre.activity(), 50);
    sample::fillPrices(*centre.prices());
    const sample::ReportAnswers answers(*centre.reports());
    showPage(window(), page);
    centre.activity()->showStory(2);
    centre.prices()->editor()->edit(u"gpt-4o"_s);
    centre.newBudget()->begin(u"research"_s);
    QTRY_VERIFY(!window().grabWindow().isNull());
    int controls = 0;
    for (QQuickItem *each : visibleItems(*window().contentItem())) {
        if (!each->activeFocusOnTab()) {
            continue;
        }
        ++controls;
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(each);
        const QByteArray what = each->metaObject()->className();
        QVERIFY2(face != nullptr, what.constData());
        QVERIFY2(!face->text(QAccessible::Name).isEmpty(), what.constData());
        QVERIFY2(face->role() != QAccessible::NoRole, what.constData());
    }
    QVERIFY(controls > 5); // the sidebar alone has five
}

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    QApplication application(argc, argv);
    DesktopTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_desktop.moc"
