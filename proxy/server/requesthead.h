// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/server/exchange.h"

#include <QByteArray>
#include <QByteArrayView>

#include <variant>

namespace proxy {

/// Why the server itself turns a request away, before any handler sees it. The texts are
/// constants of ours without quotes or backslashes, so that they stand in JSON as they are.
struct Refusal
{
    int status = 400;
    QByteArrayView code;
    QByteArrayView message;
};

/// How the bytes after a head are framed (RFC 9112 section 6).
enum class BodyKind { None, Length, Chunked };

/// A well-formed request line and its headers.
struct RequestHead
{
    QByteArray method;
    QByteArray
        path; ///< percent-encoded as sent; "*" for OPTIONS *; an absolute form lost its origin
    QByteArray query; ///< after '?', as sent
    HeaderList headers;
    BodyKind body = BodyKind::None;
    qint64 contentLength = 0; ///< only with BodyKind::Length
    bool isHttp10 = false;
    bool keepAlive = true;        ///< what version and Connection say together
    bool expectsContinue = false; ///< never from an HTTP/1.0 client (RFC 9110 section 10.1.1)
    qsizetype size = 0;           ///< bytes up to and with the blank line
};

struct HeadIncomplete
{};
using HeadVerdict = std::variant<HeadIncomplete, RequestHead, Refusal>;

/// Judges the head at the front of `received`. Strict where two readers could disagree about where
/// a request ends: CRLF only, no folded lines, one Content-Length or one "chunked", never both.
/// `scanned` is 0 for a new head and carries over between calls for the same one, so that a head
/// trickling in byte by byte is looked through once. More than `sizeLimit` bytes: 431.
[[nodiscard]] HeadVerdict
readRequestHead(QByteArrayView received, qint64 sizeLimit, qsizetype &scanned);

} // namespace proxy
