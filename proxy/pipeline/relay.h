// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/apierror.h"
#include "proxy/dialects/dialect.h"
#include "proxy/pipeline/contentcapture.h"
#include "proxy/pipeline/heartbeat.h"
#include "proxy/pipeline/requestcontext.h"
#include "proxy/pipeline/workercontext.h"
#include "proxy/upstream/lineparser.h"
#include "proxy/upstream/sseparser.h"
#include "proxy/upstream/upstreamcall.h"

#include <functional>
#include <memory>

namespace proxy {

/// How the upstream's part of a call came to its end.
struct RelayEnd
{
    core::Ending ending = core::Ending::Complete;
    core::TokenUsage usage;                   ///< quality Unknown: nothing was reported
    int status = 0;                           ///< the upstream's; 0 when it never answered
    bool nothingSent = false;                 ///< the upstream never saw the request
    bool toldClient = false;                  ///< some of an answer has gone to the client
    std::optional<UpstreamFailure> failure{}; ///< why there is no whole answer
    std::optional<core::Duration> retryAfter{};
    std::optional<core::Duration> firstByte{}; ///< since it was sent; of an answer of 200 only
    openai::AnswerFacts answer{};
    /// What the client got, for the cache; only of a complete answer that may be kept.
    QByteArray kept{};
    QByteArray contentType{};
    std::vector<std::pair<QByteArray, core::CallContent>> contents{}; ///< by destination
};

/// What becomes of a call whose upstream's part has ended.
enum class AfterRelay : quint8 {
    Answer,   ///< this was all: tell the client
    TryAgain, ///< it goes to another target: the client hears nothing of this one
};

/// Sends one admitted call to the upstream and its answer to the client, reading what it costs on
/// the way. Bytes of a stream go on as they come; a whole answer is kept until it is settled, so
/// that it can carry its cost. A slow client holds the upstream back, not the memory.
class Relay final : public UpstreamListener
{
public:
    /// `end` is called once, before the last bytes go to the client: settle first, then answer.
    using End = std::function<AfterRelay(const RelayEnd &)>;

    Relay(const WorkerContext &worker, RequestContext &context, End end);
    ~Relay() override;

    /// At most `patience` until the first byte, and between any two.
    void start(std::chrono::milliseconds patience);
    /// Ends the call now: the upstream is closed and the client gets a proper end.
    void finish(core::Ending ending);
    void clientGone();

private:
    void onHead(int status, const HeaderList &headers) override;
    void onBody(QByteArrayView bytes) override;
    void onComplete() override;
    void onError(const UpstreamError &error) override;

    [[nodiscard]] UpstreamRequest upstreamRequest() const;
    [[nodiscard]] QByteArray attemptId() const;
    void addForm(UpstreamRequest &request) const;
    void beginStream();
    void relayEvents(QByteArrayView bytes);
    void take(const SseEvent &event, QByteArray &out);
    void keep(QByteArrayView event);
    [[nodiscard]] bool tellsTheUsage();
    void meter();
    void holdBack();
    void beat();
    void endStream();
    void answerWhole();
    void answerCut(core::Ending ending);
    [[nodiscard]] QByteArray withCost(QByteArrayView events) const;
    [[nodiscard]] HeaderList answerHead() const;
    [[nodiscard]] QByteArray wholeAnswer() const;
    [[nodiscard]] AfterRelay report(RelayEnd end);
    void fail(ApiError error);

    const WorkerContext &m_worker;
    RequestContext &m_context;
    End m_end;
    std::unique_ptr<UpstreamCall> m_call;
    SseParser m_parser;
    LineParser m_lines;
    const Dialect &m_dialect;
    std::unique_ptr<StreamMeter> m_meter;
    std::unique_ptr<ContentCapture> m_capture; ///< only where somebody may have what is said
    int m_status = 0;
    HeaderList m_headers;
    QByteArray m_body;                      ///< of a whole answer
    QByteArray m_kept;                      ///< a stream's events, where they may be kept
    std::unique_ptr<Heartbeat> m_heartbeat; ///< of a stream of /api/chat that has begun
    bool m_streaming = false;
    bool m_begun = false; ///< the client has the head of a stream
    bool m_paused = false;
    bool m_reported = false;
    bool m_costTold = false;
    bool m_clientGone = false;
    core::Time m_meteredAt{};
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace proxy
