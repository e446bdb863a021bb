// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace core {

/// %XX for every byte that would be mistaken in a selector or a bucket key: the given ones,
/// `%`, control characters, spaces at either end, and a `*` that is the whole text.
[[nodiscard]] QByteArray percentEncoded(QByteArrayView text, QByteArrayView special);
/// The inverse; nullopt when a `%` is not followed by two hex digits.
[[nodiscard]] std::optional<QByteArray> percentDecoded(QByteArrayView text);

} // namespace core
