// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ledger/ledger.h"
#include "proxy/accounts.h"
#include "proxy/ledgerwriter.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace proxy {

namespace {
/// Records of history in one transaction: short enough that no call waits noticeably behind it.
constexpr std::size_t HistoryBatch = 500;
} // namespace

void Accounts::addHistory(std::vector<core::LedgerRecord> records, const Answer &answer)
{
    const auto rest = std::make_shared<std::vector<core::LedgerRecord>>(std::move(records));
    for (std::size_t begin = 0; begin < rest->size(); begin += HistoryBatch) {
        m_ledger.run([rest, begin, answer](core::Ledger &ledger) {
            if (rest->empty()) {
                return; // a part before this one has failed
            }
            const auto from = rest->begin() + static_cast<std::ptrdiff_t>(begin);
            const std::size_t count = std::min(HistoryBatch, rest->size() - begin);
            const core::Outcome written =
                ledger.write({from, from + static_cast<std::ptrdiff_t>(count)});
            if (!written.ok() || begin + count == rest->size()) {
                answer(written);
                rest->clear();
            }
        });
    }
}

void Accounts::addAlerts(const std::vector<core::AlertRecord> &alerts)
{
    if (alerts.empty()) {
        return;
    }
    Aftermath after;
    {
        const std::lock_guard lock(m_mutex);
        m_alerts.insert(m_alerts.begin(), alerts.rbegin(), alerts.rend());
        m_alerts.resize(std::min(m_alerts.size(), AlertsKept));
        markStale(after);
    }
    finish(std::move(after));
}

void Accounts::keep(core::LedgerRecord record, const Answer &answer)
{
    m_ledger.run([record = std::move(record), answer](core::Ledger &ledger) {
        answer(ledger.write({record}));
    });
}

void Accounts::whenWritten(std::function<void()> then)
{
    m_ledger.run([then = std::move(then)](core::Ledger &) { then(); });
}

} // namespace proxy
