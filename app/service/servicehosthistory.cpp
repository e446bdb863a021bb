// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/servicehost.h"

namespace app {

void ServiceHost::addHistory(const std::vector<core::LedgerRecord> &records)
{
    m_service.accounts().addHistory(records, [this](const core::Outcome &outcome) {
        QMetaObject::invokeMethod(
            this, [this, outcome] { Q_EMIT historyAdded(outcome); }, Qt::QueuedConnection);
    });
}

void ServiceHost::importPrices(const std::vector<core::Price> &prices)
{
    m_service.prices().import(prices, [this](const core::Outcome &outcome) {
        const auto tell = [this, outcome] {
            watchPrices();
            Q_EMIT pricesImported(outcome);
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

} // namespace app
