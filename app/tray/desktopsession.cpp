// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray/desktopsession.h"

#include <QQuickWindow>
#include <QScreen>
#include <QSettings>

namespace app {

namespace {
const QString HintGiven = QStringLiteral("tray/hintGiven");
const QString Notifications = QStringLiteral("notifications/shown");
} // namespace

DesktopSession::DesktopSession(Desktop &desktop, QObject *parent)
    : QObject(parent)
    , m_desktop(desktop)
    , m_news(core::SystemClock().now())
{
    Shell &shell = m_desktop.shell();
    shell.setHintGiven(QSettings().value(HintGiven).toBool());
    connect(&shell, &Shell::hideWanted, this, &DesktopSession::hideWindow);
    connect(&shell, &Shell::showWanted, this, &DesktopSession::showWindow);
    connect(&shell, &Shell::minimiseWanted, this, &DesktopSession::minimiseWindow);
    connect(&m_trayWatch, &TrayWatch::changed, this, &DesktopSession::showTray);
    connect(&shell, &Shell::hintWanted, this, &DesktopSession::giveHint);
    connect(&shell, &Shell::quitConfirmed, this, &DesktopSession::quitWanted);
    watchNews();
}

void DesktopSession::watchNews()
{
    AlertCentre &alerts = *m_desktop.controlCentre().alerts();
    alerts.setNotifying(QSettings().value(Notifications, true).toBool());
    connect(&alerts, &AlertCentre::notifyChanged, this, [&alerts] {
        QSettings().setValue(Notifications, alerts.isNotifying());
    });
    connect(&m_news, &NewsWatch::told, this, [this, &alerts](const News &news) {
        if (alerts.isNotifying()) {
            m_notifier.show(news);
        }
    });
    connect(&m_notifier, &DesktopNotifier::unable, this, [this](const News &news) {
        if (m_tray) {
            m_tray->tell(news.title, news.text);
        }
    });
    connect(&m_notifier, &DesktopNotifier::clicked, this, [this] {
        showWindow();
        m_desktop.controlCentre().showAlerts();
    });
}

bool DesktopSession::begin()
{
    if (!m_desktop.show()) {
        return false;
    }
    fitTheScreen();
    m_trayWatch.begin();
    return true;
}

/// Full HD at 200 % is 960 x 540, which is less than the window's usual size.
void DesktopSession::fitTheScreen()
{
    constexpr QSize Frame(0, 40); // a title bar, whose height is not known before it is there
    QQuickWindow *window = m_desktop.window();
    const QSize room = window->screen()->availableSize() - Frame;
    window->resize(window->size().boundedTo(room).expandedTo(window->minimumSize()));
}

void DesktopSession::showTray(bool present)
{
    m_desktop.shell().setTrayPresent(present);
    if (!present || m_tray) {
        return; // Qt puts the icon back into a tray that comes back
    }
    m_tray = std::make_unique<TrayIcon>(m_state);
    connect(m_tray.get(), &TrayIcon::openWanted, this, &DesktopSession::showWindow);
    ControlCentre &centre = m_desktop.controlCentre();
    connect(m_tray.get(), &TrayIcon::pauseAllWanted, &centre, [&centre](bool paused) {
        centre.pauseAll(paused, false); // as from the window, where it is taken back
    });
    connect(m_tray.get(), &TrayIcon::quitWanted, &m_desktop.shell(), &Shell::quit);
    m_tray->show();
}

void DesktopSession::apply(const core::Snapshot &snapshot)
{
    m_desktop.shell().apply(snapshot);
    m_state.apply(snapshot, m_desktop.controlCentre().overview()->today());
    m_news.apply(snapshot);
}

void DesktopSession::showWindow()
{
    (void)m_desktop.show(); // it could be shown at the start
}

void DesktopSession::hideWindow()
{
    if (QQuickWindow *window = m_desktop.window()) {
        window->hide();
    }
}

void DesktopSession::minimiseWindow()
{
    if (QQuickWindow *window = m_desktop.window()) {
        window->showMinimized();
    }
}

void DesktopSession::giveHint(const QString &title, const QString &text)
{
    if (m_tray) {
        m_tray->tell(title, text);
    }
    QSettings().setValue(HintGiven, true);
}

} // namespace app
