// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/jsonwriter.h"

#include <array>

namespace core
{

QByteArray JsonWriter::quoted(QByteArrayView text)
{
    static constexpr std::array Hex{'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    QByteArray out;
    out.reserve(text.size() + 2);
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += Hex[byte >> 4];
            out += Hex[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
    return out;
}

void JsonWriter::name(QByteArrayView name)
{
    if (!m_text.isEmpty()) {
        m_text += ',';
    }
    m_text += quoted(name);
    m_text += ':';
}

JsonWriter &JsonWriter::text(QByteArrayView name, QByteArrayView value)
{
    return raw(name, quoted(value));
}

JsonWriter &JsonWriter::textOrNull(QByteArrayView name, QByteArrayView value)
{
    return value.isEmpty() ? null(name) : text(name, value);
}

JsonWriter &JsonWriter::number(QByteArrayView name, qint64 value)
{
    return raw(name, QByteArray::number(value));
}

JsonWriter &JsonWriter::money(QByteArrayView name, Money value)
{
    return raw(name, value.toDecimal());
}

JsonWriter &JsonWriter::boolean(QByteArrayView name, bool value)
{
    return raw(name, value ? "true" : "false");
}

JsonWriter &JsonWriter::null(QByteArrayView name)
{
    return raw(name, "null");
}

JsonWriter &JsonWriter::raw(QByteArrayView memberName, QByteArrayView json)
{
    name(memberName);
    m_text += json;
    return *this;
}

} // namespace core
