// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "proxy/telemetry/exporter.h"
#include "proxy/upstream/fetch.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace proxy {

/// Posts sentences to a chat's incoming webhook. The address is the secret: it stands in the
/// request and nowhere else. One post at a time, in one thread; destroying it cancels.
class Webhook
{
public:
    Webhook(UpstreamClient &client, const core::Clock &clock);

    /// Calls back once, from the event loop, unless the address cannot be one: then at once. Of
    /// the delivery, `again` and `rejected` are never set.
    using Done = std::function<void(const Delivery &)>;
    void post(const core::Secret &address, const QStringList &lines, const Done &done);

private:
    [[nodiscard]] Delivery read(const FetchResult &result) const;

    UpstreamClient &m_client;
    const core::Clock &m_clock;
    std::unique_ptr<Fetch> m_fetch;
    std::unique_ptr<Fetch> m_former; ///< ended in its own callback; goes with the next
};

/// Posts a test message and waits for what the receiver says; for the command line and in a
/// thread with nothing else to do.
[[nodiscard]] Delivery testWebhook(const core::Secret &address);
/// What is posted by a test.
[[nodiscard]] QStringList webhookTestLines();

} // namespace proxy
