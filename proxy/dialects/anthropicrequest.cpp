// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "proxy/dialects/anthropic.h"
#include "proxy/dialects/promptbound.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace proxy::anthropic {
namespace {

constexpr qint64 MaximumTokens = qint64{1} << 31;

/// Names that metering reads; an upstream written in Go takes "Max_Tokens" for one.
constexpr auto MeteredNames =
    std::to_array<QByteArrayView>({"model", "stream", "max_tokens", "messages", "system", "tools"});

/// Blocks that are nothing but text; tool_result holds further blocks.
constexpr auto TextBlocks = std::to_array<QByteArrayView>(
    {"\"text\"", "\"thinking\"", "\"redacted_thinking\"", "\"tool_use\""});

/// Tools that the client runs. Any other runs at the provider, which bills each use and reads the
/// whole prompt again after it.
constexpr auto ClientTools =
    std::to_array<QByteArrayView>({"custom", "bash_", "text_editor_", "computer_", "memory_"});

/// Members that enter neither the prompt nor the bill.
constexpr auto OutsideThePrompt = std::to_array<QByteArrayView>({"metadata",
                                                                 "stop_sequences",
                                                                 "temperature",
                                                                 "top_k",
                                                                 "top_p",
                                                                 "thinking",
                                                                 "service_tier",
                                                                 "priority",
                                                                 "request_id",
                                                                 "cache_salt",
                                                                 "kv_transfer_params",
                                                                 "ec_transfer_params",
                                                                 "vllm_xargs"});

template <class Names>
bool contains(const Names &names, QByteArrayView name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

QByteArrayView valueOf(QByteArrayView object, QByteArrayView name)
{
    const auto member = core::findMember(object, name);
    return member ? member->value(object) : QByteArrayView();
}

/// What a block list brings beside its bytes.
void addBlocks(QByteArrayView content, openai::CallFacts &facts)
{
    core::JsonElements blocks(content);
    QByteArrayView block;
    while (blocks.next(block)) {
        const QByteArrayView type = valueOf(block, "type");
        // A member that is there twice: theirs may not be the one we see.
        const bool isSound = core::membersOf(block).ok();
        if (isSound && type == "\"tool_result\"") {
            ++facts.messages; // vLLM makes a message of its own of it
            addBlocks(valueOf(block, "content"), facts);
        } else if (!isSound || !contains(TextBlocks, type)) {
            facts.hasMedia = true;
        }
    }
}

/// Reads the members one by one; the first mistake is kept and ends the reading.
class RequestReader
{
public:
    explicit RequestReader(QByteArrayView body)
        : m_body(body)
    {
        m_facts.endpoint = openai::Endpoint::Messages;
        m_facts.includeUsage = true; // part of every answer of this API
    }

    [[nodiscard]] core::Result<openai::CallFacts> read();

private:
    void refuse(QByteArrayView field, const QString &what);
    void checkSpelling(QByteArrayView name);
    void readMember(QByteArrayView name, QByteArrayView value);
    void readOther(QByteArrayView name, QByteArrayView value);
    void readMaxTokens(QByteArrayView value);
    void readMessages(QByteArrayView value);
    void readTools(QByteArrayView value);

    QByteArrayView m_body;
    openai::CallFacts m_facts;
    std::optional<core::Error> m_error;
};

core::Result<openai::CallFacts> RequestReader::read()
{
    const auto members = core::membersOf(m_body);
    if (!members) {
        return members.error();
    }
    for (const core::JsonMember &member : *members) {
        checkSpelling(member.name);
        if (member.value(m_body) != "null") {
            readMember(member.name, member.value(m_body));
        }
    }
    if (!m_facts.maxTokens) {
        refuse("max_tokens", u"is missing"_s);
    }
    if (m_facts.messages == 0) {
        refuse("messages", u"is missing, or empty"_s);
    }
    if (m_error) {
        return *std::move(m_error);
    }
    return m_facts;
}

void RequestReader::refuse(QByteArrayView field, const QString &what)
{
    if (!m_error) {
        const QString name = QString::fromUtf8(field);
        m_error = {core::ErrorCode::InvalidInput,
                   u"The field \"%1\" %2."_s.arg(name, what),
                   u"Correct the field \"%1\" of the request."_s.arg(name)};
    }
}

void RequestReader::checkSpelling(QByteArrayView name)
{
    for (const QByteArrayView known : MeteredNames) {
        if (name != known && name.compare(known, Qt::CaseInsensitive) == 0) {
            refuse(name, u"is not written \"%1\""_s.arg(QString::fromLatin1(known)));
        }
    }
}

void RequestReader::readMember(QByteArrayView name, QByteArrayView value)
{
    if (name == "model") {
        m_facts.model = core::jsonString(value).value_or(QByteArray());
    } else if (name == "stream") {
        m_facts.stream = value == "true";
        if (!m_facts.stream && value != "false") {
            refuse(name, u"is neither true nor false"_s);
        }
    } else if (name == "max_tokens") {
        readMaxTokens(value);
    } else if (name == "messages") {
        readMessages(value);
    } else if (name == "tools") {
        readTools(value);
    } else if (name == "metadata") {
        m_facts.user = core::jsonString(valueOf(value, "user_id")).value_or(QByteArray());
    } else {
        readOther(name, value);
    }
}

void RequestReader::readOther(QByteArrayView name, QByteArrayView value)
{
    const bool isOrdinary = value == "\"standard\"" || value == "\"global\"";
    if ((name == "speed" || name == "inference_geo") && !isOrdinary) {
        refuse(name, u"would change the price, which nobody has told Capstan"_s);
    } else if (name == "mcp_servers" || name == "container") {
        refuse(name, u"lets the provider run tools, whose use has no bound"_s);
    } else if (name == "system") {
        m_facts.textBytes += value.size();
        ++m_facts.messages;
        addBlocks(value, m_facts);
    } else if (!contains(OutsideThePrompt, name)) {
        m_facts.textBytes += openai::laidOutBytes(value);
    }
}

void RequestReader::readMaxTokens(QByteArrayView value)
{
    const auto count = core::jsonInteger(value);
    if (!count || *count < 1 || *count > MaximumTokens) {
        refuse("max_tokens", u"is no whole number from 1 to %1"_s.arg(MaximumTokens));
        return;
    }
    m_facts.maxTokens = count;
}

void RequestReader::readMessages(QByteArrayView value)
{
    m_facts.textBytes += value.size();
    core::JsonElements messages(value);
    QByteArrayView message;
    while (messages.next(message)) {
        if (!core::membersOf(message).ok()) {
            refuse("messages", u"is no list of objects with each member once"_s);
            return;
        }
        ++m_facts.messages;
        addBlocks(valueOf(message, "content"), m_facts);
    }
}

void RequestReader::readTools(QByteArrayView value)
{
    m_facts.textBytes += openai::laidOutBytes(value);
    core::JsonElements tools(value);
    QByteArrayView tool;
    while (tools.next(tool)) {
        m_facts.hasTools = true;
        if (!core::membersOf(tool).ok()) {
            refuse("tools", u"is no list of objects with each member once"_s);
            return;
        }
        const QByteArray type = core::jsonString(valueOf(tool, "type")).value_or("custom");
        if (std::none_of(ClientTools.begin(), ClientTools.end(), [&type](QByteArrayView known) {
                return type.startsWith(known);
            })) {
            refuse("tools",
                   u"has a tool that the provider runs (%1), whose use has no bound"_s.arg(
                       QString::fromUtf8(type.left(60))));
        }
    }
}

} // namespace

core::Result<openai::CallFacts> readRequest(const QByteArray &body)
{
    return RequestReader(body).read();
}

} // namespace proxy::anthropic
