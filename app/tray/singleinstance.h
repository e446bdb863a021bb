// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace app {

/// One window per data folder: a second start asks the first one to come to the front.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);

    /// True when another Capstan on this folder has taken the request and this one shall end.
    [[nodiscard]] bool askTheFirst() const;
    /// From now on this one is asked. False when the socket cannot be made: all else works.
    bool listen();

Q_SIGNALS:
    void showWanted();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace app
