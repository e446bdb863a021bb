// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "proxy/dialects/openai.h"
#include "proxy/dialects/promptbound.h"
#include "proxy/dialects/responsesrequest.h"
#include "proxy/dialects/scoredpairs.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace proxy::openai {
namespace {

constexpr qint64 MaximumTokens = qint64{1} << 31;
/// Each one more is a sequence the GPU runs; OpenAI's own limit.
constexpr qint64 MaximumChoices = 128;
/// vLLM's VLLM_MAX_COMPLETION_PROMPTS, and OpenAI's limit on inputs of one embeddings call.
constexpr qint64 MaximumCompletionPrompts = 1'024;
constexpr qint64 MaximumEmbeddingInputs = 2'048;
constexpr qint64 DefaultCompletionTokens = 16;

/// Names that metering reads. Some upstreams (Ollama, as all of Go) take "Max_Tokens" for one.
constexpr auto MeteredNames = std::to_array<QByteArrayView>({"model",
                                                             "stream",
                                                             "stream_options",
                                                             "max_tokens",
                                                             "max_completion_tokens",
                                                             "max_output_tokens",
                                                             "background",
                                                             "n",
                                                             "best_of",
                                                             "prompt",
                                                             "messages",
                                                             "input",
                                                             "query",
                                                             "documents",
                                                             "tools",
                                                             "functions",
                                                             "use_beam_search",
                                                             "user",
                                                             "echo"});

bool isNull(QByteArrayView value)
{
    return value == "null";
}

/// Reads the members one by one; the first mistake is kept and ends the reading.
class RequestReader
{
public:
    RequestReader(Endpoint endpoint, QByteArrayView body)
        : m_body(body)
    {
        m_facts.endpoint = endpoint;
    }

    [[nodiscard]] core::Result<CallFacts> read();

private:
    void refuse(QByteArrayView field, const QString &what);
    void checkSpelling(const core::JsonMember &member);
    void readMember(QByteArrayView name, QByteArrayView value);
    void readText(QByteArrayView name, QByteArrayView value, QByteArray &to);
    void readBool(QByteArrayView name, QByteArrayView value, bool &to);
    [[nodiscard]] std::optional<qint64>
    readCount(QByteArrayView name, QByteArrayView value, qint64 least, qint64 most);
    void readMaxTokens(QByteArrayView name, QByteArrayView value);
    void readStreamOptions(QByteArrayView value);
    void takePrompt(QByteArrayView name, QByteArrayView value);
    void finish();
    void finishLimits();

