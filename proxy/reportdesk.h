// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/report.h"
#include "core/reports/reports.h"

#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace proxy {

/// The one thread that answers questions about the past, so that a long report holds up no call.
/// Reads the ledger's file through a connection of its own. Any thread may ask; answers come from
/// the desk's thread, one after the other. Whoever asks goes on living until the desk is gone.
class ReportDesk
{
public:
    explicit ReportDesk(QString ledgerFile);
    ~ReportDesk(); ///< answers what it has begun, and drops the rest unanswered
    ReportDesk(const ReportDesk &) = delete;
    ReportDesk &operator=(const ReportDesk &) = delete;

    using Answer = std::function<void(const core::Result<core::Report> &)>;
    void ask(core::ReportQuery query, Answer answer);

    /// Any other question about the ledger's file, in the same queue.
    using Task = std::function<void(const QString &ledgerFile)>;
    void run(Task task);

private:
    void live();

    const QString m_ledgerFile;
    std::unique_ptr<core::Reports> m_reports; ///< the desk's thread only; opened at first use

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    bool m_isStopping = false;

    std::thread m_thread;
};

} // namespace proxy
