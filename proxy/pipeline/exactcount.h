// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/pipeline/requestcontext.h"
#include "proxy/pipeline/workercontext.h"
#include "proxy/upstream/fetch.h"

#include <functional>
#include <memory>
#include <optional>

namespace proxy {

/// Asks the upstream how many tokens a prompt has, without generating anything: vLLM's render
/// route (same code path as the call itself), else /tokenize where that is exact (vllm-protocol
/// section 5). Destroying it drops the question.
class ExactCount
{
public:
    /// Nothing: the upstream can't tell for this request, the bound stays as it is.
    using Callback = std::function<void(std::optional<qint64>)>;

    ExactCount(const WorkerContext &worker, const RequestContext &context, Callback callback);

private:
    void render();
    void tokenize();
    void countMessages();
    void answer(std::optional<qint64> tokens);

    const WorkerContext &m_worker;
    const RequestContext &m_context;
    Callback m_callback;
    std::unique_ptr<Fetch> m_fetch;
};

} // namespace proxy
