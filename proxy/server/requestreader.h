// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/server/exchange.h"
#include "proxy/server/limits.h"
#include "proxy/server/requestbody.h"
#include "proxy/server/requesthead.h"

namespace proxy {

/// Bytes of one connection in, whole requests out, one after the other; bytes behind a request wait
/// for the next. Knows no socket.
class RequestReader
{
public:
    enum class Phase { Idle, Head, Body };
    enum class Step { Incomplete, Complete, Refused };

    explicit RequestReader(const ServerLimits &limits)
        : m_limits(limits)
    {}

    void append(QByteArrayView bytes) { m_received.append(bytes); }
    /// After Complete call take() before the next read(); after Refused only clear().
    [[nodiscard]] Step read();
    [[nodiscard]] const Refusal &refusal() const { return m_refusal; }
    /// The request read; its peer is left to the caller.
    [[nodiscard]] HttpRequest take();
    /// Whether the client of the request in hand waits for 100 (Continue); true once.
    [[nodiscard]] bool takeContinue() { return std::exchange(m_expectsContinue, false); }

    /// Of the request in hand.
    [[nodiscard]] bool keepAlive() const { return m_keepAlive; }
    [[nodiscard]] bool isHttp10() const { return m_isHttp10; }

    [[nodiscard]] Phase phase() const { return m_phase; }
    /// Bytes not taken into a request yet.
    [[nodiscard]] qsizetype waiting() const { return m_received.size(); }
    void clear() { m_received.clear(); }

private:
    Step readHead();
    Step start(RequestHead &&head);
    Step readBody();
    Step refuse(const Refusal &refusal);

    const ServerLimits &m_limits;
    Phase m_phase = Phase::Idle;
    bool m_expectsContinue = false;
    bool m_keepAlive = false;
    bool m_isHttp10 = false;
    QByteArray m_received;
    qsizetype m_scanned = 0; ///< of m_received, see readRequestHead()
    RequestBody m_body;
    HttpRequest m_request;
    Refusal m_refusal;
};

} // namespace proxy
