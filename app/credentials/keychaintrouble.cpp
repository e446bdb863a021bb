// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keychaintrouble.h"

#include <QCoreApplication>

namespace app {

namespace {

struct Keychains
{
    Q_DECLARE_TR_FUNCTIONS(Keychains)
};

} // namespace

core::KeychainTrouble troubleOf(KeychainAnswer answer, const QString &detail)
{
    const QString otherwise =
        Keychains::tr("Or start Capstan with the secret in its environment variable, or set it for "
                      "this run only.");
    switch (answer) {
    case KeychainAnswer::Done:
        return {};
    case KeychainAnswer::NotFound:
    case KeychainAnswer::Locked:
        return {Keychains::tr("The keychain is locked, or a secret was taken out of it."),
                Keychains::tr("Unlock it and ask again, or set the secret anew.") + u' ' +
                    otherwise};
    case KeychainAnswer::Missing:
        return {Keychains::tr("This session has no keychain."),
                Keychains::tr("Start gnome-keyring or KWallet.") + u' ' + otherwise};
    case KeychainAnswer::Unresponsive:
        return {Keychains::tr("The keychain does not answer."),
                Keychains::tr("Look for a password dialogue that waits behind other windows.") +
                    u' ' + otherwise};
    case KeychainAnswer::Failed:
        break;
    }
    return {Keychains::tr("The keychain failed: %1.").arg(detail),
            Keychains::tr("Try it again.") + u' ' + otherwise};
}

} // namespace app
