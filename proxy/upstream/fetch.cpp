// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/upstream/fetch.h"

#include <utility>

namespace proxy {

Fetch::Fetch(UpstreamClient &client, UpstreamRequest request, Callback callback)
    : m_callback(std::move(callback))
    , m_call(client.send(std::move(request), *this))
{}

void Fetch::onHead(int status, const HeaderList &headers)
{
    m_result.status = status;
    m_result.headers = headers;
}

void Fetch::onBody(QByteArrayView bytes)
{
    if (m_result.body.size() + bytes.size() > MaximumBody) {
        m_call->cancel();
        m_result.error = UpstreamError{
            UpstreamFailure::TooLarge, QStringLiteral("the answer is larger than 64 MiB"), true};
        finish();
        return;
    }
    m_result.body += bytes;
}

void Fetch::onComplete()
{
    finish();
}

void Fetch::onError(const UpstreamError &error)
{
    m_result.error = error;
    finish();
}

void Fetch::finish()
{
    // Moved out first: the callback may destroy this object.
    const Callback callback = std::move(m_callback);
    callback(std::move(m_result));
}

} // namespace proxy
