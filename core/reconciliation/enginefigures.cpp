// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconciliation/enginefigures.h"

namespace core {
using namespace Qt::StringLiterals;

QString TrafficFinding::sentence(const QString &upstream) const
{
    if (isUnmetered()) {
        return u"At least %1 prompt and %2 generated tokens reached %3 without passing Capstan. "
               "Find who calls it directly, and let only this machine reach its port."_s
                   .arg(unmeteredPrompt)
                   .arg(unmeteredOutput)
                   .arg(upstream);
    }
    if (isOurError()) {
        return u"Capstan counted %1 prompt and %2 generated tokens that %3 did not: calls whose "
               "count was lost are charged what they may have used."_s.arg(overcountedPrompt)
                   .arg(overcountedOutput)
                   .arg(upstream);
    }
    return {};
}

} // namespace core
