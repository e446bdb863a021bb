// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/logfile.h"
#include "core/reports/report.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>

namespace app {

/// Makes files of what the ledger has, in a thread of its own while there is one to be made: a
/// million calls stop neither the window nor what else is read. One file at a time: the next one,
/// or stop(), ends it; nothing is told of it then, and no file is left. Lives in the main thread.
///
/// Failure: refused() says what was wrong and what to do.
class FileMaker : public QObject
{
    Q_OBJECT

public:
    explicit FileMaker(const QString &ledgerFile, QObject *parent = nullptr);
    ~FileMaker() override; ///< stops, and waits for that

public Q_SLOTS:
    /// All calls that the filter has, as core::saveLog() writes them.
    void
    saveLog(const QString &path, core::ReportFormat format, const core::ActivityFilter &filter);
    /// All rows of a report; of a log of usage instead of the ledger where one is named.
    void saveReport(const QString &path,
                    core::ReportFormat format,
                    const core::ReportQuery &query,
                    const QString &log);
    void stop() { ++m_newest; }

Q_SIGNALS:
    void progressed(qint64 rows); ///< so many stand in it so far
    void saved(const QString &path);
    void refused(const QString &why);

private:
    using Write = std::function<core::Result<qint64>(const core::SavingProgress &)>;
    void make(const QString &path, const Write &write);
    void tell(quint64 number, const std::function<void()> &news);

    QString m_ledgerFile;
    std::atomic<quint64> m_newest{0}; ///< read by the thread to give up
    QThreadPool m_thread;
};

} // namespace app
