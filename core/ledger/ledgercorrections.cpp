// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgerprivate.h"

namespace core {
using namespace Qt::StringLiterals;

namespace {
// 5 is Ending::Recovered; in these words SQLite takes the index over unusual endings.
constexpr auto Recovered = R"(
    SELECT s.id_high, s.id_low, s.attempt, s.admitted_at, s.settled_at, s.attribution, s.tags,
           s.input, s.cached_input, s.cache_write, s.output, s.reasoning, s.cost,
           c.at, c.input, c.cached_input, c.cache_write, c.output, c.reasoning, c.cost, c.by,
           c.reason, c.at IS NOT NULL
    FROM settlement AS s LEFT JOIN correction AS c
        ON c.id_high = s.id_high AND c.id_low = s.id_low AND c.attempt = s.attempt
        AND c.at = (SELECT max(at) FROM correction AS o WHERE o.id_high = s.id_high
                    AND o.id_low = s.id_low AND o.attempt = s.attempt)
    WHERE s.ending <> 0 AND s.ending = 5)"_L1;
static_assert(static_cast<int>(Ending::Recovered) == 5);

TokenUsage usageAt(const Statement &row, int column)
{
    TokenUsage usage;
    usage.input = row.integer(column);
    usage.cachedInput = row.integer(column + 1);
    usage.cacheWrite = row.integer(column + 2);
    usage.output = row.integer(column + 3);
    usage.reasoning = row.integer(column + 4);
    return usage;
}

CorrectionRecord correctionIn(const Statement &row)
{
    CorrectionRecord correction;
    correction.id = row.requestId(0);
    correction.attempt = static_cast<int>(row.integer(2));
    correction.at = row.time(13);
    correction.usage = usageAt(row, 14);
    correction.cost = Money::fromNanos(row.integer(19));
    correction.by = row.bytes(20);
    correction.reason = row.bytes(21);
    return correction;
}
} // namespace

bool Ledger::Private::readRecovered(Statement &rows, std::vector<RecoveredCall> &calls)
{
    while (rows.next()) {
        const auto attribution = names.attributionOf(rows.integer(5), rows.integer(6));
        if (!attribution) {
            rows.finish();
            return false;
        }
        RecoveredCall &call = calls.emplace_back();
        call.id = rows.requestId(0);
        call.attempt = static_cast<int>(rows.integer(2));
        call.admittedAt = rows.time(3);
        call.chargedAt = rows.time(4);
        call.attribution = *attribution;
        call.usage = usageAt(rows, 7);
        call.cost = Money::fromNanos(rows.integer(12));
        if (rows.integer(22) != 0) {
            call.corrected = correctionIn(rows);
        }
    }
    return rows.sawAll();
}

Result<std::vector<Ledger::RecoveredCall>> Ledger::recoveredCalls(int most)
{
    std::vector<RecoveredCall> calls;
    Statement rows(*d->connection, Recovered + u" ORDER BY s.admitted_at DESC LIMIT ?"_s);
    if (!rows.run(most) || !d->readRecovered(rows, calls)) {
        return d->connection->error();
    }
    return calls;
}

Result<Ledger::RecoveredCall> Ledger::recoveredCall(const RequestId &id, int attempt)
{
    std::vector<RecoveredCall> calls;
    Statement row(*d->connection,
                  Recovered + u" AND s.id_high = ? AND s.id_low = ? AND s.attempt = ?"_s);
    if (!row.run(id.high, id.low, attempt) || !d->readRecovered(row, calls)) {
        return d->connection->error();
    }
    if (!calls.empty()) {
        return calls.front();
    }
    return Error{
        ErrorCode::NotFound,
        u"There is no recovered call %1, attempt %2."_s.arg(QString::fromLatin1(id.toText()))
            .arg(attempt),
        u"Only calls that were open at a crash, and whose detail is still kept, can be "
        u"corrected; GET /api/admin/recovered lists them."_s};
}

} // namespace core
