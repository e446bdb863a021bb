// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstring>

/// Walks over JSON text that is trusted to be well-formed, as an upstream's events are, or that
/// membersOf() has checked. It allocates nothing and reads only inside the text whatever it holds;
/// of malformed text it only promises to come to an end. Any thread.
namespace core {

/// Where a member of a JSON object stands in its text. Capstan edits requests and stream events by
/// cutting the text, so that everything it does not touch stays byte for byte as it was sent:
/// parsing and printing again would reorder keys and change numbers.
struct JsonMember
{
    QByteArrayView name; ///< without quotes, escapes not resolved
    qsizetype begin = 0; ///< of the name's quote
    qsizetype valueBegin = 0;
    qsizetype valueEnd = 0; ///< one past the value

    [[nodiscard]] QByteArrayView value(QByteArrayView text) const
    {
        return text.sliced(valueBegin, valueEnd - valueBegin);
    }
};

namespace jsonscan {

[[nodiscard]] inline const char *skipSpace(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')) {
        ++at;
    }
    return at;
}

/// One past the string whose opening quote is at `at`; nullptr when it does not end.
[[nodiscard]] inline const char *skipString(const char *at, const char *end)
{
    const char *scan = at + 1;
    while (scan < end) {
        const auto left = static_cast<std::size_t>(end - scan);
        const auto *quote = static_cast<const char *>(std::memchr(scan, '"', left));
        if (quote == nullptr) {
            return nullptr;
        }
        const char *run = quote;
        while (run > scan && run[-1] == '\\') {
            --run;
        }
        if (((quote - run) & 1) == 0) {
            return quote + 1;
        }
        scan = quote + 1;
    }
    return nullptr;
}

[[nodiscard]] inline const char *skipContainer(const char *at, const char *end)
{
    qsizetype depth = 0;
    while (at < end) {
        switch (*at) {
        case '"':
            at = skipString(at, end);
            if (at == nullptr) {
                return nullptr;
            }
            continue;
        case '{':
        case '[':
            ++depth;
            break;
        case '}':
        case ']':
            if (--depth == 0) {
                return at + 1;
            }
            break;
        default:
            break;
        }
        ++at;
    }
    return nullptr;
}

[[nodiscard]] inline const char *skipScalar(const char *at, const char *end)
{
    const char *const begin = at;
    while (at < end && *at != ',' && *at != '}' && *at != ']' && *at > ' ') {
        ++at;
    }
    return at == begin ? nullptr : at;
}

/// One past the value at `at`; nullptr when there is none or it does not end.
[[nodiscard]] inline const char *skipValue(const char *at, const char *end)
{
    if (at >= end) {
        return nullptr;
    }
    switch (*at) {
    case '"':
        return skipString(at, end);
    case '{':
    case '[':
        return skipContainer(at, end);
    default:
        return skipScalar(at, end);
    }
}

} // namespace jsonscan

/// The members of one object, in order: `JsonMember member; while (members.next(member))`.
class JsonMembers
{
public:
    explicit JsonMembers(QByteArrayView text)
        : JsonMembers(text, 0)
    {
        m_at = jsonscan::skipSpace(m_at, m_end);
        m_at = m_at < m_end && *m_at == '{' ? m_at + 1 : m_end;
    }
    /// Goes on at a member of the object: `from` is the offset of its name's quote.
    JsonMembers(QByteArrayView text, qsizetype from)
        : m_begin(text.begin())
        , m_at(m_begin + from)
        , m_end(text.end())
    {}

    /// False at the end of the object, and where the text is no object any more.
    [[nodiscard]] bool next(JsonMember &member)
    {
        const char *const name = jsonscan::skipSpace(m_at, m_end);
        m_at = m_end;
        if (name == m_end || *name != '"') {
            return false;
        }
        const char *const nameEnd = jsonscan::skipString(name, m_end);
        const char *at = nameEnd == nullptr ? m_end : jsonscan::skipSpace(nameEnd, m_end);
        if (at == m_end || *at != ':') {
            return false;
        }
        const char *const value = jsonscan::skipSpace(at + 1, m_end);
        const char *const valueEnd = jsonscan::skipValue(value, m_end);
        if (valueEnd == nullptr) {
            return false;
        }
        member = {QByteArrayView(name + 1, nameEnd - 1),
                  name - m_begin,
                  value - m_begin,
                  valueEnd - m_begin};
        at = jsonscan::skipSpace(valueEnd, m_end);
        m_at = at < m_end && *at == ',' ? at + 1 : m_end;
        return true;
    }

private:
    const char *m_begin = nullptr;
    const char *m_at = nullptr;
    const char *m_end = nullptr;
};

/// The elements of one array, in order: `QByteArrayView value; while (elements.next(value))`.
class JsonElements
{
public:
    explicit JsonElements(QByteArrayView text)
        : m_at(jsonscan::skipSpace(text.begin(), text.end()))
        , m_end(text.end())
    {
        m_at = m_at < m_end && *m_at == '[' ? m_at + 1 : m_end;
    }

    [[nodiscard]] bool next(QByteArrayView &value)
    {
        const char *const begin = jsonscan::skipSpace(m_at, m_end);
        const char *const end = jsonscan::skipValue(begin, m_end);
        m_at = m_end;
        if (end == nullptr) {
            return false;
        }
        value = QByteArrayView(begin, end);
        const char *const at = jsonscan::skipSpace(end, m_end);
        m_at = at < m_end && *at == ',' ? at + 1 : m_end;
        return true;
    }

private:
    const char *m_at = nullptr;
    const char *m_end = nullptr;
};

} // namespace core
