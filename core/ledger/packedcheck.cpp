// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/packedbytes.h"
#include "core/ledger/packedsums.h"
#include "core/ledger/verification.h"

namespace core::verification {
using namespace Qt::StringLiterals;

bool checkPacked(Connection &connection, std::vector<QString> &sentences)
{
    PackedSums packed(connection);
    Statement rows(connection,
                   u"SELECT granularity, slot, sums, datetime(slot, 'unixepoch') FROM slot_sum "
                   u"WHERE sums IS NOT NULL"_s);
    bool ok = rows.run();
    while (ok && rows.next()) {
        PackedSums::Sums summed;
        ok = packed.sumsOf(rows.integer(0), rows.integer(1), summed);
        if (ok && packedbytes::pack(summed) != rows.bytes(2)) {
            sentences.push_back(u"The packed sums of %1 seconds from %2 UTC are not those of their "
                                u"roll-ups."_s.arg(rows.integer(0))
                                    .arg(rows.text(3)));
        }
    }
    return ok && rows.sawAll();
}

} // namespace core::verification
