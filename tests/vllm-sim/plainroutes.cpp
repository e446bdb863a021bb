// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plainroutes.h"

#include "completionrequest.h"
#include "jsonwriter.h"
#include "prompt.h"

#include <QByteArrayList>
#include <QJsonArray>

#include <ctime>

using namespace Qt::StringLiterals;

namespace sim {

using Content = PlainAnswer::Content;

Content contentOf(const ApiError &error)
{
    return {error.status, error.body()};
}

static QByteArray numbers(const std::vector<TokenId> &ids)
{
    QByteArray out = "[";
    for (const TokenId id : ids) {
        out += out.size() > 1 ? "," : "";
        appendNumber(out, id);
    }
    return out + "]";
}

static QByteArray modelCard(const QByteArray &model, qint64 length)
{
    QByteArray name;
    appendString(name, model);
    const QByteArray created = QByteArray::number(static_cast<qint64>(time(nullptr)));
    return R"({"id":)" + name + R"(,"object":"model","created":)" + created +
           R"(,"owned_by":"vllm","root":)" + name + R"(,"parent":null,"max_model_len":)" +
           QByteArray::number(length) +
           R"(,"permission":[{"id":"modelperm-00000000000000000000000000000001",)"
           R"("object":"model_permission","created":)" +
           created +
           R"(,"allow_create_engine":false,"allow_sampling":true,"allow_logprobs":true,)"
           R"("allow_search_indices":false,"allow_view":true,"allow_fine_tuning":false,)"
           R"("organization":"*","group":null,"is_blocking":false}]})";
}

std::optional<Content> listedContent(const QByteArray &path, const Options &options)
{
    if (path == "/health" || path == "/ping") {
        return Content{};
    }
    if (path == "/version") {
        return Content{200, R"({"version":"0.28.0"})"};
    }
    if (path == "/load") {
        return Content{200, R"({"server_load":0})"}; // without --enable-server-load-tracking
    }
    if (path != "/v1/models") {
        return std::nullopt;
    }
    QByteArrayList cards;
    for (const QByteArray &model : options.models) {
        cards.append(modelCard(model, options.maxModelLength));
    }
    return Content{200, R"({"object":"list","data":[)" + cards.join(',') + "]}"};
}

static QByteArray pieces(const std::vector<TokenId> &ids)
{
    QByteArray out = "[";
    for (const TokenId id : ids) {
        out += out.size() > 1 ? "," : "";
        appendString(out, pieceOf(id));
    }
    return out + "]";
}

Content tokenize(const QJsonObject &body, const Options &options)
{
    const auto model = resolveModel(body, options);
    if (const auto *unknown = std::get_if<ApiError>(&model)) {
        return contentOf(*unknown);
    }
    TokenList tokens(TokenList::Keep::Ids);
    if (body["messages"_L1].isArray()) {
        addConversation(tokens, body["messages"_L1].toArray(), body["tools"_L1].toArray());
    } else if (body["prompt"_L1].isString()) {
        addPlainPrompt(tokens, body["prompt"_L1], body["add_special_tokens"_L1].toBool(true));
    } else {
        return contentOf(missingField("prompt", body));
    }
    const bool withStrings = body["return_token_strs"_L1].toBool();
    return {200,
            R"({"count":)" + QByteArray::number(tokens.count()) + R"(,"max_model_len":)" +
                QByteArray::number(options.maxModelLength) + R"(,"tokens":)" +
                numbers(tokens.ids()) + R"(,"token_strs":)" +
                (withStrings ? pieces(tokens.ids()) : QByteArray("null")) + "}"};
}

Content detokenize(const QJsonObject &body)
{
    if (!body["tokens"_L1].isArray()) {
        return contentOf(missingField("tokens", body));
    }
    QByteArray text;
    for (const QJsonValue id : body["tokens"_L1].toArray()) {
        text += pieceOf(id.toInteger());
    }
    QByteArray out = R"({"prompt":)";
    appendString(out, text);
    return {200, out + "}"};
}

static QByteArray
rendered(const CompletionRequest &request, const TokenList &tokens, const QByteArray &id)
{
    QByteArray out = request.kind == CompletionRequest::Kind::Chat ? R"({"request_id":"chatcmpl-)"
                                                                   : R"({"request_id":"cmpl-)";
    out += id + R"(","token_ids":)" + numbers(tokens.ids()) +
           R"(,"features":null,"sampling_params":{"n":)" + QByteArray::number(request.choices) +
           R"(,"max_tokens":)" + QByteArray::number(request.outputLimit) + R"(},"model":)";
    appendString(out, request.model);
    out += R"(,"stream":)";
    return out + (request.stream ? "true}" : "false}");
}

Content renderChat(const QJsonObject &body, const Options &options, const QByteArray &id)
{
    const auto read = readChatRequest(body, options, Script());
    if (const auto *problem = std::get_if<ApiError>(&read)) {
        return contentOf(*problem);
    }
    TokenList tokens(TokenList::Keep::Ids);
    addConversation(tokens, body["messages"_L1].toArray(), body["tools"_L1].toArray());
    return {200, rendered(std::get<CompletionRequest>(read), tokens, id)};
}

Content renderText(const QJsonObject &body, const Options &options, const QByteArray &id)
{
    const auto read = readTextRequest(body, options, Script());
    if (const auto *problem = std::get_if<ApiError>(&read)) {
        return contentOf(*problem);
    }
    QByteArrayList all;
    for (const QJsonValue prompt : promptsOf(body["prompt"_L1])) {
        TokenList tokens(TokenList::Keep::Ids);
        addPlainPrompt(tokens, prompt);
        all.append(rendered(std::get<CompletionRequest>(read), tokens, id));
    }
    return {200, "[" + all.join(',') + "]"};
}

} // namespace sim
