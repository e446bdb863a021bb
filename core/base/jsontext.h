// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsonscan.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace core {

/// Deeper nesting is refused by membersOf(): no request of a real client comes near, and the
/// common parsers behind us stop at about 1000.
inline constexpr int MaximumJsonDepth = 512;

/// The first member of that name on the top level of the object in `text`, which is trusted to be
/// JSON (an upstream's event); of a client's text ask membersOf().
[[nodiscard]] std::optional<JsonMember> findMember(QByteArrayView text, QByteArrayView name);

/// All top-level members. InvalidInput with the byte offset for anything that is not one
/// well-formed JSON object (RFC 8259, checked to MaximumJsonDepth; whether strings are valid UTF-8
/// is not looked at), for a name that stands twice, and for a name written with an escape: nothing
/// may reach the upstream under a name that we did not see.
[[nodiscard]] Result<std::vector<JsonMember>> membersOf(QByteArrayView text);

/// The member and its comma, as it is cut out by withoutMember().
struct JsonRange
{
    qsizetype begin = 0;
    qsizetype end = 0;
};
[[nodiscard]] JsonRange rangeWithComma(QByteArrayView text, const JsonMember &member);

/// The text without that member and its comma.
[[nodiscard]] QByteArray withoutMember(const QByteArray &text, const JsonMember &member);
/// Sets a top-level member to a JSON value, replacing or appending. `text` holds an object.
[[nodiscard]] QByteArray
withMember(const QByteArray &text, QByteArrayView name, QByteArrayView value);

/// The text of a JSON string value as UTF-8, escapes resolved; nullopt when it is no string. A
/// lone surrogate becomes "?".
[[nodiscard]] std::optional<QByteArray> jsonString(QByteArrayView value);
/// The JSON string, quotes included, for a UTF-8 text.
[[nodiscard]] QByteArray quotedJson(QByteArrayView text);
/// The same, behind what `json` holds already.
void appendQuoted(QByteArray &json, QByteArrayView text);
/// A number without fraction or exponent that fits 18 digits, else nullopt.
[[nodiscard]] std::optional<qint64> jsonInteger(QByteArrayView value);

} // namespace core
