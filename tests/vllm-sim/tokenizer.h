// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace sim {

using TokenId = qint64;

/// Ids below this are marks of the chat template and stand for no text.
constexpr TokenId FirstTextToken = 256;
constexpr TokenId BeginOfText = 1;

/// A tokenizer without a vocabulary file: up to four ASCII characters (a line end closes a piece)
/// or one wider character make a token, so there are never more tokens than UTF-8 bytes, and
/// English comes to four bytes a token. The id spells the piece, so that it can be read back.
[[nodiscard]] qint64 countTokens(QByteArrayView utf8);
void appendTokens(std::vector<TokenId> &out, QByteArrayView utf8);
/// The piece of an id; empty for marks and for numbers that are no token.
[[nodiscard]] QByteArray pieceOf(TokenId id);

/// Counts a prompt and, when asked, keeps its ids: both in the one way, so that the count of
/// /tokenize, of render and of usage cannot differ.
class TokenList
{
public:
    enum class Keep { Count, Ids };
    explicit TokenList(Keep keep)
        : m_keep(keep)
    {}

    void addText(QByteArrayView utf8);
    void addMarks(qint64 number, TokenId mark = BeginOfText);
    void addId(TokenId id);

    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] const std::vector<TokenId> &ids() const { return m_ids; }

private:
    Keep m_keep;
    qint64 m_count = 0;
    std::vector<TokenId> m_ids;
};

} // namespace sim
