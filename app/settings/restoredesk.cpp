// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/restoredesk.h"

#include "app/viewmodels/settings/ledgerrestore.h"
#include "core/ledger/ledgerfile.h"

#include <QFileInfo>

namespace app {

using namespace Qt::StringLiterals;

namespace {

core::Outcome checkBackup(const QString &ledgerFile, const QString &backup)
{
    if (QFileInfo(ledgerFile) == QFileInfo(backup)) {
        return core::Error{core::ErrorCode::Conflict,
                           u"%1 is the ledger itself."_s.arg(backup),
                           u"Choose a copy of it."_s};
    }
    const auto wrong = core::ledgerfile::verify(backup);
    if (!wrong.ok()) {
        return wrong.error();
    }
    if (!wrong->empty()) {
        return core::Error{core::ErrorCode::Conflict,
                           u"The backup %1 is not sound: %2"_s.arg(backup, wrong->front()),
                           u"Choose another backup."_s};
    }
    return core::Done{};
}

core::Result<RestoreComparison> compare(const QString &ledgerFile,
                                        const QString &backup,
                                        core::Time monthBegan,
                                        core::Time dayBegan)
{
    if (const core::Outcome sound = checkBackup(ledgerFile, backup); !sound.ok()) {
        return sound.error();
    }
    auto now = core::contentsOfLedger(ledgerFile, monthBegan, dayBegan);
    auto then = core::contentsOfLedger(backup, monthBegan, dayBegan);
    if (!now.ok() || !then.ok()) {
        return now.ok() ? then.error() : now.error();
    }
    return RestoreComparison{*std::move(now), *std::move(then)};
}

} // namespace

RestoreDesk::RestoreDesk(LedgerRestore &restore, QString ledgerFile)
    : m_restore(restore)
    , m_ledgerFile(std::move(ledgerFile))
{
    m_thread.setMaxThreadCount(1);
    connect(&restore, &LedgerRestore::lookRequested, this, &RestoreDesk::look);
    connect(&restore, &LedgerRestore::prepareRequested, this, &RestoreDesk::prepare);
    connect(&restore, &LedgerRestore::cancelRequested, this, &RestoreDesk::cancel);
    connect(&restore, &LedgerRestore::startAgainRequested, this, &RestoreDesk::restartWanted);
    // A command may have left one, too.
    restore.begin(core::ledgerfile::isRestorePrepared(m_ledgerFile));
}

RestoreDesk::~RestoreDesk()
{
    m_thread.waitForDone();
}

void RestoreDesk::look(const QString &backup, core::Time monthBegan, core::Time dayBegan)
{
    const QString file = QFileInfo(backup).absoluteFilePath();
    m_thread.start([this, ledger = m_ledgerFile, file, monthBegan, dayBegan] {
        const auto both = compare(ledger, file, monthBegan, dayBegan);
        QMetaObject::invokeMethod(
            this, [this, both] { m_restore.take(both); }, Qt::QueuedConnection);
    });
}

void RestoreDesk::prepare(const QString &backup)
{
    const QString file = QFileInfo(backup).absoluteFilePath();
    m_thread.start([this, ledger = m_ledgerFile, file] {
        const auto prepared = core::ledgerfile::prepareRestore(ledger, file);
        const core::Outcome outcome =
            prepared.ok() ? core::Outcome(core::Done{}) : core::Outcome(prepared.error());
        QMetaObject::invokeMethod(
            this, [this, outcome] { finish(outcome); }, Qt::QueuedConnection);
    });
}

void RestoreDesk::cancel()
{
    finish(core::ledgerfile::cancelRestore(m_ledgerFile));
}

void RestoreDesk::finish(const core::Outcome &outcome)
{
    m_restore.finish(outcome, core::ledgerfile::isRestorePrepared(m_ledgerFile));
}

} // namespace app
