// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QString>

namespace app {

/// Which secrets are kept in the keychain: names only, in a small file of the user's. A keychain
/// cannot be listed, and says "not found" of a locked entry as of one that never was; and who has
/// never kept a secret is never asked to unlock a keychain.
class CredentialIndex
{
public:
    explicit CredentialIndex(QString file = standardFile());
    /// capstan/credentials.ini among the user's configuration files.
    [[nodiscard]] static QString standardFile();

    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] QByteArrayList names() const;
    /// False when the file cannot be written. Writing a name again tells who watches the file.
    [[nodiscard]] bool add(const QByteArray &name);
    [[nodiscard]] bool remove(const QByteArray &name);

private:
    QString m_file;
};

} // namespace app
