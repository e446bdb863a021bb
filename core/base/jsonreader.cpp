// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonreader.h"

#include "core/base/jsontext.h"

namespace core {
namespace {

/// True when one of eight bytes is a quote, a backslash or below 0x20. Long prompts are most of
/// every request, so this reads them eight bytes at a time.
bool hasSpecialByte(const char *at)
{
    constexpr quint64 Ones = 0x0101010101010101U;
    constexpr quint64 Tops = 0x8080808080808080U;
    quint64 word = 0;
    std::memcpy(&word, at, sizeof(word));
    const auto anyZero = [](quint64 bytes) {
        return (bytes - Ones) & ~bytes & Tops;
    };
    const quint64 control = (word - Ones * 0x20) & ~word & Tops;
    return (control | anyZero(word ^ Ones * '"') | anyZero(word ^ Ones * '\\')) != 0;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

JsonReader::JsonReader(QByteArrayView text)
    : m_begin(text.begin())
    , m_at(text.begin())
    , m_end(text.end())
{}

bool JsonReader::fail(const char *problem)
{
    m_problem = m_at == m_end ? "is incomplete" : problem;
    return false;
}

bool JsonReader::accept(char c)
{
    m_at = jsonscan::skipSpace(m_at, m_end);
    if (m_at == m_end || *m_at != c) {
        return false;
    }
    ++m_at;
    return true;
}

bool JsonReader::readObject(std::vector<JsonMember> &members)
{
    if (!accept('{')) {
        return fail("is no object");
    }
    if (!readNestedObject(1, &members)) {
        return false;
    }
    m_at = jsonscan::skipSpace(m_at, m_end);
    return m_at == m_end || fail("goes on after its end");
}

bool JsonReader::readNestedObject(int depth, std::vector<JsonMember> *members)
{
    if (accept('}')) {
        return true;
    }
    do {
        if (!readMember(depth, members)) {
            return false;
        }
    } while (accept(','));
    return accept('}') || fail("lacks a comma or a closing brace");
}

bool JsonReader::readMember(int depth, std::vector<JsonMember> *members)
{
    if (!accept('"')) {
        return fail("lacks a member name");
    }
    const char *const name = m_at;
    if (!readString()) {
        return false;
    }
    const char *const nameEnd = m_at - 1;
    if (!accept(':')) {
        return fail("lacks a colon");
    }
    m_at = jsonscan::skipSpace(m_at, m_end);
    const char *const value = m_at;
    if (!readValue(depth)) {
        return false;
    }
    if (members != nullptr) {
        members->push_back(
            {QByteArrayView(name, nameEnd), name - 1 - m_begin, value - m_begin, m_at - m_begin});
    }
    return true;
}

bool JsonReader::readArray(int depth)
{
    if (accept(']')) {
        return true;
    }
    do {
        if (!readValue(depth)) {
            return false;
        }
    } while (accept(','));
    return accept(']') || fail("lacks a comma or a closing bracket");
}

bool JsonReader::readValue(int depth)
{
    m_at = jsonscan::skipSpace(m_at, m_end);
    if (m_at == m_end) {
        return fail("is incomplete");
    }
    if ((*m_at == '{' || *m_at == '[') && depth >= MaximumJsonDepth) {
        return fail("is nested too deeply");
    }
    switch (*m_at) {
    case '"':
        ++m_at;
        return readString();
    case '{':
        ++m_at;
        return readNestedObject(depth + 1, nullptr);
    case '[':
        ++m_at;
        return readArray(depth + 1);
    case 't':
        return readWord("true");
    case 'f':
        return readWord("false");
    case 'n':
        return readWord("null");
    default:
        return readNumber();
    }
}

bool JsonReader::readString()
{
    while (m_at < m_end) {
        if (m_end - m_at >= 8 && !hasSpecialByte(m_at)) {
            m_at += 8;
            continue;
        }
        const auto c = static_cast<unsigned char>(*m_at);
        if (c < 0x20) {
            return fail("has a control character in a string");
        }
        ++m_at;
        if (c == '"') {
            return true;
        }
        if (c == '\\' && !readEscape()) {
            return false;
        }
    }
    return fail("is incomplete");
}

bool JsonReader::readEscape()
{
    if (m_at == m_end || std::strchr("\"\\/bfnrtu", *m_at) == nullptr || *m_at == '\0') {
        return fail("has an unknown escape");
    }
    if (*m_at++ != 'u') {
        return true;
    }
    for (int digit = 0; digit < 4; ++digit, ++m_at) {
        if (m_at == m_end || std::isxdigit(static_cast<unsigned char>(*m_at)) == 0) {
            return fail("has a bad \\u escape");
        }
    }
    return true;
}

bool JsonReader::readDigits()
{
    if (m_at == m_end || !isDigit(*m_at)) {
        return fail("has something that is no JSON value");
    }
    while (m_at < m_end && isDigit(*m_at)) {
        ++m_at;
    }
    return true;
}

bool JsonReader::readNumber()
{
    if (*m_at == '-') {
        ++m_at;
    }
    if (m_at < m_end && *m_at == '0') {
        ++m_at;
    } else if (!readDigits()) {
        return false;
    }
    if (m_at < m_end && *m_at == '.') {
        ++m_at;
        if (!readDigits()) {
            return false;
        }
    }
    if (m_at < m_end && (*m_at == 'e' || *m_at == 'E')) {
        ++m_at;
        if (m_at < m_end && (*m_at == '+' || *m_at == '-')) {
            ++m_at;
        }
        return readDigits();
    }
    return true;
}

bool JsonReader::readWord(QByteArrayView word)
{
    if (!QByteArrayView(m_at, m_end).startsWith(word)) {
        return fail("has something that is no JSON value");
    }
    m_at += word.size();
    return true;
}

} // namespace core
