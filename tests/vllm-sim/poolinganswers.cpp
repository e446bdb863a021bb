// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "completionrequest.h"
#include "jsonwriter.h"
#include "plainroutes.h"
#include "prompt.h"

#include <QByteArrayList>
#include <QJsonArray>

#include <ctime>

using namespace Qt::StringLiterals;

// Rerank, score, classify and pooling: everything that reads and generates nothing, beside
// embeddings. Shapes as in vLLM's entrypoints/pooling.

namespace sim {

namespace {

/// A number from 0 to 1 that depends on the text.
QByteArray scoreOf(const QByteArray &text)
{
    constexpr std::size_t Steps = 1'000;
    const auto drawn = qHashBits(text.constData(), std::size_t(text.size()), 1) % Steps;
    return QByteArray::number(static_cast<double>(drawn) / Steps, 'g', 6);
}

QByteArray fullUsage(qint64 tokens)
{
    const QByteArray count = QByteArray::number(tokens);
    return R"(,"usage":{"prompt_tokens":)" + count + R"(,"total_tokens":)" + count +
           R"(,"completion_tokens":0,"prompt_tokens_details":null,)"
           R"("completion_tokens_details":null})";
}

QByteArray rerankUsage(qint64 tokens)
{
    const QByteArray count = QByteArray::number(tokens);
    return R"(,"usage":{"prompt_tokens":)" + count + R"(,"total_tokens":)" + count + '}';
}

QByteArray listHead(const char *prefix, const QByteArray &id, const QByteArray &model)
{
    QByteArray out = R"({"id":")" + QByteArray(prefix) + id + R"(","object":"list","created":)" +
                     QByteArray::number(static_cast<qint64>(time(nullptr))) + R"(,"model":)";
    appendString(out, model);
    return out;
}

/// One side of a comparison: a text or a list of them.
QJsonArray sideOf(const QJsonObject &body, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        const QJsonValue value = body[name];
        if (!value.isUndefined()) {
            return value.isArray() ? value.toArray() : QJsonArray{value};
        }
    }
    return {};
}

QByteArray textOfSide(const QJsonValue &value)
{
    return (value.isObject() ? value["text"_L1] : value).toString().toUtf8();
}

/// Both texts of a pair go through the model together.
struct Comparison
{
    QByteArrayList scores;
    qint64 tokens = 0;
};

Comparison compare(const QJsonArray &first, const QJsonArray &second)
{
    TokenList tokens(TokenList::Keep::Count);
    Comparison comparison;
    for (qsizetype at = 0; at < std::max(first.size(), second.size()); ++at) {
        const QByteArray one = textOfSide(first.at(first.size() == 1 ? 0 : at));
        const QByteArray other = textOfSide(second.at(second.size() == 1 ? 0 : at));
        addPlainPrompt(tokens, QString::fromUtf8(one));
        addPlainPrompt(tokens, QString::fromUtf8(other));
        comparison.scores.append(scoreOf(one + other));
    }
    comparison.tokens = tokens.count();
    return comparison;
}

Embedding rerank(const QJsonObject &body, const QByteArray &model, const QByteArray &id, bool usage)
{
    const QJsonArray documents = sideOf(body, {"documents"_L1});
    const Comparison compared = compare(sideOf(body, {"query"_L1}), documents);
    QByteArrayList results;
    for (qsizetype at = 0; at < documents.size(); ++at) {
        QByteArray text;
        appendString(text, textOfSide(documents.at(at)));
        results.append(R"({"index":)" + QByteArray::number(at) + R"(,"document":{"text":)" + text +
                       R"(,"multi_modal":null},"relevance_score":)" + compared.scores.at(at) + '}');
    }
    PlainAnswer::Content content;
    content.body = R"({"id":"rerank-)" + id + R"(","model":)";
    appendString(content.body, model);
    content.body += usage ? rerankUsage(compared.tokens) : QByteArray();
    content.body += R"(,"results":[)" + results.join(',') + "]}";
    return {std::move(content), model, compared.tokens};
}

Embedding score(const QJsonObject &body, const QByteArray &model, const QByteArray &id, bool usage)
{
    const Comparison compared =
        compare(sideOf(body, {"text_1"_L1, "queries"_L1, "data_1"_L1}),
                sideOf(body, {"text_2"_L1, "documents"_L1, "items"_L1, "data_2"_L1}));
    QByteArrayList data;
    for (const QByteArray &one : compared.scores) {
        data.append(R"({"index":)" + QByteArray::number(data.size()) +
                    R"(,"object":"score","score":)" + one + '}');
    }
    PlainAnswer::Content content;
    content.body = listHead("score-", id, model) + R"(,"data":[)" + data.join(',') + ']' +
                   (usage ? fullUsage(compared.tokens) : QByteArray()) + '}';
    return {std::move(content), model, compared.tokens};
}

/// One entry an input, for /classify and /pooling.
Embedding
judge(const QJsonObject &body, const QByteArray &model, const QByteArray &id, bool isClassify)
{
    TokenList tokens(TokenList::Keep::Count);
    QByteArrayList data;
    for (const QJsonValue text : promptsOf(body["input"_L1])) {
        addPlainPrompt(tokens, text);
        const QByteArray one = scoreOf(text.toString().toUtf8());
        const QByteArray index = R"({"index":)" + QByteArray::number(data.size());
        data.append(isClassify
                        ? index + R"(,"label":"LABEL_0","probs":[)" + one + R"(],"num_classes":1})"
                        : index + R"(,"object":"pooling","data":[)" + one + "]}");
    }
    PlainAnswer::Content content;
    content.body = listHead(isClassify ? "classify-" : "pool-", id, model) + R"(,"data":[)" +
                   data.join(',') + ']';
    return {std::move(content), model, tokens.count()};
}

} // namespace

bool isPooling(const QByteArray &path)
{
    return path.endsWith("/rerank") || path.endsWith("/score") || path == "/classify" ||
           path == "/pooling" || path == "/v1/embeddings";
}

Embedding pooled(const QByteArray &path,
                 const QJsonObject &body,
                 const Options &options,
                 const QByteArray &id,
                 bool usage)
{
    if (path == "/v1/embeddings") {
        return embeddings(body, options, id, usage);
    }
    const auto model = resolveModel(body, options);
    if (const auto *unknown = std::get_if<ApiError>(&model)) {
        return {contentOf(*unknown), {}, 0};
    }
    const QByteArray name = std::get<QByteArray>(model);
    if (path.endsWith("/rerank")) {
        return rerank(body, name, id, usage);
    }
    if (path.endsWith("/score")) {
        return score(body, name, id, usage);
    }
    Embedding judged = judge(body, name, id, path == "/classify");
    judged.content.body += (usage ? fullUsage(judged.promptTokens) : QByteArray()) + '}';
    return judged;
}

} // namespace sim
