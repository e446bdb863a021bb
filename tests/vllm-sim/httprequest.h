// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace sim {

/// One request, with the headers that matter here.
struct HttpRequest
{
    QByteArray method;
    QByteArray path;
    QByteArray query; ///< without '?'
    QByteArray contentType;
    QByteArray authorization;
    QByteArray requestId; ///< X-Request-Id
    QByteArray script;    ///< x-sim
    bool isKeptAlive = true;
    QByteArray body;
};

} // namespace sim
