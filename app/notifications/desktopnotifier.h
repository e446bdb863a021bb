// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notifications/newswatch.h"

#include <QObject>
#include <QSet>

namespace app {

/// Tells the desktop's notification service (org.freedesktop.Notifications 1.2) on the session
/// bus. Never blocks.
///
/// Failure: where there is no bus or no service, or it refuses, unable() carries the news on.
class DesktopNotifier : public QObject
{
    Q_OBJECT

public:
    explicit DesktopNotifier(QObject *parent = nullptr);

    void show(const News &news);

Q_SIGNALS:
    void clicked(); ///< one of ours
    void unable(const News &news);

private Q_SLOTS:
    // Of the service, about anybody's notifications:
    void takeAction(uint id, const QString &action);
    void takeClosed(uint id, uint reason);

private:
    void askWhatItCan();

    bool m_readsMarkup = true; ///< until it says otherwise
    QSet<uint> m_ours;
};

} // namespace app
