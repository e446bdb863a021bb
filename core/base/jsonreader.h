// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsonscan.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace core {

/// Checks one JSON text strictly (RFC 8259) and notes the members of its top object. Stops at the
/// first mistake; problem() and offset() then say what and where.
class JsonReader
{
public:
    explicit JsonReader(QByteArrayView text);

    /// One object and nothing after it but white space.
    [[nodiscard]] bool readObject(std::vector<JsonMember> &members);
    [[nodiscard]] QString problem() const { return QString::fromLatin1(m_problem); }
    [[nodiscard]] qsizetype offset() const { return m_at - m_begin; }

private:
    [[nodiscard]] bool readValue(int depth);
    [[nodiscard]] bool readNestedObject(int depth, std::vector<JsonMember> *members);
    [[nodiscard]] bool readMember(int depth, std::vector<JsonMember> *members);
    [[nodiscard]] bool readArray(int depth);
    [[nodiscard]] bool readString();
    [[nodiscard]] bool readEscape();
    [[nodiscard]] bool readNumber();
    [[nodiscard]] bool readDigits();
    [[nodiscard]] bool readWord(QByteArrayView word);
    [[nodiscard]] bool accept(char c);
    bool fail(const char *problem);

    const char *m_begin = nullptr;
    const char *m_at = nullptr;
    const char *m_end = nullptr;
    const char *m_problem = "is incomplete";
};

} // namespace core
