// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/storyreader.h"

#include "core/ledger/packedadmission.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {
constexpr auto Holds = R"(
    SELECT attempt, admitted_at, attribution, tags, bound_cost, bound_tokens, bound_requests,
           decision, reason, stream,
           EXISTS (SELECT 1 FROM released AS r
                   WHERE (r.id_high, r.id_low, r.attempt) = (h.id_high, h.id_low, h.attempt))
    FROM hold AS h WHERE id_high = ? AND id_low = ? ORDER BY attempt)"_L1;

constexpr auto Settlements = R"(
    SELECT attempt, admitted_at, attribution, tags, settled_at, input, cached_input, cache_write,
           output, reasoning, quality, cost, price_source, ending, http_status, to_first_byte,
           total, overhead, deltas, (SELECT facts FROM finding AS f WHERE
               (f.id_high, f.id_low, f.attempt) = (s.id_high, s.id_low, s.attempt)), admission
    FROM settlement AS s WHERE id_high = ? AND id_low = ? ORDER BY attempt)"_L1;

/// The last one counts.
constexpr auto Corrections = R"(
    SELECT attempt, at, input, cached_input, cache_write, output, reasoning, cost, by, reason
    FROM correction WHERE id_high = ? AND id_low = ? ORDER BY attempt, at)"_L1;

constexpr auto Refusals = R"(
    SELECT at, attribution, tags, decision, code, reason, bound_cost, bound_tokens, bound_requests
    FROM refusal WHERE id_high = ? AND id_low = ?)"_L1;

/// Gathers a story from three tables. After a false the connection knows why.
class StoryReader
{
public:
    StoryReader(Connection &connection, Attributions &attributions, const RequestId &id)
        : m_connection(connection)
        , m_attributions(attributions)
    {
        m_story.id = id;
    }

    [[nodiscard]] bool read()
    {
        return readHolds() && readSettlements() && readCorrections() && readRefusal();
    }
    [[nodiscard]] std::optional<RequestStory> story()
    {
        const bool isKnown = !m_story.attempts.empty() || m_story.refusal;
        return isKnown ? std::optional(std::move(m_story)) : std::nullopt;
    }

private:
    [[nodiscard]] bool attribute(const Statement &row, int column, Attribution &target)
    {
        const auto found = m_attributions.of(row.integer(column), row.integer(column + 1));
        target = found.value_or(Attribution());
        return found.has_value();
    }

    [[nodiscard]] bool readHolds()
    {
        Statement rows(m_connection, Holds);
        bool ok = rows.run(m_story.id.high, m_story.id.low);
        while (ok && rows.next()) {
            AttemptStory &attempt = m_story.attempts.emplace_back();
            attempt.attempt = static_cast<int>(rows.integer(0));
            attempt.admittedAt = rows.time(1);
            attempt.bound = {Money::fromNanos(rows.integer(4)), rows.integer(5), rows.integer(6)};
            attempt.decision = static_cast<Decision>(rows.integer(7));
            const auto reason = m_attributions.reason(rows.bytes(8));
            attempt.reason = reasonFrom(reason.value_or(QByteArray()));
            attempt.stream = rows.integer(9) != 0;
            attempt.outcome = rows.integer(10) != 0 ? CallOutcome::Released : CallOutcome::Running;
            ok = reason && attribute(rows, 2, attempt.attribution);
        }
        return ok && rows.sawAll();
    }

    /// A settlement without a hold was recovered, or imported.
    AttemptStory &attemptOf(const Statement &row)
    {
        const auto number = static_cast<int>(row.integer(0));
        const auto known = std::find_if(m_story.attempts.begin(),
                                        m_story.attempts.end(),
                                        [&](const auto &one) { return one.attempt == number; });
        if (known != m_story.attempts.end()) {
            return *known;
        }
        AttemptStory &attempt = m_story.attempts.emplace_back();
        attempt.attempt = number;
        attempt.admittedAt = row.time(1);
        return attempt;
    }

