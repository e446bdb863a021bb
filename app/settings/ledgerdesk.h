// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QThreadPool>

class LedgerCare;

namespace app {

/// Copies and proves the ledger beside its owner, in a thread of its own: a large one takes a
/// minute. Copies stand where they are wanted, or in `backups` beside the ledger, named by their
/// time. Main thread.
class LedgerDesk : public QObject
{
    Q_OBJECT

public:
    /// The model outlives it.
    LedgerDesk(LedgerCare &care, QString ledgerFile);
    ~LedgerDesk() override; ///< waits for what is being done

private:
    void backUp(const QString &target);
    void prove();

    LedgerCare &m_care;
    QString m_ledgerFile;
    QThreadPool m_thread;
};

} // namespace app
