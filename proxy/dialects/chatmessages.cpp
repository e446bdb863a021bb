// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/chatmessages.h"

#include "core/base/jsontext.h"

using namespace Qt::StringLiterals;

namespace proxy::chat {
namespace {

using core::Done;
using core::Outcome;

core::Error malformed(QByteArrayView field, const QString &what)
{
    return {core::ErrorCode::InvalidInput,
            u"The field \"%1\" %2."_s.arg(QString::fromUtf8(field), what),
            u"Correct it, or call a provider that speaks OpenAI's dialect."_s};
}

QByteArray textOf(QByteArrayView value)
{
    return core::jsonString(value).value_or(QByteArray());
}

QByteArrayView valueOf(QByteArrayView object, QByteArrayView name)
{
    const auto member = core::findMember(object, name);
    return member ? member->value(object) : QByteArrayView();
}

std::optional<Role> roleOf(QByteArrayView value)
{
    if (value == "\"system\"" || value == "\"developer\"") {
        return Role::System;
    }
    if (value == "\"user\"") {
        return Role::User;
    }
    if (value == "\"assistant\"") {
        return Role::Assistant;
    }
    return value == "\"tool\"" ? std::optional(Role::Tool) : std::nullopt;
}

core::Result<Part> readImage(QByteArrayView image)
{
    const QByteArrayView detail = valueOf(image, "detail");
    if (!detail.isEmpty() && detail != "\"auto\"" && detail != "null") {
        return cannotCarry("image_url.detail");
    }
    Part part;
    part.url = textOf(valueOf(image, "url"));
    if (part.url.startsWith("data:")) {
        const qsizetype comma = part.url.indexOf(',');
        const QByteArray head = part.url.mid(5, comma - 5);
        if (comma < 0 || !head.endsWith(";base64")) {
            return malformed("image_url.url", u"is no data URL in base64"_s);
        }
        part.mediaType = head.left(head.indexOf(';'));
        part.base64 = part.url.mid(comma + 1);
        part.url.clear();
    }
    return part.isImage() ? core::Result(part)
                          : core::Result<Part>(malformed("image_url", u"has no image"_s));
}

Outcome addPart(QByteArrayView object, Message &message)
{
    const QByteArrayView type = valueOf(object, "type");
    if (type == "\"text\"" || type == "\"refusal\"") {
        const QByteArray text = textOf(valueOf(object, type.sliced(1, type.size() - 2)));
        if (!text.isEmpty()) {
            message.parts.push_back({text, {}, {}, {}});
        }
        return Done{};
    }
    if (type != "\"image_url\"") {
        return cannotCarry("messages.content.type");
    }
    auto image = readImage(valueOf(object, "image_url"));
    if (!image.ok()) {
        return image.error();
    }
    message.parts.push_back(*std::move(image));
    return Done{};
}

Outcome addContent(QByteArrayView content, Message &message)
{
    if (content.startsWith('"')) {
        if (const QByteArray text = textOf(content); !text.isEmpty()) {
            message.parts.push_back({text, {}, {}, {}});
        }
        return Done{};
    }
    if (!content.startsWith('[')) {
        return malformed("messages.content", u"is neither a text nor a list of parts"_s);
    }
    core::JsonElements parts(content);
    QByteArrayView part;
    while (parts.next(part)) {
        if (Outcome added = addPart(part, message); !added.ok()) {
            return added;
        }
    }
    return Done{};
}

Outcome addCall(QByteArrayView object, Message &message)
{
    const QByteArrayView function = valueOf(object, "function");
    const QByteArrayView google = valueOf(valueOf(object, "extra_content"), "google");
    ToolCall call{textOf(valueOf(object, "id")),
                  textOf(valueOf(function, "name")),
                  textOf(valueOf(function, "arguments")),
                  textOf(valueOf(google, "thought_signature"))};
    if (call.arguments.trimmed().isEmpty()) {
        call.arguments = "{}";
    }
    if (call.name.isEmpty() || !core::membersOf(call.arguments).ok()) {
        return malformed("messages.tool_calls",
                         u"has a call without a name, or whose arguments are no JSON object"_s);
    }
    message.calls.push_back(std::move(call));
    return Done{};
}

Outcome addCalls(QByteArrayView list, Message &message)
{
    core::JsonElements calls(list);
    QByteArrayView call;
    while (calls.next(call)) {
        if (Outcome added = addCall(call, message); !added.ok()) {
            return added;
        }
    }
    return Done{};
}

Outcome addMember(QByteArrayView name, QByteArrayView value, Message &message)
{
    if (value == "null" || name == "role") {
        return Done{};
    }
    if (name == "content") {
        return addContent(value, message);
    }
    if (name == "tool_calls" && message.role == Role::Assistant) {
        return addCalls(value, message);
    }
    if (name == "tool_call_id" && message.role == Role::Tool) {
        message.callId = textOf(value);
        return Done{};
    }
    // A provider does not want to hear its earlier thoughts again; a tool's name is its call's.
    const bool isKnown = name == "reasoning" || name == "reasoning_content" ||
                         (name == "name" && message.role == Role::Tool) || value == "[]";
    return isKnown ? Outcome(Done{}) : cannotCarry("messages." + name.toByteArray());
}

} // namespace

core::Result<Message> readMessage(QByteArrayView object)
{
    const auto members = core::membersOf(object);
    if (!members) {
        return malformed("messages", u"is no list of objects with each member once"_s);
    }
    const std::optional<Role> role = roleOf(valueOf(object, "role"));
    if (!role) {
        return cannotCarry("messages.role");
    }
    Message message;
    message.role = *role;
    for (const core::JsonMember &member : *members) {
        if (Outcome added = addMember(member.name, member.value(object), message); !added.ok()) {
            return added.error();
        }
    }
    return message;
}

core::Result<Tool> readTool(QByteArrayView object)
{
    const QByteArrayView function = valueOf(object, "function");
    if (valueOf(object, "type") != "\"function\"") {
        return cannotCarry("tools.type");
    }
    Tool tool;
    tool.name = textOf(valueOf(function, "name"));
    tool.description = textOf(valueOf(function, "description"));
    tool.strict = valueOf(function, "strict") == "true";
    const QByteArrayView parameters = valueOf(function, "parameters");
    tool.parameters = parameters == "null" ? QByteArray() : parameters.toByteArray();
    return tool.name.isEmpty() ? core::Result<Tool>(malformed("tools", u"has one without a name"_s))
                               : core::Result(tool);
}

} // namespace proxy::chat
