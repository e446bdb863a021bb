// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/listener.h"

#include "proxy/server/socketguard.h"

#include <QTimer>

#include <chrono>

namespace proxy {

using namespace std::chrono_literals;

namespace {

/// Until the next try after a failed accept(): others need a moment to give descriptors back.
constexpr auto AcceptPause = 50ms;

} // namespace

Listener::Listener(ServerContext &context, ListeningPort port)
    : m_context(context)
    , m_port(std::move(port))
{
    setSocketDescriptor(m_port->takeDescriptor());
    connect(this, &QTcpServer::acceptError, this, [this] {
        QTimer::singleShot(AcceptPause, this, [this] { resumeAccepting(); });
    });
}

void Listener::stop()
{
    close();
    m_port.reset();
}

void Listener::incomingConnection(qintptr descriptor)
{
    addPendingConnection(new SocketGuard(m_context, static_cast<int>(descriptor), this));
}

} // namespace proxy
