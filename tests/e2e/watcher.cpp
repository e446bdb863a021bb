// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "watcher.h"

#include <algorithm>

namespace e2e {

Meanwhile::Meanwhile(std::function<void()> turn)
    : m_thread(QThread::create([this, turn = std::move(turn)] {
        while (!m_stops) {
            turn();
        }
    }))
{
    m_thread->start();
}

void Meanwhile::stop()
{
    m_stops = true;
    m_thread->wait();
}

Watcher::Watcher(quint16 port, const QByteArray &scope)
    : m_client(port)
    , m_path("/api/budget?scope=" + scope)
    , m_meanwhile([this] { look(); })
{}

void Watcher::look()
{
    const auto standing = readStanding(m_client.get(m_path));
    ++m_looks;
    if (!standing) {
        ++m_unanswered;
        return;
    }
    const core::Money committed = standing->spent + standing->reserved;
    m_most = std::max(m_most, committed);
    m_above += committed > standing->limit ? 1 : 0;
}

} // namespace e2e
