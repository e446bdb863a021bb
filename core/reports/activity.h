// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/requestid.h"
#include "core/budget/attribution.h"
#include "core/pricing/tokenusage.h"
#include "core/reports/requeststory.h"

#include <QString>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace core {

/// A tag's name, and its value.
using ActivityTag = std::pair<QByteArray, QByteArray>;

/// Which requests are wanted; what is left as it is does not restrict.
struct ActivityFilter
{
    std::vector<std::pair<Dimension, QByteArray>>
        values{};                        ///< all must be equal; "" is "not given"
    std::vector<CallOutcome> outcomes{}; ///< one of these; empty: any
    std::optional<Money> costFrom{};
    std::optional<Money> costTo{};
    Time from = Time::min(); ///< admitted (or refused) in [from, to)
    Time to = Time::max();
    std::optional<RequestId> id{};
    QByteArray rule{};               ///< decided by it: a policy rule's id, or a refusal's code
    QByteArray budget{};             ///< decided, or tight, because of it: its id or its scope
    std::vector<ActivityTag> tags{}; ///< it has all of them

    [[nodiscard]] bool asksWhy() const { return !rule.isEmpty() || !budget.isEmpty(); }
    friend bool operator==(const ActivityFilter &, const ActivityFilter &) = default;
};

/// A place in the list, newest first: the page goes on below it.
struct ActivityCursor
{
    Time at{};
    RequestId id;
    int attempt = 0;

    friend bool operator==(const ActivityCursor &, const ActivityCursor &) = default;
};

/// One line of the list: one attempt of a request, or one that was refused.
struct ActivityRow
{
    ActivityCursor place; ///< admitted, or refused, at
    CallOutcome outcome = CallOutcome::Allowed;
    Decision decision = Decision::Allow; ///< before it ran
    Attribution attribution;             ///< without tags
    TokenUsage usage;                    ///< zeros, of unknown quality, unless it has settled
    Money cost;                          ///< settled; of a running one nothing yet
    Money bound;                         ///< held, or asked for
    Duration total{0};
    Duration toFirstByte{0};
    bool stream = false;
    QByteArray code;     ///< of a refusal: "budget_exceeded"
    QByteArray reason;   ///< JSON for reasonFrom(); empty for a plain allow
    QByteArray findings; ///< JSON for reasonFrom(); empty: nothing was found afterwards
    std::optional<Duration> queued{}; ///< for room in a budget; absent: not kept
};

struct ActivityPage
{
    std::vector<ActivityRow> rows; ///< newest first
    /// Where to go on. Set as long as there may be more, also with fewer rows than were asked for:
    /// a filter that rarely matches looks through a bounded stretch at a time.
    std::optional<ActivityCursor> next;
};

struct ActivityCount
{
    qint64 calls = 0;
    bool isAtLeast = false; ///< counting stopped early; there are that many or more
};

/// The ledger's requests, one by one, for the activity page. Reads through a connection of its
/// own, so that it never waits for the writer nor holds it up. One thread, the one that opened it;
/// what was committed when a function is called is in its answer.
///
/// Failure: Unavailable when the file cannot be read; nothing is ever written.
class Activity
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Activity>> open(const QString &ledgerFile);
    ~Activity();
    Activity(const Activity &) = delete;
    Activity &operator=(const Activity &) = delete;

    /// Up to `limit` (1..1000) rows below `before`; from the newest when that is empty.
    [[nodiscard]] Result<ActivityPage>
    page(const ActivityFilter &filter, const std::optional<ActivityCursor> &before, int limit);
    /// How many rows a filter has.
    [[nodiscard]] Result<ActivityCount> count(const ActivityFilter &filter);
    /// Of every call that the ledger has sums of, by name: also models that nobody serves any more.
    [[nodiscard]] Result<std::vector<QByteArray>> names(Dimension dimension);
    /// Of the calls of the newest days, by name; of very many those of the newest only.
    [[nodiscard]] Result<std::vector<ActivityTag>> tags();
    /// Everything that is known about one request; nothing when it is not in the ledger.
    [[nodiscard]] Result<std::optional<RequestStory>> story(const RequestId &id);

private:
    struct Private;
    explicit Activity(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace core
