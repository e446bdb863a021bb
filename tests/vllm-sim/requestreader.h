// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httprequest.h"

#include <QByteArray>

namespace sim {

/// HTTP/1.1 requests out of a stream of bytes, one after the other (pipelining works). The body
/// comes by Content-Length or chunked.
class RequestReader
{
public:
    enum class Outcome {
        NeedsMore,
        WantsContinue, ///< as NeedsMore; "100 Continue" has to be sent, told once a request
        Complete,      ///< request() is whole, its bytes are gone from the buffer
        Malformed,
    };
    /// Takes what it can from the front of `buffer`.
    [[nodiscard]] Outcome read(QByteArray &buffer);
    [[nodiscard]] const HttpRequest &request() const { return m_request; }

private:
    enum class Stage { Head, SizedBody, ChunkSize, ChunkData, Trailer };

    [[nodiscard]] Outcome readHead(QByteArray &buffer);
    [[nodiscard]] bool readRequestLine(QByteArrayView line);
    void readHeader(QByteArrayView line);
    [[nodiscard]] Outcome readSizedBody(QByteArray &buffer);
    [[nodiscard]] Outcome readChunks(QByteArray &buffer);
    [[nodiscard]] Outcome complete();

    Stage m_stage = Stage::Head;
    HttpRequest m_request;
    qsizetype m_remaining = 0; ///< of the body or the chunk
    bool m_isChunked = false;
    bool m_expectsContinue = false;
    bool m_isBad = false;
};

} // namespace sim
