// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "completionrequest.h"

#include "prompt.h"
#include "pythonrepr.h"

#include <QJsonArray>

#include <limits>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr qint64 MostChoices = 16'384;    // VLLM_MAX_N_SEQUENCES
constexpr qint64 MostPrompts = 1'024;     // VLLM_MAX_COMPLETION_PROMPTS
constexpr qint64 TextDefaultMaximum = 16; // of /v1/completions, when max_tokens is absent

using Problem = std::optional<ApiError>;

/// A whole number; absent and null are `otherwise`. A wrong type is a schema error.
Problem readWhole(const QJsonObject &body, const QByteArray &name, std::optional<qint64> &into)
{
    const QJsonValue value = body[QLatin1String(name)];
    if (value.isNull() || value.isUndefined()) {
        return {};
    }
    const double number = value.toDouble(std::numeric_limits<double>::quiet_NaN());
    if (!(number == static_cast<double>(value.toInteger()))) {
        return ApiError::schema(
            "{'type': 'int_type', 'loc': ('body', '" + name +
                "'), 'msg': 'Input should be a valid integer', 'input': " + pythonRepr(value) + "}",
            "body." + name);
    }
    into = value.toInteger();
    return {};
}

Problem readStreaming(const QJsonObject &body, CompletionRequest &request)
{
    request.stream = body["stream"_L1].toBool();
    const QJsonValue options = body["stream_options"_L1];
    if (options.isObject() && !request.stream) {
        return ApiError::badRequest("Stream options can only be defined when stream=True",
                                    "stream_options");
    }
    const QJsonObject members = options.toObject();
    request.includeUsage = members["include_usage"_L1].toBool();
    request.continuousUsage = request.includeUsage && members["continuous_usage_stats"_L1].toBool();
    std::optional<qint64> interval;
    Problem problem = readWhole(body, "stream_interval", interval);
    request.streamInterval = std::max<qint64>(1, interval.value_or(1));
    return problem;
}

Problem readChoices(const QJsonObject &body, CompletionRequest &request)
{
    std::optional<qint64> choices;
    if (auto problem = readWhole(body, "n", choices)) {
        return problem;
    }
    request.choices = choices.value_or(1);
    if (request.choices < 1) {
        return ApiError::badRequest(
            "n must be at least 1, got " + QByteArray::number(request.choices) + ".", "n");
    }
    if (request.choices > MostChoices) {
        return ApiError::badRequest("n must be at most " + QByteArray::number(MostChoices) +
                                        ", got " + QByteArray::number(request.choices) + ".",
                                    "n");
    }
    return {};
}

ApiError contextExceeded(qint64 length, qint64 wanted, qint64 prompt)
{
    // vLLM stops counting at the first token that is too many, hence "at least".
    const qint64 seen = std::min(prompt, std::max<qint64>(1, length - wanted + 1));
    const auto text = [](qint64 number) {
        return QByteArray::number(number);
    };
    return ApiError::badRequest(
        "This model's maximum context length is " + text(length) +
            " tokens. However, you requested " + text(wanted) +
            " output tokens and your prompt contains at least " + text(seen) +
            " input tokens, for a total of at least " + text(wanted + seen) +
            " tokens. Please reduce the length of the input prompt or the number of requested "
            "output tokens. (parameter=input_tokens, value=" +
            text(seen) + ")",
        "input_tokens");
}

/// Sets outputLimit; every prompt has to leave room for what is asked.
Problem
resolveLimit(std::optional<qint64> wanted, const Options &options, CompletionRequest &request)
{
    if (wanted && *wanted < 1) {
        return ApiError::badRequest("max_tokens must be at least 1, got " +
                                        QByteArray::number(*wanted) + ".",
                                    "max_tokens");
    }
    qint64 longest = 0;
    for (const PromptInput &prompt : request.prompts) {
        longest = std::max(longest, prompt.tokens);
    }
    const qint64 room = options.maxModelLength - longest;
    if (wanted.value_or(1) > room) {
        return contextExceeded(options.maxModelLength, wanted.value_or(1), longest);
    }
    request.outputLimit = wanted.value_or(room);
    return {};
}

Problem readCommon(const QJsonObject &body, const Options &options, CompletionRequest &request)
{
    const auto model = resolveModel(body, options);
    if (const auto *unknown = std::get_if<ApiError>(&model)) {
        return *unknown;
    }
    request.model = std::get<QByteArray>(model);
    if (auto problem = readStreaming(body, request)) {
        return problem;
    }
    std::optional<qint64> minimum;
    if (auto problem = readWhole(body, "min_tokens", minimum)) {
        return problem;
    }
    request.minimumTokens = minimum.value_or(0);
    request.ignoreEnd = body["ignore_eos"_L1].toBool();
    return readChoices(body, request);
}

Problem readMarks(const Script &script, CompletionRequest &request)
{
    auto marked = script.withMarksOf(request.lastText);
    if (!marked) {
        return ApiError::badRequest(marked.error().message.toUtf8(), "x-sim");
    }
    request.script = *std::move(marked);
    return {};
}

