// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray/desktopsession.h"

#include <QQuickWindow>
#include <QSettings>

namespace app {

namespace {
const QString HintGiven = QStringLiteral("tray/hintGiven");
} // namespace

DesktopSession::DesktopSession(Desktop &desktop, QObject *parent)
    : QObject(parent)
    , m_desktop(desktop)
{
    Shell &shell = m_desktop.shell();
    shell.setHintGiven(QSettings().value(HintGiven).toBool());
    connect(&shell, &Shell::hideWanted, this, &DesktopSession::hideWindow);
    connect(&shell, &Shell::showWanted, this, &DesktopSession::showWindow);
    connect(&shell, &Shell::hintWanted, this, &DesktopSession::giveHint);
    connect(&shell, &Shell::quitConfirmed, this, &DesktopSession::quitWanted);
}

bool DesktopSession::begin()
{
    if (!m_desktop.show()) {
        return false;
    }
    if (TrayIcon::isPossible()) {
        showTray();
    }
    return true;
}

void DesktopSession::showTray()
{
    m_tray = std::make_unique<TrayIcon>(m_state);
    connect(m_tray.get(), &TrayIcon::openWanted, this, &DesktopSession::showWindow);
    connect(m_tray.get(), &TrayIcon::pauseAllWanted, this, &DesktopSession::pauseAllWanted);
    connect(m_tray.get(), &TrayIcon::quitWanted, &m_desktop.shell(), &Shell::quit);
    m_tray->show();
    m_desktop.shell().setTrayPresent(true);
}

void DesktopSession::apply(const core::Snapshot &snapshot)
{
    m_desktop.shell().apply(snapshot);
    m_state.apply(snapshot, m_desktop.controlCentre().overview()->today());
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

void DesktopSession::giveHint(const QString &title, const QString &text)
{
    if (m_tray) {
        m_tray->tell(title, text);
    }
    QSettings().setValue(HintGiven, true);
}

} // namespace app
