// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

#include <QByteArray>
#include <QByteArrayView>

namespace core {

/// Writes one JSON object, member by member, in the order given. For what QJsonObject cannot
/// carry: money as an exact decimal, and a chosen order of members. Strings must be UTF-8.
class JsonWriter
{
public:
    JsonWriter &text(QByteArrayView name, QByteArrayView value);
    JsonWriter &textOrNull(QByteArrayView name, QByteArrayView value); ///< null when empty
    JsonWriter &number(QByteArrayView name, qint64 value);
    JsonWriter &money(QByteArrayView name, Money value); ///< a JSON number in dollars
    JsonWriter &boolean(QByteArrayView name, bool value);
    JsonWriter &null(QByteArrayView name);
    JsonWriter &raw(QByteArrayView name, QByteArrayView json); ///< a value that is JSON already

    [[nodiscard]] QByteArray toJson() const { return '{' + m_text + '}'; }

private:
    void name(QByteArrayView name);
    QByteArray m_text;
};

} // namespace core
