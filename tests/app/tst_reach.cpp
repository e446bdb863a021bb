// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody can use the window, on every page and in every dialog: the keyboard reaches everything
// and one sees where it is, each stop says what it is, and texts stand out from what is behind
// them.
#include "samplesnapshot.h"
#include "windowlook.h"

#include <QAccessible>
#include <QApplication>
#include <QColor>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

class StillClock final : public core::Clock
{
public:
    [[nodiscard]] core::Time now() const override { return sample::afternoon(); }
};

constexpr double LeastOfText = 4.5;
constexpr double LeastOfControls = 3.0;
const QSize Usual(1280, 800);
const QSize Smallest(800, 600);
/// What a panel and a title bar leave of full HD at 200 % scale.
const QSize Doubled(960, 480);

/// Every scene at every size that this scale has.
void addScenes()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QSize>("size");
    const bool isDoubled = qApp->devicePixelRatio() > 1;
    for (const QSize &size : isDoubled ? QList{Doubled} : QList{Usual, Smallest}) {
        for (const QString &scene : look::scenes()) {
            if (scene == u"price"_s && size == Smallest) {
                continue; // there it takes the list's place, which the scene has not laid out
            }
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

} // namespace

class ReachTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tabReachesEverythingAndShowsWhereItIs_data();
    void tabReachesEverythingAndShowsWhereItIs();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void noTextLiesOverAnother_data();
    void noTextLiesOverAnother();
    void everyTextIsLegible_data();
    void everyTextIsLegible();
    void textStandsOut_data();
    void textStandsOut();

private:
    [[nodiscard]] QQuickWindow &window() const { return *m_desktop->window(); }
    void bringUp(const QString &scene, const QSize &size);

    StillClock m_clock;
    std::unique_ptr<Desktop> m_desktop;
};

void ReachTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"qrc:|There is no"_s)); // what QML complains of
    m_desktop = std::make_unique<Desktop>(m_clock);
    m_desktop->setReducedMotion(true);
    QVERIFY(m_desktop->show());
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
}

void ReachTest::cleanup()
{
    m_desktop.reset();
}

void ReachTest::bringUp(const QString &scene, const QSize &size)
{
    window().resize(size);
    look::show(*m_desktop, scene);
    // Until nothing moves any more.
    QImage before;
    QTRY_VERIFY(std::exchange(before, window().grabWindow()) == window().grabWindow());
}

void ReachTest::tabReachesEverythingAndShowsWhereItIs_data()
{
    addScenes();
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
    addScenes();
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
    addScenes();
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

void ReachTest::everyTextIsLegible_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<int>("scheme");
    for (const auto scheme : {Desktop::Scheme::Dark, Desktop::Scheme::Light}) {
        for (const QString &scene : look::scenes()) {
            QTest::addRow(
                "%s, %s", qPrintable(scene), scheme == Desktop::Scheme::Dark ? "dark" : "light")
                << scene << static_cast<int>(scheme);
        }
    }
}

// On the picture itself: the ink of each text against what most of its place has.
void ReachTest::everyTextIsLegible()
{
    QFETCH(const QString, scene);
    QFETCH(const int, scheme);
    m_desktop->setScheme(static_cast<Desktop::Scheme>(scheme));
    bringUp(scene, Usual);
    QImage picture = window().grabWindow();
    picture.setDevicePixelRatio(window().devicePixelRatio());
    int texts = 0;
    for (const QQuickItem *each : look::shownItems(look::inFront(window()))) {
        const QRectF seen = look::seenPart(*each);
        const bool isText = each->inherits("QQuickText") || each->inherits("QQuickTextInput");
        const bool says = !each->property("text").toString().trimmed().isEmpty();
        if (!isText || !says || seen.width() < 4 || seen.height() < 8) {
            continue;
        }
        ++texts;
        const auto ink = each->property("color").value<QColor>();
        const QColor paper = look::paper(picture, seen);
        const double ratio = look::contrast(ink, paper);
        QVERIFY2(ratio >= LeastOfText,
                 qPrintable(u"%1: %2 on %3 is %4"_s.arg(QString::fromUtf8(look::nameOf(*each)),
                                                        ink.name(),
                                                        paper.name(),
                                                        QString::number(ratio))));
    }
    QVERIFY(texts > 3);
}

void ReachTest::textStandsOut_data()
{
    QTest::addColumn<QString>("set");
    QTest::newRow("dark") << u"darkColors"_s;
    QTest::newRow("light") << u"lightColors"_s;
}

void ReachTest::textStandsOut()
{
    QFETCH(QString, set);
    QQmlEngine engine;
    engine.addImportPath(u"qrc:/qt/qml"_s);
    QQmlComponent component(&engine);
    component.setData(
        "import QtQuick\nimport Capstan\nQtObject { property QtObject colors: Theme." +
            set.toLatin1() + " }",
        {});
    const std::unique_ptr<QObject> holder(component.create());
    QVERIFY2(holder != nullptr, qPrintable(component.errorString()));
    const auto *const colors = holder->property("colors").value<QObject *>();
    QVERIFY(colors != nullptr);
    const auto check = [&](const char *ink, const char *paper, double least) {
        const double ratio = look::contrast(colors->property(ink).value<QColor>(),
                                            colors->property(paper).value<QColor>());
        QVERIFY2(ratio >= least,
                 qPrintable(u"%1 on %2 is %3"_s.arg(QString::fromLatin1(ink),
                                                    QString::fromLatin1(paper),
                                                    QString::number(ratio))));
    };
    for (const char *ink : {"text", "text2", "text3", "accent", "near", "over", "paused"}) {
        for (const char *paper : {"window", "sidebar", "surface", "raised", "hover", "selected"}) {
            check(ink, paper, LeastOfText);
        }
    }
    check("accentInk", "accent", LeastOfText);
    check("accent", "accentSoft", LeastOfText);
    check("near", "nearSoft", LeastOfText);
    check("over", "overSoft", LeastOfText);
    check("paused", "pausedSoft", LeastOfText);
    check("text", "nearSoft", LeastOfText);
    check("text", "overSoft", LeastOfText);
    // Edges of what one fills in, and the bars.
    check("control", "window", LeastOfControls);
    check("control", "surface", LeastOfControls);
    check("nearFill", "surface", LeastOfControls);
    check("nearFill", "track", LeastOfControls);
    check("accent", "track", LeastOfControls);
    check("over", "track", LeastOfControls);
}

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    QApplication application(argc, argv);
    ReachTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_reach.moc"
