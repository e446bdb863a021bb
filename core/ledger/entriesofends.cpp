// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How calls end: what they cost, what was found out about them, and what was said of them later.
#include "core/ledger/entries.h"
#include "core/ledger/packedadmission.h"

namespace core {

bool Entries::write(const SettlementRecord &settlement)
{
    const auto attribution = m_names.idOf(settlement.attribution);
    const auto tags = m_names.idOfTags(settlement.attribution);
    const auto source = m_names.idOf(settlement.priceSource);
    const auto deltas = deltasText(settlement.deltas);
    std::optional<QByteArray> admission;
    const RequestId &id = settlement.id;
    const TokenUsage &usage = settlement.usage;
    if (!attribution || !tags || !source || !deltas || !pack(settlement.admission, admission) ||
        !insert(m_settlement,
                EntryKind::Settlement,
                std::max(settlement.admittedAt, settlement.settledAt),
                id.high,
                id.low,
                settlement.attempt,
                settlement.admittedAt,
                settlement.settledAt,
                *attribution,
                *tags,
                usage.input,
                usage.cachedInput,
                usage.cacheWrite,
                usage.output,
                usage.reasoning,
                usage.quality,
                settlement.cost.nanos(),
                *source,
                settlement.ending,
                settlement.httpStatus,
                settlement.toFirstByte,
                settlement.total,
                settlement.overhead,
                *deltas,
                admission)) {
        return false;
    }
    return (!m_settlement.changedSomething() ||
            (apply(*attribution, *tags, settlement) && keepFindings(settlement))) &&
           close(id, settlement.attempt);
}

bool Entries::pack(const std::optional<AdmissionRecord> &admission,
                   std::optional<QByteArray> &packed)
{
    if (admission) {
        packed = packedadmission::pack(
            *admission, [this](const QByteArray &text) { return m_names.idOf(text); });
    }
    return packed.has_value() == admission.has_value();
}

std::optional<QByteArray> Entries::reasonOf(const RefusalRecord &refusal)
{
    std::optional<QByteArray> packed;
    if (!pack(refusal.admission, packed)) {
        return std::nullopt;
    }
    return packed ? packedadmission::withAdmission(refusal.reason, *packed) : refusal.reason;
}

bool Entries::keepFindings(const SettlementRecord &settlement)
{
    return settlement.findings.isEmpty() || insert(m_finding,
                                                   EntryKind::Finding,
                                                   settlement.settledAt,
                                                   settlement.id.high,
                                                   settlement.id.low,
                                                   settlement.attempt,
                                                   settlement.admittedAt,
                                                   settlement.settledAt,
                                                   settlement.findings);
}

bool Entries::apply(qint64 attribution, qint64 tags, const SettlementRecord &settlement)
{
    m_rollups.add(attribution,
                  tags,
                  settlement.admittedAt,
                  {.calls = 1,
                   .cost = settlement.cost,
                   .largest = settlement.cost,
                   .usage = settlement.usage,
                   .latency = settlement.total,
                   .failed = settlement.ending == Ending::Complete ? 0 : 1});
    return apply(settlement.deltas) && m_outbox.add(settlement);
}

bool Entries::apply(const std::vector<BucketDelta> &deltas)
{
    for (const BucketDelta &delta : deltas) {
        const std::optional<qint64> bucket = m_names.idOf(delta.key);
        if (!bucket) {
            return false;
        }
        m_rollups.add(*bucket, delta.slot, delta.amount);
    }
    return true;
}

bool Entries::write(const CorrectionRecord &correction)
{
    const auto attribution = m_names.idOf(correction.attribution);
    const auto tags = m_names.idOfTags(correction.attribution);
    if (!attribution || !tags || !insert(correction, *attribution)) {
        return false;
    }
    if (!m_correction.changedSomething()) {
        return true;
    }
    m_rollups.add(
        *attribution,
        *tags,
        correction.admittedAt,
        {.calls = 0, .cost = correction.moreCost, .largest = {}, .usage = correction.moreUsage});
    return m_outbox.corrected(correction.moreCost) && apply(correction.deltas);
}

bool Entries::insert(const CorrectionRecord &correction, qint64 attribution)
{
    const auto deltas = deltasText(correction.deltas);
    const TokenUsage &usage = correction.usage;
    const TokenUsage &more = correction.moreUsage;
    return deltas && insert(m_correction,
                            EntryKind::Correction,
                            correction.at,
                            correction.at,
                            correction.id.high,
                            correction.id.low,
                            correction.attempt,
                            correction.admittedAt,
                            attribution,
                            usage.input,
                            usage.cachedInput,
                            usage.cacheWrite,
                            usage.output,
                            usage.reasoning,
                            correction.cost.nanos(),
                            more.input,
                            more.cachedInput,
                            more.cacheWrite,
                            more.output,
                            more.reasoning,
                            correction.moreCost.nanos(),
                            correction.by,
                            correction.reason,
                            *deltas);
}

} // namespace core
