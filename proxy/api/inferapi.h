// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/configuration/configuration.h"
#include "core/policy/policy.h"
#include "proxy/api/shapedanswer.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace proxy {

/// Seed S3's POST /infer (requirements 3.1, S3-01 ... S3-05): a prompt, whom it is for, and a tier
/// instead of a model.
struct InferRequest
{
    QByteArray prompt;
    QByteArray tenant;
    QByteArray caller; ///< the agent; this and the next three may be empty
    QByteArray feature;
    QByteArray experiment;
    QByteArray budgetNamespace;
    QByteArray tier = "cheap";
    QByteArray routeName = "/answer-routed";
};

/// InvalidInput is the seed's 422: the message is the body's `detail`, a JSON list of what is
/// wrong.
[[nodiscard]] core::Result<InferRequest> readInferRequest(const QByteArray &body);

/// The same request as chat completions take it, and as headers that attribute it.
[[nodiscard]] QByteArray
chatOf(const InferRequest &infer, const QByteArray &model, qint64 maxOutputTokens);
[[nodiscard]] HeaderList attributionOf(const InferRequest &infer);

/// S3-03: 422, `detail` as it comes.
void respondDetail(ClientStream &client, int status, const QByteArray &detail);

/// Puts the answer of a metered chat completion into the seed's shape on its way to `client`:
/// nine fields, or `detail`.
class InferAnswer final : public ShapedAnswer
{
public:
    InferAnswer(std::shared_ptr<ClientStream> client,
                QByteArray tier,
                std::shared_ptr<const core::Policy> policy);

    void respond(int status, const HeaderList &headers, const QByteArray &body) override;

private:
    [[nodiscard]] QByteArray answer(const HeaderList &headers, const QByteArray &body) const;
    [[nodiscard]] QByteArray denial(const QByteArray &body) const;

    QByteArray m_tier;                            ///< as asked for
    std::shared_ptr<const core::Policy> m_policy; ///< may be null
};

} // namespace proxy
