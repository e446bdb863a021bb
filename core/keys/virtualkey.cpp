// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keys/virtualkey.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace core {

namespace {

constexpr qsizetype HintLength = 4;

/// From the operating system's own generator.
template <std::size_t Words>
QByteArray randomBytes()
{
    std::array<quint32, Words> words{};
    QRandomGenerator::system()->fillRange(words.data(), Words);
    return {reinterpret_cast<const char *>(words.data()), sizeof words};
}

} // namespace

QByteArray hashOfKey(QByteArrayView text)
{
    return QCryptographicHash::hash(text.toByteArray(), QCryptographicHash::Sha256);
}

NewKey makeKey(KeyFacts facts, Time now)
{
    const QByteArray text =
        VirtualKeyPrefix.toByteArray() +
        randomBytes<8>().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    facts.id = "k-" + randomBytes<2>().toHex().left(12);
    facts.hint = text.right(HintLength);
    facts.createdAt = now;
    return {{std::move(facts), hashOfKey(text)}, Secret(text)};
}

} // namespace core
