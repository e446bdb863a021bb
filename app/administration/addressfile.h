// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace app {

/// Beside the ledger, where the Capstan that owns it listens, for the commands that talk to it.
/// There while the object lives; a crash leaves it, so that the ledger's lock is asked first.
class AddressFile
{
public:
    AddressFile(const QString &ledgerFile, const QString &url);
    ~AddressFile();
    AddressFile(const AddressFile &) = delete;
    AddressFile &operator=(const AddressFile &) = delete;

    /// The address of the Capstan that runs on this ledger; nothing when none does.
    [[nodiscard]] static std::optional<QString> ofRunning(const QString &ledgerFile);

private:
    QString m_name;
};

} // namespace app
