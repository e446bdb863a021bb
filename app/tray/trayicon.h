// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/traystate.h"

#include <QIcon>
#include <QMenu>
#include <QSystemTrayIcon>

#include <array>

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

    void show() { m_icon.show(); }
    void tell(const QString &title, const QString &text);
    [[nodiscard]] QMenu &menu() { return m_menu; }

Q_SIGNALS:
    void openWanted();
    void pauseAllWanted(bool paused);
    void quitWanted();

private:
    void build();
    void refresh();
    void fill();

    const TrayState &m_state;
    QMenu m_menu;
    // The menu keeps its lines; what there is nothing to say about is hidden.
    QAction *m_stateLine = nullptr;
    std::array<QAction *, TrayState::Shown> m_nearest{};
    QAction *m_nearestEnd = nullptr;
    QAction *m_pause = nullptr;
    bool m_isOpen = false; ///< the menu: nothing may move under the pointer
    QSystemTrayIcon m_icon;
};

} // namespace app
