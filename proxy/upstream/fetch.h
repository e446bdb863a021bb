// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/upstream/upstreamcall.h"

#include <functional>
#include <memory>
#include <optional>

namespace proxy {

/// A whole answer, kept in memory.
struct FetchResult
{
    int status = 0;
    HeaderList headers;
    QByteArray body;
    std::optional<UpstreamError> error;

    [[nodiscard]] bool succeeded() const { return !error && status == 200; }
};

/// One small call whose whole answer is wanted: model lists, token counts, free routes. Destroying
/// it cancels it; the callback may destroy it.
class Fetch final : public UpstreamListener
{
public:
    using Callback = std::function<void(FetchResult)>;
    /// Above any model list or token list of a full context; more is an error.
    static constexpr qsizetype MaximumBody = 64 * 1024 * 1024;

    Fetch(UpstreamClient &client, UpstreamRequest request, Callback callback);

private:
    void onHead(int status, const HeaderList &headers) override;
    void onBody(QByteArrayView bytes) override;
    void onComplete() override;
    void onError(const UpstreamError &error) override;
    void finish();

    FetchResult m_result;
    Callback m_callback;
    std::unique_ptr<UpstreamCall> m_call;
};

} // namespace proxy
