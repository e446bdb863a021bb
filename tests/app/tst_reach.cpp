// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody can use the window: the keyboard reaches everything and one sees where it is, and texts
// stand out from what is behind them.
#include "sampleactivity.h"
#include "sampleprices.h"
#include "samplesnapshot.h"

#include "app/desktop.h"

#include <QColor>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSet>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

class StillClock final : public core::Clock
{
public:
    [[nodiscard]] core::Time now() const override { return sample::afternoon(); }
};

/// WCAG 2.2, "relative luminance" and "contrast ratio".
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

QList<QQuickItem *> shownItems(const QQuickItem &root)
{
    QList<QQuickItem *> items;
    for (QQuickItem *child : root.childItems()) {
        if (child->isVisible()) {
            items += child;
            items += shownItems(*child);
        }
    }
    return items;
}

constexpr double LeastOfText = 4.5;
constexpr double LeastOfControls = 3.0;

} // namespace

class ReachTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tabReachesEverythingAndShowsWhereItIs_data();
    void tabReachesEverythingAndShowsWhereItIs();
    void textStandsOut_data();
    void textStandsOut();

private:
    [[nodiscard]] QQuickWindow &window() const { return *m_desktop->window(); }
    void fill();

    StillClock m_clock;
    std::unique_ptr<Desktop> m_desktop;
};

void ReachTest::init()
{
    m_desktop = std::make_unique<Desktop>(m_clock);
    m_desktop->setReducedMotion(true);
    fill();
    QVERIFY(m_desktop->show());
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
}

void ReachTest::fill()
{
    ControlCentre &centre = m_desktop->controlCentre();
    centre.apply(sample::snapshot());
    sample::answer(*centre.activity(), 50);
    sample::fillPrices(*centre.prices());
    centre.tenant()->select(u"research"_s);
    centre.prices()->editor()->edit(u"gpt-4o"_s);
}

void ReachTest::tabReachesEverythingAndShowsWhereItIs_data()
{
    QTest::addColumn<int>("page");
    QTest::newRow("overview") << 0;
    QTest::newRow("tenants") << 1;
    QTest::newRow("prices") << 3;
}

// Tab until it comes round. Whatever may have the focus had it, and each time the picture changed.
void ReachTest::tabReachesEverythingAndShowsWhereItIs()
{
    QFETCH(int, page);
    window().setProperty("page", page);
    QTRY_VERIFY(!window().grabWindow().isNull());
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
        const QImage now = window().grabWindow();
        QVERIFY2(now != before, item->metaObject()->className());
        before = now;
    }
    for (QQuickItem *each : shownItems(*window().contentItem())) {
        if (each->activeFocusOnTab() && each->isEnabled()) {
            const bool isReached =
                reached.contains(each) ||
                std::any_of(reached.begin(), reached.end(), [each](const QQuickItem *inside) {
                    return each->isAncestorOf(inside);
                });
            QVERIFY2(isReached,
                     qPrintable(QString::fromLatin1(each->metaObject()->className()) + u' ' +
                                each->objectName() + u' ' + each->property("text").toString()));
        }
    }
    QVERIFY(reached.size() > 10);
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
        const double ratio = contrast(colors->property(ink).value<QColor>(),
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
    QGuiApplication application(argc, argv);
    ReachTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_reach.moc"
