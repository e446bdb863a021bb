// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Many periods with one look at the roll-up: those between the first and the last begin and end at
// whole hours or days, so that each slot belongs to one of them. The two at the ends of the range
// may be cut anywhere and are added up by themselves.
#include "core/ledger/rollups.h"
#include "core/reports/costsums.h"

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {
constexpr auto SumsOfSlots = R"(
    SELECT slot, attribution, calls, cost, largest, latency, input, cached_input, cache_write,
           output, reasoning, failed
    FROM rollup WHERE granularity IN (?, ?) AND slot >= ? AND slot < ?)"_L1;

constexpr auto CostsOfSlots = R"(
    SELECT slot, attribution, cost FROM rollup
    WHERE granularity IN (?, ?) AND slot >= ? AND slot < ?)"_L1;

constexpr auto CostOfEachSlot = R"(
    SELECT slot, 0, CAST(sum(cost) AS INTEGER) FROM rollup
    WHERE granularity IN (?, ?) AND slot >= ? AND slot < ? GROUP BY slot)"_L1;

/// The coarsest slots of which every period but the outer ones consists; nothing: there are none.
std::optional<qint64> granularityOf(const std::vector<Span> &periods)
{
    for (const qint64 granularity : Rollups::Granularities) {
        const auto begins = [granularity](const Span &period) {
            const Time slot(std::chrono::seconds(Rollups::slotOf(period.begins, granularity)));
            return slot == period.begins;
        };
        // Minutes fade to quarters of an hour, which no calendar period cuts either.
        if (std::all_of(periods.begin() + 1, periods.end(), begins)) {
            return granularity;
        }
    }
    return std::nullopt;
}

/// The period of a slot; neighbours are asked for one after the other.
class PeriodOf
{
public:
    explicit PeriodOf(const std::vector<Span> &periods)
        : m_periods(periods)
    {}

    std::size_t operator()(qint64 slot)
    {
        const Time at{std::chrono::seconds(slot)};
        if (!m_periods[m_last].contains(at)) {
            const auto next = std::upper_bound(
                m_periods.begin(), m_periods.end(), at, [](Time time, const Span &period) {
                    return time < period.begins;
                });
            m_last = static_cast<std::size_t>(next - m_periods.begin()) - 1;
        }
        return m_last;
    }

private:
    const std::vector<Span> &m_periods;
    std::size_t m_last = 0;
};

bool runOver(Statement &rows, qint64 granularity, const std::vector<Span> &periods)
{
    return rows.run(granularity,
                    Rollups::fadedTo(granularity),
                    Rollups::slotOf(periods[1].begins, granularity),
                    Rollups::slotOf(periods.back().begins, granularity));
}

CostSum sumIn(const Statement &row)
{
    return {row.integer(2),
            Money::fromNanos(row.integer(3)),
            Money::fromNanos(row.integer(4)),
            {row.integer(6), row.integer(7), row.integer(8), row.integer(9), row.integer(10)},
            Duration(row.integer(5)),
            row.integer(11)};
}
} // namespace

Result<std::vector<Span>> CostSums::withinExtent(const std::vector<Span> &periods)
{
    const Result<Span> extent = this->extent();
    if (!extent) {
        return extent.error();
    }
    std::vector<Span> within = periods;
    for (Span &period : within) {
        period = {std::max(period.begins, extent->begins), std::min(period.ends, extent->ends)};
    }
    return within;
}

Outcome CostSums::inEach(const std::vector<Span> &given, const AddTo &add)
{
    const auto periods = withinExtent(given);
    if (!periods) {
        return periods.error();
    }
    const auto one = [&](std::size_t period) {
        return addUp((*periods)[period], 0, [&](qint64 attribution, const CostSum &sum) {
            add(period, attribution, sum);
        });
    };
    const std::size_t count = periods->size();
    const auto granularity = count < 3 ? std::nullopt : granularityOf(given);
    bool ok = true;
    for (std::size_t i = 0; ok && i < count; i += granularity ? count - 1 : 1) {
        ok = one(i);
    }
    if (ok && granularity) {
        Statement rows(m_connection, SumsOfSlots);
        PeriodOf periodOf(given);
        ok = runOver(rows, *granularity, given);
        while (ok && rows.next()) {
            add(periodOf(rows.integer(0)), rows.integer(1), sumIn(rows));
        }
        ok = ok && rows.sawAll();
    }
    return ok ? Outcome(Done{}) : Outcome(m_connection.error());
}

Result<std::vector<Money>> CostSums::costsOf(const std::vector<Span> &periods,
                                             const std::optional<QSet<qint64>> &wanted)
{
    std::vector<Money> costs(periods.size());
    const auto granularity = periods.size() < 3 ? std::nullopt : granularityOf(periods);
    for (std::size_t i = 0; i < periods.size(); i += granularity ? periods.size() - 1 : 1) {
        const auto sums = in(periods[i], wanted);
        if (!sums) {
            return sums.error();
        }
        for (const CostSum &sum : *sums) {
            costs[i] += sum.cost;
        }
    }
    if (!granularity) {
        return costs;
    }
    Statement rows(m_connection, wanted ? CostsOfSlots : CostOfEachSlot);
    PeriodOf periodOf(periods);
    bool ok = runOver(rows, *granularity, periods);
    while (ok && rows.next()) {
        if (!wanted || wanted->contains(rows.integer(1))) {
            costs[periodOf(rows.integer(0))] += Money::fromNanos(rows.integer(2));
        }
    }
    return ok && rows.sawAll() ? Result<std::vector<Money>>(std::move(costs))
                               : m_connection.error();
}

} // namespace core
