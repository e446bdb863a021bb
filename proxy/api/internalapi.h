// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "proxy/api/routes.h"
#include "proxy/api/shapedanswer.h"
#include "proxy/pipeline/workercontext.h"

#include <QByteArray>

#include <chrono>

namespace proxy {

// Seed S4's API for services of one's own, /internal/llm/* (requirements 4.1, S4-01 ... S4-06). It
// is on when LLM_PROXY_SECRET is set, and every request must carry that in X-Internal-Secret:
// whoever knows it is trusted to say whom a call is for.

/// Whether the request may use the API; answers 401, or 403 where it is off.
[[nodiscard]] bool
mayUseInternal(const WorkerContext &worker, const HttpRequest &request, ClientStream &client);

/// POST /internal/llm/proxy as chat completions take it: the body with the seed's defaults, and the
/// microDAO as the tenant's header. InvalidInput is the seed's 422; its message is the `detail`.
struct InternalRequest
{
    QByteArray body;
    HeaderList who;
};
[[nodiscard]] core::Result<InternalRequest> readInternalRequest(const HttpRequest &request);

/// Puts the answer of a metered chat completion into the seed's shape; a stream stays OpenAI's.
class InternalAnswer final : public ShapedAnswer
{
public:
    explicit InternalAnswer(std::shared_ptr<ClientStream> client);
    void respond(int status, const HeaderList &headers, const QByteArray &body) override;

private:
    std::chrono::steady_clock::time_point m_begun;
};

/// GET /internal/llm/models and /internal/llm/usage, of a caller who may.
void answerInternal(const WorkerContext &worker,
                    OwnRoute route,
                    const HttpRequest &request,
                    const std::shared_ptr<ClientStream> &client);

} // namespace proxy
