// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgresserver.h"

#include <QDir>
#include <QProcess>
#include <QTcpServer>

#include <pwd.h>
#include <unistd.h>

namespace test {
using namespace Qt::StringLiterals;

namespace {
constexpr int Patience = 60'000;

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}
} // namespace

/// Debian keeps the server's programs beside each other, by version, and out of PATH.
QString PostgresServer::programFolder()
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (auto name = names.crbegin(); name != names.crend(); ++name) {
        const QString folder = versions.filePath(*name + u"/bin"_s);
        if (QFile::exists(folder + u"/initdb"_s)) {
            return folder;
        }
    }
    return {};
}

QByteArray PostgresServer::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(u"/"_s); // the user postgres may not enter ours
    const QString path = programFolder() + u'/' + program;
    if (::geteuid() == 0) {
        process.start(u"runuser"_s, QStringList{u"-u"_s, u"postgres"_s, u"--"_s, path} + arguments);
    } else {
        process.start(path, arguments);
    }
    if (!process.waitForFinished(Patience) || process.exitCode() != 0) {
        qWarning().noquote() << program << process.readAllStandardError();
        return {};
    }
    return process.readAllStandardOutput().trimmed();
}

PostgresServer::PostgresServer()
    : m_port(freePort())
{
    QFile password(m_folder.filePath(u"password"_s));
    if (!password.open(QIODevice::WriteOnly) || password.write(Password) < 0) {
        qFatal("cannot write the password file");
    }
    password.close();
    if (const passwd *user = ::getpwnam("postgres"); ::geteuid() == 0 && user != nullptr) {
        for (const QString &path : {m_folder.path(), password.fileName()}) {
            if (::chown(QFile::encodeName(path).constData(), user->pw_uid, user->pw_gid) != 0) {
                qFatal("cannot give the folder to postgres");
            }
        }
    }
    const QByteArray made = run(u"initdb"_s,
                                {u"-D"_s,
                                 m_cluster,
                                 u"-U"_s,
                                 u"capstan"_s,
                                 u"-A"_s,
                                 u"scram-sha-256"_s,
                                 u"--pwfile"_s,
                                 password.fileName(),
                                 u"--no-sync"_s});
    if (made.isEmpty()) {
        qFatal("initdb failed");
    }
}

PostgresServer::~PostgresServer()
{
    kill();
    // Its files belong to another user; the folder itself goes with QTemporaryDir.
    QDir(m_cluster).removeRecursively();
}

bool PostgresServer::control(const QStringList &arguments) const
{
    return !run(u"pg_ctl"_s, QStringList{u"-D"_s, m_cluster, u"-w"_s} + arguments).isEmpty();
}

bool PostgresServer::start()
{
    const QString options =
        u"-p %1 -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"_s.arg(
            m_port);
    return control({u"-l"_s, m_folder.filePath(u"log"_s), u"-o"_s, options, u"start"_s});
}

void PostgresServer::kill()
{
    if (QFile::exists(m_cluster + u"/postmaster.pid"_s)) {
        static_cast<void>(control({u"-m"_s, u"immediate"_s, u"stop"_s}));
    }
}

QByteArray PostgresServer::address(const QByteArray &user, const QByteArray &password) const
{
    return "postgresql://" + user + ':' + password + "@127.0.0.1:" + QByteArray::number(m_port) +
           "/postgres";
}

QByteArray PostgresServer::ask(const QByteArray &sql) const
{
    return run(u"psql"_s,
               {u"-X"_s,
                u"-A"_s,
                u"-t"_s,
                u"-d"_s,
                QString::fromUtf8(address()),
                u"-c"_s,
                QString::fromUtf8(sql)});
}

} // namespace test
