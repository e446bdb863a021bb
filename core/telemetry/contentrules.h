// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QRegularExpression>

#include <vector>

namespace core {

/// What one destination may have of prompts and answers: nothing, unless its owner says so.
struct ContentRules
{
    static constexpr qint64 UsualBytes = 32 * 1024; ///< a long conversation, a short document
    /// With JSON's escapes two of them stay below the megabyte that Langfuse takes of a span.
    static constexpr qint64 MostBytes = 256 * 1024;

    bool isWanted = false;
    qint64 maximumBytes = UsualBytes; ///< of a call's prompt, and of its answer again
    QByteArrayList keys{}; ///< JSON members whose values are left out, whatever their case
    std::vector<QRegularExpression> patterns{}; ///< what they match is left out

    friend bool operator==(const ContentRules &, const ContentRules &) = default;
};

/// What was said in one call, as one destination may have it: JSON, redacted and cut. Kept in the
/// outbox until that destination has taken or given up the event, and nowhere else.
struct CallContent
{
    QByteArray prompt{}; ///< a list of messages, or a text, or a list of texts; empty: nothing
    QByteArray answer{}; ///< a list of messages

    [[nodiscard]] bool isEmpty() const { return prompt.isEmpty() && answer.isEmpty(); }
    [[nodiscard]] QByteArray toJson() const;
    [[nodiscard]] static CallContent fromJson(const QByteArray &json);

    friend bool operator==(const CallContent &, const CallContent &) = default;
};

} // namespace core
