// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is written stands out from what is behind it, 4.5:1, and where the focus is, 3:1: measured
// on the pictures of every page and dialog, of menus and tips, in both themes and at both sizes.
#include "lookcase.h"

#include <QApplication>
#include <QHash>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQmlProperty>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr double LeastOfText = 4.5;
constexpr double LeastOfControls = 3.0;

const char *nameOf(Desktop::Scheme scheme)
{
    return scheme == Desktop::Scheme::Dark ? "dark" : "light";
}

void addScenes(const QList<QSize> &sizes)
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<int>("scheme");
    QTest::addColumn<QSize>("size");
    for (const auto scheme : {Desktop::Scheme::Dark, Desktop::Scheme::Light}) {
        for (const QSize &size : sizes) {
            for (const QString &scene : look::scenes()) {
                QTest::addRow("%s, %s, %d wide", qPrintable(scene), nameOf(scheme), size.width())
                    << scene << static_cast<int>(scheme) << size;
            }
        }
    }
}

/// What most of the window has just outside of that rectangle.
QColor around(const QImage &picture, const QRectF &part)
{
    constexpr double Beside = 1.5;
    const QRect edge = part.adjusted(-Beside, -Beside, Beside, Beside).toAlignedRect();
    QHash<QRgb, int> colors;
    const auto count = [&](int x, int y) {
        if (picture.rect().contains(x, y)) {
            ++colors[picture.pixel(x, y)];
        }
    };
    for (int x = edge.left(); x <= edge.right(); ++x) {
        count(x, edge.top());
        count(x, edge.bottom());
    }
    for (int y = edge.top(); y <= edge.bottom(); ++y) {
        count(edge.left(), y);
        count(edge.right(), y);
    }
    const auto most = std::max_element(colors.cbegin(), colors.cend());
    return most == colors.cend() ? QColor() : QColor(most.key());
}

} // namespace

class ContrastTest : public LookCase
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnComplaints();
        begin();
    }
    void cleanup() { m_desktop.reset(); }
    void everyTextIsLegible_data();
    void everyTextIsLegible();
    void everyMenuIsLegible_data();
    void everyMenuIsLegible();
    void aTipIsLegible_data();
    void aTipIsLegible();
    void theFocusStandsOut_data();
    void theFocusStandsOut();
    void textStandsOut_data();
    void textStandsOut();

private:
    void bringUpTheRow();
};

void ContrastTest::bringUpTheRow()
{
    QFETCH(const QString, scene);
    QFETCH(const int, scheme);
    QFETCH(const QSize, size);
    m_desktop->setScheme(static_cast<Desktop::Scheme>(scheme));
    bringUp(scene, size);
}

void ContrastTest::everyTextIsLegible_data()
{
    addScenes({Usual, Smallest});
}

void ContrastTest::everyTextIsLegible()
{
    bringUpTheRow();
    const look::Legibility found = look::legibility(window(), look::inFront(window()));
    QVERIFY2(found.faint.isEmpty(), found.faint);
    QVERIFY(found.texts > 3);
}

void ContrastTest::everyMenuIsLegible_data()
{
    addScenes({Smallest});
}

void ContrastTest::everyMenuIsLegible()
{
    bringUpTheRow();
    for (QQuickItem *opener : look::openers(window())) {
        opener->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(&window(), Qt::Key_Down);
        QTRY_VERIFY2(window().activeFocusItem() != opener, look::nameOf(*opener));
        QVERIFY(!restingPicture().isNull());
        const look::Legibility found = look::legibility(window(), look::inFront(window()));
        QVERIFY2(found.faint.isEmpty(), look::nameOf(*opener) + '\n' + found.faint);
        QVERIFY2(found.texts > 0, look::nameOf(*opener));
        QTest::keyClick(&window(), Qt::Key_Escape);
        QTRY_COMPARE(window().activeFocusItem(), opener);
    }
}

void ContrastTest::aTipIsLegible_data()
{
    QTest::addColumn<int>("scheme");
    for (const auto scheme : {Desktop::Scheme::Dark, Desktop::Scheme::Light}) {
        QTest::newRow(nameOf(scheme)) << static_cast<int>(scheme);
    }
}

void ContrastTest::aTipIsLegible()
{
    QFETCH(const int, scheme);
    m_desktop->setScheme(static_cast<Desktop::Scheme>(scheme));
    bringUp(u"overview"_s, Smallest);
    QTest::keyClick(&window(), Qt::Key_Tab); // to the rail, whose icons have tips
    const auto tip = [this]() -> QQuickItem * {
        for (QQuickItem *each : look::shownItems(*window().contentItem())) {
            if (QByteArrayView(each->metaObject()->className()).startsWith("QQuickPopupItem")) {
                return each;
            }
        }
        return nullptr;
    };
    QTRY_VERIFY(tip() != nullptr);
    QVERIFY(!restingPicture().isNull());
    const look::Legibility found = look::legibility(window(), *tip());
    QVERIFY2(found.faint.isEmpty(), found.faint);
    QCOMPARE(found.texts, 1);
}

void ContrastTest::theFocusStandsOut_data()
{
    addScenes({Smallest});
}

// Each ring that Tab brings to light, against what is around it.
void ContrastTest::theFocusStandsOut()
{
    bringUpTheRow();
    QSet<const QQuickItem *> reached;
    int rings = 0;
    constexpr int MostStops = 200;
    for (int i = 0; i < MostStops; ++i) {
        QTest::keyClick(&window(), Qt::Key_Tab);
        if (reached.contains(window().activeFocusItem())) {
            break;
        }
        reached.insert(window().activeFocusItem());
        const QImage picture = window().grabWindow();
        for (const QQuickItem *each : look::shownItems(look::inFront(window()))) {
            const QRectF seen = look::seenPart(*each);
            const bool isRing =
                QByteArrayView(each->metaObject()->className()).startsWith("FocusRing");
            if (!isRing || seen.width() < 8 || seen.height() < 8) {
                continue;
            }
            ++rings;
            const auto ring = QQmlProperty::read(each, u"border.color"_s).value<QColor>();
            const QColor paper = around(picture, seen);
            QVERIFY2(look::contrast(ring, paper) >= LeastOfControls,
                     look::nameOf(*window().activeFocusItem()) + ring.name().toUtf8() + " on " +
                         paper.name().toUtf8());
        }
    }
    QVERIFY(rings > 0 || reached.size() == 1); // the only control of a dialog needs none
}

void ContrastTest::textStandsOut_data()
{
    QTest::addColumn<QString>("set");
    QTest::newRow("dark") << u"darkColors"_s;
    QTest::newRow("light") << u"lightColors"_s;
}

void ContrastTest::textStandsOut()
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
    ContrastTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_contrast.moc"
