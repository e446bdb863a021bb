// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace app {

/// Tells when the file that holds the policy has changed, once a change: editors write in several
/// steps, or put another file in its place.
class PolicyWatch : public QObject
{
    Q_OBJECT

public:
    explicit PolicyWatch(const QString &file, QObject *parent = nullptr);

Q_SIGNALS:
    void changed();

private:
    void look();

    QString m_file;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
};

} // namespace app
