// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages.h"
#include "prompt.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

/// A text, or the text blocks of a list and what tools answered, as one text.
QString textOfBlocks(const QJsonValue &content)
{
    QString text = content.toString();
    for (const QJsonValue block : content.toArray()) {
        text += block["type"_L1] == "tool_result"_L1 ? textOfBlocks(block["content"_L1])
                                                     : block["text"_L1].toString();
    }
    return text;
}

QJsonArray partsOf(const QJsonValue &content)
{
    QJsonArray parts{QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, textOfBlocks(content)}}};
    for (const QJsonValue block : content.toArray()) {
        if (block["type"_L1] == "image"_L1) {
            parts.append(QJsonObject{{u"type"_s, u"image_url"_s}});
        }
    }
    return parts;
}

QJsonArray messagesOf(const QJsonObject &body)
{
    QJsonArray messages;
    if (const QString system = textOfBlocks(body["system"_L1]); !system.isEmpty()) {
        messages.append(QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, system}});
    }
    for (const QJsonValue message : body["messages"_L1].toArray()) {
        messages.append(QJsonObject{{u"role"_s, message["role"_L1]},
                                    {u"content"_s, partsOf(message["content"_L1])}});
    }
    return messages;
}

QJsonArray toolsOf(const QJsonObject &body)
{
    QJsonArray tools;
    for (const QJsonValue tool : body["tools"_L1].toArray()) {
        QJsonObject function{{u"name"_s, tool["name"_L1]},
                             {u"parameters"_s, tool["input_schema"_L1]}};
        tools.append(QJsonObject{{u"type"_s, u"function"_s}, {u"function"_s, function}});
    }
    return tools;
}

} // namespace

std::variant<QJsonObject, ApiError> chatOfMessages(const QJsonObject &body)
{
    for (const QByteArray &name : {"model"_ba, "messages"_ba, "max_tokens"_ba}) {
        if (!body.contains(QLatin1String(name))) {
            return missingField(name, body);
        }
    }
    QJsonObject chat{{u"model"_s, body["model"_L1]},
                     {u"messages"_s, messagesOf(body)},
                     {u"max_tokens"_s, body["max_tokens"_L1]},
                     {u"stream"_s, body["stream"_L1].toBool()}};
    if (const QJsonArray tools = toolsOf(body); !tools.isEmpty()) {
        chat.insert(u"tools"_s, tools);
    }
    return chat;
}

RequestOrError
readMessagesRequest(const QJsonObject &body, const Options &options, const Script &script)
{
    const auto chat = chatOfMessages(body);
    if (const auto *problem = std::get_if<ApiError>(&chat)) {
        return *problem;
    }
    RequestOrError read = readChatRequest(std::get<QJsonObject>(chat), options, script);
    if (auto *request = std::get_if<CompletionRequest>(&read)) {
        request->isMessages = true;
    }
    return read;
}

PlainAnswer::Content countMessages(const QJsonObject &body, const Options &options)
{
    const auto model = resolveModel(body, options);
    if (const auto *unknown = std::get_if<ApiError>(&model)) {
        return {unknown->status, messagesError(*unknown)};
    }
    TokenList tokens(TokenList::Keep::Count);
    addConversation(tokens, messagesOf(body), toolsOf(body));
    const QByteArray count = QByteArray::number(tokens.count());
    return {200,
            R"({"input_tokens":)" + count + R"(,"context_management":{"original_input_tokens":)" +
                count + "}}"};
}

} // namespace sim
