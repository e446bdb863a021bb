// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace proxy::otlp {

/// A list of attributes in OTLP's JSON encoding: `[{"key":..,"value":{"stringValue":..}},...]`.
/// 64-bit integers are decimal strings there, doubles are written by decimal text, so that money
/// stays exact (opentelemetry-proto docs/specification.md, "JSON Protobuf Encoding").
class Attributes
{
public:
    Attributes &text(QByteArrayView key, QByteArrayView value);
    Attributes &textIf(QByteArrayView key, QByteArrayView value); ///< left out when empty
    Attributes &integer(QByteArrayView key, qint64 value);
    Attributes &boolean(QByteArrayView key, bool value);
    Attributes &seconds(QByteArrayView key, core::Duration value);
    Attributes &money(QByteArrayView key, core::Money value);
    Attributes &texts(QByteArrayView key, const std::vector<QByteArray> &values);

    [[nodiscard]] QByteArray toJson() const { return '[' + m_text + ']'; }

private:
    Attributes &add(QByteArrayView key, QByteArrayView kind, QByteArrayView json);
    QByteArray m_text;
};

/// Nanoseconds since 1970 as the quoted decimal that OTLP wants.
[[nodiscard]] QByteArray nanoseconds(core::Time time);
/// Seconds as a decimal with six places at most: "0.412".
[[nodiscard]] QByteArray decimalSeconds(core::Duration duration);

} // namespace proxy::otlp
