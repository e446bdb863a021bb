// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger.h"
#include "proxy/accounts.h"
#include "proxy/ledgerwriter.h"

#include <algorithm>
#include <utility>

// The part of Accounts that knows virtual keys and rate limits. Keys are changed in the writer's
// thread only, one after the other; workers look into a ring that is swapped whole.

namespace proxy {
using namespace Qt::StringLiterals;

namespace {
core::Error noSuchKey(const QByteArray &id)
{
    return {core::ErrorCode::NotFound,
            u"There is no key %1."_s.arg(QString::fromUtf8(id)),
            u"List the keys to see their ids."_s};
}

core::RateLimit limitOf(const core::KeyFacts &facts)
{
    core::Selector::Term term;
    term.dimension = core::Dimension::Key;
    term.value = facts.id;
    return {"key:" + facts.id, core::Selector({term}), facts.limits};
}
} // namespace

void Accounts::setRateLimit(const core::RateLimit &limit)
{
    const std::lock_guard lock(m_mutex);
    m_engine.setLimit(limit);
}

std::shared_ptr<const core::KeyRing> Accounts::keyRing()
{
    const std::lock_guard lock(m_mutex);
    return m_keyRing;
}

std::vector<core::KeyFacts> Accounts::keys()
{
    const std::lock_guard lock(m_mutex);
    std::vector<core::KeyFacts> facts;
    for (const core::KeyRing::Key &key : m_keyRing->keys()) {
        facts.push_back(withUse(key->facts));
    }
    return facts;
}

void Accounts::createKey(core::KeyFacts facts, KeyAnswer answer)
{
    m_ledger.run(
        [this, facts = std::move(facts), answer = std::move(answer)](core::Ledger &ledger) mutable {
            const core::NewKey made = core::makeKey(std::move(facts), m_clock.now());
            const core::Outcome written = ledger.write({core::KeyUpsert{made.key}});
            if (!written.ok()) {
                answer(written.error());
                return;
            }
            installKey(made.key);
            answer(made);
        });
}

void Accounts::changeKey(const core::KeyFacts &facts, Answer answer)
{
    m_ledger.run([this, facts, answer = std::move(answer)](core::Ledger &ledger) {
        const auto changed = changeable(facts);
        if (!changed.ok()) {
            answer(changed.error());
            return;
        }
        core::Outcome written = ledger.write({core::KeyUpsert{*changed}});
        if (written.ok()) {
            installKey(*changed);
        }
        answer(std::move(written));
    });
}

/// The stored key with the facts that a person may change.
core::Result<core::VirtualKey> Accounts::changeable(const core::KeyFacts &facts)
{
    const core::KeyRing::Key known = keyRing()->withId(facts.id);
    if (!known) {
        return noSuchKey(facts.id);
    }
    const bool isRevoked = known->facts.revokedAt != core::Time{};
    if (isRevoked || known->facts.tenant != facts.tenant) {
        return core::Error{core::ErrorCode::Conflict,
                           isRevoked ? u"The key is revoked."_s : u"A key keeps its tenant."_s,
                           u"Make another key."_s};
    }
    core::VirtualKey changed = *known;
    changed.facts.name = facts.name;
    changed.facts.agent = facts.agent;
    changed.facts.models = facts.models;
    changed.facts.limits = facts.limits;
    changed.facts.expiresAt = facts.expiresAt;
    return changed;
}

void Accounts::revokeKey(const QByteArray &id, Answer answer)
{
    m_ledger.run([this, id, answer = std::move(answer)](core::Ledger &ledger) {
        const core::KeyRing::Key known = keyRing()->withId(id);
        if (!known) {
            answer(noSuchKey(id));
            return;
        }
        core::VirtualKey revoked = *known;
        if (revoked.facts.revokedAt == core::Time{}) {
            revoked.facts.revokedAt = m_clock.now();
        }
        installKey(revoked); // before it is written: a key that leaked must not wait for a disk
        answer(ledger.write({core::KeyUpsert{revoked}}));
    });
}

void Accounts::installKey(const core::VirtualKey &key)
{
    Aftermath after;
    {
        const std::lock_guard lock(m_mutex);
        m_keyRing = std::make_shared<const core::KeyRing>(m_keyRing->with(key));
        limitKey(key.facts);
        markStale(after);
    }
    finish(std::move(after));
}

void Accounts::restoreKeys(const std::vector<core::VirtualKey> &keys)
{
    m_keyRing = std::make_shared<const core::KeyRing>(keys);
    for (const core::VirtualKey &key : keys) {
        limitKey(key.facts);
    }
}

void Accounts::limitKey(const core::KeyFacts &facts)
{
    const core::RateLimit limit = limitOf(facts);
    if (facts.limits.limitNothing() || facts.revokedAt != core::Time{}) {
        m_engine.removeLimit(limit.id);
    } else {
        m_engine.setLimit(limit);
    }
}

core::KeyFacts Accounts::withUse(core::KeyFacts facts) const
{
    facts.lastUsedAt = std::max(facts.lastUsedAt, m_keyUses.value(facts.id).at);
    return facts;
}

void Accounts::noteKeyUse(const core::HoldRecord &record)
{
    const QByteArray &id = record.attribution.of(core::Dimension::Key);
    if (id.isEmpty()) {
        return;
    }
    const core::Time minute = std::chrono::floor<std::chrono::minutes>(record.admittedAt);
    KeyUse &use = m_keyUses[id];
    if (minute > use.at) {
        use = {minute, false};
    }
}

void Accounts::storeKeyUses(Aftermath &after)
{
    for (auto it = m_keyUses.begin(); it != m_keyUses.end(); ++it) {
        if (!std::exchange(it->isStored, true)) {
            after.records.emplace_back(core::KeyUse{it.key(), it->at});
        }
    }
}

} // namespace proxy
