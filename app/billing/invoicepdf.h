// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/invoice.h"

#include <QString>

namespace app {

/// Prints an invoice on as many A4 pages as it takes, as a PDF. GUI thread; makes a GUI application
/// without a display of its own when there is none.
///
/// Failure: Unavailable when the file cannot be written.
[[nodiscard]] core::Outcome printInvoice(const core::Invoice &invoice, const QString &file);

} // namespace app
