// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/upstream/sseparser.h"

#include <algorithm>
#include <cstring>

namespace proxy {
namespace {

/// The first CR or LF, or `end`. Two passes of memchr beat one loop over both: a line is long.
const char *findLineEnd(const char *begin, const char *end)
{
    const auto find = [begin](char c, const char *until) {
        const auto size = static_cast<std::size_t>(until - begin);
        const auto *found = static_cast<const char *>(std::memchr(begin, c, size));
        return found == nullptr ? until : found;
    };
    return find('\r', find('\n', end));
}

const char *skipLineEnd(const char *at, const char *end)
{
    const bool isPair = *at == '\r' && at + 1 < end && at[1] == '\n';
    return at + (isPair ? 2 : 1);
}

} // namespace

qsizetype SseParser::eventSize(QByteArrayView bytes)
{
    const char *const begin = bytes.begin();
    const char *const end = bytes.end();
    while (true) {
        const char *const line = begin + m_lineBegin;
        const char *const lineEnd = findLineEnd(begin + std::max(m_lineBegin, m_searched), end);
        if (lineEnd == end) {
            m_searched = bytes.size();
            return 0;
        }
        const char *const next = skipLineEnd(lineEnd, end);
        if (lineEnd == line) {
            m_lineBegin = 0;
            m_searched = 0;
            return next - begin;
        }
        if (next == end && *lineEnd == '\r') {
            // Whether a LF belongs to it shows with the next byte; taken alone now, that LF would
            // be a blank line in the middle of the event.
            m_searched = lineEnd - begin;
            return 0;
        }
        m_lineBegin = next - begin;
    }
}

SseEvent SseParser::read(QByteArrayView raw)
{
    constexpr QByteArrayView ByteOrderMark = "\xef\xbb\xbf";
    SseEvent event{raw, {}, {}};
    m_hasData = false;
    const char *at = raw.begin();
    if (!m_started && raw.startsWith(ByteOrderMark)) {
        at += ByteOrderMark.size();
    }
    m_started = true;
    while (at < raw.end()) {
        const char *const lineEnd = findLineEnd(at, raw.end());
        takeField(QByteArrayView(at, lineEnd), event);
        at = lineEnd == raw.end() ? lineEnd : skipLineEnd(lineEnd, raw.end());
    }
    return event;
}

void SseParser::takeField(QByteArrayView line, SseEvent &event)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView field = colon < 0 ? line : line.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' ')) {
        value = value.sliced(1);
    }
    if (field == "event") {
        event.name = value;
    } else if (field == "data" && !m_hasData) {
        event.data = value;
        m_hasData = true;
    } else if (field == "data") {
        if (event.data.data() != m_joined.constData()) {
            m_joined = event.data.toByteArray();
        }
        m_joined.append('\n').append(value);
        event.data = m_joined;
    }
}

} // namespace proxy
