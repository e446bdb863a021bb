// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/keys/keyfacts.h"

namespace core {

/// What every virtual key begins with.
inline constexpr QByteArrayView VirtualKeyPrefix = "sk-cap-";

/// A key as it is kept: its facts, and a hash in place of its text.
///
/// The hash is plain SHA-256. A salt and a slow hash protect what people think up; a key is 256
/// random bits, which no list holds and no search finds, and it is hashed for every call.
struct VirtualKey
{
    KeyFacts facts;
    QByteArray hash; ///< 32 bytes

    friend bool operator==(const VirtualKey &, const VirtualKey &) = default;
};

/// A key that was just made. Its text is shown once and kept nowhere.
struct NewKey
{
    VirtualKey key;
    Secret text; ///< "sk-cap-" and 43 characters
};

/// Gives the facts an id and a hint, and makes the key.
[[nodiscard]] NewKey makeKey(KeyFacts facts, Time now);
[[nodiscard]] QByteArray hashOfKey(QByteArrayView text);

} // namespace core
