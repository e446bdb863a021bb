// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/traystate.h"

#include <QIcon>
#include <QMenu>
#include <QSystemTrayIcon>

namespace app {

/// The mark in one colour, told apart by shape: wheel; wheel with triangle; with bar; with two
/// strokes; hollow wheel with a cross (design: tray).
[[nodiscard]] QIcon trayPicture(TrayState::Kind kind, const QColor &color);

/// Of the state; a calm icon has the colour of the desktop's text.
[[nodiscard]] QColor trayColor(TrayState::Kind kind);

/// The icon in the system's tray and its menu. Needs a QApplication.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(const TrayState &state, QObject *parent = nullptr);

    [[nodiscard]] static bool isPossible() { return QSystemTrayIcon::isSystemTrayAvailable(); }
    void show() { m_icon.show(); }
    void tell(const QString &title, const QString &text);
    [[nodiscard]] const QMenu &menu() const { return m_menu; }

Q_SIGNALS:
    void openWanted();
    void pauseAllWanted(bool paused);
    void quitWanted();

private:
    void refresh();

    const TrayState &m_state;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
};

} // namespace app
