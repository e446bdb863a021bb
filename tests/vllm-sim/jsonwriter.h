// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <charconv>

namespace sim {

/// Appends a whole number without an allocation (every event carries several).
inline void appendNumber(QByteArray &out, qint64 number)
{
    char digits[20];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    out.append(digits, end - digits);
}

/// Appends a JSON string with its quotes, escaped as vLLM's serializer does it: UTF-8 stays as it
/// is, control characters, quote and backslash are escaped.
void appendString(QByteArray &out, QByteArrayView text);

} // namespace sim
