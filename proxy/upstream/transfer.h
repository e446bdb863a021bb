// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/upstream/upstreamcall.h"

#include <chrono>
#include <curl/curl.h>
#include <functional>
#include <memory>
#include <optional>

namespace proxy {

/// One curl easy handle with the request it carries and the answer it receives. Used again and
/// again: the options that never change are set once.
class Transfer
{
public:
    using Clock = std::chrono::steady_clock;

    Transfer();
    ~Transfer();
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    void prepare(UpstreamRequest request, UpstreamListener &listener);
    /// The listener hears nothing more; curl closes the connection at the next callback.
    void silence() { m_listener = nullptr; }
    [[nodiscard]] bool isSilenced() const { return m_listener == nullptr; }

    void pause() { m_paused = true; }
    /// True when curl holds bytes back and must be told to go on.
    [[nodiscard]] bool resume();
    /// No byte for as long as the request allows.
    [[nodiscard]] bool isTooSilent(Clock::time_point now);
    [[nodiscard]] std::chrono::milliseconds silenceTimeout() const;

    /// Once: a reused connection died before any byte of the answer. Sets the handle up for a
    /// fresh one.
    [[nodiscard]] bool retry(CURLcode result);
    /// Tells the listener how it ended; the listener may destroy the call in there.
    void finish(CURLcode result);
    void finishSilent();

    [[nodiscard]] CURL *easy() const { return m_easy; }
    [[nodiscard]] static Transfer *of(CURL *easy);

private:
    static std::size_t onHeader(char *data, std::size_t, std::size_t size, void *self);
    static std::size_t onBody(char *data, std::size_t, std::size_t size, void *self);
    void setTarget();
    void setMethod();
    void setHeaders();
    void addHeader(const QByteArray &line);
    [[nodiscard]] bool takeHeadLine(QByteArrayView line);
    void takeHeader(QByteArrayView line);
    [[nodiscard]] std::optional<UpstreamError> errorOf(CURLcode result) const;

    CURL *m_easy = nullptr;
    curl_slist *m_headerLines = nullptr;
    UpstreamRequest m_request;
    UpstreamListener *m_listener = nullptr;
    HeaderList m_head;
    int m_status = 0;
    qsizetype m_headBytes = 0;
    curl_off_t m_uploaded = 0;
    Clock::time_point m_lastByte;
    bool m_headDone = false;
    bool m_retried = false;
    bool m_paused = false;
    bool m_holding = false;
};

} // namespace proxy
