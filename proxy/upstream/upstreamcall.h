// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "proxy/server/bodyfile.h"
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
    std::shared_ptr<const BodyFile> form{}; ///< sent instead of `body`, where there is one
    /// Path of a Unix-domain socket to connect to instead of the host of `url` (vllm --uds).
    QByteArray unixSocket{};
    /// Lower-case name of the header that takes `bearer` as it is; empty: Authorization.
    QByteArray keyHeader{};
    std::chrono::milliseconds connectTimeout{5'000};
    /// Without a byte sent or received, watched by a coarse timer (up to a quarter, at most a
    /// second, late). vLLM is silent while queueing and prefilling (vllm-protocol 9.8), so the
    /// default is long. Time while paused does not count.
    std::chrono::milliseconds silenceTimeout{600'000};
};

/// What kind of failure ended a call that has no complete answer: no connection; silence; broken
/// off or no HTTP; an answer's head above 64 KiB.
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
    /// Bytes of the body, transfer coding removed, as they came. Not asked for compressed, so that
    /// the meter can read them.
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
    /// Stops reading, so that the upstream is held back by TCP: the client is slow. onBody() is
    /// not called until resume(); at most one buffer (16 KiB) waits here.
    virtual void pause() = 0;
    virtual void resume() = 0;
};

/// One worker's upstream side: a libcurl multi handle on the Qt event loop, its own keep-alive
/// pool (idle at most 4 s: vLLM closes after 5). Retries, unseen, when a *reused* connection dies
/// before any byte of the answer. HTTP/1.1, no redirects; the proxy of the environment is not used
/// for loopback addresses. Hop-by-hop headers, Host and Accept-Encoding among the given are left
/// out. One thread, with an event loop; not to be destroyed from within a listener.
class UpstreamClient
{
public:
    UpstreamClient();
    ~UpstreamClient();
    UpstreamClient(const UpstreamClient &) = delete;
    UpstreamClient &operator=(const UpstreamClient &) = delete;

    /// Callbacks come from the event loop, never from within send(). In a callback the call may be
    /// cancelled or destroyed, and new calls sent.
    [[nodiscard]] std::unique_ptr<UpstreamCall> send(UpstreamRequest request,
                                                     UpstreamListener &listener);
    [[nodiscard]] int running() const;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace proxy
