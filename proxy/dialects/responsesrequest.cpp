// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/responsesrequest.h"

#include "core/base/jsontext.h"
#include "proxy/dialects/promptbound.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace proxy::openai {
namespace {

/// Items whose text stands in the request; any other refers to something the upstream keeps.
constexpr auto TextItems = std::to_array<QByteArrayView>({"\"message\"",
                                                          "\"function_call\"",
                                                          "\"function_call_output\"",
                                                          "\"custom_tool_call\"",
                                                          "\"custom_tool_call_output\"",
                                                          "\"reasoning\""});
constexpr auto OwnTools = std::to_array<QByteArrayView>({"\"function\"", "\"custom\""});
/// Of the answer's shape and of accounting; the rest is counted by addOther().
constexpr auto OutsideThePrompt = std::to_array<QByteArrayView>(
    {"include", "max_tool_calls", "truncation", "prompt_cache_options"});

template <std::size_t Size>
bool contains(const std::array<QByteArrayView, Size> &names, QByteArrayView name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

QByteArrayView typeOf(QByteArrayView object)
{
    const auto type = core::findMember(object, "type");
    return type ? type->value(object) : QByteArrayView();
}

/// A message without a type, as in chat, is one, too.
bool isTextItem(QByteArrayView item)
{
    const QByteArrayView type = typeOf(item);
    const auto output = core::findMember(item, "output");
    const bool hasParts = output && output->value(item).startsWith('[');
    return (type.isEmpty() || contains(TextItems, type)) && !hasParts;
}

QString addInput(QByteArrayView value, CallFacts &facts)
{
    if (value.front() == '"') {
        facts.messages = 1;
        facts.textBytes += value.size();
        return {};
    }
    if (!addMessages(value, facts)) {
        return u"is neither a text nor a list of items"_s;
    }
    core::JsonElements items(value);
    QByteArrayView item;
    while (items.next(item)) {
        facts.hasMedia = facts.hasMedia || !isTextItem(item);
    }
    return {};
}

QString checkTools(QByteArrayView value)
{
    core::JsonElements tools(value);
    QByteArrayView tool;
    while (tools.next(tool)) {
        if (!contains(OwnTools, typeOf(tool))) {
            return u"names a tool that the provider would run itself: what that costs has no "
                   "bound. Functions of your own are fine"_s;
        }
    }
    return {};
}

} // namespace

bool isStoredPrompt(QByteArrayView name)
{
    return name == "previous_response_id" || name == "conversation" || name == "prompt";
}

QString addResponsesMember(QByteArrayView name, QByteArrayView value, CallFacts &facts)
{
    if (name == "input") {
        return addInput(value, facts);
    }
    if (name == "background") {
        return value == "false" ? QString() : u"is not supported: the call could not be cut"_s;
    }
    if (name == "tools") {
        if (QString fault = checkTools(value); !fault.isEmpty()) {
            return fault;
        }
    }
    facts.hasMedia = facts.hasMedia || isStoredPrompt(name);
    if (!contains(OutsideThePrompt, name)) {
        addOther(name, value, facts);
    }
    return {};
}

} // namespace proxy::openai
