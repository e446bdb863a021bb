// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace proxy::openai {

/// How an answer names itself; empty where it does not say.
struct AnswerFacts
{
    QByteArray id;
    QByteArray model;
    QByteArray finishReason; ///< of the first choice that ended
};

/// Of a whole answer's body.
[[nodiscard]] AnswerFacts readAnswerFacts(QByteArrayView body);

} // namespace proxy::openai
