// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/ledgerdesk.h"

#include "app/viewmodels/settings/ledgercare.h"
#include "core/ledger/ledgerfile.h"

#include <QDir>
#include <QFileInfo>

namespace app {

using namespace Qt::StringLiterals;

namespace {

core::Result<QString> placeBeside(const QString &ledgerFile)
{
    const QDir folder(QFileInfo(ledgerFile).absolutePath());
    if (!folder.mkpath(u"backups"_s)) {
        return core::Error{core::ErrorCode::Unavailable,
                           u"The folder %1 cannot be made."_s.arg(folder.filePath(u"backups"_s)),
                           u"Check who may write there."_s};
    }
    return folder.filePath(u"backups/"_s + LedgerCare::suggestedName());
}

core::Result<QString> copyOf(const QString &ledgerFile, const QString &wanted)
{
    auto target = wanted.isEmpty() ? placeBeside(ledgerFile) : core::Result<QString>(wanted);
    if (!target.ok()) {
        return target;
    }
    const core::Outcome copied = core::ledgerfile::backUp(ledgerFile, *target);
    return copied.ok() ? target : core::Result<QString>(copied.error());
}

core::Result<QStringList> differencesIn(const QString &ledgerFile)
{
    const auto found = core::ledgerfile::verify(ledgerFile);
    if (!found.ok()) {
        return found.error();
    }
    return QStringList(found->begin(), found->end());
}

} // namespace

LedgerDesk::LedgerDesk(LedgerCare &care, QString ledgerFile)
    : m_care(care)
    , m_ledgerFile(std::move(ledgerFile))
{
    m_thread.setMaxThreadCount(1);
    care.reset();
    connect(&care, &LedgerCare::backupRequested, this, &LedgerDesk::backUp);
    connect(&care, &LedgerCare::proofRequested, this, &LedgerDesk::prove);
}

LedgerDesk::~LedgerDesk()
{
    m_thread.waitForDone();
}

void LedgerDesk::backUp(const QString &target)
{
    m_thread.start([this, file = m_ledgerFile, target] {
        const auto copied = copyOf(file, target);
        QMetaObject::invokeMethod(
            this, [this, copied] { m_care.takeBackup(copied); }, Qt::QueuedConnection);
    });
}

void LedgerDesk::prove()
{
    m_thread.start([this, file = m_ledgerFile] {
        const auto differences = differencesIn(file);
        QMetaObject::invokeMethod(
            this, [this, differences] { m_care.takeProof(differences); }, Qt::QueuedConnection);
    });
}

} // namespace app
