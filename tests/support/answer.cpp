// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answer.h"

#include <QJsonDocument>

namespace test {
using namespace Qt::StringLiterals;

bool Answer::feed(QByteArrayView bytes)
{
    m_pending.append(bytes);
    if (!m_hasHead) {
        takeHead();
    }
    if (!m_hasHead || m_isWhole) {
        return m_pending.startsWith("HTTP/1.1 ") || m_hasHead || m_pending.size() < 9;
    }
    if (m_isChunked) {
        return takeChunks();
    }
    m_body += m_pending;
    m_pending.clear();
    m_isWhole = m_length >= 0 && m_body.size() >= m_length;
    return true;
}

void Answer::takeHead()
{
    const qsizetype end = m_pending.indexOf("\r\n\r\n");
    if (end < 0) {
        return;
    }
    m_head = m_pending.first(end + 4);
    m_pending.remove(0, end + 4);
    m_status = m_head.mid(9, 3).toInt();
    m_hasHead = true;
    m_isChunked = header("transfer-encoding") == "chunked";
    const QByteArray length = header("content-length");
    if (!length.isEmpty()) {
        m_length = length.toLongLong();
    } else if (m_status == 204) {
        m_length = 0;
    }
    m_isWhole = !m_isChunked && m_length == 0;
}

bool Answer::takeChunks()
{
    while (!m_isWhole) {
        const qsizetype line = m_pending.indexOf("\r\n");
        if (line < 0) {
            return true;
        }
        bool isNumber = false;
        const qsizetype size = m_pending.first(line).toLongLong(&isNumber, 16);
        if (!isNumber) {
            return false;
        }
        if (m_pending.size() < line + 2 + size + 2) {
            return true;
        }
        m_body += m_pending.mid(line + 2, size);
        m_pending.remove(0, line + 2 + size + 2);
        m_isWhole = size == 0;
    }
    return true;
}

void Answer::feedEnd()
{
    m_isWhole = m_isWhole || (m_hasHead && !m_isChunked && m_length < 0);
}

QByteArray Answer::header(const QByteArray &lowerCaseName) const
{
    const QByteArray mark = "\r\n" + lowerCaseName + ": ";
    const qsizetype at = m_head.toLower().indexOf(mark);
    if (at < 0) {
        return {};
    }
    const qsizetype begin = at + mark.size();
    return m_head.mid(begin, m_head.indexOf("\r\n", begin) - begin);
}

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(m_body).object();
}

QJsonObject Answer::error() const
{
    return json()["error"_L1].toObject();
}

QByteArray Answer::errorCode() const
{
    return error()["code"_L1].toString().toUtf8();
}

QByteArrayList Answer::events() const
{
    QByteArrayList found;
    for (const QByteArray &line : m_body.split('\n')) {
        if (line.startsWith("data: ")) {
            found.append(line.mid(6).trimmed());
        }
    }
    return found;
}

} // namespace test
