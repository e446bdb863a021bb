// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyringsession.h"

#include "tests/support/program.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QStandardPaths>

namespace e2e {
using namespace Qt::StringLiterals;

namespace {
constexpr int PatienceMs = 20'000;
const QByteArray Password = "correct horse\n";
} // namespace

bool KeyringSession::isPossible()
{
    for (const QString &program : {u"dbus-daemon"_s, u"gnome-keyring-daemon"_s, u"dbus-send"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty()) {
            return false;
        }
    }
    return true;
}

KeyringSession::KeyringSession()
{
    for (const QString &name : {u"run"_s, u"config"_s, u"home"_s}) {
        QDir().mkpath(m_folder.filePath(name));
    }
    QFile::setPermissions(m_folder.filePath(u"run"_s),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_isRunning = m_bus.start(m_folder.path(), environmentWithoutBus()) && unlock();
}

KeyringSession::~KeyringSession()
{
    if (m_keyring) {
        m_keyring->kill();
        m_keyring->waitForFinished(PatienceMs);
    }
}

bool KeyringSession::lock()
{
    return startUntil({u"--start"_s}, {}, true);
}

bool KeyringSession::unlock()
{
    return startUntil({u"--unlock"_s}, Password, false);
}

/// On a busy machine one that is started while the bus still knows the one before can give up (seen
/// once in some hundred runs).
bool KeyringSession::startUntil(const QStringList &arguments,
                                const QByteArray &password,
                                bool isLocked)
{
    for (int attempt = 0; attempt < 3; ++attempt) {
        if (startKeyring(arguments, password) && waitUntil(isLocked)) {
            return true;
        }
    }
    return false;
}

bool KeyringSession::startKeyring(const QStringList &arguments, const QByteArray &password)
{
    if (m_keyring) {
        m_keyring->kill();
        m_keyring->waitForFinished(PatienceMs);
    }
    m_keyring = std::make_unique<QProcess>();
    m_keyring->setProcessEnvironment(environment());
    m_keyring->start(u"gnome-keyring-daemon"_s,
                     arguments + QStringList{u"--foreground"_s, u"--components=secrets"_s});
    if (!m_keyring->waitForStarted(PatienceMs)) {
        return false;
    }
    m_keyring->write(password);
    while (m_keyring->bytesToWrite() > 0 && m_keyring->waitForBytesWritten(PatienceMs)) {
    }
    m_keyring->closeWriteChannel();
    return true;
}

/// The daemon has its name on the bus some milliseconds before it has taken the password: its own
/// word counts, and has to be asked for, as it tells nobody.
bool KeyringSession::waitUntil(bool isLocked)
{
    const QDeadlineTimer patience(PatienceMs / 3);
    const QByteArray wanted = isLocked ? "boolean true" : "boolean false";
    while (!patience.hasExpired()) {
        const QByteArray answer = callOnBus(environment(),
                                            {u"org.freedesktop.secrets"_s,
                                             u"/org/freedesktop/secrets/aliases/default"_s,
                                             u"org.freedesktop.DBus.Properties.Get"_s,
                                             u"string:org.freedesktop.Secret.Collection"_s,
                                             u"string:Locked"_s});
        if (answer.contains(wanted)) {
            return true;
        }
    }
    return false;
}

QProcessEnvironment KeyringSession::environment() const
{
    QProcessEnvironment environment = environmentWithoutBus();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus.address());
    return environment;
}

QProcessEnvironment KeyringSession::environmentWithoutBus() const
{
    QProcessEnvironment environment = test::plainEnvironment();
    for (const QString &name : {u"DBUS_SESSION_BUS_ADDRESS"_s,
                                u"DISPLAY"_s,
                                u"WAYLAND_DISPLAY"_s,
                                u"XDG_CURRENT_DESKTOP"_s,
                                u"DESKTOP_SESSION"_s,
                                u"GNOME_KEYRING_CONTROL"_s}) {
        environment.remove(name);
    }
    environment.insert(u"HOME"_s, m_folder.filePath(u"home"_s));
    environment.insert(u"XDG_DATA_HOME"_s, m_folder.filePath(u"home/share"_s));
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.filePath(u"run"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, configFolder());
    return environment;
}

} // namespace e2e
