// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/contentmessages.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace proxy {
using namespace Qt::StringLiterals;

namespace {

QString compact(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString();
    }
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QJsonObject part(const QString &type, const QString &text)
{
    return {{u"type"_s, type}, {u"content"_s, text}};
}

/// The arguments are JSON within a text.
QJsonValue argumentsOf(const QJsonValue &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toString().toUtf8());
    return document.isObject() ? QJsonValue(document.object()) : text;
}

void addContent(const QJsonValue &content, QJsonArray &parts)
{
    if (content.isString() && !content.toString().isEmpty()) {
        parts.append(part(u"text"_s, content.toString()));
    }
    for (const QJsonValue one : content.toArray()) {
        const QJsonValue text = one["text"_L1];
        parts.append(part(u"text"_s, text.isString() ? text.toString() : compact(one)));
    }
}

QJsonObject toolCall(const QJsonValue &call)
{
    const QJsonValue function = call["function"_L1];
    return {{u"type"_s, u"tool_call"_s},
            {u"id"_s, call["id"_L1]},
            {u"name"_s, function["name"_L1]},
            {u"arguments"_s, argumentsOf(function["arguments"_L1])}};
}

QJsonArray partsOf(const QJsonObject &message)
{
    QJsonArray parts;
    if (message["role"_L1] == "tool"_L1) {
        parts.append(QJsonObject{{u"type"_s, u"tool_call_response"_s},
                                 {u"id"_s, message["tool_call_id"_L1]},
                                 {u"response"_s, message["content"_L1]}});
        return parts;
    }
    if (const QString thought = message["reasoning_content"_L1].toString(); !thought.isEmpty()) {
        parts.append(part(u"reasoning"_s, thought));
    }
    addContent(message["content"_L1], parts);
    for (const QJsonValue call : message["tool_calls"_L1].toArray()) {
        parts.append(toolCall(call));
    }
    return parts;
}

QJsonObject messageOf(const QJsonValue &said)
{
    const QJsonObject message = said.toObject();
    if (!message.contains("role"_L1)) {
        return {{u"role"_s, u"user"_s}, {u"parts"_s, QJsonArray{part(u"text"_s, compact(said))}}};
    }
    QJsonObject told{{u"role"_s, message["role"_L1]}, {u"parts"_s, partsOf(message)}};
    if (message.contains("finish_reason"_L1)) {
        told[u"finish_reason"_s] = message["finish_reason"_L1].toString();
    }
    return told;
}

} // namespace

QByteArray messagesWithParts(const QByteArray &said)
{
    if (said.isEmpty()) {
        return {};
    }
    // Qt reads documents only, and a text alone is none.
    const QJsonValue value = QJsonDocument::fromJson('[' + said + ']').array().first();
    QJsonArray messages;
    if (value.isArray()) {
        for (const QJsonValue one : value.toArray()) {
            messages.append(messageOf(one));
        }
    } else {
        messages.append(messageOf(value));
    }
    return QJsonDocument(messages).toJson(QJsonDocument::Compact);
}

} // namespace proxy
