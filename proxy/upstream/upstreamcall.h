// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "proxy/server/exchange.h"

#include <QByteArray>

#include <chrono>
#include <memory>

namespace proxy {

struct UpstreamRequest
{
    QByteArray method = "POST";
    QByteArray url; ///< absolute
    HeaderList headers;
    core::Secret bearer; ///< sent as Authorization: Bearer, when set
    QByteArray body;
    std::chrono::milliseconds connectTimeout{5'000};
    /// From the last byte of the request to the first of the answer, and between bytes of it. vLLM
    /// is silent while queueing and prefilling (vllm-protocol 9.8), so the default is long.
    std::chrono::milliseconds silenceTimeout{600'000};
};

/// What kind of failure ended a call that has no complete answer.
enum class UpstreamFailure : quint8 { Connect, Timeout, Broken, TooLarge };
struct UpstreamError
{
    UpstreamFailure kind = UpstreamFailure::Connect;
    QString message;          ///< for the log and the window; not for the client
    bool requestSent = false; ///< some of the request may have reached the upstream
};

/// Receives one call's answer, in the thread of its client. Callbacks never nest.
class UpstreamListener
{
public:
    UpstreamListener() = default;
    UpstreamListener(const UpstreamListener &) = delete;
    UpstreamListener &operator=(const UpstreamListener &) = delete;
    virtual ~UpstreamListener() = default;

    virtual void onHead(int status, const HeaderList &headers) = 0;
    /// Bytes of the body, transfer coding removed, as they came.
    virtual void onBody(QByteArrayView bytes) = 0;
    virtual void onComplete() = 0;
    virtual void onError(const UpstreamError &error) = 0;
};

/// One running call. Destroying it, or cancel(), closes the upstream connection (which is what
/// makes vLLM abort: vllm-protocol section 2) and silences the listener.
class UpstreamCall
{
public:
    UpstreamCall() = default;
    UpstreamCall(const UpstreamCall &) = delete;
    UpstreamCall &operator=(const UpstreamCall &) = delete;
    virtual ~UpstreamCall() = default;
    virtual void cancel() = 0;
    virtual void pause() = 0; ///< stop reading: the client is slow
    virtual void resume() = 0;
};

/// One worker's upstream side: a libcurl multi handle on the Qt event loop, its own keep-alive
/// pool (idle at most 4 s: vLLM closes after 5). Retries once, unseen, when a *reused* connection
/// dies before any byte of the answer. One thread.
class UpstreamClient
{
public:
    UpstreamClient();
    ~UpstreamClient();
    UpstreamClient(const UpstreamClient &) = delete;
    UpstreamClient &operator=(const UpstreamClient &) = delete;

    [[nodiscard]] std::unique_ptr<UpstreamCall> send(UpstreamRequest request,
                                                     UpstreamListener &listener);
    [[nodiscard]] int running() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace proxy
