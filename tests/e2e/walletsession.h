// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "privatebus.h"

#include <QTemporaryDir>

#include <memory>

namespace e2e {

/// A session of KDE's as far as a keychain is concerned: KWallet's own daemon on a bus of its own,
/// with a home folder that nobody else uses. Ends with the object.
class WalletSession
{
public:
    WalletSession(); ///< with a wallet that is open
    ~WalletSession();
    WalletSession(const WalletSession &) = delete;
    WalletSession &operator=(const WalletSession &) = delete;

    /// Whether this machine has the programs.
    [[nodiscard]] static bool isPossible();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// The daemon of a new login: the same wallet, closed.
    [[nodiscard]] bool logInAgain();
    /// As the login does it, with what PAM makes of the password: no dialogue is needed.
    [[nodiscard]] bool open();
    /// No keychain is left in the session.
    void end();

    /// Of a program in this session.
    [[nodiscard]] QProcessEnvironment environment() const;

private:
    QTemporaryDir m_folder;
    PrivateBus m_bus;
    std::unique_ptr<QProcess> m_daemon;
    bool m_isRunning = false;
};

} // namespace e2e
