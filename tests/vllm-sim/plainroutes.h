// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"
#include "plainanswer.h"

#include <QJsonObject>

#include <optional>

namespace sim {

/// The routes that generate nothing, as functions of the request.
[[nodiscard]] PlainAnswer::Content contentOf(const ApiError &error);

/// /health /ping /version /load /v1/models; nothing for another path.
[[nodiscard]] std::optional<PlainAnswer::Content> listedContent(const QByteArray &path,
                                                                const Options &options);

[[nodiscard]] PlainAnswer::Content tokenize(const QJsonObject &body, const Options &options);
[[nodiscard]] PlainAnswer::Content detokenize(const QJsonObject &body);

/// The exact prompt and the resolved limits of a call, by the same reader as the call itself.
[[nodiscard]] PlainAnswer::Content
renderChat(const QJsonObject &body, const Options &options, const QByteArray &id);
[[nodiscard]] PlainAnswer::Content
renderText(const QJsonObject &body, const Options &options, const QByteArray &id);

struct Embedding
{
    PlainAnswer::Content content; ///< status 200, or the error
    QByteArray model;
    qint64 promptTokens = 0;
};
[[nodiscard]] Embedding
embeddings(const QJsonObject &body, const Options &options, const QByteArray &id, bool usage);

/// The routes that only read: embeddings, rerank, score, classify, pooling.
[[nodiscard]] bool isPooling(const QByteArray &path);
[[nodiscard]] Embedding pooled(const QByteArray &path,
                               const QJsonObject &body,
                               const Options &options,
                               const QByteArray &id,
                               bool usage);

} // namespace sim
