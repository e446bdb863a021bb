// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "routes.h"

#include "completionrequest.h"
#include "messages.h"
#include "plainroutes.h"
#include "responses.h"
#include "streamanswer.h"

#include <QJsonDocument>

namespace sim {

namespace {

using Content = PlainAnswer::Content;

const Content methodNotAllowed = {405, R"({"detail":"Method Not Allowed"})"};

constexpr std::array PostRoutes = {"/v1/chat/completions",
                                   "/v1/completions",
                                   "/v1/embeddings",
                                   "/v1/responses",
                                   "/rerank",
                                   "/v1/rerank",
                                   "/v2/rerank",
                                   "/score",
                                   "/v1/score",
                                   "/pooling",
                                   "/classify",
                                   "/v1/audio/transcriptions",
                                   "/v1/audio/translations",
                                   "/v1/messages",
                                   "/v1/messages/count_tokens",
                                   "/v1/chat/completions/render",
                                   "/v1/completions/render",
                                   "/tokenize",
                                   "/detokenize"};

bool isPostRoute(const QByteArray &path)
{
    return std::find(PostRoutes.begin(), PostRoutes.end(), path) != PostRoutes.end();
}

bool isGeneration(const QByteArray &path)
{
    return path == "/v1/chat/completions" || path == "/v1/completions" || path == "/v1/responses" ||
           path == "/v1/messages";
}

/// --script is for what costs tokens; counts and lists stay usable beside it.
bool isCostly(const QByteArray &path)
{
    return isGeneration(path) || isPooling(path) || path.startsWith("/v1/audio/");
}

Content forcedStatus(const Script &script)
{
    if (script.status == 503) {
        return {503, R"({"error":"The model is currently scaling. Please try again later."})"};
    }
    if (script.status == 429) {
        const ApiError error = {429, "RateLimitError", {}, "Too many requests."};
        const QByteArray seconds = QByteArray::number(script.retryAfterSeconds);
        return {429, error.body(), "application/json", "retry-after: " + seconds + "\r\n"};
    }
    return contentOf({500, "InternalServerError", {}, "Internal server error"});
}

std::variant<QJsonObject, ApiError> readBody(const HttpRequest &request)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return ApiError::schema("{'type': 'json_invalid', 'loc': ('body', " +
                                    QByteArray::number(problem.offset) +
                                    "), 'msg': 'JSON decode error', 'input': {}}",
                                "body." + QByteArray::number(problem.offset));
    }
    if (!document.isObject()) {
        return ApiError::schema("{'type': 'model_attributes_type', 'loc': ('body',), 'msg': "
                                "'Input should be a valid dictionary or object to extract fields "
                                "from'}",
                                "body");
    }
    return document.object();
}

} // namespace

Routes::Content Routes::notFound()
{
    return {404, R"({"detail":"Not Found"})"};
}

Routes::Routes(const Options &options, LiveAnswers &live)
    : m_options(options)
    , m_live(live)
{
    for (const QByteArray &model : options.models) {
        static_cast<void>(m_counters.model(model)); // so that /metrics shows it from the start
    }
}

std::unique_ptr<Answer> Routes::answer(const HttpRequest &request, Microseconds now)
{
    Script script = isCostly(request.path) ? m_options.script : Script();
    Made made = make(request, script, now);
    if (std::holds_alternative<Content>(made)) {
        made = std::make_unique<PlainAnswer>(std::get<Content>(std::move(made)), script, now);
    }
    auto answer = std::get<std::unique_ptr<Answer>>(std::move(made));
    if (!request.path.startsWith("/sim/")) {
        m_counters.countAnswer(request.path, answer->status());
    }
    return answer;
}

Routes::Made Routes::make(const HttpRequest &request, Script &script, Microseconds now)
{
    const bool isGuarded = !m_options.apiKey.isEmpty() && request.path.startsWith("/v1");
    if (isGuarded && request.authorization != "Bearer " + m_options.apiKey) {
        return Content{401, R"({"error":"Unauthorized"})"};
    }
    const auto added = script.with(request.script);
    if (!added) {
        return contentOf(ApiError::badRequest(added.error().message.toUtf8(), "x-sim"));
    }
    script = *added;
    if (request.path.startsWith("/sim/")) {
        return simulation(request, now);
    }
    if (isPostRoute(request.path)) {
        return request.method == "POST" ? makePosted(request, script, now) : methodNotAllowed;
    }
    if (request.path == "/metrics") {
        return metrics(now);
    }
    const auto listed = listedContent(request.path, m_options);
    if (!listed) {
        return notFound();
    }
    const bool isAllowed = request.method == "GET" || request.path == "/ping";
    return isAllowed ? *listed : methodNotAllowed;
}

