// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server/requestbody.h"

#include <algorithm>

namespace proxy {

namespace {

/// A chunk size is at most sixteen digits; the rest is room for an extension nobody uses.
constexpr qsizetype ChunkLineBytes = 256;
/// Trailers are skipped, so that nobody needs more of them.
constexpr qsizetype TrailerBytes = qsizetype{8} * 1024;
/// Nine hexadecimal digits are 64 GiB, above any limit: more is a trick with overflow.
constexpr qsizetype ChunkSizeDigits = 9;
/// Set aside at once for a body that announces its length; a longer one grows as it arrives, so
/// that an announcement alone costs no memory.
constexpr qint64 ReservedBytes = qint64{1024} * 1024;

Refusal malformedChunk(QByteArrayView message)
{
    return {400, "malformed_request", message};
}

bool isHexadecimal(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

} // namespace

RequestBody::RequestBody(BodyKind kind, qint64 contentLength, qint64 sizeLimit)
    : m_kind(kind)
    , m_remaining(kind == BodyKind::Length ? contentLength : 0)
    , m_sizeLimit(sizeLimit)
{}

RequestBody::Progress RequestBody::start()
{
    if (m_remaining > m_sizeLimit) {
        return refuse(
            {413, "request_too_large", "The request body is longer than this server takes."});
    }
    if (m_kind == BodyKind::Chunked) {
        return Progress::Incomplete;
    }
    if (m_remaining == 0) {
        return Progress::Complete;
    }
    if (!m_file) {
        m_bytes.reserve(std::min(m_remaining, ReservedBytes));
    }
    return Progress::Incomplete;
}

RequestBody::Progress RequestBody::take(QByteArrayView received, qsizetype &taken)
{
    const Progress progress =
        m_kind == BodyKind::Chunked ? takeChunked(received, taken) : takeLength(received, taken);
    if (isSpoolFull()) {
        return refuse({507, "insufficient_storage", "There is no room for the file that is sent."});
    }
    return progress;
}

RequestBody::Progress RequestBody::takeLength(QByteArrayView received, qsizetype &taken)
{
    taken = takeData(received);
    return m_remaining == 0 ? Progress::Complete : Progress::Incomplete;
}

RequestBody::Progress RequestBody::takeChunked(QByteArrayView received, qsizetype &taken)
{
    taken = 0;
    while (taken < received.size()) {
        if (m_expecting == Expecting::Data) {
            taken += takeData(received.sliced(taken));
            m_expecting = m_remaining == 0 ? Expecting::DataEnd : Expecting::Data;
            continue;
        }
        const Progress progress = takeLineCharacter(received[taken]);
        ++taken;
        if (progress != Progress::Incomplete) {
            return progress;
        }
    }
    return Progress::Incomplete;
}

qsizetype RequestBody::takeData(QByteArrayView received)
{
    const qsizetype count = std::min<qint64>(received.size(), m_remaining);
    if (m_file) {
        m_file->append(received.first(count));
    } else {
        m_bytes.append(received.first(count));
    }
    m_size += count;
    m_remaining -= count;
    return count;
}

RequestBody::Progress RequestBody::takeLineCharacter(char c)
{
    const bool afterReturn = m_line.endsWith('\r');
    if ((c == '\n') != afterReturn) {
        return refuse(malformedChunk("A line of the chunked body does not end in CRLF."));
    }
    if (c == '\n') {
        m_line.chop(1);
        return endLine();
    }
    m_line.append(c);
    if (m_line.size() > ChunkLineBytes && m_expecting != Expecting::Trailer) {
        return refuse(malformedChunk("A chunk size line is too long."));
    }
    if (m_expecting == Expecting::Trailer && ++m_trailerBytes > TrailerBytes) {
        return refuse({431, "request_headers_too_large", "The trailers are too long."});
    }
    return Progress::Incomplete;
}

RequestBody::Progress RequestBody::endLine()
{
    const bool isBlank = m_line.isEmpty();
    switch (m_expecting) {
    case Expecting::Size:
        return readSize();
    case Expecting::DataEnd:
        m_expecting = Expecting::Size;
        m_line.clear();
        return isBlank ? Progress::Incomplete
                       : refuse(malformedChunk("A chunk is longer than its size says."));
    default:
        m_line.clear();
        return isBlank ? Progress::Complete : Progress::Incomplete;
    }
}

RequestBody::Progress RequestBody::readSize()
{
    const auto digitsEnd = std::find_if_not(m_line.cbegin(), m_line.cend(), isHexadecimal);
    const qsizetype digits = digitsEnd - m_line.cbegin();
    const bool endsWell = digits == m_line.size() || m_line[digits] == ';';
    if (digits == 0 || digits > ChunkSizeDigits || !endsWell) {
        return refuse(malformedChunk("A chunk size is not a hexadecimal number."));
    }
    m_remaining = m_line.first(digits).toLongLong(nullptr, 16);
    m_line.clear();
    if (m_remaining > m_sizeLimit - m_size) {
        return refuse(
            {413, "request_too_large", "The request body is longer than this server takes."});
    }
    m_expecting = m_remaining == 0 ? Expecting::Trailer : Expecting::Data;
    return Progress::Incomplete;
}

RequestBody::Progress RequestBody::refuse(const Refusal &refusal)
{
    m_refusal = refusal;
    return Progress::Refused;
}

} // namespace proxy
