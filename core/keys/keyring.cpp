// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keys/keyring.h"

#include <QtEndian>

#include <algorithm>

namespace core {

namespace {

/// The hash of what a caller sends says nothing of what he should have sent, so that looking it up
/// by a part of it gives nothing away.
quint64 placeOf(const QByteArray &hash)
{
    return hash.size() < qsizetype(sizeof(quint64)) ? 0 : qFromBigEndian<quint64>(hash.constData());
}

} // namespace

KeyRing::KeyRing(const std::vector<VirtualKey> &keys)
{
    for (const VirtualKey &key : keys) {
        add(key);
    }
}

void KeyRing::add(const VirtualKey &key)
{
    m_places.insert(placeOf(key.hash), m_keys.size());
    m_keys.push_back(std::make_shared<const VirtualKey>(key));
}

KeyRing::Key KeyRing::find(QByteArrayView text) const
{
    const QByteArray hash = hashOfKey(text);
    const auto place = m_places.constFind(placeOf(hash));
    if (place == m_places.cend() || !equalInConstantTime(m_keys[*place]->hash, hash)) {
        return nullptr;
    }
    return m_keys[*place];
}

KeyRing::Key KeyRing::withId(QByteArrayView id) const
{
    const auto found =
        std::ranges::find_if(m_keys, [id](const Key &key) { return key->facts.id == id; });
    return found == m_keys.end() ? nullptr : *found;
}

KeyRing KeyRing::with(const VirtualKey &key) const
{
    KeyRing ring = *this;
    const auto found = std::ranges::find_if(
        ring.m_keys, [&](const Key &other) { return other->facts.id == key.facts.id; });
    if (found == ring.m_keys.end()) {
        ring.add(key);
    } else {
        *found = std::make_shared<const VirtualKey>(key); // an id keeps its text, so its place too
    }
    return ring;
}

} // namespace core
