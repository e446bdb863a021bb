// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/dialects/openai.h"

#include <QByteArrayView>
#include <QString>

namespace proxy::openai {

/// Whether the member stands for a prompt that the upstream keeps and we do not see: then only the
/// context length bounds it.
[[nodiscard]] bool isStoredPrompt(QByteArrayView name);

/// Takes one member of a request to /v1/responses (not null) into the bound of its prompt, as
/// promptbound.h does. Empty when it is sound, else what is wrong with it, to stand after the
/// member's name: also for calls in the background, which run on when nobody listens, and for tools
/// that the upstream runs itself, whose further turns keep no limit (vllm-protocol section 1.5).
[[nodiscard]] QString
addResponsesMember(QByteArrayView name, QByteArrayView value, CallFacts &facts);

} // namespace proxy::openai