Routes::Made Routes::makePosted(const HttpRequest &request, Script &script, Microseconds now)
{
    const bool isRender = request.path.endsWith("/render");
    if (isRender && !m_options.render) {
        return notFound();
    }
    if (request.path.startsWith("/v1/audio/")) {
        return script.status != 0 ? forcedStatus(script) : heard(request, script, now);
    }
    if (!request.contentType.toLower().startsWith("application/json")) {
        return contentOf(ApiError::schema(
            "Unsupported Media Type: Only 'application/json' is allowed", QByteArray()));
    }
    if (isGeneration(request.path)) {
        return makeGeneration(request, script, now);
    }
    const auto parsed = readBody(request);
    if (const auto *problem = std::get_if<ApiError>(&parsed)) {
        return contentOf(*problem);
    }
    const auto &body = std::get<QJsonObject>(parsed);
    if (script.status != 0) {
        return forcedStatus(script);
    }
    if (isPooling(request.path)) {
        return embed(request, body, script, now);
    }
    if (isRender) {
        return request.path == "/v1/completions/render"
                   ? renderText(body, m_options, idOf(request))
                   : renderChat(body, m_options, idOf(request));
    }
    if (request.path == "/v1/messages/count_tokens") {
        return countMessages(body, m_options);
    }
    return request.path == "/tokenize" ? tokenize(body, m_options) : detokenize(body);
}

Routes::Made
Routes::makeGeneration(const HttpRequest &request, const Script &script, Microseconds now)
{
    if (!isReadBefore(request)) {
        const auto parsed = readBody(request);
        if (const auto *problem = std::get_if<ApiError>(&parsed)) {
            return contentOf(*problem);
        }
        const auto &body = std::get<QJsonObject>(parsed);
        auto read = readGeneration(request.path, body, script);
        if (const auto *problem = std::get_if<ApiError>(&read)) {
            const bool isMessages = request.path == "/v1/messages";
            return isMessages ? Content{problem->status, messagesError(*problem)}
                              : contentOf(*problem);
        }
        m_before = {request.path,
                    request.script,
                    request.body,
                    std::get<CompletionRequest>(std::move(read))};
    }
    return generate(request, m_before.request, now);
}

RequestOrError
Routes::readGeneration(const QByteArray &path, const QJsonObject &body, const Script &script) const
{
    if (path == "/v1/completions") {
        return readTextRequest(body, m_options, script);
    }
    if (path == "/v1/messages") {
        return readMessagesRequest(body, m_options, script);
    }
    const bool isResponses = path == "/v1/responses";
    auto read = readChatRequest(isResponses ? chatOfResponses(body) : body, m_options, script);
    if (auto *request = std::get_if<CompletionRequest>(&read)) {
        request->isResponses = isResponses;
    }
    return read;
}

bool Routes::isReadBefore(const HttpRequest &request) const
{
    return request.body == m_before.body && request.path == m_before.path &&
           request.script == m_before.script;
}

Routes::Made
Routes::generate(const HttpRequest &request, CompletionRequest wanted, Microseconds now)
{
    if (!wanted.stream && wanted.script.errorAfter) {
        wanted.script.status = 500;
    }
    if (wanted.script.status != 0) {
        Content content = forcedStatus(wanted.script);
        return std::make_unique<PlainAnswer>(std::move(content), wanted.script, now);
    }
    const bool isStream = wanted.stream;
    const bool isResponses = wanted.isResponses;
    auto generation =
        std::make_unique<Generation>(std::move(wanted), idOf(request), m_options, m_counters, now);
    if (isStream && isResponses) {
        return std::make_unique<ResponsesStream>(std::move(generation));
    }
    if (isStream) {
        return std::make_unique<StreamAnswer>(std::move(generation), m_options);
    }
    return std::make_unique<GeneratedAnswer>(std::move(generation), m_options);
}

QByteArray Routes::idOf(const HttpRequest &request)
{
    if (!request.requestId.isEmpty()) {
        return request.requestId;
    }
    return QByteArray::number(m_nextId++, 16).rightJustified(32, '0');
}

} // namespace sim
