// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/server/listeningport.h"

#include <QTcpServer>

#include <optional>

namespace proxy {

struct ServerContext;

/// Accepts the clients of one worker as SocketGuards. A shortage of descriptors is waited out: Qt
/// would stop accepting for good.
class Listener final : public QTcpServer
{
public:
    Listener(ServerContext &context, ListeningPort port);

    /// Gives the port back; connections stay.
    void stop();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    ServerContext &m_context;
    std::optional<ListeningPort> m_port;
};

} // namespace proxy
