// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop.h"
#include "app/notifications/desktopnotifier.h"
#include "app/tray/singleinstance.h"
#include "app/tray/trayicon.h"
#include "app/tray/traywatch.h"

#include <QObject>

#include <memory>

namespace app {

/// The window, the tray and what happens between them: closing, raising, hints, quitting. The
/// proxy goes on whatever happens to the window.
class DesktopSession : public QObject
{
    Q_OBJECT

public:
    explicit DesktopSession(Desktop &desktop, QObject *parent = nullptr);

    /// Shows the window, and an icon in the tray as soon as the system has one. False when the
    /// window could not be loaded.
    [[nodiscard]] bool begin();
    [[nodiscard]] TrayIcon *tray() const { return m_tray.get(); }

public Q_SLOTS:
    void apply(const core::Snapshot &snapshot);
    void showWindow();

Q_SIGNALS:
    /// The window is gone; running calls shall be cut, or may end.
    void quitWanted(bool cutRunning);

private:
    void fitTheScreen();
    void showTray(bool present);
    void hideWindow();
    void minimiseWindow();
    void giveHint(const QString &title, const QString &text);
    void watchNews();

    Desktop &m_desktop;
    TrayState m_state;
    TrayWatch m_trayWatch;
    std::unique_ptr<TrayIcon> m_tray;
    NewsWatch m_news;
    DesktopNotifier m_notifier;
};

} // namespace app
