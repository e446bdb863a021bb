// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pipeline/heartbeat.h"

#include <utility>

namespace proxy {

Heartbeat::Heartbeat(std::chrono::seconds interval, std::function<void()> beat)
{
    m_timer.setInterval(interval);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, std::move(beat));
    m_timer.start();
}

} // namespace proxy
