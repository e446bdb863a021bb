// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads a stream of activitystreams.cpp row by row.
#include "core/ledger/packedadmission.h"
#include "core/reports/activitystreams.h"

namespace core {

namespace {
/// Rows that one look at one stream may pass over: about 10 ms.
constexpr int Patience = 5'000;

enum class CandidateKind : quint8 { Settled, Refused, Open, Released };

CallOutcome outcomeIn(const Statement &row)
{
    const auto decision = static_cast<Decision>(row.integer(6));
    switch (static_cast<CandidateKind>(row.integer(5))) {
    case CandidateKind::Settled:
        return outcomeOf(decision, static_cast<Ending>(row.integer(7)));
    case CandidateKind::Refused:
        return outcomeOf(decision);
    case CandidateKind::Open:
        return CallOutcome::Running;
    case CandidateKind::Released:
        break;
    }
    return CallOutcome::Released;
}

ActivityCursor placeIn(const Statement &row)
{
    return {row.time(0), row.requestId(1), static_cast<int>(row.integer(3))};
}

ActivityCandidate candidateIn(const Statement &row, CallOutcome outcome)
{
    ActivityCandidate candidate;
    candidate.attribution = row.integer(4);
    candidate.code = row.integer(19);
    candidate.row = {.place = placeIn(row),
                     .outcome = outcome,
                     .decision = static_cast<Decision>(row.integer(6)),
                     .attribution = {},
                     .usage = {row.integer(10),
                               row.integer(11),
                               row.integer(12),
                               row.integer(13),
                               row.integer(14),
                               static_cast<CountQuality>(row.integer(15))},
                     .cost = Money::fromNanos(row.integer(8)),
                     .bound = Money::fromNanos(row.integer(9)),
                     .total = Duration(row.integer(16)),
                     .toFirstByte = Duration(row.integer(17)),
                     .stream = row.integer(18) != 0,
                     .code = {},
                     .reason = row.bytes(20),
                     .findings = row.bytes(21),
                     .queued = packedadmission::queuedIn(row.bytes(22))};
    return candidate;
}

/// Nothing when the tags of a row cannot be read.
std::optional<bool> fits(const ActivityMatch &match, const Statement &row, CallOutcome outcome)
{
    if (!match.fits(row.integer(4), outcome, Money::fromNanos(row.integer(8))) ||
        (match.filter.asksWhy() && !match.fitsWhy(row.bytes(20), row.bytes(21)))) {
        return false;
    }
    return match.filter.tags.empty() ? true
                                     : match.names->carries(row.integer(23), match.filter.tags);
}

bool begin(Statement &rows, const ActivityStream &stream, const ActivityCursor &below)
{
    const auto &[at, id, attempt] = below;
    return stream.value ? rows.run(*stream.value, at, id.high, id.low, attempt)
                        : rows.run(at, id.high, id.low, attempt);
}
} // namespace

Result<ActivityStretch> search(Connection &connection,
                               const ActivityStream &stream,
                               const ActivityMatch &match,
                               const ActivityCursor &below,
                               int limit)
{
    Statement rows(connection, stream.sql);
    if (!begin(rows, stream, below)) {
        return connection.error();
    }
    ActivityStretch stretch;
    for (int seen = 1; rows.next(); ++seen) {
        if (rows.time(0) < match.filter.from) {
            return stretch;
        }
        const CallOutcome outcome = outcomeIn(rows);
        const std::optional<bool> isWanted = fits(match, rows, outcome);
        if (!isWanted) {
            return connection.error();
        }
        if (*isWanted) {
            stretch.rows.push_back(candidateIn(rows, outcome));
        }
        if (std::ssize(stretch.rows) == limit || seen == Patience) {
            stretch.searchedTo = placeIn(rows);
            return stretch;
        }
    }
    return rows.sawAll() ? Result<ActivityStretch>(std::move(stretch)) : connection.error();
}

Result<ActivityCount> countIn(Connection &connection,
                              const ActivityStream &stream,
                              const ActivityMatch &match,
                              const ActivityCursor &below,
                              qint64 &patience)
{
    Statement rows(connection, stream.sql);
    if (!begin(rows, stream, below)) {
        return connection.error();
    }
    ActivityCount count;
    while (rows.next()) {
        if (rows.time(0) < match.filter.from) {
            return count;
        }
        if (--patience < 0) {
            count.isAtLeast = true;
            return count;
        }
        const std::optional<bool> isWanted = fits(match, rows, outcomeIn(rows));
        if (!isWanted) {
            return connection.error();
        }
        count.calls += *isWanted ? 1 : 0;
    }
    return rows.sawAll() ? Result<ActivityCount>(count) : connection.error();
}

} // namespace core
