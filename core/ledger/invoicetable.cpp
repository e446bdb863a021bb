// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/invoicetable.h"

namespace core {
using namespace Qt::StringLiterals;

InvoiceTable::InvoiceTable(Connection &connection, Names &names)
    : m_names(names)
    , m_insert(connection,
               u"INSERT INTO invoice (number, tenant, begins, ends, closed_at, content) "
               u"VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s)
{}

bool InvoiceTable::write(const InvoiceRecord &invoice)
{
    const auto tenant = m_names.idOf(invoice.tenant);
    return tenant && m_insert.run(invoice.number,
                                  *tenant,
                                  invoice.period.begins,
                                  invoice.period.ends,
                                  invoice.closedAt,
                                  invoice.content);
}

} // namespace core
