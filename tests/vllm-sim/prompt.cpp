// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim {

static qint64 mediaTokens(const QString &type)
{
    if (type.startsWith("image"_L1)) {
        return TokensPerImage;
    }
    if (type.contains("audio"_L1)) {
        return TokensPerAudio;
    }
    return type.startsWith("video"_L1) ? TokensPerVideo : 0;
}

static void addPart(TokenList &list, const QJsonObject &part)
{
    const QString type = part["type"_L1].toString();
    if (type == "text"_L1) {
        list.addText(part["text"_L1].toString().toUtf8());
        return;
    }
    list.addMarks(mediaTokens(type));
}

static void addMessage(TokenList &list, const QJsonObject &message)
{
    list.addMarks(TokensPerMessage);
    const QJsonValue content = message["content"_L1];
    list.addText(content.toString().toUtf8());
    for (const QJsonValue part : content.toArray()) {
        addPart(list, part.toObject());
    }
    const QJsonArray calls = message["tool_calls"_L1].toArray();
    if (!calls.isEmpty()) {
        list.addText(QJsonDocument(calls).toJson(QJsonDocument::Compact));
    }
}

void addConversation(TokenList &list, const QJsonArray &messages, const QJsonArray &tools)
{
    list.addMarks(TokensPerConversation);
    if (!tools.isEmpty()) {
        list.addMarks(TokensForTools);
        list.addText(QJsonDocument(tools).toJson(QJsonDocument::Compact));
    }
    for (const QJsonValue message : messages) {
        addMessage(list, message.toObject());
    }
}

void addPlainPrompt(TokenList &list, const QJsonValue &prompt, bool specialTokens)
{
    if (prompt.isArray()) {
        for (const QJsonValue id : prompt.toArray()) {
            list.addId(id.toInteger());
        }
        return;
    }
    list.addMarks(specialTokens ? TokensPerPlainPrompt : 0);
    list.addText(prompt.toString().toUtf8());
}

QJsonArray promptsOf(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    const bool isList = value.isArray() && (array[0].isString() || array[0].isArray());
    return isList ? array : QJsonArray{value};
}

QByteArray textOf(const QJsonObject &message)
{
    const QJsonValue content = message["content"_L1];
    QByteArray text = content.toString().toUtf8();
    for (const QJsonValue part : content.toArray()) {
        text += part["text"_L1].toString().toUtf8();
    }
    return text;
}

QByteArray lastTextOf(const QJsonArray &messages, QLatin1String role)
{
    for (qsizetype at = messages.size(); at-- > 0;) {
        const QJsonObject message = messages[at].toObject();
        if (message["role"_L1].toString() == role) {
            return textOf(message);
        }
    }
    return {};
}

} // namespace sim
