// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credentials/credentialbox.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace core {

/// What is known of a secret; never the secret.
enum class CredentialState : quint8 {
    NotSet,
    Pending, ///< the keychain was asked and has not answered yet
    Set,
    Locked,  ///< the keychain has it, or had it, and does not give it now
    Missing, ///< it was kept in a keychain that is not there
};

struct CredentialStanding
{
    QByteArray name;
    QByteArray variable; ///< environment variable that goes before the keychain; may be empty
    QString purpose;
    CredentialState state = CredentialState::NotSet;
    std::optional<CredentialSource> source; ///< of the one in use

    friend bool operator==(const CredentialStanding &, const CredentialStanding &) = default;
};

/// The keychain as a whole: empty while there is nothing to say.
struct KeychainTrouble
{
    QString message; ///< what is wrong
    QString remedy;  ///< the way out

    friend bool operator==(const KeychainTrouble &, const KeychainTrouble &) = default;
};

} // namespace core
