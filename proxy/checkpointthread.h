// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace proxy {

/// Waits for the disk in the ledger writer's stead: moves the WAL into the database when asked to,
/// while the writer goes on. Asked and answered from the writer's thread.
///
/// Failure: what cannot be moved stays in the WAL and is tried again at the next request; the
/// writer meets the same disk with its next batch, and reports it.
class CheckpointThread
{
public:
    explicit CheckpointThread(QString ledgerPath);
    ~CheckpointThread(); ///< waits for a checkpoint that runs
    CheckpointThread(const CheckpointThread &) = delete;
    CheckpointThread &operator=(const CheckpointThread &) = delete;

    void request(); ///< returns at once
    /// Whether a checkpoint that was requested has ended; true once for each.
    [[nodiscard]] bool takeDone();

private:
    void live();

    const QString m_path;
    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    bool m_isRequested = false;
    bool m_isDone = false;
    bool m_isStopping = false;

    std::thread m_thread;
};

} // namespace proxy
