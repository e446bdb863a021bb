// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/reports/report.h"

#include <QByteArray>

namespace core {

enum class ReportFormat : quint8 { Json, Csv, Table };
[[nodiscard]] Result<ReportFormat> reportFormatFrom(QByteArrayView name);

/// A list of objects, one a line. Amounts and counts are exact decimals.
[[nodiscard]] QByteArray toJson(const Report &report);

/// RFC 4180 with a line of names. A text that a spreadsheet would take for a formula gets an
/// apostrophe before it; numbers stay as they are.
[[nodiscard]] QByteArray toCsv(const Report &report);
/// The same without the line of names, to stand below the rows of another page.
[[nodiscard]] QByteArray toCsvRows(const Report &report);

/// Columns for a terminal, figures to the right; control characters in names are shown as "?".
[[nodiscard]] QByteArray toTable(const Report &report);

[[nodiscard]] QByteArray toText(const Report &report, ReportFormat format);

} // namespace core
