// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/records.h"
#include "core/pricing/chargedrates.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace core {

/// What became of a request, in one word; how it ended goes before how it was let in.
enum class CallOutcome : quint8 {
    Running,
    Allowed,
    Warned,
    Downgraded,
    Clamped,
    Queued,
    Fallback,
    Refused, ///< by a budget, a pause or a missing price
    Failed,  ///< before it reached an upstream: a malformed request, an unknown model
    Cut,     ///< by money
    Stopped, ///< by a person
    ClientGone,
    UpstreamError,
    Recovered,
    Released, ///< the upstream never saw it
};
[[nodiscard]] QByteArrayView outcomeName(CallOutcome outcome); ///< "running", "allowed", ...
[[nodiscard]] std::optional<CallOutcome> outcomeFromName(QByteArrayView name);
[[nodiscard]] CallOutcome outcomeOf(Decision decision); ///< of what has not settled, or completed
[[nodiscard]] CallOutcome outcomeOf(Decision decision, Ending ending);

/// One budget's arithmetic at the moment of the decision, in nano-dollars, tokens or requests.
struct BudgetArithmetic
{
    QByteArray budgetId;
    QByteArray scope; ///< "tenant:research"; "" is everybody
    Unit unit = Unit::Usd;
    qint64 limit = 0;
    qint64 settled = 0;
    qint64 held = 0;      ///< by other calls
    qint64 requested = 0; ///< by this one, at most
    QByteArray window{};  ///< "day@Europe/Berlin"; empty where that is not kept

    /// By how much it would have passed the limit; not above zero when it fitted.
    [[nodiscard]] qint64 excess() const { return settled + held + requested - limit; }
    friend bool operator==(const BudgetArithmetic &, const BudgetArithmetic &) = default;
};

/// What a counter's figures come to with a call that asks for that much; nothing when its key
/// cannot be read.
[[nodiscard]] std::optional<BudgetArithmetic> arithmeticOf(const BudgetStanding &standing,
                                                           const Amounts &asked);
/// The same of several, but for those.
[[nodiscard]] std::vector<BudgetArithmetic>
arithmeticOf(const std::vector<BudgetStanding> &standings, const Amounts &asked);

/// Why something was decided, as the record's reason tells it.
struct DecisionReason
{
    QByteArray message; ///< the sentence that the caller got; empty for a hold
    std::vector<BudgetArithmetic> budgets;
    std::optional<qint64> clampedTo;        ///< max_tokens that was sent instead
    std::optional<qint64> maxTokensThatFit; ///< what a refusal said would pass
    QByteArray code;                        ///< of a refusal: "budget_exceeded"
    QByteArray policy;                      ///< id of the rule that decided, if one did
    QByteArray primitive;                   ///< of that rule: "route_preference"
    QByteArray policyReason;                ///< its word: "route_prefers_cheap"
    QByteArray policyVersion;
    QByteArray requestedTier;
    QByteArray effectiveTier;
    std::vector<QByteArray> alerts; ///< each anomaly's sentence
    /// What a rule found once the call had run: its id and its sentence.
    struct Finding
    {
        QByteArray policy;
        QByteArray sentence;

        friend bool operator==(const Finding &, const Finding &) = default;
    };
    std::vector<Finding> findings;
    QByteArray json; ///< the whole reason, as it is stored

    friend bool operator==(const DecisionReason &, const DecisionReason &) = default;
};
/// Reads what stands in hold.reason or refusal.reason: the body of a refusal, or an object with
/// "budgets". What is not there stays empty; never fails.
[[nodiscard]] DecisionReason reasonFrom(const QByteArray &json);
/// The same, with what stands in finding.facts.
[[nodiscard]] DecisionReason reasonFrom(const QByteArray &json, const QByteArray &findings);
/// Whether that rule (its id, or the code of a refusal) and that budget (its id or scope) stand in
/// the reason. Empty ones are not asked for.
[[nodiscard]] bool
isDecidedBy(const DecisionReason &reason, const QByteArray &rule, const QByteArray &budget);

/// What one attempt was charged to.
struct BudgetCharge
{
    BucketKey key;
    Time slot{};
    qint64 amount = 0;
};

struct AttemptStory
{
    int attempt = 1;
    CallOutcome outcome = CallOutcome::Running;
    Attribution attribution;
    Decision decision = Decision::Allow;
    DecisionReason reason;
    Time admittedAt{};
    Amounts bound;
    bool stream = false;
    /// Of every budget that was asked when it was let in. Empty for one that has not settled, and
    /// for those of before Capstan kept it.
    std::vector<BudgetArithmetic> budgets;

    struct Settled
    {
        Time at{};
        TokenUsage usage;
        Money cost;
        QByteArray priceSource;
        Ending ending = Ending::Complete;
        int httpStatus = 0;
        Duration toFirstByte{0};
        Duration total{0};
        Duration overhead{0};           ///< Capstan's own share
        std::optional<Duration> queued; ///< for room in a budget; absent: not kept, as are rates
        std::optional<ChargedRates> rates;
        std::vector<BudgetCharge> charges;
        /// Past their cap when it was cut, with nothing asked: what it held still is in what was
        /// held. Empty for what was not cut, and for those of before Capstan kept it.
        std::vector<BudgetArithmetic> cutBy;
    };
    std::optional<Settled> settled;

    /// What a person says that a recovered call really used; counts in the place of the bound.
    struct Corrected
    {
        Time at{};
        TokenUsage usage;
        Money cost;
        QByteArray by;
        QByteArray reason;
    };
    std::optional<Corrected> corrected;

    [[nodiscard]] Money costNow() const
    {
        return corrected ? corrected->cost : settled ? settled->cost : Money();
    }
};

/// A request from its attribution to its cost.
struct RequestStory
{
    RequestId id;
    std::vector<AttemptStory> attempts; ///< those that were let in, first one first
    struct Refusal
    {
        Time at{};
        CallOutcome outcome = CallOutcome::Refused;
        Attribution attribution;
        QByteArray code;
        DecisionReason reason;
        Amounts bound;
        /// Of every budget that was asked, those without room first. Empty where none was, and for
        /// those of before Capstan kept it.
        std::vector<BudgetArithmetic> budgets;
        std::optional<Duration> queued; ///< for room in a budget; absent as they are
    };
    std::optional<Refusal> refusal;
};

} // namespace core
