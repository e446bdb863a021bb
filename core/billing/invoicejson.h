// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/invoice.h"

namespace core {

/// One invoice as JSON: number, tenant, period, terms, lines and sums; dollars, exact. It is what
/// the ledger keeps of a closed one and what HTTP answers with.
[[nodiscard]] QByteArray toJson(const Invoice &invoice);

/// Internal when it is not what toJson() wrote.
[[nodiscard]] Result<Invoice> invoiceFromJson(const QByteArray &json);

} // namespace core
