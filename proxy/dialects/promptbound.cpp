// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/promptbound.h"

#include <algorithm>
#include <array>

namespace proxy::openai {
namespace {

/// BOS, or CLS and SEP: what a tokenizer adds to a text of its own accord.
constexpr qint64 SpecialTokensPerText = 2;

/// Of sampling, routing and accounting: none of them reaches the tokenizer.
constexpr auto OutsideThePrompt = std::to_array<QByteArrayView>({"temperature",
                                                                 "top_p",
                                                                 "top_k",
                                                                 "min_p",
                                                                 "presence_penalty",
                                                                 "frequency_penalty",
                                                                 "repetition_penalty",
                                                                 "length_penalty",
                                                                 "seed",
                                                                 "stop",
                                                                 "stop_token_ids",
                                                                 "logprobs",
                                                                 "top_logprobs",
                                                                 "prompt_logprobs",
                                                                 "logit_bias",
                                                                 "metadata",
                                                                 "store",
                                                                 "service_tier",
                                                                 "ignore_eos",
                                                                 "min_tokens",
                                                                 "skip_special_tokens",
                                                                 "spaces_between_special_tokens",
                                                                 "add_special_tokens",
                                                                 "add_generation_prompt",
                                                                 "continue_final_message",
                                                                 "include_stop_str_in_output",
                                                                 "echo",
                                                                 "priority",
                                                                 "request_id",
                                                                 "session_id",
                                                                 "cache_salt",
                                                                 "kv_transfer_params",
                                                                 "ec_transfer_params",
                                                                 "vllm_xargs",
                                                                 "parallel_tool_calls",
                                                                 "include_reasoning",
                                                                 "stream_interval",
                                                                 "thinking_token_budget",
                                                                 "truncate_prompt_tokens",
                                                                 "truncation_side",
                                                                 "encoding_format",
                                                                 "dimensions",
                                                                 "return_token_ids",
                                                                 "return_tokens_as_token_ids",
                                                                 "safety_identifier",
                                                                 "prompt_cache_key",
                                                                 "scope",
                                                                 "verbosity",
                                                                 "mm_processor_kwargs",
                                                                 "media_io_kwargs",
                                                                 "modalities"});

/// Members of a content part that is plain text; any other may name media.
constexpr auto TextPartNames = std::to_array<QByteArrayView>(
    {"type", "text", "refusal", "thinking", "annotations", "cache_control", "citations", "id"});
constexpr auto TextPartTypes = std::to_array<QByteArrayView>(
    {"\"text\"", "\"refusal\"", "\"thinking\"", "\"input_text\"", "\"output_text\""});

template <std::size_t Size>
bool contains(const std::array<QByteArrayView, Size> &names, QByteArrayView name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isTextPart(QByteArrayView part)
{
    core::JsonMembers members(part);
    core::JsonMember member;
    while (members.next(member)) {
        const bool isKnown = contains(TextPartNames, member.name);
        const bool isMedia = member.name == "type" && !contains(TextPartTypes, member.value(part));
        if (!isKnown || isMedia) {
            return false;
        }
    }
    return true;
}

bool hasMediaPart(QByteArrayView content)
{
    core::JsonElements parts(content);
    QByteArrayView part;
    while (parts.next(part)) {
        if (!part.startsWith('"') && !isTextPart(part)) {
            return true;
        }
    }
    return false;
}

bool hasMedia(QByteArrayView message)
{
    core::JsonMembers members(message);
    core::JsonMember member;
    while (members.next(member)) {
        const QByteArrayView value = member.value(message);
        const bool isHidden = member.name.contains('\\'); // "cont\u0065nt" reads as content
        const bool isAudio = member.name == "audio" && value != "null";
        if (isHidden || isAudio || (member.name == "content" && hasMediaPart(value))) {
            return true;
        }
    }
    return false;
}

/// Adds one list of token ids; false when one is no id.
bool addTokenIds(QByteArrayView list, CallFacts &facts)
{
    core::JsonElements ids(list);
    QByteArrayView id;
    while (ids.next(id)) {
        if (id.front() < '0' || id.front() > '9') {
            return false;
        }
        ++facts.textBytes;
    }
    return true;
}

void addText(QByteArrayView text, CallFacts &facts)
{
    facts.textBytes += text.size() - 2 + SpecialTokensPerText;
}

/// One entry of a prompt list that is no flat list of ids.
bool addEntry(QByteArrayView entry, CallFacts &facts)
{
    switch (entry.front()) {
    case '"':
        addText(entry, facts);
        return true;
    case '[':
        return addTokenIds(entry, facts);
    case '{': // vLLM takes media as objects
        facts.hasMedia = true;
        return true;
    default:
        return false;
    }
}

bool isEmptyList(QByteArrayView value)
{
    return value.sliced(1, value.size() - 2).trimmed().isEmpty();
}

} // namespace

QByteArrayView promptName(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::Chat:
        return "messages";
    case Endpoint::Completions:
        return "prompt";
    case Endpoint::Rerank:
        return "documents";
    case Endpoint::Score:
        return "text_1";
    default:
        return "input";
    }
}

QByteArrayView plainPromptName(Endpoint endpoint)
{
    return endpoint == Endpoint::Chat ? QByteArrayView() : promptName(endpoint);
}

bool addPlainPrompt(QByteArrayView value, CallFacts &facts)
{
    if (value.front() != '[') {
        return value.front() == '"' && addEntry(value, facts);
    }
    if (isEmptyList(value)) {
        return false;
    }
    core::JsonElements entries(value);
    QByteArrayView entry;
    qint64 count = 0;
    while (entries.next(entry)) {
        const bool isId = entry.front() >= '0' && entry.front() <= '9';
        if (isId && count == 0) {
            return addTokenIds(value, facts);
        }
        if (!addEntry(entry, facts)) {
            return false;
        }
        ++count;
    }
    facts.prompts = count;
    return true;
}

bool addMessages(QByteArrayView value, CallFacts &facts)
{
    if (value.front() != '[') {
        return false;
    }
    facts.textBytes += value.size();
    core::JsonElements messages(value);
    QByteArrayView message;
    while (messages.next(message)) {
        if (message.front() != '{') {
            return false;
        }
        ++facts.messages;
        facts.hasMedia = facts.hasMedia || hasMedia(message);
    }
    return true;
}

void addOther(QByteArrayView name, QByteArrayView value, CallFacts &facts)
{
    if (contains(OutsideThePrompt, name)) {
        return;
    }
    const bool isTools = name == "tools" || name == "functions";
    facts.hasTools = facts.hasTools || (isTools && value.front() == '[' && !isEmptyList(value));
    // A template may say anything any number of times; embeddings are no text.
    facts.hasMedia = facts.hasMedia || name == "chat_template" || name == "prompt_embeds";
    facts.textBytes += laidOutBytes(value);
}

qint64 laidOutBytes(QByteArrayView value)
{
    constexpr qint64 IndentBytes = 4;
    qint64 bytes = value.size();
    qint64 depth = 0;
    const char *at = value.begin();
    while (at < value.end()) {
        switch (*at) {
        case '"':
            at = core::jsonscan::skipString(at, value.end());
            continue;
        case '{':
        case '[':
            bytes += 1 + ++depth * IndentBytes;
            break;
        case '}':
        case ']':
            bytes += 1 + --depth * IndentBytes;
            break;
        case ',':
            bytes += 1 + depth * IndentBytes;
            break;
        case ':':
            ++bytes;
            break;
        default:
            break;
        }
        ++at;
    }
    return bytes;
}

} // namespace proxy::openai
