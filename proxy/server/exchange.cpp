// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/exchange.h"

#include <algorithm>

namespace proxy {

QByteArray headerValue(const HeaderList &headers, QByteArrayView lowerCaseName)
{
    const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto &header) {
        return header.first == lowerCaseName;
    });
    return found == headers.end() ? QByteArray() : found->second;
}

} // namespace proxy
