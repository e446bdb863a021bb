// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/server/exchange.h"
#include "proxy/server/requesthead.h"

namespace proxy {

/// How the end of an answer's body is told.
enum class AnswerBody { None, Length, Chunked, UntilClose };

struct AnswerFraming
{
    AnswerBody body = AnswerBody::Length;
    qint64 length = 0; ///< only with AnswerBody::Length
    bool isHttp10 = false;
    bool keepAlive = true;
};

/// Status line and headers up to and with the blank line. Date, Connection and what frames the body
/// are ours: the same names among `headers` are left out. Control characters in a value become
/// spaces, so that no value can smuggle a header.
[[nodiscard]] QByteArray
answerHead(int status, const HeaderList &headers, const AnswerFraming &framing);

/// The whole answer to a request that the server turns away, in the shape of OpenAI's errors.
[[nodiscard]] QByteArray refusalAnswer(const Refusal &refusal);

} // namespace proxy
