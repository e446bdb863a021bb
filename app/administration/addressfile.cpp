// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/administration/addressfile.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

namespace app {

namespace {

QString nameFor(const QString &ledgerFile)
{
    return ledgerFile + QStringLiteral(".address");
}

/// As the ledger does (core/ledger): never stale by age.
bool isOwned(const QString &ledgerFile)
{
    QLockFile lock(ledgerFile + QStringLiteral(".lock"));
    lock.setStaleLockTime(0);
    return QFileInfo::exists(ledgerFile) && !lock.tryLock(0);
}

} // namespace

AddressFile::AddressFile(const QString &ledgerFile, const QString &url)
    : m_name(nameFor(ledgerFile))
{
    QSaveFile file(m_name);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(url.toUtf8() + '\n');
        file.commit();
    }
}

AddressFile::~AddressFile()
{
    QFile::remove(m_name);
}

std::optional<QString> AddressFile::ofRunning(const QString &ledgerFile)
{
    QFile file(nameFor(ledgerFile));
    if (!isOwned(ledgerFile) || !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    return QString::fromUtf8(file.readAll()).trimmed();
}

} // namespace app
