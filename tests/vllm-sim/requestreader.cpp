// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requestreader.h"

#include <QByteArrayList>

namespace sim {

static constexpr qsizetype LargestHead = qsizetype{4} * 1024 * 1024; // vLLM's h11 limit

RequestReader::Outcome RequestReader::read(QByteArray &buffer)
{
    if (m_stage == Stage::Head) {
        const Outcome head = readHead(buffer);
        if (head != Outcome::Complete) {
            return head;
        }
        if (m_expectsContinue && buffer.isEmpty()) {
            return Outcome::WantsContinue;
        }
    }
    return m_stage == Stage::SizedBody ? readSizedBody(buffer) : readChunks(buffer);
}

RequestReader::Outcome RequestReader::readHead(QByteArray &buffer)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0) {
        return buffer.size() > LargestHead ? Outcome::Malformed : Outcome::NeedsMore;
    }
    m_request = HttpRequest();
    m_remaining = 0;
    m_isChunked = m_expectsContinue = m_isBad = false;
    const QByteArrayView head = QByteArrayView(buffer).first(end);
    qsizetype from = 0;
    while (from <= end) {
        qsizetype lineEnd = buffer.indexOf("\r\n", from);
        lineEnd = lineEnd < 0 || lineEnd > end ? end : lineEnd;
        const QByteArrayView line = head.sliced(from, lineEnd - from);
        if (from == 0) {
            m_isBad = !readRequestLine(line);
        } else {
            readHeader(line);
        }
        from = lineEnd + 2;
    }
    buffer.remove(0, end + 4);
    m_stage = m_isChunked ? Stage::ChunkSize : Stage::SizedBody;
    return m_isBad ? Outcome::Malformed : Outcome::Complete;
}

bool RequestReader::readRequestLine(QByteArrayView line)
{
    const QByteArray text = line.toByteArray();
    const qsizetype first = text.indexOf(' ');
    const qsizetype last = text.lastIndexOf(' ');
    if (first <= 0 || last <= first + 1 || !text.sliced(last + 1).startsWith("HTTP/1.")) {
        return false;
    }
    m_request.method = text.left(first);
    const QByteArray target = text.sliced(first + 1, last - first - 1);
    const qsizetype mark = target.indexOf('?');
    m_request.path = mark < 0 ? target : target.left(mark);
    m_request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    m_request.isKeptAlive = text.endsWith("HTTP/1.1");
    return true;
}

void RequestReader::readHeader(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0) {
        m_isBad = true;
        return;
    }
    const QByteArrayView name = line.first(colon);
    const auto is = [name](QByteArrayView wanted) {
        return name.compare(wanted, Qt::CaseInsensitive) == 0;
    };
    const auto value = [&] {
        return line.sliced(colon + 1).trimmed().toByteArray();
    };
    if (is("content-length")) {
        bool isNumber = false;
        m_remaining = value().toLongLong(&isNumber);
        m_isBad = m_isBad || !isNumber || m_remaining < 0;
    } else if (is("transfer-encoding")) {
        m_isChunked = value().toLower() == "chunked";
        m_isBad = m_isBad || !m_isChunked;
    } else if (is("content-type")) {
        m_request.contentType = value();
    } else if (is("authorization")) {
        m_request.authorization = value();
    } else if (is("x-request-id")) {
        m_request.requestId = value();
    } else if (is("x-sim")) {
        m_request.script = value();
    } else if (is("connection")) {
        m_request.isKeptAlive = value().toLower() != "close" && m_request.isKeptAlive;
    } else if (is("expect")) {
        m_expectsContinue = true;
    }
}

RequestReader::Outcome RequestReader::readSizedBody(QByteArray &buffer)
{
    if (m_request.body.isEmpty() && buffer.size() == m_remaining) {
        m_request.body.swap(buffer);
        return complete();
    }
    const qsizetype taken = std::min(m_remaining, buffer.size());
    m_request.body += QByteArrayView(buffer).first(taken);
    buffer.remove(0, taken);
    m_remaining -= taken;
    return m_remaining == 0 ? complete() : Outcome::NeedsMore;
}

RequestReader::Outcome RequestReader::readChunks(QByteArray &buffer)
{
    while (true) {
        if (m_stage == Stage::ChunkData) {
            if (buffer.size() < m_remaining + 2) {
                return Outcome::NeedsMore;
            }
            m_request.body += QByteArrayView(buffer).first(m_remaining);
            buffer.remove(0, m_remaining + 2);
            m_stage = Stage::ChunkSize;
            continue;
        }
        const qsizetype end = buffer.indexOf("\r\n");
        if (end < 0) {
            return Outcome::NeedsMore;
        }
        const QByteArray line = buffer.left(end);
        buffer.remove(0, end + 2);
        if (m_stage == Stage::Trailer) {
            if (line.isEmpty()) {
                return complete();
            }
            continue;
        }
        bool isNumber = false;
        m_remaining = line.split(';').first().trimmed().toInt(&isNumber, 16);
        if (!isNumber || m_remaining < 0) {
            return Outcome::Malformed;
        }
        m_stage = m_remaining == 0 ? Stage::Trailer : Stage::ChunkData;
    }
}

RequestReader::Outcome RequestReader::complete()
{
    m_stage = Stage::Head;
    return Outcome::Complete;
}

} // namespace sim
