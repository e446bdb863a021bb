// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/echo.h"

#include <algorithm>

namespace proxy {

namespace {
/// Shorter ones are words and numbers ("4", "gzip"), and would be cut out of other words.
constexpr qsizetype ShortestSecret = 6;

/// The whole, the part behind its scheme, and the two halves of Basic's pair.
QByteArrayList formsOf(const QByteArray &value)
{
    QByteArrayList forms{value};
    const qsizetype space = value.indexOf(' ');
    if (space >= 0) {
        forms += value.sliced(space + 1);
    }
    if (value.toLower().startsWith("basic ")) {
        forms += QByteArray::fromBase64(forms.last()).split(':');
    }
    return forms;
}
} // namespace

QByteArray withoutSecretsOf(const UpstreamRequest &request, QByteArray text)
{
    QByteArrayList secrets{request.bearer.expose()};
    for (const auto &[name, value] : request.headers) {
        if (name != "content-type" && name != "user-agent") {
            secrets += formsOf(value);
        }
    }
    // The longest first: a part of it would leave the rest.
    std::ranges::sort(secrets, std::ranges::greater(), &QByteArray::size);
    for (const QByteArray &secret : secrets) {
        if (secret.size() >= ShortestSecret) {
            text.replace(secret, core::Secret::masked().toLatin1());
        }
    }
    return text;
}

Fetch::Callback withoutEcho(const UpstreamRequest &request,
                            std::function<void(const FetchResult &)> answered)
{
    // Without the body, which may be a megabyte.
    UpstreamRequest head;
    head.headers = request.headers;
    head.bearer = request.bearer;
    return [head = std::move(head), answered = std::move(answered)](FetchResult result) {
        result.body = withoutSecretsOf(head, std::move(result.body));
        answered(result);
    };
}

} // namespace proxy
