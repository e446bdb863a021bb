// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/usageledger.h"

#include "core/ledger/ledger.h"
#include "core/reports/usageimport.h"

#include <QFile>

namespace core {
using namespace Qt::StringLiterals;

Result<std::unique_ptr<UsageLedger>> UsageLedger::of(const QString &log)
{
    QFile lines(log);
    if (!lines.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::NotFound,
                     u"%1 cannot be read: %2."_s.arg(log, lines.errorString()),
                     u"Give the path of a file that this user may read."_s};
    }
    const auto usage = parseUsage(lines.readAll());
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
