// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <optional>
#include <utility>
#include <vector>

/// A chat request in OpenAI's shape, taken apart to be put together in another. Texts are UTF-8;
/// what is called JSON stays as the client wrote it.
namespace proxy::chat {

struct Part
{
    QByteArray text;      ///< of a text; else it is an image
    QByteArray mediaType; ///< "image/png", of one that came in a data URL
    QByteArray base64;
    QByteArray url; ///< of one that did not

    [[nodiscard]] bool isImage() const { return !base64.isEmpty() || !url.isEmpty(); }
};

struct ToolCall
{
    QByteArray id;
    QByteArray name;
    QByteArray arguments; ///< JSON, an object
    QByteArray signature; ///< Gemini's, as extra_content carries it
};

enum class Role : quint8 { System, User, Assistant, Tool };

struct Message
{
    Role role = Role::User;
    std::vector<Part> parts; ///< without empty texts
    std::vector<ToolCall> calls;
    QByteArray callId; ///< which call a tool's message answers

    [[nodiscard]] QByteArray text() const; ///< of its text parts, joined
};

struct Tool
{
    QByteArray name;
    QByteArray description;
    QByteArray parameters; ///< JSON schema; empty: takes none
    bool strict = false;
};

enum class ToolUse : quint8 { Auto, None, Required, Named };
enum class Format : quint8 { Text, JsonObject, JsonSchema };

struct Request
{
    QByteArray model;
    QByteArray user;
    bool stream = false;
    std::optional<qint64> maxTokens;
    std::vector<Message> messages;
    std::vector<Tool> tools;
    ToolUse toolUse = ToolUse::Auto;
    QByteArray toolName; ///< of ToolUse::Named
    bool oneToolAtATime = false;
    std::vector<QByteArray> stop;
    Format format = Format::Text;
    QByteArray schema;          ///< JSON, of Format::JsonSchema
    QByteArray reasoningEffort; ///< "none", "minimal", "low", "medium", "high"; or not said
    /// Sampling, by OpenAI's names; JSON numbers. Those that say the default are left out.
    std::vector<std::pair<QByteArray, QByteArray>> sampling;

    /// All texts of its system messages, a blank line between two.
    [[nodiscard]] QByteArray system() const;
};

/// InvalidInput names the field that is malformed, or that no other dialect has: each member is
/// understood or refused, none is passed over. `body` has passed openai::readRequest().
[[nodiscard]] core::Result<Request> read(const QByteArray &body);

/// "The field X can't be given to this provider."
[[nodiscard]] core::Error cannotCarry(QByteArrayView field);

/// Sampling under the names that another dialect has for it; an error names the first that it has
/// no name for.
using Names = std::vector<std::pair<QByteArrayView, QByteArrayView>>; ///< OpenAI's, theirs
[[nodiscard]] core::Result<std::vector<std::pair<QByteArray, QByteArray>>>
renamed(const Request &request, const Names &names);

} // namespace proxy::chat
