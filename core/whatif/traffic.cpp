// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/whatif/traffic.h"

#include <algorithm>
#include <tuple>

namespace core {
using namespace Qt::StringLiterals;

namespace {
// Ids and admissions grow together, so that the inner look-up stays in the page it was in before.
constexpr auto SettledCalls = R"(
    SELECT s.admitted_at, s.settled_at, s.id_high, s.id_low, s.attempt, s.attribution, s.tags,
           ifnull(h.bound_cost, s.cost), h.bound_tokens, ifnull(h.bound_requests, 1),
           s.cost, s.input, s.cached_input, s.cache_write, s.output, h.bound_tokens IS NULL
    FROM settlement AS s LEFT JOIN hold AS h USING (id_high, id_low, attempt)
    WHERE s.admitted_at >= ? AND s.admitted_at < ? ORDER BY s.admitted_at)"_L1;

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

// Only what a budget refused: a pause or a malformed request says nothing about caps.
constexpr auto RefusedCalls = R"(
    SELECT at, id_high, id_low, 0, attribution, tags, bound_cost, bound_tokens, bound_requests
    FROM refusal JOIN name ON name.id = code
    WHERE at >= ? AND at < ? AND CAST(name.text AS TEXT) IN
        ('budget_exceeded', 'budget_held', 'request_too_large_for_budget'))"_L1;

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
    call.usage = {row.integer(11),
                  row.integer(12),
                  row.integer(13),
                  row.integer(14),
                  0,
                  CountQuality::Reported};
    call.actual = {Money::fromNanos(row.integer(10)), call.usage.total(), 1};
    const qint64 tokens = row.integer(15) != 0 ? call.usage.total() : row.integer(8);
    call.bound = {Money::fromNanos(row.integer(7)), tokens, row.integer(9)};
    return call;
}
} // namespace

bool Traffic::readSettled(Span span, std::vector<RecordedCall> &calls)
{
    Statement rows(m_connection, SettledCalls);
    if (!rows.run(span.begins, span.ends)) {
        return false;
    }
    while (rows.next()) {
        calls.push_back(settledIn(rows));
    }
    return rows.sawAll();
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

bool Traffic::readRefused(Span span, std::vector<RecordedCall> &calls)
{
    Statement rows(m_connection, RefusedCalls);
    if (!rows.run(span.begins, span.ends)) {
        return false;
    }
    while (rows.next()) {
        calls.emplace_back(unsettledIn(rows)).wasAdmitted = false;
    }
    return rows.sawAll();
}

Result<std::vector<RecordedCall>> Traffic::in(Span span)
{
    std::vector<RecordedCall> calls;
    if (!readSettled(span, calls) || !readUnsettled(span, calls) || !readRefused(span, calls)) {
        return m_connection.error();
    }
    const auto earlier = [](const RecordedCall &a, const RecordedCall &b) {
        return std::tuple(a.at, a.id) < std::tuple(b.at, b.id);
    };
    if (!std::is_sorted(calls.begin(), calls.end(), earlier)) {
        std::sort(calls.begin(), calls.end(), earlier);
    }
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
