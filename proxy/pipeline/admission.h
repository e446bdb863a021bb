// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/pipeline/exactcount.h"
#include "proxy/pipeline/requestcontext.h"
#include "proxy/pipeline/workercontext.h"

#include <functional>
#include <memory>

namespace proxy {

/// Takes one call to a hold or to a refusal, in this order (design section 4):
///  1. the cheap bound;
///  2. the exact count, when the cheap bound does not fit;
///  3. max_tokens clamped to what is affordable, when every budget in the way allows it and a
///     useful answer is left;
///  4. waiting for other calls to settle, when the budget queues;
///  5. refusal.
/// A rate limit is refused at once, but for a call that is bound to more tokens than the limit has
/// at all: that is counted exactly and clamped, too.
/// Fills bound, clampedTo, budgets, queued and, unless it is refused, hold, decision, warning and
/// admittedAt of the context.
class Admission
{
public:
    /// A refusal, or nothing: then context.hold is open.
    using Callback = std::function<void(std::optional<core::Refusal>)>;

    Admission(const WorkerContext &worker, RequestContext &context, Callback callback);
    ~Admission();
    Admission(const Admission &) = delete;
    Admission &operator=(const Admission &) = delete;

    void begin();

private:
    /// The bound with no more output than is configured.
    [[nodiscard]] CallBound limited(const CallBound &bound) const;
    void attempt();
    void consider(const core::Refusal &refusal);
    [[nodiscard]] bool clamp(const core::Refusal &refusal);
    [[nodiscard]] bool wait(const core::Refusal &refusal);
    void admitted(const core::Admitted &admitted);
    void refused(const core::Refusal &refusal);
    void countWait(); ///< it is over

    const WorkerContext &m_worker;
    RequestContext &m_context;
    Callback m_callback;
    std::unique_ptr<ExactCount> m_count;
    bool m_counted = false;
    int m_clamps = 0;
    core::Time m_waitsSince{};
    core::Time m_waitUntil{};
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace proxy
