// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/chain.h"
#include "core/ledger/names.h"
#include "core/ledger/records.h"
#include "core/ledger/rollups.h"
#include "core/telemetry/outbox.h"

namespace core {

struct OpenHold;

/// The append-only part of the ledger: holds, settlements, releases, refusals, findings and
/// corrections. What is already there, by request id and attempt, is skipped with all that would
/// follow from it.
///
/// Failure: false, and the connection knows why.
class Entries
{
public:
    Entries(Connection &connection, Names &names, Rollups &rollups, Chain &chain, Outbox &outbox);

    [[nodiscard]] bool write(const HoldRecord &hold);
    [[nodiscard]] bool write(const SettlementRecord &settlement);
    [[nodiscard]] bool write(const ReleaseRecord &release);
    [[nodiscard]] bool write(const RefusalRecord &refusal);
    [[nodiscard]] bool write(const CorrectionRecord &correction);

    [[nodiscard]] bool readOpenHolds(std::vector<OpenHold> &holds);

private:
    [[nodiscard]] bool close(const RequestId &id, int attempt);
    /// False: the connection knows why.
    [[nodiscard]] bool pack(const std::optional<AdmissionRecord> &admission,
                            std::optional<QByteArray> &packed);
    /// With how it was judged. Nothing: the connection knows why.
    [[nodiscard]] std::optional<QByteArray> reasonOf(const RefusalRecord &refusal);
    [[nodiscard]] bool keepFindings(const SettlementRecord &settlement);
    /// Interns the buckets and hands the amounts to the roll-ups; JSON for the settlement's row.
    [[nodiscard]] std::optional<QByteArray> deltasText(const std::vector<BucketDelta> &deltas);
    [[nodiscard]] bool apply(qint64 attribution, qint64 tags, const SettlementRecord &settlement);
    [[nodiscard]] bool apply(const std::vector<BucketDelta> &deltas);
    [[nodiscard]] bool insert(const CorrectionRecord &correction, qint64 attribution);
    /// Runs an INSERT and chains its row, unless that was there already.
    template <class... Values>
    [[nodiscard]] bool
    insert(Statement &statement, EntryKind kind, Time at, const Values &...values)
    {
        if (!statement.run(values...)) {
            return false;
        }
        if (statement.changedSomething()) {
            m_chain.add(kind, at, values...);
        }
        return true;
    }

    Names &m_names;
    Rollups &m_rollups;
    Chain &m_chain;
    Outbox &m_outbox;
    Statement m_hold;
    Statement m_open;
    Statement m_close;
    Statement m_settlement;
    Statement m_release;
    Statement m_refusal;
    Statement m_correction;
    Statement m_finding;
    Statement m_openHolds;
};

} // namespace core
