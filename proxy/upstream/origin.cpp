// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/upstream/origin.h"

#include <algorithm>

namespace proxy {
namespace {

/// Of the authority; 0 when the text is no absolute URL.
qsizetype authorityBegin(QByteArrayView url)
{
    constexpr QByteArrayView Separator = "://";
    const qsizetype at = url.indexOf(Separator);
    return at < 0 ? 0 : at + Separator.size();
}

} // namespace

QByteArray originOf(QByteArrayView url)
{
    const qsizetype scheme = authorityBegin(url);
    const QByteArrayView rest = url.sliced(scheme);
    const auto *end = std::find_if(
        rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?' || c == '#'; });
    const QByteArrayView authority(rest.begin(), end);
    return url.first(scheme).toByteArray().append(authority.sliced(authority.lastIndexOf('@') + 1));
}

bool isLoopback(const QByteArray &url)
{
    const QByteArray origin = originOf(url);
    const QByteArrayView host = QByteArrayView(origin).sliced(authorityBegin(origin));
    return host.startsWith("127.") || host.startsWith("localhost") || host.startsWith("[::1]");
}

} // namespace proxy
