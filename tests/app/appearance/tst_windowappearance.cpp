// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From the portal on a real bus to what the window's theme says: the whole way, while it is open.
#include "settingsportal.h"

#include "app/appearance/windowappearance.h"
#include "app/desktop.h"

#include <QApplication>
#include <QImage>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QTest>

using namespace Qt::StringLiterals;

class WindowAppearanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theThemeFollowsThePortal();
    void theOwnersChoiceGoesFirst();

private:
    /// The theme of the window's own engine.
    [[nodiscard]] QVariant ofTheme(const char *property) const;

    std::unique_ptr<test::SettingsPortal> m_portal;
    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<app::SystemAppearance> m_system;
    std::unique_ptr<app::WindowAppearance> m_appearance;
    std::unique_ptr<QObject> m_eye;
};

void WindowAppearanceTest::init()
{
    m_portal = std::make_unique<test::SettingsPortal>();
    if (!m_portal->isThere()) {
        QSKIP("There is no dbus-daemon here.");
    }
    m_portal->set(u"color-scheme"_s, 2U);
    m_portal->set(u"reduced-motion"_s, 0U);
    m_desktop = std::make_unique<Desktop>();
    m_system = std::make_unique<app::SystemAppearance>(m_portal->client(), u"/nowhere"_s);
    m_appearance = std::make_unique<app::WindowAppearance>(*m_desktop, *m_system);
    QVERIFY(m_desktop->show());
    QVERIFY(QTest::qWaitForWindowExposed(m_desktop->window()));
    QQmlComponent component(qmlEngine(m_desktop->window()));
    component.setData("import QtQuick\nimport Capstan\nQtObject { property bool dark: Theme.dark\n"
                      "property int calm: Theme.calm }",
                      {});
    m_eye.reset(component.create());
    QVERIFY2(m_eye != nullptr, qPrintable(component.errorString()));
}

void WindowAppearanceTest::cleanup()
{
    m_eye.reset();
    m_appearance.reset();
    m_system.reset();
    m_desktop.reset();
    m_portal.reset();
}

QVariant WindowAppearanceTest::ofTheme(const char *property) const
{
    return m_eye->property(property);
}

void WindowAppearanceTest::theThemeFollowsThePortal()
{
    QTRY_VERIFY(!ofTheme("dark").toBool());
    QVERIFY(ofTheme("calm").toInt() > 0);
    QImage light;
    QTRY_VERIFY(!(light = m_desktop->window()->grabWindow()).isNull());
    m_portal->change(u"color-scheme"_s, 1U);
    QTRY_VERIFY(ofTheme("dark").toBool());
    const auto paper = [](const QImage &picture) {
        return picture.pixelColor(picture.width() - 8, picture.height() - 8).lightness();
    };
    QTRY_VERIFY(paper(m_desktop->window()->grabWindow()) < 60); // and one sees it
    QVERIFY(paper(light) > 200);
    m_portal->change(u"reduced-motion"_s, 1U);
    QTRY_COMPARE(ofTheme("calm").toInt(), 0);
    m_portal->change(u"reduced-motion"_s, 0U);
    QTRY_VERIFY(ofTheme("calm").toInt() > 0);
    m_portal->change(u"color-scheme"_s, 2U);
    QTRY_VERIFY(!ofTheme("dark").toBool());
}

void WindowAppearanceTest::theOwnersChoiceGoesFirst()
{
    QTRY_VERIFY(!ofTheme("dark").toBool());
    m_desktop->controlCentre().settings()->chooseScheme(2); // dark
    QTRY_VERIFY(ofTheme("dark").toBool());
    m_portal->change(u"color-scheme"_s, 2U);
    m_portal->change(u"reduced-motion"_s, 1U);
    QTRY_COMPARE(ofTheme("calm").toInt(), 0); // the portal was heard
    QVERIFY(ofTheme("dark").toBool());
}

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    const QApplication application(argc, argv);
    WindowAppearanceTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowappearance.moc"
