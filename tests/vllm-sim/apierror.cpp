// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apierror.h"

#include "jsonwriter.h"

namespace sim {

ApiError ApiError::badRequest(const QByteArray &message, const QByteArray &param)
{
    return {400, "BadRequestError", param, message};
}

ApiError ApiError::schema(const QByteArray &problem, const QByteArray &param)
{
    return {400, "Bad Request", param, "1 validation error:\n  " + problem};
}

static QByteArray write(const ApiError &error, const char *colon, const char *comma)
{
    const auto member = [&](const char *name) {
        return QByteArray("\"") + name + "\"" + colon;
    };
    QByteArray out = "{" + member("error") + "{" + member("message");
    appendString(out, error.message);
    out += comma + member("type");
    appendString(out, error.type);
    out += comma + member("param");
    if (error.param.isEmpty()) {
        out += "null";
    } else {
        appendString(out, error.param);
    }
    out += comma + member("code") + QByteArray::number(error.status) + "}}";
    return out;
}

QByteArray ApiError::body() const
{
    return write(*this, ":", ",");
}

QByteArray ApiError::streamBody() const
{
    return write(*this, ": ", ", ");
}

} // namespace sim
