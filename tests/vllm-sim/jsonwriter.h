// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <charconv>
#include <string_view>

namespace sim {

// What is written for every event or answer is put together in a std::string, whose append is
// inlined: QByteArray's was a tenth of the whole time. The functions here serve both.

[[nodiscard]] inline std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// Appends a whole number.
template <class Out>
void appendNumber(Out &out, qint64 number)
{
    char digits[20];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    out.append(digits, static_cast<decltype(out.size())>(end - digits));
}

/// The escape of a character that must not stand in a JSON string; empty for one that may.
[[nodiscard]] QByteArrayView jsonEscape(char c);

/// Appends a JSON string with its quotes, escaped as vLLM's serializer does it: UTF-8 stays as it
/// is, control characters, quote and backslash are escaped.
template <class Out>
void appendString(Out &out, QByteArrayView text)
{
    const auto append = [&out](QByteArrayView part) {
        out.append(part.data(), static_cast<decltype(out.size())>(part.size()));
    };
    append("\"");
    qsizetype from = 0; // what needs no escape goes in runs
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\') {
            append(text.sliced(from, at - from));
            append(jsonEscape(c));
            from = at + 1;
        }
    }
    append(text.sliced(from));
    append("\"");
}

} // namespace sim
