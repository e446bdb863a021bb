// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/pipeline/exactcount.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "proxy/upstream/upstreams.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace proxy {

namespace {
/// Rendering is CPU work of a few milliseconds; a client should not wait long for a refusal.
constexpr std::chrono::milliseconds CountTimeout{10'000};

/// Members that change the prompt and that /tokenize does not know.
constexpr std::array BeyondTokenize{"reasoning_effort",
                                    "tool_choice",
                                    "documents",
                                    "response_format",
                                    "truncate_prompt_tokens",
                                    "chat_template",
                                    "chat_template_kwargs",
                                    "continue_final_message",
                                    "add_generation_prompt",
                                    "echo"};

std::optional<qint64> renderedTokens(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isObject()) {
        const QJsonValue ids = document.object().value(QLatin1String("token_ids"));
        return ids.isArray() ? std::optional<qint64>(ids.toArray().size()) : std::nullopt;
    }
    qint64 total = 0;
    for (const QJsonValue one : document.array()) {
        const QJsonValue ids = one[QLatin1String("token_ids")];
        if (!ids.isArray()) {
            return std::nullopt;
        }
        total += ids.toArray().size();
    }
    return total > 0 ? std::optional(total) : std::nullopt;
}
} // namespace

ExactCount::ExactCount(const WorkerContext &worker,
                       const RequestContext &context,
                       Callback callback)
    : m_worker(worker)
    , m_context(context)
    , m_callback(std::move(callback))
{
    render();
}

void ExactCount::render()
{
    if (m_context.model.contextLength == 0) {
        answer(std::nullopt); // no vLLM: it has neither route
        return;
    }
    const openai::Endpoint endpoint = m_context.facts.endpoint;
    if (endpoint == openai::Endpoint::Embeddings) {
        tokenize();
        return;
    }
    if (endpoint == openai::Endpoint::Messages) {
        countMessages();
        return;
    }
    if (endpoint != openai::Endpoint::Chat && endpoint != openai::Endpoint::Completions) {
        answer(std::nullopt); // no route lays out their prompts: what the bytes say must do
        return;
    }
    QByteArray body = openai::editRequest(m_context.facts, m_context.request.body, {});
    for (const char *name : {"stream", "stream_options"}) {
        if (const auto member = core::findMember(body, name)) {
            body = core::withoutMember(body, *member);
        }
    }
    UpstreamRequest request =
        m_context.upstream->probe.request("POST", m_context.upstreamPath + "/render", body);
    request.silenceTimeout = CountTimeout;
    m_fetch = std::make_unique<Fetch>(
        m_worker.upstream, std::move(request), [this](const FetchResult &result) {
            const auto tokens = result.succeeded() ? renderedTokens(result.body) : std::nullopt;
            if (tokens) {
                answer(tokens);
            } else {
                tokenize();
            }
        });
}

/// vLLM's way to say it of the Messages API; it does not look at max_tokens or stream.
void ExactCount::countMessages()
{
    UpstreamRequest request = m_context.upstream->probe.request(
        "POST",
        m_context.upstreamPath + "/count_tokens",
        core::withMember(m_context.request.body, "model", core::quotedJson(m_context.model.id)));
    request.silenceTimeout = CountTimeout;
    m_fetch = std::make_unique<Fetch>(
        m_worker.upstream, std::move(request), [this](const FetchResult &result) {
            const auto count = core::findMember(result.body, "input_tokens");
            answer(result.succeeded() && count ? core::jsonInteger(count->value(result.body))
                                               : std::nullopt);
        });
}

void ExactCount::tokenize()
{
    const QByteArray &body = m_context.request.body;
    core::JsonWriter question;
    question.text("model", m_context.model.id);
    const bool chat = m_context.facts.endpoint == openai::Endpoint::Chat;
    const char *source = chat                                                       ? "messages"
                         : m_context.facts.endpoint == openai::Endpoint::Embeddings ? "input"
                                                                                    : "prompt";
    const auto prompt = core::findMember(body, source);
    bool exact = prompt.has_value() && m_context.facts.prompts == 1;
    for (const char *name : BeyondTokenize) {
        exact = exact && !core::findMember(body, name);
    }
    if (!exact || (!chat && body.at(prompt->valueBegin) != '"')) {
        answer(std::nullopt);
        return;
    }
    question.raw(
        chat ? "messages" : "prompt",
        QByteArrayView(body).sliced(prompt->valueBegin, prompt->valueEnd - prompt->valueBegin));
    if (const auto tools = core::findMember(body, "tools")) {
        question.raw(
            "tools",
            QByteArrayView(body).sliced(tools->valueBegin, tools->valueEnd - tools->valueBegin));
    }
    UpstreamRequest request =
        m_context.upstream->probe.request("POST", "/tokenize", question.toJson());
    request.silenceTimeout = CountTimeout;
    m_fetch = std::make_unique<Fetch>(
        m_worker.upstream, std::move(request), [this](const FetchResult &result) {
            const QJsonValue count =
                QJsonDocument::fromJson(result.body).object().value(QLatin1String("count"));
            answer(result.succeeded() && count.isDouble() ? std::optional(count.toInteger())
                                                          : std::nullopt);
        });
}

void ExactCount::answer(std::optional<qint64> tokens)
{
    // Moved out first: the callback may destroy this object.
    const Callback callback = std::move(m_callback);
    callback(tokens);
}

} // namespace proxy
