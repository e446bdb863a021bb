// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/activity.h"
#include "core/reports/reportformat.h"
#include "core/reports/reportquery.h"

namespace core {

/// Which decisions are wanted, and how many at a time.
struct DecisionQuery
{
    ActivityFilter filter{};
    std::optional<ActivityCursor> before{}; ///< the page goes on below it
    int limit = 100;                        ///< 1 ... 1,000
};

/// Reads a query as a URL or a command line gives it: from, to, zone and the dimensions as a report
/// takes them; outcome: names of CallOutcome with commas; rule: a policy rule's id, or the code of
/// a refusal; budget: its id or scope; tag: its name and value ("project:search"); request: a
/// request's id; before: a page's "next"; limit. InvalidInput names the parameter that is wrong,
/// unknown or given twice.
[[nodiscard]] Result<DecisionQuery> decisionQueryFrom(std::vector<QueryParameter> parameters,
                                                      Time now);
/// The names that it knows, for help and for checks.
[[nodiscard]] const std::vector<QByteArray> &decisionParameters();

/// Up to `limit` decisions, newest first. Goes on over stretches in which nothing fits, for about a
/// second; then the page is short and its `next` says where to go on.
[[nodiscard]] Result<ActivityPage> readDecisions(Activity &activity, const DecisionQuery &query);

/// A decision a line, with the arithmetic of the budget that was the tightest.
[[nodiscard]] Report decisionTable(const ActivityPage &page);

/// {"decisions":[…],"next":…}: the members of seed S3's decision log (requirements 3.3), what it
/// leaves out, and every budget's arithmetic. Empty members are left out, as there.
[[nodiscard]] QByteArray decisionsJson(const ActivityPage &page);

/// decisionsJson(), or decisionTable() as CSV, of a list that is too long to hold: a page at a
/// time.
class DecisionsText
{
public:
    /// Json or Csv.
    explicit DecisionsText(ReportFormat format)
        : m_format(format)
    {}
    /// What comes behind the pages before it; ahead of the first stands the head.
    [[nodiscard]] QByteArray add(const ActivityPage &page);
    /// Behind the last page; `next` is where the list goes on.
    [[nodiscard]] QByteArray end(const std::optional<ActivityCursor> &next = {}) const;

private:
    ReportFormat m_format;
    bool m_hasHead = false;
    bool m_hasEntries = false;
};

/// A place as `before` takes it; empty after the last page.
[[nodiscard]] QByteArray cursorText(const std::optional<ActivityCursor> &cursor);

} // namespace core
