// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// What differs from run to run, or is the model's free choice, made equal: time, version, words.
inline QByteArray levelled(const QByteArray &text)
{
    static const std::pair<QRegularExpression, QString> rules[] = {
        {QRegularExpression(u"\"created\":\\d+"_s), u"\"created\":1"_s},
        {QRegularExpression(u"vllm-0.28.0-1a2b3c4d"_s), u"fp"_s},
        {QRegularExpression(u"\"(content|text|reasoning)\":\"( |[^\"\\\\]|\\\\.)+\""_s),
         u"\"\\1\":\"WORD\""_s},
    };
    QString out = QString::fromUtf8(text);
    for (const auto &[pattern, replacement] : rules) {
        out.replace(pattern, replacement);
    }
    return out.toUtf8();
}

inline QByteArrayList levelled(const QByteArrayList &texts)
{
    QByteArrayList out;
    for (const QByteArray &text : texts) {
        out.append(levelled(text));
    }
    return out;
}
