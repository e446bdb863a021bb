// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/usageledger.h"

#include "core/base/filecontent.h"
#include "core/ledger/ledger.h"
#include "core/reports/usageimport.h"

namespace core {

Result<std::unique_ptr<UsageLedger>> UsageLedger::of(const QString &log)
{
    const auto lines = fileContent(log, MostLogBytes);
    if (!lines) {
        return lines.error();
    }
    const auto usage = parseUsage(*lines);
    if (!usage) {
        return usage.error();
    }
    std::unique_ptr<UsageLedger> made(new UsageLedger);
    auto ledger = Ledger::open(made->file(), Durability::Process);
    if (!ledger) {
        return ledger.error();
    }
    if (const Outcome written = (*ledger)->write(usage->records); !written) {
        return written.error();
    }
    return made;
}

} // namespace core
