// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/api/routes.h"
#include "proxy/pipeline/meteredcall.h"
#include "proxy/pipeline/workercontext.h"
#include "proxy/upstream/fetch.h"

#include <QObject>

#include <memory>
#include <unordered_map>
#include <vector>

namespace proxy {

struct Caller;

/// Takes every request of one worker to what answers it, and owns the calls that run.
class Dispatcher : public QObject
{
    Q_OBJECT

public:
    explicit Dispatcher(const WorkerContext &worker);
    ~Dispatcher() override;

    void handle(HttpRequest &&request, std::shared_ptr<ClientStream> client);
    [[nodiscard]] bool isIdle() const { return m_calls.empty() && m_fetches.empty(); }
    /// From now on every new call gets 503: Capstan is about to stop.
    void refuseNew() { m_stopping = true; }
    void endAll(EndReason reason);

Q_SIGNALS:
    void becameIdle();

private:
    void start(const Route &route, RequestContext context);
    void startMetered(RequestContext context, openai::Endpoint endpoint);
    void startScopedChat(RequestContext context);
    void startInfer(RequestContext context);
    void startInternal(RequestContext context);
    void relayFree(HttpRequest &&request, const std::shared_ptr<ClientStream> &client);
    void answerModels(const std::shared_ptr<ClientStream> &client, const Caller &caller);
    void fetch(UpstreamRequest request,
               const std::shared_ptr<ClientStream> &client,
               std::function<void(FetchResult &)> edit);
    void answerOwn(OwnRoute route,
                   HttpRequest &&request,
                   const std::shared_ptr<ClientStream> &client,
                   const Caller &caller);
    void answerReady(ClientStream &client);
    void bury(quint64 number);
    void sweep();

    const WorkerContext &m_worker;
    quint64 m_nextNumber = 1;
    std::unordered_map<quint64, std::unique_ptr<MeteredCall>> m_calls;
    std::unordered_map<quint64, std::unique_ptr<Fetch>> m_fetches;
    /// Ended in the middle of their own code; destroyed in the next turn of the event loop.
    std::vector<std::unique_ptr<MeteredCall>> m_ended;
    std::vector<std::unique_ptr<Fetch>> m_endedFetches;
    bool m_stopping = false;
};

} // namespace proxy
