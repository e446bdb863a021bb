// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/usagepreview.h"

#include "core/ledger/connection.h"

#include <algorithm>
#include <map>
#include <set>

namespace core {
using namespace Qt::StringLiterals;

namespace {

Ledger::Sum sumOf(const SettlementRecord &record)
{
    Ledger::Sum sum;
    sum.calls = 1;
    sum.cost = record.cost;
    sum.usage = record.usage;
    return sum;
}

/// Asked once per call; answers whether the ledger has it.
class Known
{
public:
    explicit Known(Connection &ledger)
        : m_ledger(ledger)
        , m_find(ledger,
                 u"SELECT 1 FROM settlement WHERE id_high = ? AND id_low = ? AND attempt = ?"_s)
    {}

    [[nodiscard]] Result<bool> has(const SettlementRecord &record)
    {
        if (!m_find.run(record.id.high, record.id.low, record.attempt)) {
            return m_ledger.error();
        }
        const bool found = m_find.next();
        m_find.finish();
        return found;
    }

private:
    Connection &m_ledger;
    Statement m_find;
};

std::vector<std::pair<QByteArray, Ledger::Sum>>
dearestFirst(const std::map<QByteArray, Ledger::Sum> &sums)
{
    std::vector<std::pair<QByteArray, Ledger::Sum>> sorted(sums.begin(), sums.end());
    std::ranges::stable_sort(
        sorted, [](const auto &a, const auto &b) { return a.second.cost > b.second.cost; });
    return sorted;
}

} // namespace

Result<UsagePreview> previewOf(const ImportedUsage &usage, const QString &ledgerFile)
{
    const auto ledger = Connection::openToRead(ledgerFile);
    if (!ledger) {
        return ledger.error();
    }
    Known known(**ledger);
    UsagePreview preview;
    preview.skipped = usage.skipped;
    preview.skippedLines = usage.skippedLines;
    std::set<std::pair<quint64, quint64>> seen;
    std::map<QByteArray, Ledger::Sum> tenants;
    for (const LedgerRecord &record : usage.records) {
        const auto *const call = std::get_if<SettlementRecord>(&record);
        if (call == nullptr || !seen.emplace(call->id.high, call->id.low).second) {
            continue;
        }
        const bool isFirst = preview.all.calls == 0;
        preview.first = isFirst ? call->admittedAt : std::min(preview.first, call->admittedAt);
        preview.last = std::max(preview.last, call->admittedAt);
        preview.all += sumOf(*call);
        const auto isKnown = known.has(*call);
        if (!isKnown) {
            return isKnown.error();
        }
        if (!*isKnown) {
            preview.isNew += sumOf(*call);
            tenants[call->attribution.of(Dimension::Tenant)] += sumOf(*call);
        }
    }
    preview.tenants = dearestFirst(tenants);
    return preview;
}

} // namespace core
