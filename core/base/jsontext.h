// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace core {

/// Where a member of a JSON object stands in its text. Capstan edits requests and stream events by
/// cutting the text, so that everything it does not touch stays byte for byte as it was sent:
/// parsing and printing again would reorder keys and change numbers.
struct JsonMember
{
    QByteArrayView name; ///< without quotes, escapes not resolved
    qsizetype begin = 0; ///< of the name's quote
    qsizetype valueBegin = 0;
    qsizetype valueEnd = 0; ///< one past the value
};

/// The first member of that name on the top level of the object in `text` (last one wins for
/// parsers that see duplicates, so a duplicate of a name is InvalidInput in editable()).
[[nodiscard]] std::optional<JsonMember> findMember(QByteArrayView text, QByteArrayView name);

/// All top-level members. InvalidInput with the byte offset for anything that is not one
/// well-formed JSON object (checked to any depth), and for a name that stands twice.
[[nodiscard]] Result<std::vector<JsonMember>> membersOf(QByteArrayView text);

/// The text without that member and its comma; unchanged when it is not there.
[[nodiscard]] QByteArray withoutMember(const QByteArray &text, const JsonMember &member);
/// Sets a top-level member to a JSON value, replacing or appending.
[[nodiscard]] QByteArray
withMember(const QByteArray &text, QByteArrayView name, QByteArrayView value);

} // namespace core
