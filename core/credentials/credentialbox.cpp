// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/credentialbox.h"

#include <algorithm>
#include <utility>

namespace core {

Secret CredentialBox::chosen(const Values &values)
{
    const auto it = std::ranges::find_if(values, &Secret::isSet);
    return it == values.end() ? Secret() : *it;
}

Secret CredentialBox::find(const QByteArray &name) const
{
    const std::lock_guard lock(m_mutex);
    return chosen(m_values.value(name));
}

bool CredentialBox::has(const QByteArray &name, CredentialSource source) const
{
    const std::lock_guard lock(m_mutex);
    return m_values.value(name).at(static_cast<std::size_t>(source)).isSet();
}

void CredentialBox::put(const QByteArray &name, CredentialSource source, Secret secret)
{
    {
        const std::lock_guard lock(m_mutex);
        Values &values = m_values[name];
        const Secret before = chosen(values);
        values.at(static_cast<std::size_t>(source)) = std::move(secret);
        if (chosen(values) == before) {
            return;
        }
    }
    for (const auto &listener : listeners()) {
        (*listener)(name);
    }
}

void CredentialBox::expect(const QByteArray &name, bool isKept)
{
    const std::lock_guard lock(m_mutex);
    if (isKept) {
        m_expected.insert(name);
    } else {
        m_expected.remove(name);
    }
}

bool CredentialBox::isMissing(const QByteArray &name) const
{
    const std::lock_guard lock(m_mutex);
    return m_expected.contains(name) && !chosen(m_values.value(name)).isSet();
}

CredentialBox::Subscription CredentialBox::onChange(Listener listener)
{
    auto kept = std::make_shared<Listener>(std::move(listener));
    const std::lock_guard lock(m_mutex);
    m_listeners.emplace_back(kept);
    return kept;
}

std::vector<std::shared_ptr<CredentialBox::Listener>> CredentialBox::listeners()
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_listeners, [](const auto &one) { return one.expired(); });
    std::vector<std::shared_ptr<Listener>> alive;
    for (const auto &one : m_listeners) {
        if (auto listener = one.lock()) {
            alive.push_back(std::move(listener));
        }
    }
    return alive;
}

} // namespace core
