// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credentials/credentialbox.h"

#include <memory>

namespace core {

/// A secret by its place rather than its value: ask for present() each time it is used, and a
/// rotated key is in force with the next call. A cheap value; any thread.
class Credential
{
public:
    Credential() = default; ///< never set
    Credential(std::shared_ptr<const CredentialBox> box, QByteArray name);
    explicit Credential(Secret fixed); ///< always this one

    [[nodiscard]] Secret present() const;
    /// There is one, which is not given now: what it guards stays closed.
    [[nodiscard]] bool isMissing() const;

private:
    std::shared_ptr<const CredentialBox> m_box;
    QByteArray m_name;
};

} // namespace core
