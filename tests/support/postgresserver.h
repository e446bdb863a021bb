// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace test {

/// A real PostgreSQL of Debian's package on a cluster of its own, with passwords, under a free port
/// of 127.0.0.1. As root it runs as the user postgres, because the server refuses to be root.
class PostgresServer
{
public:
    /// Whether the package is installed.
    [[nodiscard]] static bool isInstalled() { return !programFolder().isEmpty(); }

    PostgresServer(); ///< makes the cluster, does not start it
    ~PostgresServer();
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;

    /// Waits until it answers; false when it does not.
    [[nodiscard]] bool start();
    /// Without a farewell to its clients, as a power cut would.
    void kill();

    /// postgresql://capstan:password@127.0.0.1:port/postgres
    [[nodiscard]] QByteArray address(const QByteArray &user = "capstan",
                                     const QByteArray &password = Password) const;
    /// Runs SQL as the owner; what psql prints of it, without ornaments.
    [[nodiscard]] QByteArray ask(const QByteArray &sql) const;

    inline static const QByteArray Password = "hunter2-planted";

private:
    [[nodiscard]] static QString programFolder();
    [[nodiscard]] static QByteArray run(const QString &program, const QStringList &arguments);
    [[nodiscard]] bool control(const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QString m_cluster = m_folder.filePath(QStringLiteral("cluster"));
    quint16 m_port = 0;
};

} // namespace test