    QByteArrayView m_body;
    CallFacts m_facts;
    std::optional<core::Error> m_error;
    ScoredPairs m_pairs;
    std::optional<qint64> m_completionTokens; ///< max_completion_tokens
    qint64 m_n = 1;
    qint64 m_bestOf = 1;
    bool m_hasPrompt = false;
    bool m_hasStreamOptions = false;
};

core::Result<CallFacts> RequestReader::read()
{
    const auto members = core::membersOf(m_body);
    if (!members) {
        return members.error();
    }
    for (const core::JsonMember &member : *members) {
        checkSpelling(member);
        readMember(member.name, member.value(m_body));
    }
    finish();
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

void RequestReader::checkSpelling(const core::JsonMember &member)
{
    for (const QByteArrayView name : MeteredNames) {
        if (member.name != name && member.name.compare(name, Qt::CaseInsensitive) == 0) {
            refuse(member.name, u"is not written \"%1\""_s.arg(QString::fromLatin1(name)));
        }
    }
}

void RequestReader::readMember(QByteArrayView name, QByteArrayView value)
{
    if (name == "model") {
        readText(name, value, m_facts.model);
    } else if (name == "user") {
        readText(name, value, m_facts.user);
    } else if (name == "stream") {
        readBool(name, value, m_facts.stream);
    } else if (name == "use_beam_search") {
        readBool(name, value, m_facts.beamSearch);
    } else if (name == "stream_options") {
        readStreamOptions(value);
    } else if (name == "max_tokens" || name == "max_completion_tokens" ||
               (name == "max_output_tokens" && m_facts.endpoint == Endpoint::Responses)) {
        readMaxTokens(name, value);
    } else if (name == "n") {
        m_n = readCount(name, value, 1, MaximumChoices).value_or(1);
    } else if (name == "best_of") {
        m_bestOf = readCount(name, value, 1, MaximumChoices).value_or(1);
    } else {
        takePrompt(name, value);
    }
}

void RequestReader::readText(QByteArrayView name, QByteArrayView value, QByteArray &to)
{
    if (isNull(value)) {
        return;
    }
    if (auto text = core::jsonString(value)) {
        to = *std::move(text);
    } else {
        refuse(name, u"is no string"_s);
    }
}

void RequestReader::readBool(QByteArrayView name, QByteArrayView value, bool &to)
{
    to = value == "true";
    if (!to && value != "false" && !isNull(value)) {
        refuse(name, u"is neither true nor false"_s);
    }
}

std::optional<qint64>
RequestReader::readCount(QByteArrayView name, QByteArrayView value, qint64 least, qint64 most)
{
    if (isNull(value)) {
        return std::nullopt;
    }
    const auto count = core::jsonInteger(value);
    if (!count || *count < least || *count > most) {
        refuse(name, u"is no whole number from %1 to %2"_s.arg(least).arg(most));
        return std::nullopt;
    }
    return count;
}

void RequestReader::readMaxTokens(QByteArrayView name, QByteArrayView value)
{
    const auto count = readCount(name, value, 0, MaximumTokens);
    const QByteArrayView own =
        m_facts.endpoint == Endpoint::Responses ? "max_output_tokens" : "max_tokens";
    if (name == own) {
        m_facts.maxTokens = count;
    } else if (name == "max_completion_tokens") {
        m_completionTokens = count;
    }
}

void RequestReader::readStreamOptions(QByteArrayView value)
{
    if (isNull(value)) {
        return;
    }
    m_hasStreamOptions = true;
    const auto options = core::membersOf(value);
    if (!options) {
        refuse("stream_options", u"is no object with each member once"_s);
        return;
    }
    for (const core::JsonMember &option : *options) {
        if (option.name == "include_usage") {
            readBool(option.name, option.value(value), m_facts.includeUsage);
        } else if (option.name == "continuous_usage_stats") {
            readBool(option.name, option.value(value), m_facts.continuousUsage);
        }
    }
}

void RequestReader::takePrompt(QByteArrayView name, QByteArrayView value)
{
    const Endpoint endpoint = m_facts.endpoint;
    if (isNull(value)) {
        return;
    }
    if (name == "service_tier" && (value == "\"priority\"" || value == "\"fast\"")) {
        refuse(name, u"would change the price, which nobody has told Capstan"_s);
        return;
    }
    if (endpoint == Endpoint::Responses) {
        m_hasPrompt = m_hasPrompt || name == "input" || isStoredPrompt(name);
        if (const QString fault = addResponsesMember(name, value, m_facts); !fault.isEmpty()) {
            refuse(name, fault);
        }
    } else if (m_pairs.isSide(endpoint, name)) {
        if (!m_pairs.take(name, value)) {
            refuse(name, u"is neither a text nor a list of texts, or is there twice"_s);
        }
        m_hasPrompt = m_pairs.isComplete();
    } else if (name == plainPromptName(endpoint)) {
        m_hasPrompt = true;
        if (!addPlainPrompt(value, m_facts)) {
            refuse(name, u"is neither text nor token ids nor a list of one of them"_s);
        }
    } else if (name == "messages") {
        m_hasPrompt = m_hasPrompt || endpoint != Endpoint::Completions;
        if (!addMessages(value, m_facts)) {
            refuse(name, u"is no list of objects"_s);
        }
    } else {
        m_hasPrompt = m_hasPrompt || name == "prompt_embeds";
        addOther(name, value, m_facts);
    }
}

void RequestReader::finish()
{
    const bool isCompletions = m_facts.endpoint == Endpoint::Completions;
    const QByteArrayView prompt = promptName(m_facts.endpoint);
    if (!m_hasPrompt) {
        refuse(prompt, u"is missing"_s);
    }
    m_pairs.addTo(m_facts);
    if (m_hasStreamOptions && !m_facts.stream) {
        refuse("stream_options", u"is allowed only with \"stream\": true"_s);
    }
    if (m_facts.beamSearch && m_facts.stream) {
        refuse("use_beam_search", u"cannot be streamed"_s);
    }
    if (m_facts.prompts > (isCompletions ? MaximumCompletionPrompts : MaximumEmbeddingInputs)) {
        refuse(prompt, u"has too many entries"_s);
    }
    m_facts.continuousUsage = m_facts.continuousUsage && m_facts.includeUsage;
    finishLimits();
}

void RequestReader::finishLimits()
{
    if (!generates(m_facts.endpoint)) {
        m_facts.maxTokens = 0;
        m_facts.choices = m_facts.prompts;
        return;
    }
    // vLLM ignores best_of; an upstream that honours it generates, and bills, that many.
    m_facts.choices = std::max(m_n, m_bestOf) * m_facts.prompts;
    if (m_facts.endpoint == Endpoint::Completions) {
        m_facts.maxTokens = m_facts.maxTokens.value_or(DefaultCompletionTokens);
    } else if (m_completionTokens) {
        m_facts.maxTokens = m_completionTokens;
        m_facts.usesMaxCompletionTokens = true;
    }
    if (m_facts.maxTokens) {
        m_facts.maxTokens = std::max<qint64>(*m_facts.maxTokens, 1);
    }
}

} // namespace

core::Result<CallFacts> readRequest(Endpoint endpoint, const QByteArray &body)
{
    return RequestReader(endpoint, body).read();
}

} // namespace proxy::openai
