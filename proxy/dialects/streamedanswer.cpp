// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/streamedanswer.h"

#include "core/base/jsonscan.h"
#include "core/base/jsontext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace proxy::openai {
using namespace Qt::StringLiterals;

namespace {

/// As many as a request may ask for (n).
constexpr std::size_t MostChoices = 128;

/// The place of that index; nullptr for one that nobody can mean.
template <class T>
T *placeAt(std::vector<T> &list, qint64 index, std::size_t most)
{
    const auto place = static_cast<std::size_t>(index);
    if (index < 0 || place >= most) {
        return nullptr;
    }
    list.resize(std::max(list.size(), place + 1));
    return &list[place];
}

qint64 indexOf(QByteArrayView object)
{
    const auto index = core::findMember(object, "index");
    return index ? core::jsonInteger(index->value(object)).value_or(0) : 0;
}

QJsonObject assistant(const QJsonValue &content)
{
    return {{u"role"_s, u"assistant"_s}, {u"content"_s, content}};
}

} // namespace

StreamedAnswer::StreamedAnswer(qint64 maximumBytes)
    : m_left(maximumBytes)
{}

void StreamedAnswer::take(QByteArrayView data)
{
    const auto choices = core::findMember(data, "choices");
    if (!choices) {
        if (const auto type = core::findMember(data, "type")) {
            takeTyped(type->value(data), data);
        }
        return;
    }
    core::JsonElements elements(choices->value(data));
    QByteArrayView choice;
    while (elements.next(choice)) {
        takeChoice(choice);
    }
}

void StreamedAnswer::takeChoice(QByteArrayView choice)
{
    Choice *state = placeAt(m_choices, indexOf(choice), MostChoices);
    if (state == nullptr) {
        return;
    }
    core::JsonMembers members(choice);
    core::JsonMember member;
    while (members.next(member)) {
        const QByteArrayView value = member.value(choice);
        if (member.name == "delta") {
            takeDelta(value, *state);
        } else if (member.name == "text") {
            append(state->content, value);
        } else if (member.name == "finish_reason" && value != "null") {
            state->finishReason = core::jsonString(value).value_or(QByteArray());
        }
    }
}

void StreamedAnswer::takeDelta(QByteArrayView delta, Choice &choice)
{
    core::JsonMembers members(delta);
    core::JsonMember member;
    while (members.next(member)) {
        const QByteArrayView value = member.value(delta);
        if (member.name == "content" || member.name == "refusal") {
            append(choice.content, value);
        } else if (member.name == "reasoning_content" || member.name == "reasoning") {
            append(choice.reasoning, value);
        } else if (member.name == "tool_calls") {
            core::JsonElements calls(value);
            QByteArrayView call;
            while (calls.next(call)) {
                takeToolCall(call, choice);
            }
        }
    }
}

void StreamedAnswer::takeToolCall(QByteArrayView call, Choice &choice)
{
    ToolCall *state = placeAt(choice.toolCalls, indexOf(call), MostToolCalls);
    const auto function = core::findMember(call, "function");
    if (state == nullptr) {
        return;
    }
    if (const auto id = core::findMember(call, "id"); id && state->id.isEmpty()) {
        append(state->id, id->value(call));
    }
    const QByteArrayView said = function ? function->value(call) : QByteArrayView();
    if (const auto name = core::findMember(said, "name"); name && state->name.isEmpty()) {
        append(state->name, name->value(said));
    }
    if (const auto arguments = core::findMember(said, "arguments")) {
        append(state->arguments, arguments->value(said));
    }
}

void StreamedAnswer::append(QByteArray &text, QByteArrayView value)
{
    if (m_left <= 0) {
        return;
    }
    if (const auto more = core::jsonString(value)) {
        text += *more;
        m_left -= more->size();
    }
}

QJsonArray StreamedAnswer::messages() const
{
    QJsonArray list = QJsonDocument::fromJson(m_output).array();
    if (!list.isEmpty()) {
        return list;
    }
    for (const Choice &choice : m_choices) {
        const bool isSilent = choice.content.isEmpty() && choice.reasoning.isEmpty() &&
                              choice.toolCalls.empty() && choice.finishReason.isEmpty();
        if (!isSilent) {
            list.append(messageOf(choice));
        }
    }
    return list;
}

QJsonObject StreamedAnswer::messageOf(const Choice &choice)
{
    QJsonObject message = assistant(QString::fromUtf8(choice.content));
    if (!choice.reasoning.isEmpty()) {
        message[u"reasoning_content"_s] = QString::fromUtf8(choice.reasoning);
    }
    QJsonArray calls;
    for (const ToolCall &call : choice.toolCalls) {
        calls.append(
            QJsonObject{{u"id"_s, QString::fromUtf8(call.id)},
                        {u"type"_s, u"function"_s},
                        {u"function"_s,
                         QJsonObject{{u"name"_s, QString::fromUtf8(call.name)},
                                     {u"arguments"_s, QString::fromUtf8(call.arguments)}}}});
    }
    if (!calls.isEmpty()) {
        message[u"tool_calls"_s] = calls;
    }
    if (!choice.finishReason.isEmpty()) {
        message[u"finish_reason"_s] = QString::fromUtf8(choice.finishReason);
    }
    return message;
}

QJsonArray messagesOf(const QByteArray &answer)
{
    const QJsonObject json = QJsonDocument::fromJson(answer).object();
    QJsonArray list;
    for (const QJsonValue choice : json["choices"_L1].toArray()) {
        QJsonObject message = choice["message"_L1].isObject() ? choice["message"_L1].toObject()
                                                              : assistant(choice["text"_L1]);
        message[u"finish_reason"_s] = choice["finish_reason"_L1];
        list.append(message);
    }
    if (list.isEmpty() && json["content"_L1].isArray()) {
        list.append(assistant(json["content"_L1])); // /v1/messages
    }
    return list.isEmpty() ? json["output"_L1].toArray() : list; // /v1/responses
}

} // namespace proxy::openai
