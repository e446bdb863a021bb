// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace sim {

/// An answer that is not 200. `type` and `param` as vLLM writes them; an empty param is null.
struct ApiError
{
    int status = 400;
    QByteArray type;
    QByteArray param;
    QByteArray message;

    /// What the request says cannot be done.
    [[nodiscard]] static ApiError badRequest(const QByteArray &message, const QByteArray &param);
    /// A field is missing or of the wrong kind. vLLM's type has a blank here.
    [[nodiscard]] static ApiError schema(const QByteArray &problem, const QByteArray &param);

    /// {"error":{...}}, compact.
    [[nodiscard]] QByteArray body() const;
    /// The same as vLLM writes it into a stream, where it uses another serializer: with blanks.
    [[nodiscard]] QByteArray streamBody() const;
};

} // namespace sim
