// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/server/exchange.h"

#include <QByteArray>

#include <memory>

namespace proxy {

/// Whether Anthropic's clients call this path.
[[nodiscard]] bool isOfMessages(QByteArrayView path);

/// Puts every error that Capstan answers with into Anthropic's shape on its way to `client`, so
/// that its SDK reads it; all else goes through.
class MessagesAnswer final : public ClientStream
{
public:
    explicit MessagesAnswer(std::shared_ptr<ClientStream> client)
        : m_client(std::move(client))
    {}

    void respond(int status, const HeaderList &headers, const QByteArray &body) override;
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
