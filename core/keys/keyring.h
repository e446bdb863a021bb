// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keys/virtualkey.h"

#include <QHash>

#include <memory>
#include <vector>

namespace core {

/// All keys, those that are expired or revoked too. Immutable: workers share one, and a change
/// makes another.
class KeyRing
{
public:
    using Key = std::shared_ptr<const VirtualKey>;

    KeyRing() = default;
    explicit KeyRing(const std::vector<VirtualKey> &keys);

    /// The key of that text, in a time that does not tell how much of it was right; null when
    /// there is none.
    [[nodiscard]] Key find(QByteArrayView text) const;
    [[nodiscard]] Key withId(QByteArrayView id) const;
    [[nodiscard]] const std::vector<Key> &keys() const { return m_keys; } ///< in order of creation

    /// The same with one more, or another in place of the one with its id.
    [[nodiscard]] KeyRing with(const VirtualKey &key) const;

private:
    void add(const VirtualKey &key);

    std::vector<Key> m_keys;
    QHash<quint64, std::size_t> m_places; ///< by the first eight bytes of the hash
};

} // namespace core
