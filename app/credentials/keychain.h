// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace app {

/// How a keychain answered.
enum class KeychainAnswer : quint8 {
    Done,
    NotFound,     ///< no such entry, or one in a locked keychain: the two look alike
    Locked,       ///< it refuses until its owner unlocks it
    Missing,      ///< there is none in this session
    Unresponsive, ///< no answer in time; it may still come, and is then ignored
    Failed,       ///< anything else; the detail says what
};

struct KeychainReply
{
    KeychainAnswer answer = KeychainAnswer::Failed;
    core::Secret secret; ///< of a read that is Done
    QString detail;      ///< the system's own words, without a secret
};

/// A place where the operating system keeps secrets. Asynchronous: every call answers exactly
/// once, later, in the main thread, unless the object is destroyed before.
class Keychain
{
public:
    using Callback = std::function<void(const KeychainReply &)>;

    Keychain() = default;
    virtual ~Keychain() = default;
    Keychain(const Keychain &) = delete;
    Keychain &operator=(const Keychain &) = delete;

    virtual void read(const QByteArray &name, Callback callback) = 0;
    virtual void write(const QByteArray &name, const core::Secret &secret, Callback callback) = 0;
    virtual void remove(const QByteArray &name, Callback callback) = 0;
};

} // namespace app
