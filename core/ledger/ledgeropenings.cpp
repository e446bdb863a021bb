// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/epochbook.h"
#include "core/ledger/ledgerprivate.h"

#include <algorithm>
#include <functional>
#include <map>

namespace core {
using namespace Qt::StringLiterals;

namespace {
constexpr auto ByTags = R"(
    SELECT attribution, tags, count(*), sum(cost), sum(input + cached_input + cache_write + output)
    FROM settlement WHERE admitted_at >= ? AND admitted_at < ? GROUP BY attribution, tags)"_L1;

bool selectsByTag(const Selector &selector)
{
    const auto &terms = selector.terms();
    return std::any_of(terms.cbegin(), terms.cend(), [](const Selector::Term &term) {
        return !term.tagName.isEmpty();
    });
}

/// The spans whose charges still count at `now`, oldest first: one for a calendar window, the live
/// slots for a rolling one.
std::vector<Span> spansThatCount(const Window &window, Time now)
{
    if (window.kind != WindowKind::Rolling) {
        return {window.spanAt(now)};
    }
    std::vector<Span> spans;
    for (Time t = now - window.length; t <= now; t = spans.back().ends) {
        spans.push_back(window.spanAt(t));
    }
    return spans;
}

std::vector<QByteArray> wildcardValues(const Selector &selector, const Attribution &attribution)
{
    std::vector<QByteArray> values;
    for (const Selector::Term &term : selector.terms()) {
        if (term.value.isEmpty()) {
            values.push_back(term.tagName.isEmpty() ? attribution.of(term.dimension)
                                                    : attribution.tag(term.tagName));
        }
    }
    return values;
}

/// Adds up what a budget counts, per slot and wildcard values.
class Tally
{
public:
    Tally(const Budget &budget, Names &names)
        : m_budget(budget)
        , m_names(names)
    {}

    /// Only what `counts` says from here on; empty: everything.
    void countOnly(std::function<bool(const QByteArray &label)> counts)
    {
        m_counts = std::move(counts);
    }

    /// False when the attribution cannot be read.
    bool add(Time slot, std::pair<qint64, qint64> attributionAndTags, const Amounts &amounts)
    {
        auto known = m_attributions.find(attributionAndTags);
        if (known == m_attributions.end()) {
            const auto &[id, tags] = attributionAndTags;
            std::optional<Attribution> attribution = m_names.attributionOf(id, tags);
            if (!attribution) {
                return false;
            }
            known = m_attributions.emplace(attributionAndTags, *std::move(attribution)).first;
        }
        if (m_budget.selector.matches(known->second)) {
            include(slot, wildcardValues(m_budget.selector, known->second), amounts);
        }
        return true;
    }

    [[nodiscard]] std::vector<BudgetEngine::Opening> openings() const
    {
        std::vector<BudgetEngine::Opening> list;
        for (const auto &[where, amount] : m_amounts) {
            list.push_back({where.second, where.first, amount});
        }
        return list;
    }

private:
    void include(Time slot, const std::vector<QByteArray> &values, const Amounts &amounts)
    {
        if (!m_counts || m_counts(m_budget.selector.labelWith(values))) {
            qint64 &amount = m_amounts[{slot, values}];
            amount = Money::saturatingSum(amount, amounts.in(m_budget.unit));
        }
    }

    const Budget &m_budget;
    Names &m_names;
    std::function<bool(const QByteArray &)> m_counts;
    std::map<std::pair<qint64, qint64>, Attribution> m_attributions;
    std::map<std::pair<Time, std::vector<QByteArray>>, qint64> m_amounts;
};

bool addByTags(Connection &connection, Span span, Time from, Tally &tally)
{
    Statement rows(connection, ByTags);
    if (!rows.run(std::max(span.begins, from), span.ends)) {
        return false;
    }
    while (rows.next()) {
        const Amounts amounts{Money::fromNanos(rows.integer(3)), rows.integer(4), rows.integer(2)};
        if (!tally.add(span.begins, {rows.integer(0), rows.integer(1)}, amounts)) {
            return false;
        }
    }
    return rows.sawAll();
}
/// The resets of a budget, in the ledger's own words.
bool readResets(Connection &connection, const QByteArray &budgetId, EpochBook &resets)
{
    Statement rows(connection, u"SELECT label, epoch, at FROM epoch WHERE budget = ?"_s);
    if (!rows.run(budgetId)) {
        return false;
    }
    while (rows.next()) {
        resets.begin(rows.bytes(0), {rows.integer(1), rows.time(2), 0});
    }
    return rows.sawAll();
}

/// When each label's count begins: those with a reset of their own, after the last of all.
std::map<QByteArray, Time> ownBeginnings(const EpochBook &resets)
{
    std::map<QByteArray, Time> beginnings;
    for (const auto &[label, epoch] : resets.ofLabel) {
        if (epoch.number > resets.ofAll.number) {
            beginnings.emplace(label, epoch.begins);
        }
    }
    return beginnings;
}
} // namespace

Result<std::vector<BudgetEngine::Opening>> Ledger::openingsFor(const Budget &budget, Time now)
{
    EpochBook resets;
    if (!readResets(*d->connection, budget.id, resets)) {
        return d->connection->error();
    }
    Tally tally(budget, d->names);
    const bool byTag = selectsByTag(budget.selector);
    const auto countSpan = [&](const Span &span, Time from) {
        if (byTag) {
            return addByTags(*d->connection, span, from, tally);
        }
        bool ok = true;
        const auto add = [&](qint64 attribution, const Sum &sum) {
            const Amounts amounts{sum.cost, sum.usage.total(), sum.calls};
            ok = ok && tally.add(span.begins, {attribution, 0}, amounts);
        };
        return d->addUp(u"attribution.id"_s, std::max(span.begins, from), span.ends, add) && ok;
    };
    const std::vector<Span> spans = spansThatCount(budget.window, now);
    const auto countFrom = [&](Time from) {
        return std::ranges::all_of(spans, [&](const Span &span) { return countSpan(span, from); });
    };
    const std::map<QByteArray, Time> own = ownBeginnings(resets);
    tally.countOnly([&own](const QByteArray &label) { return !own.contains(label); });
    bool ok = countFrom(resets.ofAll.number == 0 ? Time::min() : resets.ofAll.begins);
    for (auto it = own.begin(); ok && it != own.end(); ++it) {
        tally.countOnly([&label = it->first](const QByteArray &one) { return one == label; });
        ok = countFrom(it->second);
    }
    if (!ok) {
        return d->connection->error();
    }
    return tally.openings();
}

} // namespace core
