// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/budget/window.h"
#include "core/ledger/records.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <functional>
#include <vector>

namespace core {
struct LedgerState;
struct SpendSpike;
} // namespace core

namespace proxy {

class LedgerWriter;
class ReportDesk;

/// Adds a tenant's spikes in spend to the alerts, each hour once, when it is over (S1-33):
///  1. look(), every minute or so, sees whether an hour is over that was not looked at;
///  2. the desk's thread reads the roll-ups and judges, beside what was usual before;
///  3. in one transaction the ledger keeps what was found and how far was looked, so that no
///     restart and no kill -9 tells an hour twice. From there it goes the way of every alert.
///
/// Failure: what cannot be read or written is tried again at the next look.
class SpikeWatch
{
public:
    struct Parts
    {
        ReportDesk &desk;
        LedgerWriter &ledger;
        const core::Clock &clock;
        /// Hears what is durable, in the writer's thread.
        std::function<void(const std::vector<core::AlertRecord> &)> found;
    };
    /// An hour is looked at so long after its end: what was admitted in it counts for it, and most
    /// of that has been settled by then.
    static constexpr std::chrono::minutes Settling{5};
    /// After a pause. What is older is no news, as for the webhook.
    static constexpr std::chrono::hours MostHours{24};

    explicit SpikeWatch(Parts parts);

    /// Before the first look.
    void restore(const core::LedgerState &state);
    /// Any one thread, while desk and ledger live; returns at once.
    void look();

private:
    void judge(const QString &ledgerFile, core::Span hours);
    void keep(const std::vector<core::SpendSpike> &spikes, core::Span hours);

    Parts m_parts;
    std::atomic<bool> m_isLooking = false; ///< guards what follows
    core::Time m_lookedTo{};               ///< the end of the last hour
};

} // namespace proxy
