// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/activity.h"
#include "core/reports/reportformat.h"

#include <functional>

namespace core {

/// Told every now and then how many rows there are so far; false ends it.
using SavingProgress = std::function<bool(qint64 rows)>;

/// Writes all calls that the filter has into a file, newest first, in the text that
/// /api/admin/decisions gives page by page: Json or Csv. Takes seconds for a million of them and
/// holds a page of them at a time. How many there are.
///
/// Failure: Unavailable when the ledger cannot be read or the file not be written; Conflict when it
/// was ended. Then no file is there, or the one that was.
[[nodiscard]] Result<qint64> saveLog(Activity &activity,
                                     const ActivityFilter &filter,
                                     ReportFormat format,
                                     const QString &path,
                                     const SavingProgress &goesOn);

} // namespace core
