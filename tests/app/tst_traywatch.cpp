// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A panel with a tray that starts after Capstan, on a session bus of its own.
#include "app/tray/desktopsession.h"

#include <QAction>
#include <QApplication>
#include <QDBusConnection>
#include <QProcess>
#include <QQuickWindow>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <cstdio>

using namespace Qt::StringLiterals;

/// org.kde.StatusNotifierWatcher, as much of it as an icon needs.
class Panel : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ isHostRegistered)

public:
    [[nodiscard]] bool isHostRegistered() const { return true; }
    std::atomic<int> icons = 0;

public Q_SLOTS:
    void RegisterStatusNotifierItem(const QString & /*service*/) { ++icons; }
};

/// Qt asks the panel and waits for its answer, so the panel needs a thread of its own.
class PanelThread
{
public:
    explicit PanelThread(QObject &panel)
    {
        m_thread.start();
        panel.moveToThread(&m_thread);
    }
    ~PanelThread()
    {
        m_thread.quit();
        m_thread.wait();
    }

private:
    QThread m_thread;
};

class TrayWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void usesATrayThatComesLater();
    void takesAPauseOfItsMenuBack();

private:
    QTemporaryDir m_settings;
};

void TrayWatchTest::initTestCase()
{
    if (QGuiApplication::platformName() != u"xcb"_s) {
        QSKIP("this platform shows no tray");
    }
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QApplication::setQuitOnLastWindowClosed(false);
}

void TrayWatchTest::usesATrayThatComesLater()
{
    Desktop desktop;
    app::DesktopSession session(desktop);
    QSignalSpy asked(&desktop.shell(), &Shell::quitAsked);
    QSignalSpy quit(&session, &app::DesktopSession::quitWanted);
    QVERIFY(session.begin());
    QVERIFY(QTest::qWaitForWindowExposed(desktop.window()));
    desktop.window()->close(); // as the window manager's button does
    QCOMPARE(asked.count(), 1);
    QCOMPARE(quit.count(), 0); // tenants may call
    QVERIFY(desktop.window()->isVisible());
    QVERIFY(session.tray() == nullptr);
    // Return presses the focused button: minimise.
    QSignalSpy minimised(&desktop.shell(), &Shell::minimiseWanted);
    QTRY_VERIFY((QTest::keyClick(desktop.window(), Qt::Key_Return), minimised.count() == 1));
    QCOMPARE(quit.count(), 0);

    Panel panel;
    const PanelThread thread(panel);
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"panel"_s);
    QVERIFY(bus.registerObject(
        u"/StatusNotifierWatcher"_s, &panel, QDBusConnection::ExportAllContents));
    QVERIFY(bus.registerService(u"org.kde.StatusNotifierWatcher"_s));
    QTRY_VERIFY(session.tray() != nullptr);
    QTRY_VERIFY(panel.icons > 0);
    session.showWindow();
    QTRY_VERIFY(!(desktop.window()->windowStates() & Qt::WindowMinimized));
    desktop.window()->close();
    QTRY_VERIFY(!desktop.window()->isVisible());
    QCOMPARE(asked.count(), 1);

    bus.unregisterService(u"org.kde.StatusNotifierWatcher"_s); // the panel crashes
    // It is looked at twice once it is true.
    QTRY_VERIFY((session.showWindow(), desktop.window()->close(), asked.count() >= 2));
    QVERIFY(desktop.window()->isVisible());
}

// Issue 3: as one from the window, with the same key.
void TrayWatchTest::takesAPauseOfItsMenuBack()
{
    Panel panel;
    const PanelThread thread(panel);
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"panel"_s);
    QVERIFY(bus.registerObject(
        u"/StatusNotifierWatcher"_s, &panel, QDBusConnection::ExportAllContents));
    QVERIFY(bus.registerService(u"org.kde.StatusNotifierWatcher"_s));
    Desktop desktop;
    app::DesktopSession session(desktop);
    QVERIFY(session.begin());
    QVERIFY(QTest::qWaitForWindowExposed(desktop.window()));
    QTRY_VERIFY(session.tray() != nullptr);
    ControlCentre &centre = desktop.controlCentre();
    QSignalSpy wished(&centre, &ControlCentre::pauseAllRequested);
    const QList<QAction *> lines = session.tray()->menu().actions();
    const auto pause = std::ranges::find(lines, u"Pause all"_s, &QAction::text);
    QVERIFY(pause != lines.end());
    (*pause)->trigger(); // by the panel, which draws the menu
    QCOMPARE(wished.count(), 1);
    QCOMPARE(wished.constLast(), (QVariantList{true, false}));
    QCOMPARE(centre.undoText(), u"All tenants: paused"_s);
    QTest::keyClick(desktop.window(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(wished.count(), 2);
    QCOMPARE(wished.constLast(), (QVariantList{false, false}));
    QTest::keyClick(desktop.window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(wished.count(), 3);
    QCOMPARE(wished.constLast(), (QVariantList{true, false}));
    bus.unregisterService(u"org.kde.StatusNotifierWatcher"_s);
}

/// The bus must be there before anything looks for one.
int main(int argc, char **argv)
{
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty()) {
        std::fputs("Skipped: there is no dbus-daemon to try it on.\n", stderr);
        return 0;
    }
    QProcess bus;
    bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    if (!bus.waitForReadyRead()) {
        std::fputs("The bus did not start.\n", stderr);
        return 1;
    }
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.readLine().trimmed());
    int code = 0;
    {
        const QApplication application(argc, argv);
        TrayWatchTest test;
        code = QTest::qExec(&test, argc, argv);
    }
    bus.kill();
    bus.waitForFinished();
    return code;
}

#include "tst_traywatch.moc"
