// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "walletsession.h"

#include "tests/support/program.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QStandardPaths>

namespace e2e {
using namespace Qt::StringLiterals;

namespace {
constexpr int PatienceMs = 20'000;
constexpr int HashBytes = 56; ///< KWallet's PBKDF2_SHA512_KEYSIZE

const QString Service = u"org.kde.kwalletd5"_s;
const QString Object = u"/modules/kwalletd5"_s;

/// No dialogue at the first use, and none that asks whether a program may read.
const QByteArray Settings = "[Wallet]\nEnabled=true\nFirst Use=false\nLaunch Manager=false\n"
                            "Prompt on Open=false\n";

/// In dbus-send's words; any will do, as long as it stays the same.
QString passwordHash()
{
    QStringList bytes;
    for (int i = 0; i < HashBytes; ++i) {
        bytes += QString::number(3 + 4 * i);
    }
    return u"array:byte:"_s + bytes.join(u',');
}
} // namespace

bool WalletSession::isPossible()
{
    for (const QString &program : {u"dbus-daemon"_s, u"kwalletd5"_s, u"dbus-send"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty()) {
            return false;
        }
    }
    return true;
}

WalletSession::WalletSession()
{
    for (const QString &name : {u"run"_s, u"config"_s, u"home"_s}) {
        QDir().mkpath(m_folder.filePath(name));
    }
    QFile::setPermissions(m_folder.filePath(u"run"_s),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QFile settings(m_folder.filePath(u"config/kwalletrc"_s));
    if (!settings.open(QIODevice::WriteOnly) || settings.write(Settings) != Settings.size()) {
        return;
    }
    settings.close();
    m_isRunning = m_bus.start(m_folder.path(), environment()) && logInAgain() && open();
}

WalletSession::~WalletSession()
{
    end();
}

void WalletSession::end()
{
    if (m_daemon) {
        // As a logout does: what it has not written yet would be lost.
        (void)callOnBus(environment(),
                        {Service,
                         Object,
                         u"org.kde.KWallet.close"_s,
                         u"string:kdewallet"_s,
                         u"boolean:true"_s});
        m_daemon->kill();
        m_daemon->waitForFinished(PatienceMs);
        m_daemon.reset();
    }
}

bool WalletSession::logInAgain()
{
    end();
    m_daemon = std::make_unique<QProcess>();
    m_daemon->setProcessEnvironment(environment());
    m_daemon->start(u"kwalletd5"_s, QStringList());
    const QDeadlineTimer patience(PatienceMs);
    while (!patience.hasExpired()) {
        if (callOnBus(environment(), {Service, Object, u"org.kde.KWallet.isEnabled"_s})
                .contains("boolean true")) {
            return true;
        }
    }
    return false;
}

bool WalletSession::open()
{
    (void)callOnBus(environment(),
                    {Service,
                     Object,
                     u"org.kde.KWallet.pamOpen"_s,
                     u"string:kdewallet"_s,
                     passwordHash(),
                     u"int32:0"_s});
    return callOnBus(environment(),
                     {Service, Object, u"org.kde.KWallet.isOpen"_s, u"string:kdewallet"_s})
        .contains("boolean true");
}

QProcessEnvironment WalletSession::environment() const
{
    QProcessEnvironment environment = test::plainEnvironment();
    for (const QString &name :
         {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"DESKTOP_SESSION"_s, u"GNOME_KEYRING_CONTROL"_s}) {
        environment.remove(name);
    }
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus.address());
    environment.insert(u"HOME"_s, m_folder.filePath(u"home"_s));
    environment.insert(u"XDG_DATA_HOME"_s, m_folder.filePath(u"home/share"_s));
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.filePath(u"run"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s));
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    // By these QtKeychain chooses.
    environment.insert(u"XDG_CURRENT_DESKTOP"_s, u"KDE"_s);
    environment.insert(u"KDE_FULL_SESSION"_s, u"true"_s);
    environment.insert(u"KDE_SESSION_VERSION"_s, u"5"_s);
    return environment;
}

} // namespace e2e
