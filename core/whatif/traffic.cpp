// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/whatif/traffic.h"

#include "core/base/jsontext.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace core {
using namespace Qt::StringLiterals;

namespace {
// An id begins with the time it was made at, so that the calls of a span stand close together by
// id. Two walks in that order, side by side, are twice as fast as a look-up for each call.
constexpr auto IdsOfSpan = R"(
    SELECT count(*), min(id_high), max(id_high) FROM settlement
    WHERE admitted_at >= ? AND admitted_at < ?)"_L1;

// The + keeps SQLite from going by time.
constexpr auto SettledCalls = R"(
    SELECT admitted_at, settled_at, id_high, id_low, attempt, attribution, tags, cost, input,
           cached_input, cache_write, output
    FROM settlement WHERE id_high >= ? AND id_high <= ? AND +admitted_at >= ? AND +admitted_at < ?
    ORDER BY id_high, id_low, attempt)"_L1;

// 2 is Decision::Downgrade.
constexpr auto Holds = R"(
    SELECT id_high, id_low, attempt, bound_cost, bound_tokens, bound_requests, decision,
           CASE decision WHEN 2 THEN reason ELSE x'' END
    FROM hold WHERE id_high >= ? AND id_high <= ? ORDER BY id_high, id_low, attempt)"_L1;
static_assert(static_cast<int>(Decision::Downgrade) == 2);

constexpr auto ReleasedCalls = R"(
    SELECT h.admitted_at, h.id_high, h.id_low, h.attempt, h.attribution, h.tags, h.bound_cost,
           h.bound_tokens, h.bound_requests
    FROM release_time AS r CROSS JOIN hold AS h USING (id_high, id_low, attempt)
    WHERE r.admitted_at >= ? AND r.admitted_at < ?)"_L1;

constexpr auto OpenCalls = R"(
    SELECT h.admitted_at, h.id_high, h.id_low, h.attempt, h.attribution, h.tags, h.bound_cost,
           h.bound_tokens, h.bound_requests
    FROM open_hold AS o CROSS JOIN hold AS h USING (id_high, id_low, attempt)
    WHERE h.admitted_at >= ? AND h.admitted_at < ?)"_L1;

// Only what a budget, or the policy, refused: a pause or a malformed request says nothing here.
constexpr auto RefusedCalls = R"(
    SELECT at, id_high, id_low, 0, attribution, tags, bound_cost, bound_tokens, bound_requests
    FROM refusal JOIN name ON name.id = code
    WHERE at >= ? AND at < ? AND CAST(name.text AS TEXT) IN
        ('budget_exceeded', 'budget_held', 'request_too_large_for_budget', %1))"_L1;

RecordedCall unsettledIn(const Statement &row)
{
    RecordedCall call;
    call.at = row.time(0);
    call.endedAt = call.at;
    call.id = row.requestId(1);
    call.attempt = static_cast<int>(row.integer(3));
    call.attribution = row.integer(4);
    call.tags = row.integer(5);
    call.bound = {Money::fromNanos(row.integer(6)), row.integer(7), row.integer(8)};
    call.actual = {Money(), 0, 0};
    return call;
}

RecordedCall settledIn(const Statement &row)
{
    RecordedCall call;
    call.at = row.time(0);
    call.endedAt = row.time(1);
    call.id = row.requestId(2);
    call.attempt = static_cast<int>(row.integer(4));
    call.attribution = row.integer(5);
    call.tags = row.integer(6);
    call.usage = {row.integer(8),
                  row.integer(9),
                  row.integer(10),
                  row.integer(11),
                  0,
                  CountQuality::Reported};
    call.actual = {Money::fromNanos(row.integer(7)), call.usage.total(), 1};
    call.bound = call.actual; // unless it has a hold: recovery and imports settle without one
    return call;
}

/// As SQLite orders them: signed.
using Key = std::tuple<qint64, qint64, qint64>;
Key keyOf(const RecordedCall &call)
{
    return {static_cast<qint64>(call.id.high), static_cast<qint64>(call.id.low), call.attempt};
}
Key keyIn(const Statement &row)
{
    return {row.integer(0), row.integer(1), row.integer(2)};
}

