// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/whatif/proposedpolicy.h"

#include "core/ledger/connection.h"
#include "core/policy/policyreader.h"
#include "core/reports/reportprices.h"

namespace core {

Result<ProposedPolicy> proposedPolicy(const QByteArray &text,
                                      const QString &name,
                                      const QString &ledgerFile,
                                      const Configuration &configuration)
{
    const auto policy = policyFrom(text, name);
    const auto connection = Connection::openToRead(ledgerFile);
    if (!policy || !connection) {
        return policy ? connection.error() : policy.error();
    }
    const auto prices = priceBookOf(**connection, configuration.prices());
    if (!prices) {
        return prices.error();
    }
    return ProposedPolicy{std::make_shared<const Policy>(*policy), configuration.routes, *prices};
}

} // namespace core
