// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QString>

#include <optional>

namespace core {

/// "2026-11-21T18:00:00.000Z", as JSON of ours writes a time.
[[nodiscard]] QString textOf(Time time);
/// Reads such a text; a zone must be given ("Z" or "+01:00"). nullopt for anything else.
[[nodiscard]] std::optional<Time> timeFromText(const QString &text);

} // namespace core
