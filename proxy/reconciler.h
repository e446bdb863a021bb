// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/reconciliation/reconciliation.h"

#include <QString>
#include <QThreadPool>

#include <functional>

namespace proxy {

class Accounts;

/// Compares what is one number: the totals in memory, the entries and roll-ups on the disk, and
/// what /metrics says, all of the same moment, while calls go on. The ledger's writer is held for
/// the blink in which a second connection fixes its view; the adding up is done beside it, in a
/// thread of its own.
class Reconciler
{
public:
    Reconciler(Accounts &accounts, QString ledgerFile);

    /// Any thread; answers once, in the reconciler's thread. One runs at a time.
    using Answer = std::function<void(const core::Result<core::Reconciliation> &)>;
    void start(Answer answer);
    /// Waits for what runs. No start() afterwards.
    void finish();

private:
    [[nodiscard]] core::Result<core::Reconciliation> compare();

    Accounts &m_accounts;
    QString m_ledgerFile;
    QThreadPool m_thread;
};

} // namespace proxy
