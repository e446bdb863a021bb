// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/requestid.h"
#include "core/budget/budgetengine.h"
#include "core/keys/virtualkey.h"
#include "core/pricing/tokenusage.h"
#include "core/telemetry/calldetails.h"

#include <QByteArray>

#include <optional>
#include <variant>
#include <vector>

namespace core {

/// What was decided before a call ran (requirements S3-17, X-07). The last two never reached an
/// upstream.
enum class Decision : quint8 { Allow, Warn, Downgrade, Clamp, Queue, Fallback, Refuse, Error };
[[nodiscard]] QByteArrayView decisionName(Decision decision); ///< "allow", "warn", ...

/// How a call that ran came to its end.
enum class Ending : quint8 {
    Complete,
    Cut,     ///< by money: finish_reason "length"
    Stopped, ///< by a person
    ClientGone,
    UpstreamError, ///< an error answer, or a stream that broke off
    Recovered,     ///< was open when Capstan stopped; charged at its bound
};
[[nodiscard]] QByteArrayView endingName(Ending ending);

/// Written, and durable, before the upstream sees the request.
struct HoldRecord
{
    RequestId id;
    int attempt = 1;
    Time admittedAt{};
    Attribution attribution;
    Amounts bound;
    Decision decision = Decision::Allow;
    QByteArray reason; ///< JSON: each budget's arithmetic; empty for a plain allow
    /// The reason is one of a few texts, and says nothing of this call alone: it is kept once.
    bool reasonRepeats = false;
    bool stream = false;
};

/// How a call was judged and what it was charged by, which only its story tells.
struct AdmissionRecord
{
    Duration queued{0}; ///< it waited for room in a budget
    QByteArray rates;   ///< core/pricing/chargedrates.h; empty: it had no price, or has not ended
    std::vector<BudgetStanding> budgets; ///< when it was let in, or refused
    /// Those past their cap when it was cut; what it held itself is in what is held.
    std::vector<BudgetStanding> cutBy{};

    friend bool operator==(const AdmissionRecord &, const AdmissionRecord &) = default;
};

/// Written after the call ended. The charge belongs to the window of `admittedAt`.
struct SettlementRecord
{
    RequestId id;
    int attempt = 1;
    Time admittedAt{};
    Time settledAt{};
    Attribution attribution; ///< as in the hold; roll-ups are kept by it
    TokenUsage usage;
    Money cost;
    QByteArray priceSource; ///< "shipped together.ai 2026-11-01": where the price came from
    Ending ending = Ending::Complete;
    int httpStatus = 0;
    Duration toFirstByte{0};
    Duration total{0};
    Duration overhead{0};            ///< Capstan's own share
    std::vector<BucketDelta> deltas; ///< applied to the stored totals in the same transaction
    CallDetailsPointer details{};    ///< for exporters; may be null
    /// JSON of what the policy's rules said once the call had run (S3-35); empty: nothing.
    QByteArray findings{};
    std::optional<AdmissionRecord> admission{}; ///< absent for what was not let in here: imports
};

/// A hold that came to nothing: the upstream never saw it.
struct ReleaseRecord
{
    RequestId id;
    int attempt = 1;
};

/// A call that was not let through; nothing was held or charged.
struct RefusalRecord
{
    RequestId id;
    Time at{};
    Attribution attribution;
    Decision decision = Decision::Refuse;
    QByteArray code;   ///< "budget_exceeded", "model_unpriced", ...
    QByteArray reason; ///< JSON, the same facts as in the error body
    Amounts bound;
    CallDetailsPointer details{};               ///< for exporters; may be null
    std::optional<AdmissionRecord> admission{}; ///< absent where no budget was asked
};

/// A crossing as the alerts page keeps it.
struct AlertRecord
{
    BucketKey key;
    int mark = 0;
    qint64 limit = 0;
    Time at{};
    QByteArray budgetId;
    QByteArray label;
    qint64 settled = 0;
    bool hard = false;
    /// In which it was crossed; of a rolling one the span that ended then. Told once in each.
    Span window{};
    bool acknowledged = false; ///< in snapshots: the owner has seen it
};

/// What a recovered call really used, as a person says. It answers the settlement, which stays.
struct CorrectionRecord
{
    RequestId id;
    int attempt = 1;
    Time at{};
    TokenUsage usage;
    Money cost;
    QByteArray by;     ///< who says so
    QByteArray reason; ///< why
    // Filled in from the settlement (Ledger::recoveredCall):
    Time admittedAt{};
    Attribution attribution;
    TokenUsage moreUsage; ///< than counts now; negative for less
    Money moreCost;
    std::vector<BucketDelta> deltas;
};

struct BudgetUpsert
{
    Budget budget;
    /// Stored totals to begin with (key, slot, amount); only when the counters start afresh.
    std::vector<BucketDelta> openings;
};
struct BudgetRemoval
{
    QByteArray budgetId;
};
struct EpochRecord
{
    QByteArray budgetId;
    QByteArray label;
    qint64 epoch = 0;
    Time at{};
};
/// A tenant's period, closed: written once, never changed.
struct InvoiceRecord
{
    qint64 number = 0;
    QByteArray tenant;
    Span period{};
    Time closedAt{};
    QByteArray content; ///< JSON, see core/billing/invoicejson.h
};
/// A small fact that outlives the process: a paused tenant, a model's learnt overhead.
struct SettingRecord
{
    QByteArray name;
    QByteArray value; ///< empty removes it
};

/// A key that is new, or has other facts than before (revoked ones stay).
struct KeyUpsert
{
    VirtualKey key;
};
struct KeyUse
{
    QByteArray keyId;
    Time at{};
};

using LedgerRecord = std::variant<HoldRecord,
                                  SettlementRecord,
                                  ReleaseRecord,
                                  RefusalRecord,
                                  CorrectionRecord,
                                  AlertRecord,
                                  BudgetUpsert,
                                  BudgetRemoval,
                                  EpochRecord,
                                  InvoiceRecord,
                                  SettingRecord,
                                  KeyUpsert,
                                  KeyUse>;

} // namespace core
