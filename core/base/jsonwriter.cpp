// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/jsonwriter.h"

#include "core/base/jsontext.h"

namespace core {

namespace {
/// Most objects are shorter: one allocation each, as every call writes some.
constexpr qsizetype UsualBytes = 256;
} // namespace

void JsonWriter::name(QByteArrayView name)
{
    if (m_text.isEmpty()) {
        m_text.reserve(UsualBytes);
    } else {
        m_text += ',';
    }
    appendQuoted(m_text, name);
    m_text += ':';
}

JsonWriter &JsonWriter::text(QByteArrayView name, QByteArrayView value)
{
    JsonWriter::name(name);
    appendQuoted(m_text, value);
    return *this;
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
