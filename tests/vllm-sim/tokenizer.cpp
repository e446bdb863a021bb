// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenizer.h"

#include <QChar>
#include <QList>
#include <QString>

#include <array>

namespace sim {

namespace {

constexpr qsizetype LongestPiece = 4;
/// Where the ids of pieces of 1, 2, 3 and 4 ASCII characters begin: each character is seven bits.
constexpr TokenId Characters = 128;
constexpr std::array<TokenId, LongestPiece + 1> FirstOfLength = [] {
    std::array<TokenId, LongestPiece + 1> first{FirstTextToken};
    TokenId pieces = Characters;
    for (std::size_t length = 1; length < first.size(); ++length) {
        first[length] = first[length - 1] + pieces;
        pieces *= Characters;
    }
    return first;
}();
constexpr TokenId FirstWide = 300'000'000;

bool isAscii(char c)
{
    return static_cast<unsigned char>(c) < 0x80;
}

qsizetype widthOfCharacter(char lead)
{
    const auto byte = static_cast<unsigned char>(lead);
    return byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
}

qsizetype pieceLength(QByteArrayView text, qsizetype at)
{
    const qsizetype left = text.size() - at;
    if (!isAscii(text[at])) {
        return std::min(left, widthOfCharacter(text[at]));
    }
    qsizetype length = 1;
    while (length < std::min(left, LongestPiece) && isAscii(text[at + length]) &&
           text[at + length - 1] != '\n') {
        ++length;
    }
    return length;
}

TokenId idOf(QByteArrayView piece)
{
    if (!isAscii(piece[0])) {
        const QString character = QString::fromUtf8(piece);
        return FirstWide + static_cast<TokenId>(character.toUcs4().value(0));
    }
    TokenId value = 0;
    for (const char c : piece) {
        value = value * Characters + c;
    }
    return FirstOfLength[static_cast<std::size_t>(piece.size() - 1)] + value;
}

} // namespace

qint64 countTokens(QByteArrayView utf8)
{
    qint64 count = 0;
    for (qsizetype at = 0; at < utf8.size(); at += pieceLength(utf8, at)) {
        ++count;
    }
    return count;
}

void appendTokens(std::vector<TokenId> &out, QByteArrayView utf8)
{
    for (qsizetype at = 0; at < utf8.size();) {
        const qsizetype length = pieceLength(utf8, at);
        out.push_back(idOf(utf8.sliced(at, length)));
        at += length;
    }
}

QByteArray pieceOf(TokenId id)
{
    if (id >= FirstWide && id <= FirstWide + QChar::LastValidCodePoint) {
        const auto character = static_cast<char32_t>(id - FirstWide);
        return QString::fromUcs4(&character, 1).toUtf8();
    }
    for (std::size_t length = 1; length < FirstOfLength.size(); ++length) {
        if (id >= FirstOfLength[length - 1] && id < FirstOfLength[length]) {
            QByteArray piece(static_cast<qsizetype>(length), '\0');
            TokenId value = id - FirstOfLength[length - 1];
            for (qsizetype at = piece.size(); at-- > 0; value /= Characters) {
                piece[at] = static_cast<char>(value % Characters);
            }
            return piece;
        }
    }
    return {};
}

void TokenList::addText(QByteArrayView utf8)
{
    if (m_keep == Keep::Count) {
        m_count += countTokens(utf8);
        return;
    }
    appendTokens(m_ids, utf8);
    m_count = static_cast<qint64>(m_ids.size());
}

void TokenList::addMarks(qint64 number, TokenId mark)
{
    m_count += number;
    if (m_keep == Keep::Ids) {
        m_ids.insert(m_ids.end(), static_cast<std::size_t>(number), mark);
    }
}

void TokenList::addId(TokenId id)
{
    addMarks(1, id);
}

} // namespace sim