    [[nodiscard]] bool readSettlements()
    {
        Statement rows(m_connection, Settlements);
        bool ok = rows.run(m_story.id.high, m_story.id.low);
        while (ok && rows.next()) {
            AttemptStory &attempt = attemptOf(rows);
            attempt.settled = AttemptStory::Settled{};
            AttemptStory::Settled &settled = *attempt.settled;
            settled.at = rows.time(4);
            settled.usage = {rows.integer(5),
                             rows.integer(6),
                             rows.integer(7),
                             rows.integer(8),
                             rows.integer(9),
                             static_cast<CountQuality>(rows.integer(10))};
            settled.cost = Money::fromNanos(rows.integer(11));
            settled.ending = static_cast<Ending>(rows.integer(13));
            settled.httpStatus = static_cast<int>(rows.integer(14));
            settled.toFirstByte = Duration(rows.integer(15));
            settled.total = Duration(rows.integer(16));
            settled.overhead = Duration(rows.integer(17));
            attempt.outcome = outcomeOf(attempt.decision, settled.ending);
            attempt.reason = reasonFrom(attempt.reason.json, rows.bytes(19));
            const auto source = m_attributions.text(rows.integer(12));
            settled.priceSource = source.value_or(QByteArray());
            ok = source && attribute(rows, 2, attempt.attribution) &&
                 readCharges(rows.bytes(18), settled) &&
                 readAdmission(rows.givenBytes(20), attempt);
        }
        return ok && rows.sawAll();
    }

    [[nodiscard]] bool readCorrections()
    {
        Statement rows(m_connection, Corrections);
        if (!rows.run(m_story.id.high, m_story.id.low)) {
            return false;
        }
        while (rows.next()) {
            const TokenUsage usage{rows.integer(2),
                                   rows.integer(3),
                                   rows.integer(4),
                                   rows.integer(5),
                                   rows.integer(6),
                                   CountQuality::Estimated};
            attemptOf(rows).corrected = AttemptStory::Corrected{rows.time(1),
                                                                usage,
                                                                Money::fromNanos(rows.integer(7)),
                                                                rows.bytes(8),
                                                                rows.bytes(9)};
        }
        return rows.sawAll();
    }

    [[nodiscard]] bool readCharges(const QByteArray &deltas, AttemptStory::Settled &settled)
    {
        for (const auto &delta : QJsonDocument::fromJson(deltas).array()) {
            const QJsonArray parts = delta.toArray();
            const auto key = m_attributions.text(parts.at(0).toInteger());
            if (!key) {
                return false;
            }
            settled.charges.push_back(
                {*key, Time(Duration(parts.at(1).toInteger())), parts.at(2).toInteger()});
        }
        return true;
    }

    [[nodiscard]] std::optional<AdmissionRecord> unpack(const QByteArray &packed)
    {
        return packedadmission::unpack(packed,
                                       [this](qint64 name) { return m_attributions.text(name); });
    }

    [[nodiscard]] bool readAdmission(const std::optional<QByteArray> &packed, AttemptStory &attempt)
    {
        if (!packed) {
            return true;
        }
        const auto admission = unpack(*packed);
        if (!admission) {
            return false;
        }
        attempt.settled->queued = admission->queued;
        attempt.settled->rates = ChargedRates::fromJson(admission->rates);
        attempt.settled->cutBy = arithmeticOf(admission->cutBy, {Money(), 0, 0});
        attempt.budgets = arithmeticOf(admission->budgets, attempt.bound);
        return true;
    }

    [[nodiscard]] bool readAdmission(const std::optional<QByteArray> &packed,
                                     RequestStory::Refusal &refusal)
    {
        if (!packed) {
            return true;
        }
        const auto admission = unpack(*packed);
        if (!admission) {
            return false;
        }
        refusal.queued = admission->queued;
        refusal.budgets = arithmeticOf(admission->budgets, refusal.bound);
        std::stable_partition(refusal.budgets.begin(),
                              refusal.budgets.end(),
                              [](const auto &budget) { return budget.excess() > 0; });
        return true;
    }

    [[nodiscard]] bool readRefusal()
    {
        Statement rows(m_connection, Refusals);
        if (!rows.run(m_story.id.high, m_story.id.low)) {
            return false;
        }
        if (!rows.next()) {
            return rows.sawAll();
        }
        m_story.refusal = RequestStory::Refusal{};
        RequestStory::Refusal &refusal = *m_story.refusal;
        refusal.at = rows.time(0);
        refusal.outcome = outcomeOf(static_cast<Decision>(rows.integer(3)));
        refusal.reason = reasonFrom(rows.bytes(5));
        refusal.bound = {Money::fromNanos(rows.integer(6)), rows.integer(7), rows.integer(8)};
        const auto code = m_attributions.text(rows.integer(4));
        refusal.code = code.value_or(QByteArray());
        return code && attribute(rows, 1, refusal.attribution) &&
               readAdmission(packedadmission::admissionIn(refusal.reason.json), refusal);
    }

    Connection &m_connection;
    Attributions &m_attributions;
    RequestStory m_story;
};
} // namespace

Result<std::optional<RequestStory>>
readStory(Connection &connection, Attributions &attributions, const RequestId &id)
{
    StoryReader reader(connection, attributions, id);
    if (!reader.read()) {
        return connection.error();
    }
    return reader.story();
}

} // namespace core
