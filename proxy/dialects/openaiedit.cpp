// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "proxy/dialects/openai.h"

#include <algorithm>
#include <array>

namespace proxy::openai {
namespace {

/// Between vLLM's own parts (vllm-protocol 1.2): a client's could jump the queue, reach into
/// another's cache, or take our id.
constexpr auto InternalNames = std::to_array<QByteArrayView>(
    {"priority", "kv_transfer_params", "ec_transfer_params", "vllm_xargs", "request_id"});

/// The function's name of one entry of `tools` or `functions`.
QByteArray toolName(QByteArrayView tool)
{
    const auto function = core::findMember(tool, "function");
    const QByteArrayView holder = function ? function->value(tool) : tool;
    const auto name = core::findMember(holder, "name");
    return name ? core::jsonString(name->value(holder)).value_or(QByteArray()) : QByteArray();
}

/// One pass over a body: what each member becomes. Members are changed from the last to the first,
/// so that the places of those before stay true.
class RequestEditor
{
public:
    RequestEditor(const CallFacts &facts, const QByteArray &body, const RequestEdit &edit)
        : m_facts(facts)
        , m_body(body)
        , m_edit(edit)
        , m_text(body)
    {}

    [[nodiscard]] QByteArray edited()
    {
        std::vector<core::JsonMember> members;
        core::JsonMembers reader(m_body);
        core::JsonMember member;
        while (reader.next(member)) {
            members.push_back(member);
        }
        std::for_each(members.rbegin(), members.rend(), [this](const core::JsonMember &each) {
            change(each);
        });
        addMissing();
        return m_text;
    }

private:
    void change(const core::JsonMember &member);
    void changeLimit(const core::JsonMember &member, QByteArrayView value);
    void changeTools(const core::JsonMember &member, QByteArrayView value);
    void changeToolChoice(const core::JsonMember &member, QByteArrayView value);
    void addMissing();
    [[nodiscard]] QByteArray streamOptions(QByteArrayView value) const;
    [[nodiscard]] bool removes(const QByteArray &tool) const
    {
        return std::find(m_edit.removeTools.begin(), m_edit.removeTools.end(), tool) !=
               m_edit.removeTools.end();
    }
    void replace(const core::JsonMember &member, QByteArrayView value)
    {
        m_text.replace(member.valueBegin, member.valueEnd - member.valueBegin, value);
    }
    void remove(const core::JsonMember &member) { m_text = core::withoutMember(m_text, member); }
    [[nodiscard]] bool clamps() const
    {
        return m_edit.maxTokens.has_value() && generates(m_facts.endpoint);
    }
    [[nodiscard]] QByteArrayView limitName() const
    {
        if (m_facts.endpoint == Endpoint::Responses) {
            return "max_output_tokens";
        }
        return m_facts.usesMaxCompletionTokens ? "max_completion_tokens" : "max_tokens";
    }
    /// A stream of responses always ends with its usage, and takes no option for it.
    [[nodiscard]] bool metersStream() const
    {
        return m_edit.meterStream && m_facts.stream && m_facts.endpoint != Endpoint::Responses;
    }

    const CallFacts &m_facts;
    const QByteArray &m_body;
    const RequestEdit &m_edit;
    QByteArray m_text;
    bool m_hasModel = false;
    bool m_hasLimit = false;
    bool m_hasStreamOptions = false;
};

void RequestEditor::change(const core::JsonMember &member)
{
    const QByteArrayView name = member.name;
    const QByteArrayView value = member.value(m_body);
    if (m_edit.stripInternal &&
        std::find(InternalNames.begin(), InternalNames.end(), name) != InternalNames.end()) {
        remove(member);
    } else if (name == "model" && m_edit.model) {
        m_hasModel = true;
        replace(member, core::quotedJson(*m_edit.model));
    } else if (name == "stream_options" && metersStream()) {
        m_hasStreamOptions = true;
        replace(member, streamOptions(value));
    } else if (clamps()) {
        changeLimit(member, value);
    }
    if (!m_edit.removeTools.empty()) {
        changeTools(member, value);
    }
}

void RequestEditor::changeLimit(const core::JsonMember &member, QByteArrayView value)
{
    const QByteArray limit = QByteArray::number(*m_edit.maxTokens);
    if (member.name == limitName()) {
        m_hasLimit = true;
        replace(member, limit);
        return;
    }
    // A second limit that this upstream may obey instead, and a minimum that the clamp would make
    // a contradiction.
    const bool mustNotExceed = member.name == "max_tokens" || member.name == "min_tokens";
    if (mustNotExceed && core::jsonInteger(value).value_or(0) > *m_edit.maxTokens) {
        replace(member, limit);
    }
}

void RequestEditor::changeTools(const core::JsonMember &member, QByteArrayView value)
{
    if (member.name == "tool_choice" || member.name == "function_call") {
        changeToolChoice(member, value);
        return;
    }
    if (member.name != "tools" && member.name != "functions") {
        return;
    }
    QByteArray kept;
    core::JsonElements tools(value);
    QByteArrayView tool;
    while (tools.next(tool)) {
        if (!removes(toolName(tool))) {
            kept.append(kept.isEmpty() ? "" : ",").append(tool);
        }
    }
    if (kept.isEmpty()) {
        remove(member);
    } else {
        replace(member, '[' + kept + ']');
    }
}

void RequestEditor::changeToolChoice(const core::JsonMember &member, QByteArrayView value)
{
    // A choice without tools is refused, as is one of a tool that is not there.
    const QByteArrayView list = member.name == "tool_choice" ? "tools" : "functions";
    bool anyKept = false;
    if (const auto tools = core::findMember(m_body, list)) {
        core::JsonElements elements(tools->value(m_body));
        QByteArrayView tool;
        while (elements.next(tool)) {
            anyKept = anyKept || !removes(toolName(tool));
        }
    }
    if (!anyKept || (value.startsWith('{') && removes(toolName(value)))) {
        remove(member);
    }
}

QByteArray RequestEditor::streamOptions(QByteArrayView value) const
{
    QByteArray options = value.startsWith('{') ? value.toByteArray() : QByteArray("{}");
    options = core::withMember(options, "include_usage", "true");
    return m_edit.continuous ? core::withMember(options, "continuous_usage_stats", "true")
                             : options;
}

void RequestEditor::addMissing()
{
    if (m_edit.model && !m_hasModel) {
        m_text = core::withMember(m_text, "model", core::quotedJson(*m_edit.model));
    }
    if (clamps() && !m_hasLimit) {
        m_text = core::withMember(m_text, limitName(), QByteArray::number(*m_edit.maxTokens));
    }
    if (metersStream() && !m_hasStreamOptions) {
        m_text = core::withMember(m_text, "stream_options", streamOptions("{}"));
    }
}

} // namespace

QByteArray editRequest(const CallFacts &facts, const QByteArray &body, const RequestEdit &edit)
{
    return RequestEditor(facts, body, edit).edited();
}

} // namespace proxy::openai