/// By time; moved once each, because a call is large and nearly in place already.
void sortByTime(std::vector<RecordedCall> &calls)
{
    const auto place = [](const RecordedCall &call) {
        return std::tuple(call.at, call.id);
    };
    const auto earlier = [&](const auto &a, const auto &b) {
        return place(a) < place(b);
    };
    if (std::is_sorted(calls.begin(), calls.end(), earlier)) {
        return;
    }
    std::vector<std::uint32_t> order(calls.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return place(calls[a]) < place(calls[b]);
    });
    std::vector<RecordedCall> sorted;
    sorted.reserve(calls.size());
    for (const std::uint32_t index : order) {
        sorted.push_back(calls[index]);
    }
    calls.swap(sorted);
}
} // namespace

int Traffic::askedIn(const QByteArray &reason)
{
    const auto member = findMember(reason, "asked_model");
    const auto name = member ? jsonString(member->value(reason)) : std::nullopt;
    if (!name) {
        return 0;
    }
    auto known = std::find(m_askedModels.begin(), m_askedModels.end(), *name);
    if (known == m_askedModels.end()) {
        m_askedModels.push_back(*name);
        known = m_askedModels.end() - 1;
    }
    return static_cast<int>(known - m_askedModels.begin()) + 1;
}

bool Traffic::readSettled(Span span, std::vector<RecordedCall> &calls)
{
    Statement range(m_connection, IdsOfSpan);
    if (!range.run(span.begins, span.ends) || !range.next()) {
        return false;
    }
    calls.reserve(static_cast<std::size_t>(range.integer(0)));
    const qint64 first = range.integer(1);
    const qint64 last = range.integer(2);
    range.finish();
    Statement rows(m_connection, SettledCalls);
    Statement holds(m_connection, Holds);
    if (!rows.run(first, last, span.begins, span.ends) || !holds.run(first, last)) {
        return false;
    }
    bool isHold = holds.next();
    while (rows.next()) {
        RecordedCall &call = calls.emplace_back(settledIn(rows));
        const Key key = keyOf(call);
        while (isHold && keyIn(holds) < key) {
            isHold = holds.next();
        }
        if (isHold && keyIn(holds) == key) {
            call.bound = {Money::fromNanos(holds.integer(3)), holds.integer(4), holds.integer(5)};
            call.wasDowngraded = holds.integer(6) == static_cast<int>(Decision::Downgrade);
            call.asked = call.wasDowngraded ? askedIn(holds.bytes(7)) : 0;
        }
    }
    const bool ok = rows.sawAll() && (isHold || holds.sawAll());
    holds.finish();
    return ok;
}

bool Traffic::readUnsettled(Span span, std::vector<RecordedCall> &calls)
{
    for (const auto &[sql, end] :
         {std::pair{ReleasedCalls, Time{}}, std::pair{OpenCalls, Time::max()}}) {
        Statement rows(m_connection, sql);
        if (!rows.run(span.begins, span.ends)) {
            return false;
        }
        while (rows.next()) {
            RecordedCall &call = calls.emplace_back(unsettledIn(rows));
            call.endedAt = std::max(call.at, end);
        }
        if (!rows.sawAll()) {
            return false;
        }
    }
    return true;
}

bool Traffic::readRefused(Span span, PolicyRefusals refusals, std::vector<RecordedCall> &calls)
{
    const bool withPolicy = refusals == PolicyRefusals::With;
    Statement rows(m_connection, RefusedCalls.arg(withPolicy ? "'policy_denied'"_L1 : "''"_L1));
    if (!rows.run(span.begins, span.ends)) {
        return false;
    }
    while (rows.next()) {
        calls.emplace_back(unsettledIn(rows)).wasAdmitted = false;
    }
    return rows.sawAll();
}

Result<std::vector<RecordedCall>> Traffic::in(Span span, PolicyRefusals refusals)
{
    std::vector<RecordedCall> calls;
    if (!readSettled(span, calls) || !readUnsettled(span, calls) ||
        !readRefused(span, refusals, calls)) {
        return m_connection.error();
    }
    sortByTime(calls);
    return calls;
}

const Attribution *Traffic::attributionOf(const RecordedCall &call)
{
    const std::pair key(call.attribution, call.tags);
    auto known = m_known.constFind(key);
    if (known == m_known.cend()) {
        std::optional<Attribution> found = m_attributions.of(call.attribution, call.tags);
        if (!found) {
            return nullptr;
        }
        known = m_known.insert(key, *std::move(found));
    }
    return &*known;
}

} // namespace core
