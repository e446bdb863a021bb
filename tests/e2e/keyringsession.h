// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "privatebus.h"

#include <QTemporaryDir>

#include <memory>

namespace e2e {

/// A desktop session with a real keychain: a D-Bus of its own, gnome-keyring on it, and a home
/// folder that nobody else uses. Ends with the object.
class KeyringSession
{
public:
    KeyringSession(); ///< with a keyring that is unlocked
    ~KeyringSession();
    KeyringSession(const KeyringSession &) = delete;
    KeyringSession &operator=(const KeyringSession &) = delete;

    /// Whether this machine has the programs.
    [[nodiscard]] static bool isPossible();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// The same keyring after a new login, not unlocked.
    [[nodiscard]] bool lock();
    [[nodiscard]] bool unlock();

    /// Of a program in this session.
    [[nodiscard]] QProcessEnvironment environment() const;
    /// Of a program of the same user without any session.
    [[nodiscard]] QProcessEnvironment environmentWithoutBus() const;
    [[nodiscard]] QString configFolder() const
    {
        return m_folder.filePath(QStringLiteral("config"));
    }

private:
    [[nodiscard]] bool
    startUntil(const QStringList &arguments, const QByteArray &password, bool isLocked);
    [[nodiscard]] bool startKeyring(const QStringList &arguments, const QByteArray &password);
    [[nodiscard]] bool waitUntil(bool isLocked);

    QTemporaryDir m_folder;
    PrivateBus m_bus;
    std::unique_ptr<QProcess> m_keyring;
    bool m_isRunning = false;
};

} // namespace e2e
