// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/activitystreams.h"

#include <algorithm>
#include <tuple>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// With more attributions than this a filter fits so often that going by time is as fast.
constexpr qsizetype MostByAttribution = 40;

// One shape for all, as candidateIn() reads it.
constexpr auto Settled = R"(
    SELECT s.admitted_at, s.id_high, s.id_low, s.attempt, s.attribution, 0, ifnull(h.decision, 0),
           s.ending, s.cost, ifnull(h.bound_cost, 0), s.input, s.cached_input, s.cache_write,
           s.output, s.reasoning, s.quality, s.total, s.to_first_byte, ifnull(h.stream, 0), 0,
           h.reason, f.facts, s.admission, s.tags
    FROM settlement AS s LEFT JOIN hold AS h USING (id_high, id_low, attempt)
         LEFT JOIN finding AS f USING (id_high, id_low, attempt)
    WHERE %1 (s.admitted_at, s.id_high, s.id_low, s.attempt) < (?, ?, ?, ?)
    ORDER BY s.admitted_at DESC, s.id_high DESC, s.id_low DESC, s.attempt DESC)"_L1;

constexpr auto Decided = R"(
    SELECT h.admitted_at, id_high, id_low, attempt, s.attribution, 0, h.decision, s.ending, s.cost,
           h.bound_cost, s.input, s.cached_input, s.cache_write, s.output, s.reasoning, s.quality,
           s.total, s.to_first_byte, h.stream, 0, h.reason, f.facts, s.admission,
           s.tags
    FROM hold AS h CROSS JOIN settlement AS s USING (id_high, id_low, attempt)
         LEFT JOIN finding AS f USING (id_high, id_low, attempt)
    WHERE %1 h.decision = ? AND h.decision <> 0
        AND (h.admitted_at, h.id_high, h.id_low, h.attempt) < (?, ?, ?, ?)
    ORDER BY h.admitted_at DESC, h.id_high DESC, h.id_low DESC, h.attempt DESC)"_L1;

constexpr auto Refusals = R"(
    SELECT at, id_high, id_low, 0, attribution, 1, decision, 0, 0, bound_cost, 0, 0, 0, 0, 0, 0, 0,
           0, 0, code, reason, NULL, NULL, tags
    FROM refusal WHERE %1 (at, id_high, id_low, 0) < (?, ?, ?, ?)
    ORDER BY at DESC, id_high DESC, id_low DESC)"_L1;

// Few: what runs now. CROSS JOIN keeps SQLite from walking through all holds instead.
constexpr auto Open = R"(
    SELECT h.admitted_at, id_high, id_low, attempt, h.attribution, 2, h.decision, 0, 0, h.bound_cost,
           0, 0, 0, 0, 0, 0, 0, 0, h.stream, 0, h.reason, NULL, NULL, h.tags
    FROM open_hold AS o CROSS JOIN hold AS h USING (id_high, id_low, attempt)
    WHERE %1 (h.admitted_at, id_high, id_low, attempt) < (?, ?, ?, ?)
    ORDER BY h.admitted_at DESC, id_high DESC, id_low DESC, attempt DESC)"_L1;

constexpr auto Released = R"(
    SELECT r.admitted_at, id_high, id_low, attempt, h.attribution, 3, h.decision, 0, 0, h.bound_cost,
           0, 0, 0, 0, 0, 0, 0, 0, h.stream, 0, h.reason, NULL, NULL, h.tags
    FROM release_time AS r CROSS JOIN hold AS h USING (id_high, id_low, attempt)
    WHERE %1 (r.admitted_at, r.id_high, r.id_low, r.attempt) < (?, ?, ?, ?)
    ORDER BY r.admitted_at DESC, r.id_high DESC, r.id_low DESC, r.attempt DESC)"_L1;

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

} // namespace core
