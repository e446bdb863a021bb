// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/upstream/upstreamcall.h"

#include <algorithm>
#include <functional>
#include <optional>

/// Notes what a call hears; `onEach` runs at the end of each callback.
class Recorder final : public proxy::UpstreamListener
{
public:
    void onHead(int code, const proxy::HeaderList &list) override
    {
        enter();
        status = code;
        headers = list;
        leave();
    }
    void onBody(QByteArrayView bytes) override
    {
        enter();
        body.append(bytes);
        ++pieces;
        leave();
    }
    void onComplete() override
    {
        enter();
        complete = true;
        leave();
    }
    void onError(const proxy::UpstreamError &failure) override
    {
        enter();
        error = failure;
        leave();
    }
    [[nodiscard]] bool ended() const { return complete || error.has_value(); }
    [[nodiscard]] QByteArray header(QByteArrayView name) const
    {
        const auto found = std::find_if(headers.begin(), headers.end(), [name](const auto &pair) {
            return pair.first == name;
        });
        return found == headers.end() ? QByteArray() : found->second;
    }

    int status = 0;
    proxy::HeaderList headers;
    QByteArray body;
    int pieces = 0;
    bool complete = false;
    std::optional<proxy::UpstreamError> error;
    std::function<void()> onEach;
    static inline int nested = 0;
    static inline int depth = 0;

private:
    void enter() { nested += depth++ > 0 ? 1 : 0; }
    void leave()
    {
        // A copy: the callback may destroy this recorder's call, or replace the callback itself.
        if (const auto callback = onEach) {
            callback();
        }
        --depth;
    }
};

inline proxy::UpstreamRequest post(const QByteArray &url, const QByteArray &body = "{}")
{
    return {
        .url = url, .headers = {{"content-type", "application/json"}}, .bearer = {}, .body = body};
}
