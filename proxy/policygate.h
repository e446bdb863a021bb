// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/configuration.h"
#include "core/policy/policyengine.h"
#include "proxy/accounts.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace proxy {

/// The one door to the policy that all workers share: the engine behind a mutex (a few
/// microseconds, no I/O inside), swapped as a whole on reload. Any thread.
class PolicyGate
{
public:
    /// Reads the configuration's policy again; run in the thread that asks for it.
    using Read = std::function<core::Result<std::optional<core::Policy>>()>;

    PolicyGate(std::vector<core::Route> routes, Read read);

    /// Puts a policy in force, its budgets first; none opens the gate for everything. `answer`
    /// comes once they are durable; the policy is judged by from then on.
    void
    put(std::optional<core::Policy> policy, Accounts &accounts, const Accounts::Answer &answer);
    /// put() with what the file says now; when that cannot be read the old one stays (S3-16).
    void reload(Accounts &accounts, const Accounts::Answer &answer);

    /// False while there is no policy: then nothing else here needs to be asked.
    [[nodiscard]] bool judges() const { return m_judges.load(std::memory_order_relaxed); }
    [[nodiscard]] std::shared_ptr<const core::Policy> policy();
    [[nodiscard]] const std::vector<core::Route> &routes() const { return m_routes; }

    [[nodiscard]] core::PolicyVerdict evaluate(const core::PolicyEngine::Question &question,
                                               core::Time now);
    [[nodiscard]] std::vector<core::PolicyFinding> settled(const core::Attribution &attribution,
                                                           core::Money bound,
                                                           core::Money cost,
                                                           core::Time now);

private:
    void swap(std::optional<core::Policy> policy);

    const std::vector<core::Route> m_routes;
    const Read m_read;
    std::atomic<bool> m_judges = false;
    std::mutex m_mutex; ///< guards what follows
    std::shared_ptr<const core::Policy> m_policy;
    std::unique_ptr<core::PolicyEngine> m_engine;
};

} // namespace proxy
