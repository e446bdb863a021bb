// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace proxy {

/// Seed S1's POST /api/chat as an OpenAI chat request (S1-01, S1-02): `scope` taken out, `model`
/// filled in, streaming on. InvalidInput for a body without messages or scope.
struct ScopedChat
{
    QByteArray scope;
    QByteArray body;
};
[[nodiscard]] core::Result<ScopedChat> readScopedChat(const QByteArray &body,
                                                      const QByteArray &defaultModel);

} // namespace proxy
