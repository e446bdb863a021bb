// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alerthistory.h"

namespace core {

/// A crossing as one English sentence, for a chat, a log or a terminal (the window has its own
/// words): "research passed 80 % of its daily cap: $16.02 of $20.00."
/// A spike: "research spent far more than usual: $12.40 in the hour from 2026-11-21 14:00 UTC,
/// usually $1.02."
[[nodiscard]] QString alertSentence(const StoredAlert &alert);
/// "research", "agent crawler", "all tenants".
[[nodiscard]] QString alertSubject(const QByteArray &label);

} // namespace core
