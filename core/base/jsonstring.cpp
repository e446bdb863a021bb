// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"

#include <QString>

#include <charconv>

namespace core {
namespace {

/// The UTF-16 units after a "\u"; `at` moves past four digits. Zero digits when there are fewer.
char16_t readUnit(QByteArrayView text, qsizetype &at)
{
    unsigned unit = 0;
    const QByteArrayView digits = text.sliced(at, std::min<qsizetype>(4, text.size() - at));
    std::from_chars(digits.begin(), digits.end(), unit, 16);
    at += digits.size();
    return static_cast<char16_t>(unit);
}

/// One or two "\uXXXX" as UTF-8; `at` stands after the first "\u".
void appendUnicode(QByteArray &to, QByteArrayView text, qsizetype &at)
{
    const char16_t first = readUnit(text, at);
    const bool isPair = QChar::isHighSurrogate(first) && text.sliced(at).startsWith("\\u");
    if (!isPair) {
        to += QStringView(&first, 1).toUtf8();
        return;
    }
    at += 2;
    const char16_t pair[2] = {first, readUnit(text, at)};
    to += QStringView(pair, 2).toUtf8();
}

char plainEscape(char c)
{
    switch (c) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return c;
    }
}

} // namespace

std::optional<QByteArray> jsonString(QByteArrayView value)
{
    if (value.size() < 2 || !value.startsWith('"') || !value.endsWith('"')) {
        return std::nullopt;
    }
    const QByteArrayView text = value.sliced(1, value.size() - 2);
    if (!text.contains('\\')) {
        return text.toByteArray();
    }
    QByteArray resolved;
    resolved.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] != '\\' || at + 1 == text.size()) {
            resolved += text[at++];
        } else if (text[at + 1] == 'u') {
            at += 2;
            appendUnicode(resolved, text, at);
        } else {
            resolved += plainEscape(text[at + 1]);
            at += 2;
        }
    }
    return resolved;
}

void appendQuoted(QByteArray &json, QByteArrayView text)
{
    json += '"';
    qsizetype plain = 0; // what needs no escape is copied in one go
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x20 && byte != '"' && byte != '\\') {
            continue;
        }
        json += text.sliced(plain, at - plain);
        json += '\\';
        if (byte < 0x20) {
            json += 'u' + QByteArray::number(byte, 16).rightJustified(4, '0');
        } else {
            json += text[at];
        }
        plain = at + 1;
    }
    json += text.sliced(plain);
    json += '"';
}

QByteArray quotedJson(QByteArrayView text)
{
    QByteArray quoted;
    quoted.reserve(text.size() + 2);
    appendQuoted(quoted, text);
    return quoted;
}

std::optional<qint64> jsonInteger(QByteArrayView value)
{
    // Eighteen digits always fit, so that from_chars cannot overflow into "no number" for a
    // client and into something else for the upstream.
    constexpr qsizetype MaximumDigits = 18;
    qint64 number = 0;
    const auto end = std::from_chars(value.begin(), value.end(), number);
    const bool isWhole = end.ec == std::errc() && end.ptr == value.end() && !value.isEmpty();
    return isWhole && value.size() <= MaximumDigits + 1 ? std::optional(number) : std::nullopt;
}

} // namespace core
