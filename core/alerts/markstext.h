// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budget.h"

namespace core {

/// A budget's marks as a person types them, in percent: "50, 80 %; 99.5". Ascending, each once; an
/// empty text means none. InvalidInput names what is no percentage up to the hard mark, or says
/// that they are more than ten.
[[nodiscard]] Result<std::vector<int>> marksFrom(const QString &text, int hardMark);

} // namespace core
