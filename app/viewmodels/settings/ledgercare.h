// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

/// A copy of the ledger, and its proof, at a click. Knows no ledger: it asks, and says what came
/// of it. One at a time.
class LedgerCare : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(QString backupText READ backupText NOTIFY changed FINAL) ///< empty: not asked yet
    Q_PROPERTY(bool backupFailed READ hasBackupFailed NOTIFY changed FINAL)
    Q_PROPERTY(QString proofText READ proofText NOTIFY changed FINAL) ///< likewise
    Q_PROPERTY(bool proofFailed READ hasProofFailed NOTIFY changed FINAL)

public:
    using QObject::QObject;

    void reset(); ///< nobody answers what is under way

    Q_INVOKABLE void backUp(); ///< beside the ledger, by its time
    Q_INVOKABLE void backUpTo(const QString &file);
    /// "ledger-20261121-143200.db": how a backup made now is best called.
    [[nodiscard]] Q_INVOKABLE static QString suggestedName();
    Q_INVOKABLE void prove();
    void takeBackup(const core::Result<QString> &file);
    /// A sentence for each thing that is wrong.
    void takeProof(const core::Result<QStringList> &differences);

    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString &backupText() const { return m_backupText; }
    [[nodiscard]] bool hasBackupFailed() const { return m_backupFailed; }
    [[nodiscard]] const QString &proofText() const { return m_proofText; }
    [[nodiscard]] bool hasProofFailed() const { return m_proofFailed; }

Q_SIGNALS:
    void changed();
    void backupRequested(const QString &file); ///< empty: beside the ledger
    void proofRequested();

private:
    bool m_busy = false;
    QString m_backupText;
    bool m_backupFailed = false;
    QString m_proofText;
    bool m_proofFailed = false;
};
