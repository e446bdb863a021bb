// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/answer.h"

#include "core/base/money.h"

#include <QJsonObject>

/// What an answer says, whole or as a stream, in whichever dialect.
namespace answers {
using test::Answer;

[[nodiscard]] core::Money moneyHeader(const Answer &answer);
/// The event that holds the final usage.
[[nodiscard]] QByteArray usageEvent(const Answer &answer);
[[nodiscard]] QJsonObject usageOf(const Answer &answer);
[[nodiscard]] QByteArray textOf(const Answer &answer);
[[nodiscard]] QByteArray finishReasonOf(const Answer &answer);
/// id, name and arguments (text), wherever they stand.
[[nodiscard]] QJsonObject toolCallOf(const Answer &answer);

} // namespace answers
