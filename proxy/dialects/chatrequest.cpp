// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/chatrequest.h"

#include "core/base/jsontext.h"
#include "proxy/dialects/chatmessages.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace proxy::chat {
namespace {

using core::Done;
using core::Outcome;

/// Names of sampling, and the value that is as good as not said.
const std::map<QByteArrayView, QByteArrayView> Sampling{{"temperature", ""},
                                                        {"top_p", ""},
                                                        {"top_k", ""},
                                                        {"min_p", ""},
                                                        {"seed", ""},
                                                        {"presence_penalty", "0"},
                                                        {"frequency_penalty", "0"},
                                                        {"repetition_penalty", "1"}};

/// What asks for nothing: true of a call that any provider answers.
const std::multimap<QByteArrayView, QByteArrayView> Defaults{{"n", "1"},
                                                             {"best_of", "1"},
                                                             {"logprobs", "false"},
                                                             {"top_logprobs", "0"},
                                                             {"logit_bias", "{}"},
                                                             {"store", "false"},
                                                             {"service_tier", "\"auto\""},
                                                             {"service_tier", "\"default\""},
                                                             {"modalities", "[\"text\"]"},
                                                             {"use_beam_search", "false"},
                                                             {"parallel_tool_calls", "true"}};

/// Capstan's own, and hints that change nothing of an answer.
constexpr auto Ours = std::to_array<QByteArrayView>(
    {"metadata", "scope", "stream_options", "prompt_cache_key", "safety_identifier"});

bool isDefault(QByteArrayView name, QByteArrayView value)
{
    const auto [begin, end] = Defaults.equal_range(name);
    return std::any_of(begin, end, [value](const auto &one) { return one.second == value; });
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

/// Takes the members one by one.
class Reader
{
public:
    [[nodiscard]] Outcome take(QByteArrayView name, QByteArrayView value);
    [[nodiscard]] Request request() && { return std::move(m_request); }

private:
    [[nodiscard]] Outcome takeMessages(QByteArrayView list);
    [[nodiscard]] Outcome takeTools(QByteArrayView list);
    [[nodiscard]] Outcome takeToolChoice(QByteArrayView value);
    [[nodiscard]] Outcome takeFormat(QByteArrayView value);
    [[nodiscard]] Outcome takeOther(QByteArrayView name, QByteArrayView value);
    void takeStop(QByteArrayView value);

    Request m_request;
};

Outcome Reader::take(QByteArrayView name, QByteArrayView value)
{
    if (value == "null") {
        return Done{};
    }
    if (name == "messages") {
        return takeMessages(value);
    }
    if (name == "tools") {
        return takeTools(value);
    }
    if (name == "tool_choice") {
        return takeToolChoice(value);
    }
    if (name == "response_format") {
        return takeFormat(value);
    }
    return takeOther(name, value);
}

Outcome Reader::takeOther(QByteArrayView name, QByteArrayView value)
{
    if (name == "model") {
        m_request.model = textOf(value);
    } else if (name == "user") {
        m_request.user = textOf(value);
    } else if (name == "stream") {
        m_request.stream = value == "true";
    } else if (name == "max_completion_tokens") {
        m_request.maxTokens = core::jsonInteger(value); // it wins over max_tokens
    } else if (name == "max_tokens") {
        m_request.maxTokens = m_request.maxTokens ? m_request.maxTokens : core::jsonInteger(value);
    } else if (name == "stop") {
        takeStop(value);
    } else if (name == "reasoning_effort") {
        m_request.reasoningEffort = textOf(value);
    } else if (name == "parallel_tool_calls" && value == "false") {
        m_request.oneToolAtATime = true;
    } else if (const auto sampled = Sampling.find(name); sampled != Sampling.end()) {
        if (sampled->second.isEmpty() || value.toDouble() != sampled->second.toDouble()) {
            m_request.sampling.emplace_back(name.toByteArray(), value.toByteArray());
        }
    } else if (!isDefault(name, value) && std::ranges::find(Ours, name) == Ours.end()) {
        return cannotCarry(name);
    }
    return Done{};
}

void Reader::takeStop(QByteArrayView value)
{
    if (value.startsWith('"')) {
        m_request.stop.push_back(textOf(value));
        return;
    }
    core::JsonElements texts(value);
    QByteArrayView text;
    while (texts.next(text)) {
        m_request.stop.push_back(textOf(text));
    }
}

Outcome Reader::takeMessages(QByteArrayView list)
{
    core::JsonElements elements(list);
    QByteArrayView element;
    while (elements.next(element)) {
        auto message = readMessage(element);
        if (!message.ok()) {
            return message.error();
        }
        m_request.messages.push_back(*std::move(message));
    }
    return Done{};
}

Outcome Reader::takeTools(QByteArrayView list)
{
    core::JsonElements elements(list);
    QByteArrayView element;
    while (elements.next(element)) {
        auto tool = readTool(element);
        if (!tool.ok()) {
            return tool.error();
        }
        m_request.tools.push_back(*std::move(tool));
    }
    return Done{};
}

Outcome Reader::takeToolChoice(QByteArrayView value)
{
    if (value == "\"auto\"") {
        return Done{};
    }
    if (value == "\"none\"") {
        m_request.toolUse = ToolUse::None;
    } else if (value == "\"required\"") {
        m_request.toolUse = ToolUse::Required;
    } else {
        m_request.toolUse = ToolUse::Named;
        m_request.toolName = textOf(valueOf(valueOf(value, "function"), "name"));
    }
    return m_request.toolUse == ToolUse::Named && m_request.toolName.isEmpty()
               ? cannotCarry("tool_choice")
               : Outcome(Done{});
}

Outcome Reader::takeFormat(QByteArrayView value)
{
    const QByteArrayView type = valueOf(value, "type");
    if (type == "\"json_object\"") {
        m_request.format = Format::JsonObject;
    } else if (type == "\"json_schema\"") {
        m_request.format = Format::JsonSchema;
        m_request.schema = valueOf(valueOf(value, "json_schema"), "schema").toByteArray();
    } else if (type != "\"text\"") {
        return cannotCarry("response_format");
    }
    const bool lacksSchema = m_request.format == Format::JsonSchema && m_request.schema.isEmpty();
    return lacksSchema ? cannotCarry("response_format") : Outcome(Done{});
}

} // namespace

QByteArray Message::text() const
{
    QByteArray text;
    for (const Part &part : parts) {
        text += part.text;
    }
    return text;
}

QByteArray Request::system() const
{
    QByteArray text;
    for (const Message &message : messages) {
        if (message.role == Role::System && !message.parts.empty()) {
            text += (text.isEmpty() ? "" : "\n\n") + message.text();
        }
    }
    return text;
}

core::Error cannotCarry(QByteArrayView field)
{
    const QString name = QString::fromUtf8(field);
    return {
        core::ErrorCode::InvalidInput,
        u"The field \"%1\" of this request cannot be given to the provider of this model."_s.arg(
            name),
        u"Leave \"%1\" out, or call a model whose provider speaks OpenAI's dialect."_s.arg(name)};
}

core::Result<Request> read(const QByteArray &body)
{
    const auto members = core::membersOf(body);
    if (!members) {
        return members.error();
    }
    Reader reader;
    for (const core::JsonMember &member : *members) {
        if (const Outcome taken = reader.take(member.name, member.value(body)); !taken.ok()) {
            return taken.error();
        }
    }
    return std::move(reader).request();
}

core::Result<std::vector<std::pair<QByteArray, QByteArray>>> renamed(const Request &request,
                                                                     const Names &names)
{
    std::vector<std::pair<QByteArray, QByteArray>> theirs;
    for (const auto &[name, value] : request.sampling) {
        const auto known =
            std::ranges::find(names, QByteArrayView(name), &Names::value_type::first);
        if (known == names.end()) {
            return cannotCarry(name);
        }
        theirs.emplace_back(known->second.toByteArray(), value);
    }
    return theirs;
}

} // namespace proxy::chat
