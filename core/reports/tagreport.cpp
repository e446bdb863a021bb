// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/rollups.h"
#include "core/reports/periods.h"

#include <algorithm>
#include <map>

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// Periods of a table: more than anybody reads.
constexpr std::size_t MostPeriods = 2'000;

constexpr auto FromRollups = R"(
    SELECT tags, attribution, calls, cost, tokens FROM tag_rollup
    WHERE granularity = ? AND slot >= ? AND slot < ?)"_L1;

constexpr auto FromEntries = R"(
    SELECT tags, attribution, 1, cost, input + cached_input + cache_write + output
    FROM settlement WHERE tags <> 0 AND admitted_at >= ? AND admitted_at < ?)"_L1;

struct TagSum
{
    qint64 calls = 0;
    Money cost;
    qint64 tokens = 0;
};

/// Sums by tag, of all tags or of one: whole days and hours from the roll-up, the rest from the
/// entries. After a false the connection knows why.
class TagSums
{
public:
    explicit TagSums(ReportContext &context)
        : m_context(context)
    {}

    using ByTag = std::map<std::pair<QByteArray, QByteArray>, TagSum>;
    [[nodiscard]] const ByTag &sums() const { return m_sums; }

    [[nodiscard]] bool add(Span span, qint64 granularity = 86'400)
    {
        if (span.begins >= span.ends) {
            return true;
        }
        const Duration length = std::chrono::seconds(granularity);
        const Time begins = startOfSlot(span.begins + length - Duration(1), granularity);
        const Time ends = startOfSlot(span.ends, granularity);
        const bool isFinest = granularity == Rollups::FinestOfTags;
        const auto addRest = [&](Span rest) {
            return isFinest ? addEntries(rest) : add(rest, Rollups::FinestOfTags);
        };
        if (begins >= ends) {
            return addRest(span);
        }
        return addRest({span.begins, begins}) && addRollups(granularity, {begins, ends}) &&
               addRest({ends, span.ends});
    }

private:
    [[nodiscard]] static Time startOfSlot(Time t, qint64 granularity)
    {
        return Time(std::chrono::seconds(Rollups::slotOf(t, granularity)));
    }

    [[nodiscard]] bool addRollups(qint64 granularity, Span span)
    {
        Statement rows(m_context.connection, FromRollups);
        return rows.run(granularity,
                        Rollups::slotOf(span.begins, granularity),
                        Rollups::slotOf(span.ends, granularity)) &&
               addRows(rows);
    }

    [[nodiscard]] bool addEntries(Span span)
    {
        Statement rows(m_context.connection, FromEntries);
        return span.begins >= span.ends || (rows.run(span.begins, span.ends) && addRows(rows));
    }

    [[nodiscard]] bool addRows(Statement &rows)
    {
        while (rows.next()) {
            if (!m_context.wants(rows.integer(1))) {
                continue;
            }
            const auto *const tags = tagsOf(rows.integer(1), rows.integer(0));
            if (tags == nullptr) {
                rows.finish();
                return false;
            }
            for (const auto &tag : *tags) {
                if (m_context.query.tag.isEmpty() || m_context.query.tag == tag.first) {
                    TagSum &sum = m_sums[tag];
                    sum.calls += rows.integer(2);
                    sum.cost += Money::fromNanos(rows.integer(3));
                    sum.tokens += rows.integer(4);
                }
            }
        }
        return rows.sawAll();
    }

    using Tags = std::vector<std::pair<QByteArray, QByteArray>>;
    [[nodiscard]] const Tags *tagsOf(qint64 attribution, qint64 tags)
    {
        auto known = m_tags.constFind(tags);
        if (known == m_tags.cend()) {
            const auto found = m_context.attributions.of(attribution, tags);
            if (!found) {
                return nullptr;
            }
            known = m_tags.insert(tags, found->tags);
        }
        return &*known;
    }

    ReportContext &m_context;
    QHash<qint64, Tags> m_tags;
    ByTag m_sums;
};

/// Of one period, dearest first.
void appendRows(Report &report, const TagSums::ByTag &sums, const QByteArray &period)
{
    std::vector<std::pair<std::pair<QByteArray, QByteArray>, TagSum>> dearest(sums.begin(),
                                                                              sums.end());
    std::stable_sort(dearest.begin(), dearest.end(), [](const auto &a, const auto &b) {
        return a.second.cost > b.second.cost;
    });
    for (const auto &[tag, sum] : dearest) {
        const CostSum average{.calls = sum.calls, .cost = sum.cost, .largest = {}, .usage = {}};
        std::vector<ReportCell> row;
        if (!period.isEmpty()) {
            row.emplace_back(period);
        }
        row.insert(row.end(),
                   {tag.first, tag.second, sum.cost, average.average(), sum.calls, sum.tokens});
        report.rows.push_back(std::move(row));
    }
}
} // namespace

/// A call with several tags counts under each of them.
Result<Report> costByTag(ReportContext &context)
{
    const Result<Span> extent = context.sums.extent();
    const auto spans = askedPeriods(context, MostPeriods);
    if (!extent || !spans) {
        return extent ? spans.error() : extent.error();
    }
    Report report;
    if (context.query.hasPeriods()) {
        report.columns = {"period"};
    }
    report.columns.insert(
        report.columns.end(),
        {"tag", "value", "total_cost_usd", "avg_cost_usd", "request_count", "tokens"});
    for (const Span &span : *spans) {
        TagSums tags(context);
        if (!tags.add({std::max(span.begins, extent->begins), std::min(span.ends, extent->ends)})) {
            return context.connection.error();
        }
        appendRows(report, tags.sums(), context.query.hasPeriods() ? isoText(span.begins) : "");
    }
    return report;
}

} // namespace core
