// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/apierror.h"
#include "proxy/pipeline/admission.h"
#include "proxy/pipeline/attempts.h"
#include "proxy/pipeline/relay.h"
#include "proxy/pipeline/requestcontext.h"
#include "proxy/pipeline/workercontext.h"
#include "proxy/responsecache.h"

#include <functional>
#include <memory>

namespace proxy {

enum class EndReason : quint8;

/// One metered request, from its bytes to its settlement:
///  1. read       what the body asks for (dialects/openai)
///  2. attribute  who it is for, and whether their key may use the model
///  3. check      that nobody has paused them
///     and from here answered at once where the cache has the answer (cacheuse)
///  4. route      where it may be served, best first (routing)
/// and for each attempt (attempts), until one is answered or none is left:
///  5. price      what that target costs
///  6. admit      a hold, or a refusal that explains itself (admission); past a soft mark perhaps
///                with a cheaper model or fewer tools (softactions)
///  7. record     the hold is durable before anything is sent
///  8. relay      the upstream's answer, metered on its way (relay)
///  9. settle     what it really cost
/// Lives in its worker's thread; `finished` is called once, and may destroy it.
class MeteredCall
{
public:
    MeteredCall(const WorkerContext &worker,
                RequestContext context,
                std::function<void()> finished);
    ~MeteredCall();
    MeteredCall(const MeteredCall &) = delete;
    MeteredCall &operator=(const MeteredCall &) = delete;

    void start(openai::Endpoint endpoint);
    void end(EndReason reason);
    [[nodiscard]] core::HoldId hold() const { return m_context.hold; }

private:
    [[nodiscard]] QByteArray contentType() const;
    void attributeAndCheck();
    [[nodiscard]] bool answerFromCache();
    void send(const ResponseCache::Answer &answer);
    void route(bool mayRefresh);
    void attempt();
    [[nodiscard]] std::optional<core::Price> priceFor(const Target &target) const;
    void serveWith(const Target &target, const core::Price &price);
    void admit();
    void admitted();
    [[nodiscard]] bool downgrade(const std::vector<core::Budget> &budgets);
    void refused(const core::Refusal &refusal);
    void record();
    void dispatch(bool durable);
    [[nodiscard]] AfterRelay settle(const RelayEnd &end);
    void book(const RelayEnd &end);
    void tryAgain(core::Duration wait);
    void clientGone();
    void turnAway(const ApiError &error, core::Decision decision);
    void done();
    /// From the event loop, unless this has died by then: what calls us must not be destroyed under
    /// its own feet.
    void later(std::function<void()> step);

    const WorkerContext &m_worker;
    RequestContext m_context;
    std::function<void()> m_finished;
    std::unique_ptr<Admission> m_admission;
    Attempts m_attempts;
    std::unique_ptr<Relay> m_relay;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    bool m_settled = false;
    bool m_gone = false;
    bool m_downgraded = false;
    bool m_waiting = false; ///< for the next attempt
};

} // namespace proxy
