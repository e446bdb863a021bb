// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/report.h"

#include <QString>
#include <QTimeZone>

/// How reports, their columns and their cells are called and written in the window. One column has
/// one precision: dollars with two decimals, or four where all of them are below one dollar.
namespace reportwords {

/// What a column's cells are, which decides how they are written and whether they stand right.
enum class Kind { Text, Count, Money, CallMoney, Share, Milliseconds, Number, Time, Truth };

[[nodiscard]] QString title(const QByteArray &report);    ///< "Cost by tenant and feature"
[[nodiscard]] QString question(const QByteArray &report); ///< one sentence; empty: unknown to us
[[nodiscard]] QString column(const QByteArray &name);     ///< "Total cost"; of a new one its name
[[nodiscard]] Kind kindOf(const core::Report &report, std::size_t column);
[[nodiscard]] bool standsRight(Kind kind);

/// "–" for null; times in `zone`.
[[nodiscard]] QString cell(const core::ReportCell &cell, Kind kind, const QTimeZone &zone);
/// The same of a figure that no cell holds: a tick of an axis.
[[nodiscard]] QString tick(double value, Kind kind);
/// The figure of a cell; nothing for a text or null. Dollars of money.
[[nodiscard]] std::optional<double> figure(const core::ReportCell &cell);

} // namespace reportwords
