// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace app {

/// Looks for a tray, also for one that comes later or goes: a program that starts with the session
/// is often there before the panel is. GUI thread.
class TrayWatch : public QObject
{
    Q_OBJECT

public:
    /// A panel that starts with the session has had its time; and how often one of the older kind,
    /// which does not announce itself, is looked for from then on.
    static constexpr std::chrono::seconds Patience{15};

    explicit TrayWatch(QObject *parent = nullptr);

    void begin();

Q_SIGNALS:
    /// An icon can be shown now, or no more. Nothing is said while there was none from the start.
    void changed(bool present);

private Q_SLOTS:
    void look();

private:
    void askQt();
    void set(bool present);

    QDBusConnection m_bus;
    QTimer m_patience;
    bool m_isPresent = false;
};

} // namespace app
