// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerreading.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace answers {

core::Money moneyHeader(const Answer &answer)
{
    const auto money = core::Money::parse(answer.header("x-capstan-cost-usd"));
    return money.ok() ? *money : core::Money::maximum();
}
QByteArray usageEvent(const Answer &answer)
{
    QByteArray found;
    for (const QByteArray &event : answer.events()) {
        found = event.contains("\"usage\":{") ? event : found;
    }
    return found;
}
QJsonObject usageOf(const Answer &answer)
{
    const QByteArray stream = usageEvent(answer);
    const QJsonObject json =
        stream.isEmpty() ? answer.json() : QJsonDocument::fromJson(stream).object();
    const bool isResponses = json.contains("response"_L1);
    return isResponses ? json["response"_L1]["usage"_L1].toObject() : json["usage"_L1].toObject();
}

QByteArray textOf(const Answer &answer)
{
    QString text = answer.json()["choices"_L1][0]["message"_L1]["content"_L1].toString();
    text += answer.json()["content"_L1][0]["text"_L1].toString();
    text += answer.json()["output"_L1][0]["content"_L1][0]["text"_L1].toString();
    for (const QByteArray &event : answer.events()) {
        const QJsonObject json = QJsonDocument::fromJson(event).object();
        text += json["choices"_L1][0]["delta"_L1]["content"_L1].toString();
        text += json["delta"_L1]["text"_L1].toString();
        text += json["delta"_L1].toString();
    }
    return text.toUtf8();
}
QByteArray finishReasonOf(const Answer &answer)
{
    QString reason = answer.json()["choices"_L1][0]["finish_reason"_L1].toString();
    reason += answer.json()["stop_reason"_L1].toString();
    reason += answer.json()["status"_L1].toString();
    for (const QByteArray &event : answer.events()) {
        const QJsonObject json = QJsonDocument::fromJson(event).object();
        reason += json["choices"_L1][0]["finish_reason"_L1].toString();
        reason += json["delta"_L1]["stop_reason"_L1].toString();
        const bool isLast = json["type"_L1] == "response.completed"_L1;
        reason += isLast ? json["response"_L1]["status"_L1].toString() : QString();
    }
    return reason.toUtf8();
}
QJsonObject toolCallOf(const Answer &answer)
{
    QString id;
    QString name;
    QString arguments;
    const auto addChat = [&](const QJsonValue &call) {
        id += call["id"_L1].toString();
        name += call["function"_L1]["name"_L1].toString();
        arguments += call["function"_L1]["arguments"_L1].toString();
    };
    const auto addBlock = [&](const QJsonValue &block) {
        const bool isTool = block["type"_L1] == "tool_use"_L1;
        id += isTool ? block["id"_L1].toString() : QString();
        name += isTool ? block["name"_L1].toString() : QString();
    };
    const auto addItem = [&](const QJsonValue &item) {
        id += item["call_id"_L1].toString();
        name += item["name"_L1].toString();
        arguments += item["arguments"_L1].toString();
    };
    addChat(answer.json()["choices"_L1][0]["message"_L1]["tool_calls"_L1][0]);
    addItem(answer.json()["output"_L1][0]);
    for (const QJsonValue block : answer.json()["content"_L1].toArray()) {
        addBlock(block);
        if (block["type"_L1] == "tool_use"_L1) {
            arguments = QString::fromUtf8(QJsonDocument(block["input"_L1].toObject()).toJson());
        }
    }
    for (const QByteArray &event : answer.events()) {
        const QJsonObject json = QJsonDocument::fromJson(event).object();
        addChat(json["choices"_L1][0]["delta"_L1]["tool_calls"_L1][0]);
        addBlock(json["content_block"_L1]);
        arguments += json["delta"_L1]["partial_json"_L1].toString();
        addItem(json["item"_L1]);
        arguments += json["delta"_L1].toString();
    }
    return {{u"id"_s, id}, {u"name"_s, name}, {u"arguments"_s, arguments}};
}

} // namespace answers
