// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/activity.h"
#include "core/reports/attributions.h"

#include <QSet>

namespace core {

/// A filter in the ledger's own numbers.
struct ActivityMatch
{
    ActivityFilter filter;
    std::optional<QSet<qint64>> attributions; ///< those that fit; nothing: all do
    Attributions *names = nullptr;            ///< read where tags are asked for

    [[nodiscard]] bool wants(CallOutcome outcome) const;
    [[nodiscard]] bool fits(qint64 attribution, CallOutcome outcome, Money cost) const;
    /// By the rule or budget that is asked for; reads JSON, so only where one is.
    [[nodiscard]] bool fitsWhy(const QByteArray &reason, const QByteArray &findings) const;
};

/// A row before its names are looked up.
struct ActivityCandidate
{
    ActivityRow row;
    qint64 attribution = 0;
    qint64 code = 0;
};

/// What a look at one kind of row found: newest first, and how far down the look went. Nothing
/// there: to the end, there are no older ones.
struct ActivityStretch
{
    std::vector<ActivityCandidate> rows;
    std::optional<ActivityCursor> searchedTo;
};

/// One kind of row in the order of its index: SQL with (time, id, id, attempt) to begin below, and
/// a value that the index begins with.
struct ActivityStream
{
    QString sql;
    std::optional<qint64> value;
};

/// The streams that together hold all rows that may fit, each of them at most once. As narrow as
/// the indexes allow: by attribution, by ending, by decision, else by time.
[[nodiscard]] std::vector<ActivityStream> streamsFor(const ActivityMatch &match);

/// Reads a stream below `below` until `limit` rows fit, or so many were looked at that it takes
/// noticeable time.
[[nodiscard]] Result<ActivityStretch> search(Connection &connection,
                                             const ActivityStream &stream,
                                             const ActivityMatch &match,
                                             const ActivityCursor &below,
                                             int limit);

/// How many rows of a stream fit, looking at no more than `patience`, which is lowered by as many.
[[nodiscard]] Result<ActivityCount> countIn(Connection &connection,
                                            const ActivityStream &stream,
                                            const ActivityMatch &match,
                                            const ActivityCursor &below,
                                            qint64 &patience);

[[nodiscard]] bool isNewer(const ActivityCursor &a, const ActivityCursor &b);

} // namespace core
