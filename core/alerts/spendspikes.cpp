// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/spendspikes.h"

#include "core/budget/percentcode.h"
#include "core/budget/selector.h"
#include "core/ledger/connection.h"
#include "core/reports/attributions.h"
#include "core/reports/costsums.h"
#include "core/reports/statistics.h"

#include <map>

namespace core {

namespace {
/// Less than double is a busy hour.
constexpr int LeastTimesUsual = 2;
/// Nobody gets up for less.
constexpr Money LeastSpike = Money::fromNanos(10'000'000);

/// The hours in which a tenant spent anything, oldest first.
struct Hours
{
    std::vector<std::size_t> numbers;
    std::vector<Money> costs;

    void add(std::size_t number, Money cost)
    {
        if (numbers.empty() || numbers.back() != number) {
            numbers.push_back(number);
            costs.emplace_back();
        }
        costs.back() += cost;
    }
    /// What was spent in the hours that say what is usual in hour `number`.
    [[nodiscard]] std::vector<Money> before(std::size_t number) const
    {
        std::vector<Money> found;
        for (std::size_t i = 0; i < numbers.size() && numbers[i] < number; ++i) {
            if (numbers[i] + SpikeHistory.count() >= number && costs[i] > Money()) {
                found.push_back(costs[i]);
            }
        }
        return found;
    }
};

/// The hours to be looked at, behind those that say what is usual.
std::vector<Span> hoursUpTo(Span hours)
{
    constexpr std::chrono::hours Hour{1};
    std::vector<Span> all;
    for (Time at = hours.begins - SpikeHistory; at < hours.ends; at += Hour) {
        all.push_back({at, at + Hour});
    }
    return all;
}

Result<std::map<QByteArray, Hours>> spendOf(Connection &connection, const std::vector<Span> &hours)
{
    Attributions attributions(connection);
    std::map<QByteArray, Hours> tenants;
    bool isKnown = true;
    const Outcome added =
        CostSums(connection)
            .inEach(hours, [&](std::size_t hour, qint64 attribution, const CostSum &sum) {
                const auto who = attributions.of(attribution);
                isKnown = isKnown && who;
                if (who) {
                    tenants[who->of(Dimension::Tenant)].add(hour, sum.cost);
                }
            });
    return added.ok() && isKnown ? Result(std::move(tenants)) : connection.error();
}
} // namespace

std::optional<Money> usualBeside(Money cost, const std::vector<Money> &earlier)
{
    if (earlier.size() < LeastUsualHours || cost < LeastSpike) {
        return std::nullopt;
    }
    std::vector<double> costs;
    costs.reserve(earlier.size());
    for (const Money one : earlier) {
        costs.push_back(static_cast<double>(one.nanos()));
    }
    const Spread spread = robustSpread(costs);
    const double distance = static_cast<double>(cost.nanos()) - spread.middle;
    const auto usual = Money::fromNanos(static_cast<qint64>(spread.middle));
    const bool isOutlier = distance > OutlierScore * spread.unit;
    return isOutlier && cost.nanos() / LeastTimesUsual >= usual.nanos() ? std::optional(usual)
                                                                        : std::nullopt;
}

Result<std::vector<SpendSpike>> findSpikes(const QString &ledgerFile, Span hours)
{
    const auto connection = Connection::openToRead(ledgerFile);
    if (!connection) {
        return connection.error();
    }
    const std::vector<Span> all = hoursUpTo(hours);
    const auto tenants = spendOf(**connection, all);
    if (!tenants) {
        return tenants.error();
    }
    std::vector<SpendSpike> spikes;
    for (const auto &[tenant, spent] : *tenants) {
        for (std::size_t i = 0; i < spent.numbers.size(); ++i) {
            const Span hour = all[spent.numbers[i]];
            if (hour.begins < hours.begins) {
                continue;
            }
            if (const auto usual = usualBeside(spent.costs[i], spent.before(spent.numbers[i]))) {
                spikes.push_back({tenant, hour, spent.costs[i], *usual});
            }
        }
    }
    return spikes;
}

AlertRecord alertOf(const SpendSpike &spike, Time at)
{
    AlertRecord alert;
    alert.key = "spike|" + percentEncoded(spike.tenant, "|");
    alert.limit = spike.usual.nanos();
    alert.at = at;
    alert.budgetId = SpikeBudget;
    alert.label = Selector({{Dimension::Tenant, {}, spike.tenant}}).toText();
    alert.settled = spike.cost.nanos();
    alert.window = spike.hour;
    return alert;
}

} // namespace core
