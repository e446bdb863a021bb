// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answer.h"

#include "httpconnection.h"

namespace sim {

Answer::Answer(const Script &script, int status, Microseconds begun)
    : m_script(script)
    , m_status(status)
    , m_isSilent(m_script.hang || m_script.closeBeforeHead)
    , m_headAt(begun + m_script.delayMs * PerMillisecond)
{}

void Answer::proceed(Microseconds now, HttpConnection &connection)
{
    if (m_script.hang) {
        return;
    }
    if (now < m_headAt) {
        connection.wakeWhen(m_headAt);
        return;
    }
    if (m_script.closeBeforeHead) {
        fail(now);
        connection.close();
        return;
    }
    connection.setSplit(m_script.splitBytes);
    advance(now, connection);
}

} // namespace sim
