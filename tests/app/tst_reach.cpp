// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody can use the window, on every page and in every dialog: the keyboard reaches everything
// and one sees where it is, each stop says what it is, and nothing is cut off or covered.
#include "lookcase.h"

#include <QAccessible>
#include <QApplication>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// What a panel and a title bar leave of full HD at 200 % scale.
const QSize Doubled(960, 480);

/// Every scene at every size that this scale has.
void addScenes(const QList<QSize> &sizes)
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QSize>("size");
    const bool isDoubled = qApp->devicePixelRatio() > 1;
    for (const QSize &size : isDoubled ? QList{Doubled} : sizes) {
        for (const QString &scene : look::scenes()) {
            QTest::addRow("%s, %d x %d", qPrintable(scene), size.width(), size.height())
                << scene << size;
        }
    }
}

/// The row of a list that it stands in; null elsewhere.
const QQuickItem *rowOf(const QQuickItem &item)
{
    for (const QQuickItem *each = &item; each->parentItem() != nullptr; each = each->parentItem()) {
        const QQuickItem *const view = each->parentItem()->parentItem();
        if (view != nullptr && view->inherits("QQuickItemView")) {
            return each;
        }
    }
    return nullptr;
}

/// A list keeps rows that it does not draw, for use again, wherever they were.
bool areOfTwoRows(const QQuickItem &a, const QQuickItem &b)
{
    const QQuickItem *const first = rowOf(a);
    const QQuickItem *const second = rowOf(b);
    return first != nullptr && second != nullptr && first != second &&
           first->parentItem() == second->parentItem();
}

/// Where the focus is: the ring around it, which some draw otherwise, is cut off nowhere.
bool isRingWhole(const QQuickItem &focused)
{
    const QList<QQuickItem *> shown = look::shownItems(focused);
    return std::ranges::none_of(shown, [](const QQuickItem *each) {
        const QByteArray kind = each->metaObject()->className();
        const QRectF seen = look::seenPart(*each);
        return kind.startsWith("FocusRing") &&
               (seen.width() < each->width() - 1 || seen.height() < each->height() - 1);
    });
}

} // namespace

class ReachTest : public LookCase
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnComplaints();
        begin();
    }
    void cleanup() { m_desktop.reset(); }
    void tabReachesEverythingAndShowsWhereItIs_data();
    void tabReachesEverythingAndShowsWhereItIs();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void noTextLiesOverAnother_data();
    void noTextLiesOverAnother();
};

void ReachTest::tabReachesEverythingAndShowsWhereItIs_data()
{
    addScenes({Usual, Smallest});
}

// Tab until it comes round. Whatever may have the focus had it, was seen then, changed the picture,
// and told a screen reader what it is.
void ReachTest::tabReachesEverythingAndShowsWhereItIs()
{
    QFETCH(const QString, scene);
    QFETCH(const QSize, size);
    bringUp(scene, size);
    QSet<QQuickItem *> reached;
    QImage before = window().grabWindow();
    constexpr int MostStops = 200;
    for (int i = 0; i < MostStops; ++i) {
        QTest::keyClick(&window(), Qt::Key_Tab);
        QQuickItem *const item = window().activeFocusItem();
        QVERIFY(item != nullptr);
        if (reached.contains(item)) {
            break;
        }
        reached.insert(item);
        const QByteArray name = look::nameOf(*item);
        const QImage now = window().grabWindow();
        // The only control of a dialog cannot look any other.
        QVERIFY2(now != before || reached.size() == 1, name);
        before = now;
        const QRectF seen = look::seenPart(*item);
        QVERIFY2(seen.width() >= std::min(item->width(), 20.0) && seen.height() >= 10, name);
        QVERIFY2(isRingWhole(*item), name);
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
        QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(), name);
        QVERIFY2(face->role() != QAccessible::NoRole, name);
    }
    const QQuickItem &front = look::inFront(window());
    for (QQuickItem *each : look::shownItems(front)) {
        if (each->activeFocusOnTab() && each->isEnabled()) {
            const bool isReached =
                reached.contains(each) ||
                std::any_of(reached.begin(), reached.end(), [each](const QQuickItem *inside) {
                    return each->isAncestorOf(inside);
                });
            QVERIFY2(isReached, look::nameOf(*each));
        }
    }
    // Nothing behind a dialog, which one could use without seeing it.
    for (const QQuickItem *each : reached) {
        QVERIFY2(each == &front || front.isAncestorOf(each), look::nameOf(*each));
    }
    QVERIFY(!reached.isEmpty());
}

void ReachTest::nothingIsCutOff_data()
{
    addScenes({Usual, Smallest});
}

// No control, and no text that may not be elided, sticks out of what it stands in or of the window.
void ReachTest::nothingIsCutOff()
{
    QFETCH(const QString, scene);
    QFETCH(const QSize, size);
    bringUp(scene, size);
    for (const QQuickItem *each : look::shownItems(look::inFront(window()))) {
        const QRectF whole = each->mapRectToScene(QRectF(0, 0, each->width(), each->height()));
        const QRectF seen = look::seenPart(*each);
        const bool isControl = each->activeFocusOnTab() && each->isEnabled();
        if (isControl && !seen.isEmpty()) { // scrolled away is not cut off
            constexpr double Rounding = 1;
            QVERIFY2(seen.width() >= whole.width() - Rounding, look::nameOf(*each));
        }
        const bool mayNotBeElided = each->inherits("QQuickText") && !seen.isEmpty() &&
                                    each->property("elide").toInt() == Qt::ElideNone &&
                                    each->property("wrapMode").toInt() == 0;
        if (mayNotBeElided) {
            QVERIFY2(each->implicitWidth() <= seen.width() + 1.5, look::nameOf(*each));
        }
    }
}

void ReachTest::noTextLiesOverAnother_data()
{
    addScenes({Usual, Smallest});
}

void ReachTest::noTextLiesOverAnother()
{
    QFETCH(const QString, scene);
    QFETCH(const QSize, size);
    bringUp(scene, size);
    QList<const QQuickItem *> before;
    for (const QQuickItem *each : look::shownItems(look::inFront(window()))) {
        if (!each->inherits("QQuickText") || look::seenPart(*each).isEmpty()) {
            continue;
        }
        for (const QQuickItem *other : before) {
            const QRectF both = look::seenPart(*each) & look::seenPart(*other);
            constexpr double Hairbreadth = 2; // lines of text have room above and below their ink
            QVERIFY2(both.width() <= Hairbreadth || both.height() <= Hairbreadth ||
                         areOfTwoRows(*each, *other),
                     look::nameOf(*each) + " over " + look::nameOf(*other));
        }
        before += each;
    }
}

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    QApplication application(argc, argv);
    ReachTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_reach.moc"
