// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/activitystreams.h"

#include "core/ledger/packedadmission.h"

#include <algorithm>
#include <tuple>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// Rows that one look at one stream may pass over: about 10 ms.
constexpr int Patience = 5'000;
/// With more attributions than this a filter fits so often that going by time is as fast.
constexpr qsizetype MostByAttribution = 40;

// One shape for all, as candidateIn() reads it.
constexpr auto Settled = R"(
    SELECT s.admitted_at, s.id_high, s.id_low, s.attempt, s.attribution, 0, ifnull(h.decision, 0),
           s.ending, s.cost, ifnull(h.bound_cost, 0), s.input, s.cached_input, s.cache_write,
           s.output, s.reasoning, s.quality, s.total, s.to_first_byte, ifnull(h.stream, 0), 0,
           h.reason, f.facts, s.admission
    FROM settlement AS s LEFT JOIN hold AS h USING (id_high, id_low, attempt)
         LEFT JOIN finding AS f USING (id_high, id_low, attempt)
    WHERE %1 (s.admitted_at, s.id_high, s.id_low, s.attempt) < (?, ?, ?, ?)
    ORDER BY s.admitted_at DESC, s.id_high DESC, s.id_low DESC, s.attempt DESC)"_L1;

constexpr auto Decided = R"(
    SELECT h.admitted_at, id_high, id_low, attempt, s.attribution, 0, h.decision, s.ending, s.cost,
           h.bound_cost, s.input, s.cached_input, s.cache_write, s.output, s.reasoning, s.quality,
           s.total, s.to_first_byte, h.stream, 0, h.reason, f.facts, s.admission
    FROM hold AS h CROSS JOIN settlement AS s USING (id_high, id_low, attempt)
         LEFT JOIN finding AS f USING (id_high, id_low, attempt)
    WHERE %1 h.decision = ? AND h.decision <> 0
        AND (h.admitted_at, h.id_high, h.id_low, h.attempt) < (?, ?, ?, ?)
    ORDER BY h.admitted_at DESC, h.id_high DESC, h.id_low DESC, h.attempt DESC)"_L1;

constexpr auto Refusals = R"(
    SELECT at, id_high, id_low, 0, attribution, 1, decision, 0, 0, bound_cost, 0, 0, 0, 0, 0, 0, 0,
           0, 0, code, reason, NULL, NULL
    FROM refusal WHERE %1 (at, id_high, id_low, 0) < (?, ?, ?, ?)
    ORDER BY at DESC, id_high DESC, id_low DESC)"_L1;

// Few: what runs now. CROSS JOIN keeps SQLite from walking through all holds instead.
constexpr auto Open = R"(
    SELECT h.admitted_at, id_high, id_low, attempt, h.attribution, 2, h.decision, 0, 0, h.bound_cost,
           0, 0, 0, 0, 0, 0, 0, 0, h.stream, 0, h.reason, NULL, NULL
    FROM open_hold AS o CROSS JOIN hold AS h USING (id_high, id_low, attempt)
    WHERE %1 (h.admitted_at, id_high, id_low, attempt) < (?, ?, ?, ?)
    ORDER BY h.admitted_at DESC, id_high DESC, id_low DESC, attempt DESC)"_L1;

constexpr auto Released = R"(
    SELECT r.admitted_at, id_high, id_low, attempt, h.attribution, 3, h.decision, 0, 0, h.bound_cost,
           0, 0, 0, 0, 0, 0, 0, 0, h.stream, 0, h.reason, NULL, NULL
    FROM release_time AS r CROSS JOIN hold AS h USING (id_high, id_low, attempt)
    WHERE %1 (r.admitted_at, r.id_high, r.id_low, r.attempt) < (?, ?, ?, ?)
    ORDER BY r.admitted_at DESC, r.id_high DESC, r.id_low DESC, r.attempt DESC)"_L1;

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

/// A condition on one request, which every table finds by its key or an index.
QString only(const RequestId &id)
{
    return u"id_high = %1 AND id_low = %2 AND"_s.arg(static_cast<qint64>(id.high))
        .arg(static_cast<qint64>(id.low));
}

/// The values behind the wanted outcomes, when one of our narrow indexes has all of them.
template <class Of>
std::vector<qint64> valuesOf(const ActivityMatch &match, int last, Of of)
{
    std::vector<qint64> values;
    for (const CallOutcome wanted : match.filter.outcomes) {
        for (int value = 1; value <= last; ++value) {
            if (of(value) == wanted) {
                values.push_back(value);
            }
        }
    }
    return values.size() == match.filter.outcomes.size() ? values : std::vector<qint64>();
}

