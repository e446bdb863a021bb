// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QObject>
#include <QThreadPool>

class LedgerRestore;

namespace app {

/// Reads backups for the window and leaves one for the next start, in a thread of its own: it
/// proves the whole backup first. Main thread.
class RestoreDesk : public QObject
{
    Q_OBJECT

public:
    /// The model outlives it.
    RestoreDesk(LedgerRestore &restore, QString ledgerFile);
    ~RestoreDesk() override; ///< waits for what is being done

Q_SIGNALS:
    void restartWanted();

private:
    void look(const QString &backup, core::Time monthBegan, core::Time dayBegan);
    void prepare(const QString &backup);
    void cancel();
    void finish(const core::Outcome &outcome);

    LedgerRestore &m_restore;
    QString m_ledgerFile;
    QThreadPool m_thread;
};

} // namespace app