void readForm(const QJsonObject &body, CompletionRequest &request)
{
    request.wantsJson = body["response_format"_L1]["type"_L1].toString().startsWith("json_"_L1);
    const QJsonArray tools = body["tools"_L1].toArray();
    const QJsonValue choice = body["tool_choice"_L1];
    const bool isAsked = choice.isObject() || (choice.isString() && choice != "none"_L1);
    if (tools.isEmpty() || !(isAsked || request.script.toolCall)) {
        return;
    }
    const QJsonObject chosen = choice.isObject() ? choice.toObject() : tools[0].toObject();
    request.toolIsNamed = choice.isObject();
    request.toolName = chosen["function"_L1].toObject()["name"_L1].toString().toUtf8();
}

Problem readPrompts(const QJsonValue &value, bool isEchoed, CompletionRequest &request)
{
    const QJsonArray prompts = promptsOf(value);
    if (prompts.size() > MostPrompts) {
        return ApiError::badRequest(
            "at most " + QByteArray::number(MostPrompts) + " prompts are allowed.", "prompt");
    }
    for (const QJsonValue prompt : prompts) {
        TokenList tokens(TokenList::Keep::Count);
        addPlainPrompt(tokens, prompt);
        const QByteArray text = prompt.toString().toUtf8();
        request.prompts.push_back({tokens.count(), isEchoed ? text : QByteArray()});
        request.lastText = text;
    }
    return {};
}

} // namespace

qint64 CompletionRequest::promptTokens() const
{
    qint64 sum = script.hiddenPromptTokens;
    for (const PromptInput &prompt : prompts) {
        sum += prompt.tokens;
    }
    return sum;
}

ApiError missingField(const QByteArray &name, const QJsonObject &body)
{
    return ApiError::schema("{'type': 'missing', 'loc': ('body', '" + name +
                                "'), 'msg': 'Field required', 'input': " + pythonRepr(body) + "}",
                            "body." + name);
}

std::variant<QByteArray, ApiError> resolveModel(const QJsonObject &body, const Options &options)
{
    const QByteArray asked = body["model"_L1].toString().toUtf8();
    if (asked.isEmpty()) {
        return options.models.first();
    }
    if (!options.models.contains(asked)) {
        return ApiError{404, "NotFoundError", "model", "The model `" + asked + "` does not exist."};
    }
    return asked;
}

RequestOrError
readChatRequest(const QJsonObject &body, const Options &options, const Script &script)
{
    if (!body["messages"_L1].isArray()) {
        return missingField("messages", body);
    }
    CompletionRequest request;
    if (auto problem = readCommon(body, options, request)) {
        return *problem;
    }
    const QJsonArray messages = body["messages"_L1].toArray();
    request.lastText = lastTextOf(messages, "user"_L1);
    request.includeReasoning = body["include_reasoning"_L1].toBool(true);
    if (auto problem = readMarks(script, request)) {
        return *problem;
    }
    readForm(body, request);
    TokenList tokens(TokenList::Keep::Count);
    addConversation(tokens, messages, body["tools"_L1].toArray());
    const QJsonObject last = messages.last().toObject();
    const bool isEchoed = body["echo"_L1].toBool() && last["role"_L1] == "assistant"_L1;
    request.prompts.push_back({tokens.count(), isEchoed ? textOf(last) : QByteArray()});
    std::optional<qint64> wanted;
    std::optional<qint64> preferred;
    if (auto problem = readWhole(body, "max_tokens", wanted)) {
        return *problem;
    }
    if (auto problem = readWhole(body, "max_completion_tokens", preferred)) {
        return *problem;
    }
    if (auto problem = resolveLimit(preferred ? preferred : wanted, options, request)) {
        return *problem;
    }
    return request;
}

RequestOrError
readTextRequest(const QJsonObject &body, const Options &options, const Script &script)
{
    const QJsonValue prompt = body["prompt"_L1];
    if (!prompt.isString() && prompt.toArray().isEmpty()) {
        return missingField("prompt", body);
    }
    CompletionRequest request;
    request.kind = CompletionRequest::Kind::Text;
    if (auto problem = readCommon(body, options, request)) {
        return *problem;
    }
    const bool isEchoed = body["echo"_L1].toBool();
    if (auto problem = readPrompts(prompt, isEchoed, request)) {
        return *problem;
    }
    if (auto problem = readMarks(script, request)) {
        return *problem;
    }
    std::optional<qint64> wanted;
    if (auto problem = readWhole(body, "max_tokens", wanted)) {
        return *problem;
    }
    const bool isOnlyEcho = isEchoed && wanted == 0; // vLLM still generates and counts one token
    const qint64 maximum = isOnlyEcho ? 1 : wanted.value_or(TextDefaultMaximum);
    if (auto problem = resolveLimit(maximum, options, request)) {
        return *problem;
    }
    return request;
}

} // namespace sim
