// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/credentialcommand.h"

#include "app/credentials/nokeychain.h"
#ifdef CAPSTAN_KEYCHAIN
#include "app/credentials/systemkeychain.h"
#endif

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace app {
using namespace Qt::StringLiterals;
using core::CredentialSource;
using core::CredentialState;

namespace {
constexpr int WrongUse = 2;

/// No echo while the owner types a secret at a terminal.
class QuietTerminal
{
public:
    QuietTerminal()
    {
        m_isTerminal = ::isatty(STDIN_FILENO) != 0 && ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (m_isTerminal) {
            termios quiet = m_before;
            quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        }
    }
    ~QuietTerminal()
    {
        if (m_isTerminal) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        }
    }
    QuietTerminal(const QuietTerminal &) = delete;
    QuietTerminal &operator=(const QuietTerminal &) = delete;
    [[nodiscard]] bool isTerminal() const { return m_isTerminal; }

private:
    bool m_isTerminal = false;
    termios m_before{};
};

core::Secret readSecret(const QByteArray &name, QTextStream &err)
{
    const QuietTerminal quiet;
    if (quiet.isTerminal()) {
        err << "Secret for " << name << ": " << Qt::flush;
    }
    QFile input;
    QByteArray line;
    constexpr qint64 Longest = 64 * 1024; ///< far above what is accepted; the rest is not read
    if (input.open(stdin, QIODevice::ReadOnly)) {
        line = input.readLine(Longest);
    }
    if (quiet.isTerminal()) {
        err << Qt::endl;
    }
    return core::Secret(line.trimmed());
}

QString stateText(const core::CredentialStanding &standing)
{
    switch (standing.state) {
    case CredentialState::NotSet:
        return u"not set"_s;
    case CredentialState::Pending:
        return u"asked for"_s;
    case CredentialState::Locked:
        return u"locked, or taken out of the keychain"_s;
    case CredentialState::Missing:
        return u"kept in a keychain that is not there"_s;
    case CredentialState::Set:
        break;
    }
    return standing.source == CredentialSource::Environment
               ? u"set by %1"_s.arg(QString::fromUtf8(standing.variable))
               : u"set, from the keychain"_s;
}

int list(const CredentialStore &store, QTextStream &out, QTextStream &err)
{
    for (const core::CredentialStanding &standing : store.standings()) {
        out << QString::fromUtf8(standing.name).leftJustified(24) << ' ' << stateText(standing)
            << '\n';
    }
    const core::KeychainTrouble trouble = store.trouble();
    if (!trouble.message.isEmpty()) {
        err << "capstan: " << trouble.message << ' ' << trouble.remedy << '\n';
    }
    return 0;
}

bool knows(const CredentialStore &store, const QByteArray &name)
{
    const auto standings = store.standings();
    return std::ranges::find(standings, name, &core::CredentialStanding::name) != standings.end();
}

int finish(const core::Outcome &outcome, const QString &done, QTextStream &out, QTextStream &err)
{
    if (outcome.ok()) {
        out << done << '\n';
        return 0;
    }
    err << "capstan: " << outcome.error().message << ' ' << outcome.error().remedy << '\n';
    return 1;
}
} // namespace

int runCredentialCommand(const QStringList &words,
                         CredentialStore &store,
                         QTextStream &out,
                         QTextStream &err)
{
    const QString verb = words.value(0);
    const QByteArray name = words.value(1).toUtf8();
    const bool isList = verb == "list"_L1 && words.size() == 1;
    const bool isChange = (verb == "set"_L1 || verb == "delete"_L1) && words.size() == 2;
    if (!isList && !isChange) {
        err << "capstan: Give credential list, credential set NAME (the secret comes from standard "
               "input) or credential delete NAME.\n";
        return WrongUse;
    }
    waitForSecrets(store);
    if (isList) {
        return list(store, out, err);
    }
    if (!knows(store, name)) {
        err << "capstan: There is no secret of that name. capstan credential list shows them.\n";
        return WrongUse;
    }
    QEventLoop loop;
    core::Outcome outcome = core::Done{};
    const auto answer = [&](const core::Outcome &result) {
        outcome = result;
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    };
    if (verb == "set"_L1) {
        store.keep(name, readSecret(name, err), answer);
    } else {
        store.remove(name, answer);
    }
    loop.exec();
    return finish(
        outcome, verb == "set"_L1 ? u"Kept in the keychain."_s : u"Not kept any more."_s, out, err);
}

void waitForSecrets(CredentialStore &store)
{
    QEventLoop loop;
    QObject::connect(&store, &CredentialStore::loaded, &loop, &QEventLoop::quit);
    QMetaObject::invokeMethod(&store, &CredentialStore::load, Qt::QueuedConnection);
    loop.exec();
}

std::vector<core::CredentialKind> configuredCredentials(const core::Configuration &configuration)
{
    std::vector<core::CredentialKind> kinds;
    const auto &usual = core::credentialKinds();
    for (const core::Destination &destination : configuration.telemetry.destinations) {
        for (const core::SecretName *secret :
             {&destination.publicKey, &destination.key, &destination.headers}) {
            const QByteArray &name = secret->keychain;
            if (!name.isEmpty() &&
                std::ranges::find(usual, name, &core::CredentialKind::name) == usual.end() &&
                std::ranges::find(kinds, name, &core::CredentialKind::name) == kinds.end()) {
                kinds.push_back({name,
                                 secret->environment,
                                 QCoreApplication::translate("CredentialList", "Credential of %1")
                                     .arg(QString::fromUtf8(destination.name))});
            }
        }
    }
    for (const core::Provider &provider : configuration.providers) {
        kinds.push_back({core::credentials::ofProvider(provider.name),
                         provider.apiKeyName,
                         QCoreApplication::translate("CredentialList", "API key of %1")
                             .arg(QString::fromUtf8(provider.name))});
    }
    return kinds;
}

std::unique_ptr<Keychain> makeKeychain()
{
#ifdef CAPSTAN_KEYCHAIN
    return std::make_unique<SystemKeychain>();
#else
    return std::make_unique<NoKeychain>();
#endif
}

} // namespace app
