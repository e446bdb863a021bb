// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/percentcode.h"

namespace core {

namespace {

void appendEscaped(QByteArray &out, char byte)
{
    constexpr QByteArrayView Digits = "0123456789ABCDEF";
    const auto value = static_cast<uchar>(byte);
    out += '%';
    out += Digits[value >> 4];
    out += Digits[value & 15];
}

std::optional<int> hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    if (lower >= 'a' && lower <= 'f') {
        return lower - 'a' + 10;
    }
    return std::nullopt;
}

} // namespace

QByteArray percentEncoded(QByteArrayView text, QByteArrayView special)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char byte = text[i];
        const bool atEnd = i == 0 || i == text.size() - 1;
        const bool isControl = static_cast<uchar>(byte) < 0x20 || byte == 0x7f;
        if (byte == '%' || isControl || (byte == ' ' && atEnd) || text == "*" ||
            special.contains(byte)) {
            appendEscaped(out, byte);
        } else {
            out += byte;
        }
    }
    return out;
}

std::optional<QByteArray> percentDecoded(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        if (i + 2 >= text.size()) {
            return std::nullopt;
        }
        const auto high = hexDigit(text[i + 1]);
        const auto low = hexDigit(text[i + 2]);
        if (!high || !low) {
            return std::nullopt;
        }
        out += static_cast<char>(*high * 16 + *low);
        i += 2;
    }
    return out;
}

} // namespace core
