// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/server/exchange.h"

#include <memory>
#include <utility>

namespace proxy {

/// Hands everything on to a client as it comes; a seed's shape of an answer derives from it and
/// writes respond() anew.
class ShapedAnswer : public ClientStream
{
public:
    explicit ShapedAnswer(std::shared_ptr<ClientStream> client)
        : m_client(std::move(client))
    {}

    void respond(int status, const HeaderList &headers, const QByteArray &body) override
    {
        m_client->respond(status, headers, body);
    }
    void begin(int status, const HeaderList &headers) override { m_client->begin(status, headers); }
    void write(QByteArrayView bytes) override { m_client->write(bytes); }
    void end() override { m_client->end(); }
    void abort() override { m_client->abort(); }
    [[nodiscard]] bool isGone() const override { return m_client->isGone(); }
    [[nodiscard]] qint64 pendingBytes() const override { return m_client->pendingBytes(); }
    void onGone(std::function<void()> callback) override { m_client->onGone(std::move(callback)); }
    void onDrained(std::function<void()> callback) override
    {
        m_client->onDrained(std::move(callback));
    }

private:
    std::shared_ptr<ClientStream> m_client;
};

} // namespace proxy
