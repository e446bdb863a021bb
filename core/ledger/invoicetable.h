// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/names.h"
#include "core/ledger/records.h"

namespace core {

/// Invoices as they were closed. One whose number, or whose tenant and beginning, is there already
/// is skipped: whoever closes looks afterwards whether it is theirs.
///
/// Failure: false, and the connection knows why.
class InvoiceTable
{
public:
    InvoiceTable(Connection &connection, Names &names);

    [[nodiscard]] bool write(const InvoiceRecord &invoice);

private:
    Names &m_names;
    Statement m_insert;
};

} // namespace core