void addSettled(const ActivityMatch &match, std::vector<ActivityStream> &streams)
{
    if (match.filter.id) {
        streams.push_back({Settled.arg(only(*match.filter.id)), std::nullopt});
        return;
    }
    const auto ended = [](int ending) {
        return outcomeOf(Decision::Allow, static_cast<Ending>(ending));
    };
    const auto decided = [](int decision) {
        return outcomeOf(static_cast<Decision>(decision));
    };
    if (match.attributions && match.attributions->size() <= MostByAttribution) {
        for (const qint64 attribution : *match.attributions) {
            streams.push_back({Settled.arg(u"s.attribution = ? AND"_s), attribution});
        }
    } else if (const auto endings = valuesOf(match, 5, ended); !endings.empty()) {
        for (const qint64 ending : endings) {
            streams.push_back({Settled.arg(u"s.ending = ? AND s.ending <> 0 AND"_s), ending});
        }
    } else if (const auto decisions = valuesOf(match, 5, decided); !decisions.empty()) {
        for (const qint64 decision : decisions) {
            streams.push_back({Decided.arg(QString()), decision});
        }
    } else {
        streams.push_back({Settled.arg(QString()), std::nullopt});
    }
}

void addRefused(const ActivityMatch &match, std::vector<ActivityStream> &streams)
{
    if (match.filter.id) {
        streams.push_back({Refusals.arg(only(*match.filter.id)), std::nullopt});
    } else if (match.attributions && match.attributions->size() <= MostByAttribution) {
        for (const qint64 attribution : *match.attributions) {
            streams.push_back({Refusals.arg(u"attribution = ? AND"_s), attribution});
        }
    } else {
        streams.push_back({Refusals.arg(QString()), std::nullopt});
    }
}

auto order(const ActivityCursor &cursor)
{
    // As SQLite compares them: signed.
    return std::tuple(cursor.at,
                      static_cast<qint64>(cursor.id.high),
                      static_cast<qint64>(cursor.id.low),
                      cursor.attempt);
}
} // namespace

bool isNewer(const ActivityCursor &a, const ActivityCursor &b)
{
    return order(a) > order(b);
}

bool ActivityMatch::wants(CallOutcome outcome) const
{
    return filter.outcomes.empty() ||
           std::find(filter.outcomes.begin(), filter.outcomes.end(), outcome) !=
               filter.outcomes.end();
}

bool ActivityMatch::fits(qint64 attribution, CallOutcome outcome, Money cost) const
{
    return (!attributions || attributions->contains(attribution)) && wants(outcome) &&
           (!filter.costFrom || cost >= *filter.costFrom) &&
           (!filter.costTo || cost <= *filter.costTo);
}

bool ActivityMatch::fitsWhy(const QByteArray &reason, const QByteArray &findings) const
{
    return isDecidedBy(reasonFrom(reason, findings), filter.rule, filter.budget);
}

std::vector<ActivityStream> streamsFor(const ActivityMatch &match)
{
    static constexpr std::array NotSettled{
        CallOutcome::Running, CallOutcome::Refused, CallOutcome::Failed, CallOutcome::Released};
    const auto isNotSettled = [](CallOutcome outcome) {
        return std::find(NotSettled.begin(), NotSettled.end(), outcome) != NotSettled.end();
    };
    std::vector<ActivityStream> streams;
    const QString id = match.filter.id ? only(*match.filter.id) : QString();
    const auto &outcomes = match.filter.outcomes;
    if (outcomes.empty() || !std::all_of(outcomes.begin(), outcomes.end(), isNotSettled)) {
        addSettled(match, streams);
    }
    if (match.wants(CallOutcome::Refused) || match.wants(CallOutcome::Failed)) {
        addRefused(match, streams);
    }
    if (match.wants(CallOutcome::Running)) {
        streams.push_back({Open.arg(id), std::nullopt});
    }
    if (match.wants(CallOutcome::Released)) {
        streams.push_back({Released.arg(id), std::nullopt});
    }
    return streams;
}

namespace {
bool fits(const ActivityMatch &match, const Statement &row, CallOutcome outcome)
{
    return match.fits(row.integer(4), outcome, Money::fromNanos(row.integer(8))) &&
           (!match.filter.asksWhy() || match.fitsWhy(row.bytes(20), row.bytes(21)));
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
        if (fits(match, rows, outcome)) {
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
        count.calls += fits(match, rows, outcomeIn(rows)) ? 1 : 0;
    }
    return rows.sawAll() ? Result<ActivityCount>(count) : connection.error();
}

} // namespace core
