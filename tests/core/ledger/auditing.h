// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samples.h"

#include "core/ledger/connection.h"
#include "core/ledger/retention.h"

/// What is done to a ledger's file, and looked up in it, past the ledger itself.
namespace auditing {

using namespace samples;
using namespace Qt::StringLiterals;

inline constexpr auto Day = 24h;

inline QString joined(const std::vector<QString> &sentences)
{
    return QStringList(sentences.cbegin(), sentences.cend()).join(u'\n');
}

/// What a person with a database shell can do, guards or not.
inline void tamper(const QString &path, const QString &table, const QString &change)
{
    const auto connection = Connection::open(path).value();
    for (const QString &kind : {u"UPDATE"_s, u"DELETE"_s}) {
        QVERIFY(connection->execute(u"DROP TRIGGER IF EXISTS %1_no_%2"_s.arg(table, kind)));
    }
    QVERIFY2(connection->execute(change), qPrintable(connection->error().message));
}

inline qint64 count(const QString &path, const QString &table)
{
    return Connection::open(path).value()->integer(u"SELECT count(*) FROM "_s + table).value();
}

/// Until nothing is due.
inline int prune(Ledger &ledger, const Retention &rules, Time now)
{
    int steps = 0;
    while (ledger.prune(rules, now).value()) {
        ++steps;
    }
    return steps;
}

inline SettlementRecord recovered(const HoldRecord &hold, qint64 nanos)
{
    SettlementRecord record = settlement(hold, nanos, "bucket");
    record.ending = Ending::Recovered;
    return record;
}

inline CorrectionRecord correction(const Ledger::RecoveredCall &call, qint64 nanos, qint64 output)
{
    CorrectionRecord record;
    record.id = call.id;
    record.attempt = call.attempt;
    record.at = call.chargedAt + 1h;
    record.usage = {10, 0, 0, output, 0, CountQuality::Reported};
    record.cost = Money::fromNanos(nanos);
    record.by = "owner";
    record.reason = "the provider's invoice";
    record.admittedAt = call.admittedAt;
    record.attribution = call.attribution;
    const TokenUsage &now = call.usageNow();
    record.moreUsage = {10 - now.input,
                        -now.cachedInput,
                        -now.cacheWrite,
                        output - now.output,
                        -now.reasoning,
                        CountQuality::Reported};
    record.moreCost = record.cost - call.costNow();
    record.deltas = {{"bucket", record.moreCost.nanos(), Time{}}};
    return record;
}

} // namespace auditing
