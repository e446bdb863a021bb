// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "completionrequest.h"
#include "jsonwriter.h"
#include "plainroutes.h"
#include "prompt.h"

#include <QByteArrayList>
#include <QJsonArray>

#include <cstring>
#include <ctime>

using namespace Qt::StringLiterals;

namespace sim {

static constexpr qint64 DefaultDimensions = 16;
static constexpr qint64 MostDimensions = 4'096;

/// Some numbers between -1 and 1 that depend on the text.
static std::vector<float> vectorOf(const QByteArray &text, qint64 dimensions)
{
    quint32 state = static_cast<quint32>(qHashBits(text.constData(), std::size_t(text.size()), 1));
    std::vector<float> out;
    for (qint64 at = 0; at < dimensions; ++at) {
        state = state * 1'664'525U + 1'013'904'223U; // the usual linear congruence
        out.push_back(static_cast<float>(state >> 16) / 32'768.0F - 1.0F);
    }
    return out;
}

static QByteArray written(const std::vector<float> &vector, bool isBase64)
{
    if (isBase64) {
        const QByteArray bytes(reinterpret_cast<const char *>(vector.data()),
                               static_cast<qsizetype>(vector.size() * sizeof(float)));
        return '"' + bytes.toBase64() + '"';
    }
    QByteArrayList numbers;
    for (const float value : vector) {
        numbers.append(QByteArray::number(static_cast<double>(value), 'g', 6));
    }
    return '[' + numbers.join(',') + ']';
}

static QByteArray usageOf(qint64 tokens)
{
    const QByteArray count = QByteArray::number(tokens);
    return R"(,"usage":{"prompt_tokens":)" + count + R"(,"total_tokens":)" + count +
           R"(,"completion_tokens":0,"prompt_tokens_details":null,)"
           R"("completion_tokens_details":null})";
}

Embedding
embeddings(const QJsonObject &body, const Options &options, const QByteArray &id, bool usage)
{
    const QJsonValue input = body["input"_L1];
    if (!input.isString() && input.toArray().isEmpty()) {
        return {contentOf(missingField("input", body)), {}, 0};
    }
    const auto model = resolveModel(body, options);
    if (const auto *unknown = std::get_if<ApiError>(&model)) {
        return {contentOf(*unknown), {}, 0};
    }
    const qint64 dimensions = body["dimensions"_L1].toInteger(DefaultDimensions);
    if (dimensions < 1 || dimensions > MostDimensions) {
        const auto error = ApiError::badRequest("dimensions must be from 1 to 4096.", "dimensions");
        return {contentOf(error), {}, 0};
    }
    const bool isBase64 = body["encoding_format"_L1] == "base64"_L1;
    TokenList tokens(TokenList::Keep::Count);
    QByteArrayList items;
    for (const QJsonValue text : promptsOf(input)) {
        addPlainPrompt(tokens, text);
        items.append(R"({"index":)" + QByteArray::number(items.size()) +
                     R"(,"object":"embedding","embedding":)" +
                     written(vectorOf(text.toString().toUtf8(), dimensions), isBase64) + "}");
    }
    const QByteArray name = std::get<QByteArray>(model);
    QByteArray out = R"({"id":"embd-)" + id + R"(","object":"list","created":)" +
                     QByteArray::number(static_cast<qint64>(time(nullptr))) + R"(,"model":)";
    appendString(out, name);
    out +=
        R"(,"data":[)" + items.join(',') + "]" + (usage ? usageOf(tokens.count()) : QByteArray());
    PlainAnswer::Content content;
    content.body = out + "}";
    return {std::move(content), name, tokens.count()};
}

} // namespace sim
