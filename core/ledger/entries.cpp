// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/entries.h"

#include "core/ledger/ledger.h"

#include <array>
#include <charconv>
#include <limits>
#include <string>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// "[bucket,slot,amount]," with some room: a slot has 19 digits.
constexpr std::size_t DeltaLength = 48;

constexpr auto InsertHold = R"(
    INSERT INTO hold (id_high, id_low, attempt, admitted_at, attribution, tags, bound_cost,
                      bound_tokens, bound_requests, decision, reason, stream)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id_high, id_low, attempt) DO NOTHING)"_L1;

// A settlement that came first (a hold sent again after a fault) leaves nothing open.
constexpr auto InsertOpen = R"(
    INSERT INTO open_hold (id_high, id_low, attempt) SELECT ?, ?, ?
    WHERE NOT EXISTS (SELECT 1 FROM settlement WHERE (id_high, id_low, attempt) = (?, ?, ?)))"_L1;

constexpr auto InsertSettlement = R"(
    INSERT INTO settlement (id_high, id_low, attempt, admitted_at, settled_at, attribution, tags,
                            input, cached_input, cache_write, output, reasoning, quality, cost,
                            price_source, ending, http_status, to_first_byte, total, overhead,
                            deltas, admission)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id_high, id_low, attempt) DO NOTHING)"_L1;

constexpr auto InsertRefusal = R"(
    INSERT INTO refusal (at, id_high, id_low, attribution, tags, decision, code, reason,
                         bound_cost, bound_tokens, bound_requests)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (at, id_high, id_low) DO NOTHING)"_L1;

constexpr auto InsertFinding = R"(
    INSERT INTO finding (id_high, id_low, attempt, admitted_at, at, facts)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id_high, id_low, attempt) DO NOTHING)"_L1;

constexpr auto InsertCorrection = R"(
    INSERT INTO correction (at, id_high, id_low, attempt, admitted_at, attribution, input,
                            cached_input, cache_write, output, reasoning, cost, more_input,
                            more_cached_input, more_cache_write, more_output, more_reasoning,
                            more_cost, by, reason, deltas)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (at, id_high, id_low) DO NOTHING)"_L1;

constexpr auto SelectOpen = R"(
    SELECT id_high, id_low, attempt, admitted_at, attribution, tags, bound_cost, bound_tokens,
           bound_requests, decision, reason, stream
    FROM open_hold JOIN hold USING (id_high, id_low, attempt))"_L1;

/// In place: each settlement writes a dozen.
void appendNumber(std::string &text, qint64 number, char end)
{
    std::array<char, std::numeric_limits<qint64>::digits10 + 2> digits{};
    const auto written = std::to_chars(digits.begin(), digits.end(), number);
    text.append(digits.begin(), written.ptr) += end;
}
} // namespace

Entries::Entries(
    Connection &connection, Names &names, Rollups &rollups, Chain &chain, Outbox &outbox)
    : m_names(names)
    , m_rollups(rollups)
    , m_chain(chain)
    , m_outbox(outbox)
    , m_hold(connection, InsertHold)
    , m_open(connection, InsertOpen)
    , m_close(connection,
              u"DELETE FROM open_hold WHERE id_high = ? AND id_low = ? AND attempt = ?"_s)
    , m_settlement(connection, InsertSettlement)
    , m_release(connection,
                u"INSERT INTO released (id_high, id_low, attempt) VALUES (?, ?, ?) "
                u"ON CONFLICT (id_high, id_low, attempt) DO NOTHING"_s)
    , m_refusal(connection, InsertRefusal)
    , m_correction(connection, InsertCorrection)
    , m_finding(connection, InsertFinding)
    , m_openHolds(connection, SelectOpen)
{}

bool Entries::write(const HoldRecord &hold)
{
    const auto attribution = m_names.idOf(hold.attribution);
    const auto tags = m_names.idOfTags(hold.attribution);
    const auto reason = hold.reasonRepeats ? m_names.shared(hold.reason) : hold.reason;
    if (!attribution || !tags || !reason ||
        !insert(m_hold,
                EntryKind::Hold,
                hold.admittedAt,
                hold.id.high,
                hold.id.low,
                hold.attempt,
                hold.admittedAt,
                *attribution,
                *tags,
                hold.bound.cost.nanos(),
                hold.bound.tokens,
                hold.bound.requests,
                hold.decision,
                *reason,
                hold.stream)) {
        return false;
    }
    const RequestId &id = hold.id;
    return !m_hold.changedSomething() ||
           m_open.run(id.high, id.low, hold.attempt, id.high, id.low, hold.attempt);
}

bool Entries::close(const RequestId &id, int attempt)
{
    return m_close.run(id.high, id.low, attempt);
}

std::optional<QByteArray> Entries::deltasText(const std::vector<BucketDelta> &deltas)
{
    std::string text = "[";
    text.reserve(deltas.size() * DeltaLength);
    for (const BucketDelta &delta : deltas) {
        const std::optional<qint64> bucket = m_names.idOf(delta.key);
        if (!bucket) {
            return std::nullopt;
        }
        text += text.size() > 1 ? ",[" : "[";
        appendNumber(text, *bucket, ',');
        appendNumber(text, qint64{delta.slot.time_since_epoch().count()}, ',');
        appendNumber(text, delta.amount, ']');
    }
    return QByteArray::fromStdString(text += ']');
}

bool Entries::write(const ReleaseRecord &release)
{
    return insert(m_release,
                  EntryKind::Release,
                  Time{},
                  release.id.high,
                  release.id.low,
                  release.attempt) &&
           close(release.id, release.attempt);
}

bool Entries::write(const RefusalRecord &refusal)
{
    const auto attribution = m_names.idOf(refusal.attribution);
    const auto tags = m_names.idOfTags(refusal.attribution);
    const auto code = m_names.idOf(refusal.code);
    const auto reason = reasonOf(refusal);
    return attribution && tags && code && reason &&
           insert(m_refusal,
                  EntryKind::Refusal,
                  refusal.at,
                  refusal.at,
                  refusal.id.high,
                  refusal.id.low,
                  *attribution,
                  *tags,
                  refusal.decision,
                  *code,
                  *reason,
                  refusal.bound.cost.nanos(),
                  refusal.bound.tokens,
                  refusal.bound.requests) &&
           (!m_refusal.changedSomething() || m_outbox.add(refusal));
}

bool Entries::readOpenHolds(std::vector<OpenHold> &holds)
{
    if (!m_openHolds.run()) {
        return false;
    }
    while (m_openHolds.next()) {
        Statement &row = m_openHolds;
        const auto attribution = m_names.attributionOf(row.integer(4), row.integer(5));
        const auto reason = m_names.unshared(row.bytes(10));
        if (!attribution || !reason) {
            row.finish();
            return false;
        }
        HoldRecord &hold = holds.emplace_back().hold;
        hold.id = row.requestId(0);
        hold.attempt = static_cast<int>(row.integer(2));
        hold.admittedAt = row.time(3);
        hold.attribution = *attribution;
        hold.bound = {Money::fromNanos(row.integer(6)), row.integer(7), row.integer(8)};
        hold.decision = static_cast<Decision>(row.integer(9));
        hold.reason = *reason;
        hold.stream = row.integer(11) != 0;
    }
    return m_openHolds.sawAll();
}

} // namespace core
