// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/checkpointthread.h"

#include "core/ledger/checkpoint.h"

#include <pthread.h>
#include <utility>

namespace proxy {

CheckpointThread::CheckpointThread(QString ledgerPath)
    : m_path(std::move(ledgerPath))
    , m_thread([this] { live(); })
{}

CheckpointThread::~CheckpointThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void CheckpointThread::request()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isRequested = true;
        m_isDone = false;
    }
    m_wake.notify_one();
}

bool CheckpointThread::takeDone()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_isDone, false);
}

void CheckpointThread::live()
{
    pthread_setname_np(pthread_self(), "checkpoint");
    std::unique_ptr<core::Checkpoint> checkpoint;
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_isStopping || m_isRequested; });
        if (m_isStopping) {
            return;
        }
        m_isRequested = false;
        lock.unlock();
        if (checkpoint == nullptr) {
            auto opened = core::Checkpoint::open(m_path);
            checkpoint = opened ? std::move(opened).value() : nullptr;
        }
        const bool moved = checkpoint != nullptr && checkpoint->run().ok();
        lock.lock();
        m_isDone = moved;
    }
}

} // namespace proxy
