// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "script.h"

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QStringList>

namespace sim {

/// What the command line asks for.
struct Options
{
    QByteArray listenAddress = "127.0.0.1"; ///< IPv4, numeric
    quint16 port = 8000;                    ///< 0: the system picks
    QByteArrayList models;        ///< served names; the first answers for an empty `model`
    qint64 maxModelLength = 8192; ///< tokens of prompt and answer together
    double tokensPerSecond = 0;   ///< of each choice of each request; 0: no clock
    qint64 firstTokenMs = 0;
    qint64 defaultAnswerTokens = 32; ///< natural answers are half to one and a half of it
    quint64 seed = 1;
    QByteArray apiKey; ///< empty: none needed
    bool render = true;
    bool promptTokensDetails = false;
    bool reasoningParser = false; ///< chat usage carries completion_tokens_details
    qint64 keepAliveSeconds = 5;  ///< as uvicorn; 0: idle connections stay
    Script script;
};

/// InvalidInput for an unknown option or a value that cannot be; the message is for the terminal.
/// `--help` prints the options and exits.
[[nodiscard]] core::Result<Options> readOptions(const QStringList &arguments);

} // namespace sim
