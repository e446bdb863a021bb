// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/outboxreader.h"

#include <QString>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace proxy {

using Events = std::vector<core::OutboxEvent>;

/// What became of one delivery.
struct Delivery
{
    enum class Kind : quint8 {
        Done,    ///< taken, but for `again` and `rejected`
        Later,   ///< not now: the network, a limit, a fault on the other side
        Smaller, ///< too much, or something in it is bad: try less at once
        Blocked, ///< nothing will be taken until a person does what `message` says
    };

    Kind kind = Kind::Done;
    std::vector<std::size_t> again; ///< of Done: indices of the events that must be sent again
    int rejected = 0;               ///< of Done: events refused for good
    std::optional<std::chrono::milliseconds> retryAfter; ///< as the server wished
    QString message; ///< a sentence for the window; empty when all is well
};

/// Says one destination's language. Knows nothing of queues and retries (courier.h), keeps no
/// event, and lives in the telemetry thread.
class Exporter
{
public:
    Exporter() = default;
    Exporter(const Exporter &) = delete;
    Exporter &operator=(const Exporter &) = delete;
    virtual ~Exporter() = default;

    /// At once. 200 spans of some 4 kB stay below 1 MB, nginx's own limit; what is larger all the
    /// same is halved when the server says so.
    [[nodiscard]] virtual int mostEvents() const { return 200; }
    /// Sends the events, all of them readable, and calls back once, now or later. One at a time;
    /// destroying the exporter cancels.
    using Done = std::function<void(const Delivery &)>;
    virtual void deliver(const Events &events, Done done) = 0;
};

} // namespace proxy
