// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "generation.h"
#include "script.h"

#include <QByteArray>

namespace sim {

class HttpConnection;

/// One answer in the making. It begins with what every script may ask for: a delay, silence, or a
/// closed connection instead of a head.
class Answer
{
public:
    Answer(const Script &script, int status, Microseconds begun);
    Answer(const Answer &) = delete;
    Answer &operator=(const Answer &) = delete;
    virtual ~Answer() = default;

    /// Sends what can be sent now; asks the connection for a later call, or says that it is done.
    void proceed(Microseconds now, HttpConnection &connection);
    /// The client closed, or half-closed: nothing can be sent any more. Settles the books.
    virtual void clientGone(Microseconds now, HttpConnection &connection) = 0;
    /// Lets the books catch up with the clock before they are read.
    virtual void runOn(Microseconds) {}
    /// What it generates; null for an answer without a model's work.
    [[nodiscard]] virtual const Generation *generation() const { return nullptr; }

    /// 0: the script lets none come.
    [[nodiscard]] int status() const { return m_isSilent ? 0 : m_status; }
    [[nodiscard]] bool isWaiting(Microseconds now) const { return m_script.hang || now < m_headAt; }

protected:
    [[nodiscard]] const Script &script() const { return m_script; }
    virtual void advance(Microseconds now, HttpConnection &connection) = 0;
    /// The script ends the answer here.
    virtual void fail(Microseconds now) = 0;

private:
    Script m_script;
    int m_status;
    bool m_isSilent;
    Microseconds m_headAt;
};

} // namespace sim
