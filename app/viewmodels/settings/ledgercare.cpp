// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/settings/ledgercare.h"

#include "app/viewmodels/sentences/sentences.h"

#include <QDateTime>

#include <utility>

void LedgerCare::reset()
{
    if (std::exchange(m_busy, false)) {
        m_backupText.clear();
        m_proofText.clear();
        Q_EMIT changed();
    }
}

QString LedgerCare::suggestedName()
{
    return QStringLiteral("ledger-%1.db")
        .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")));
}

void LedgerCare::backUp()
{
    backUpTo({});
}

void LedgerCare::backUpTo(const QString &file)
{
    if (!std::exchange(m_busy, true)) {
        m_backupText = tr("Copying…");
        m_backupFailed = false;
        Q_EMIT changed();
        Q_EMIT backupRequested(file);
    }
}

void LedgerCare::prove()
{
    if (!std::exchange(m_busy, true)) {
        m_proofText = tr("Reading every entry…");
        m_proofFailed = false;
        Q_EMIT changed();
        Q_EMIT proofRequested();
    }
}

void LedgerCare::takeBackup(const core::Result<QString> &file)
{
    m_busy = false;
    m_backupFailed = !file.ok();
    m_backupText = file.ok() ? tr("Copied to %1").arg(*file) : sentences::of(file.error());
    Q_EMIT changed();
}

void LedgerCare::takeProof(const core::Result<QStringList> &differences)
{
    m_busy = false;
    m_proofFailed = !differences.ok() || !differences->isEmpty();
    if (!differences.ok()) {
        m_proofText = sentences::of(differences.error());
    } else if (differences->isEmpty()) {
        m_proofText = tr("Every entry is there and unchanged, and all sums agree.");
    } else {
        m_proofText = tr("Keep the ledger as it is, and compare with a backup. Differences: %1. %2")
                          .arg(differences->size())
                          .arg(sentences::translated(differences->first()));
    }
    Q_EMIT changed();
}
