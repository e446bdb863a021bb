// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/otlpjson.h"

#include "core/base/jsontext.h"

namespace proxy::otlp {

using core::quotedJson;

Attributes &Attributes::add(QByteArrayView key, QByteArrayView kind, QByteArrayView json)
{
    if (!m_text.isEmpty()) {
        m_text += ',';
    }
    m_text += R"({"key":)" + quotedJson(key) + R"(,"value":{")";
    m_text.append(kind).append(R"(":)").append(json).append("}}");
    return *this;
}

Attributes &Attributes::text(QByteArrayView key, QByteArrayView value)
{
    return add(key, "stringValue", quotedJson(value));
}

Attributes &Attributes::textIf(QByteArrayView key, QByteArrayView value)
{
    return value.isEmpty() ? *this : text(key, value);
}

Attributes &Attributes::integer(QByteArrayView key, qint64 value)
{
    return add(key, "intValue", '"' + QByteArray::number(value) + '"');
}

Attributes &Attributes::boolean(QByteArrayView key, bool value)
{
    return add(key, "boolValue", value ? "true" : "false");
}

Attributes &Attributes::seconds(QByteArrayView key, core::Duration value)
{
    return add(key, "doubleValue", decimalSeconds(value));
}

Attributes &Attributes::money(QByteArrayView key, core::Money value)
{
    return add(key, "doubleValue", value.toDecimal());
}

Attributes &Attributes::texts(QByteArrayView key, const std::vector<QByteArray> &values)
{
    QByteArray list;
    for (const QByteArray &value : values) {
        list += (list.isEmpty() ? "" : ",") + (R"({"stringValue":)" + quotedJson(value)) + '}';
    }
    return add(key, "arrayValue", R"({"values":[)" + list + "]}");
}

QByteArray nanoseconds(core::Time time)
{
    return '"' + QByteArray::number(qint64{time.time_since_epoch().count()} * 1'000) + '"';
}

QByteArray decimalSeconds(core::Duration duration)
{
    // Microseconds are nano-dollars of a thousandth: the same exact decimal serves.
    return core::Money::fromNanos(duration.count() * 1'000).toDecimal();
}

} // namespace proxy::otlp
