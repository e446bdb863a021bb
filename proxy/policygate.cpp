// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/policygate.h"

#include "core/policy/policybudgets.h"

#include <algorithm>
#include <utility>

namespace proxy {

using namespace Qt::StringLiterals;

namespace {

/// Counts the answers to several wishes; the last one passes the first failure on, if any. The
/// answers may come from several threads.
class Together
{
public:
    Together(std::size_t count, Accounts::Answer answer)
        : m_left(count)
        , m_answer(std::move(answer))
    {}

    void take(const core::Outcome &one)
    {
        std::unique_lock lock(m_mutex);
        if (!one.ok() && m_outcome.ok()) {
            m_outcome = one;
        }
        if (--m_left == 0) {
            lock.unlock();
            m_answer(m_outcome);
        }
    }

private:
    std::mutex m_mutex;
    std::size_t m_left;
    Accounts::Answer m_answer;
    core::Outcome m_outcome = core::Done{};
};

void setAll(Accounts &accounts,
            const std::vector<core::Budget> &wanted,
            const Accounts::Answer &answer)
{
    const std::vector<core::Budget> present = accounts.budgets();
    // One more than there are budgets: the policy may have none, or none that changed.
    const auto together = std::make_shared<Together>(wanted.size() + 1, answer);
    for (const core::Budget &budget : wanted) {
        if (std::ranges::find(present, budget) != present.end()) {
            together->take(core::Done{});
        } else {
            accounts.setBudget(budget,
                               [together](const core::Outcome &one) { together->take(one); });
        }
    }
    together->take(core::Done{});
}

void removeOthers(Accounts &accounts,
                  const std::vector<core::Budget> &wanted,
                  const Accounts::Answer &answer)
{
    const std::vector<core::Budget> present = accounts.budgets();
    const auto together = std::make_shared<Together>(present.size() + 1, answer);
    for (const core::Budget &budget : present) {
        const bool isWanted =
            std::ranges::find(wanted, budget.id, &core::Budget::id) != wanted.end();
        if (core::isPolicyBudget(budget.id) && !isWanted) {
            accounts.removeBudget(budget.id,
                                  [together](const core::Outcome &one) { together->take(one); });
        } else {
            together->take(core::Done{});
        }
    }
    together->take(core::Done{});
}

} // namespace

PolicyGate::PolicyGate(std::vector<core::Route> routes, Read read)
    : m_routes(std::move(routes))
    , m_read(std::move(read))
{}

void PolicyGate::put(std::optional<core::Policy> policy,
                     Accounts &accounts,
                     const Accounts::Answer &answer)
{
    std::vector<core::Budget> budgets;
    if (policy) {
        budgets = core::policyBudgets(*policy, m_routes);
    }
    const auto finish =
        [this, &accounts, budgets, policy = std::move(policy), answer](const core::Outcome &set) {
            if (!set.ok()) {
                answer(set);
                return;
            }
            swap(policy);
            removeOthers(accounts, budgets, answer);
        };
    setAll(accounts, budgets, finish);
}

void PolicyGate::reload(Accounts &accounts, const Accounts::Answer &answer)
{
    if (!m_read) {
        answer(core::Error{core::ErrorCode::Conflict,
                           u"There is no configuration file to read a policy from."_s,
                           u"Start Capstan with --config FILE."_s});
        return;
    }
    auto policy = m_read();
    if (!policy.ok()) {
        answer(policy.error());
        return;
    }
    put(std::move(*policy), accounts, answer);
}

std::shared_ptr<const core::Policy> PolicyGate::policy()
{
    const std::scoped_lock lock(m_mutex);
    return m_policy;
}

core::PolicyVerdict PolicyGate::evaluate(const core::PolicyEngine::Question &question,
                                         core::Time now)
{
    const std::scoped_lock lock(m_mutex);
    return m_engine ? m_engine->evaluate(question, now) : core::PolicyVerdict{};
}

std::vector<core::PolicyFinding> PolicyGate::settled(const core::Attribution &attribution,
                                                     core::Money bound,
                                                     core::Money cost,
                                                     core::Time now)
{
    const std::scoped_lock lock(m_mutex);
    return m_engine ? m_engine->settled(attribution, bound, cost, now)
                    : std::vector<core::PolicyFinding>{};
}

void PolicyGate::swap(std::optional<core::Policy> policy)
{
    const std::scoped_lock lock(m_mutex);
    m_judges = policy.has_value();
    m_policy = policy ? std::make_shared<const core::Policy>(*std::move(policy)) : nullptr;
    m_engine = m_policy ? std::make_unique<core::PolicyEngine>(m_policy) : nullptr;
}

} // namespace proxy
