// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "referencemodel.h"

#include <algorithm>

using namespace core;

std::optional<QByteArray> ReferenceModel::labelOf(const Budget &budget, const Attribution &who)
{
    if (!budget.selector.matches(who)) {
        return std::nullopt;
    }
    std::vector<Selector::Term> terms = budget.selector.terms();
    for (Selector::Term &term : terms) {
        term.value = term.tagName.isEmpty() ? who.of(term.dimension) : who.tag(term.tagName);
    }
    return Selector(terms).toText();
}

bool ReferenceModel::counts(const Budget &budget, Time admittedAt, Time now)
{
    const Window &window = budget.window;
    if (window.kind != WindowKind::Rolling) {
        return window.spanAt(now).contains(admittedAt);
    }
    return std::abs(window.slotAt(admittedAt) - window.slotAt(now)) <= 60;
}

int ReferenceModel::firstOrder(const Budget &budget, const QByteArray &label) const
{
    int first = 0;
    for (const QByteArray &each : {QByteArray(), label}) {
        const auto found = m_resets.find({budget.id, each});
        first = found == m_resets.end() ? first : std::max(first, found->second);
    }
    return first;
}

ReferenceModel::Figures
ReferenceModel::figures(const Budget &budget, const QByteArray &label, Time now) const
{
    Figures figures;
    const Selector exact = *Selector::parse(label);
    const int first = firstOrder(budget, label);
    const Span span = budget.window.spanAt(now);
    const bool rolls = budget.window.kind == WindowKind::Rolling;
    const auto countsNow = [&](Time admittedAt) {
        return rolls ? counts(budget, admittedAt, now) : span.contains(admittedAt);
    };
    for (const Entry &entry : m_entries) {
        if (entry.order >= first && countsNow(entry.admittedAt) && exact.matches(entry.who)) {
            figures.settled += entry.used.in(budget.unit);
        }
    }
    for (const auto &[id, call] : open) {
        // What is held counts however long ago a rolling window saw its admission.
        if (call.order < first || !(rolls || countsNow(call.admittedAt)) ||
            !exact.matches(call.who)) {
            continue;
        }
        const qint64 metered = call.metered.in(budget.unit);
        figures.settled += countsNow(call.admittedAt) ? metered : 0;
        figures.held += std::max<qint64>(0, call.bound.in(budget.unit) - metered);
        ++figures.running;
    }
    return figures;
}

bool ReferenceModel::yields(const Budget &budget, const QByteArray &label) const
{
    return budget.yieldsToExact &&
           std::any_of(budgets.begin(), budgets.end(), [&](const auto &other) {
               return !other.second.selector.hasWildcard() && other.second.unit == budget.unit &&
                      other.second.selector.toText() == label;
           });
}

bool ReferenceModel::enforces(const Budget &budget, const QByteArray &label) const
{
    return budget.mode == BudgetMode::Enforce && !yields(budget, label);
}

bool ReferenceModel::wouldPass(const Attribution &who, const Amounts &bound, Time now) const
{
    return std::all_of(budgets.begin(), budgets.end(), [&](const auto &entry) {
        const Budget &budget = entry.second;
        const auto label = labelOf(budget, who);
        if (!label || !enforces(budget, *label)) {
            return true;
        }
        const Figures current = figures(budget, *label, now);
        return current.settled + current.held + bound.in(budget.unit) <= budget.cap();
    });
}

void ReferenceModel::admit(Call call)
{
    call.order = ++m_order;
    open[call.id] = call;
}

void ReferenceModel::settle(HoldId id, const Amounts &used)
{
    const Call &call = open.at(id);
    m_entries.push_back({call.who, used, call.admittedAt, call.order});
    open.erase(id);
}

void ReferenceModel::charge(const Attribution &who, const Amounts &used, Time admittedAt)
{
    m_entries.push_back({who, used, admittedAt, ++m_order});
}

std::vector<BudgetEngine::Opening> ReferenceModel::openings(const Budget &budget, Time now) const
{
    std::map<std::pair<std::vector<QByteArray>, Time>, qint64> sums;
    for (const Entry &entry : m_entries) {
        const auto label = labelOf(budget, entry.who);
        if (!label || entry.order < firstOrder(budget, *label) ||
            !counts(budget, entry.admittedAt, now)) {
            continue;
        }
        std::vector<QByteArray> values;
        for (const Selector::Term &term : budget.selector.terms()) {
            if (term.value.isEmpty()) {
                values.push_back(term.tagName.isEmpty() ? entry.who.of(term.dimension)
                                                        : entry.who.tag(term.tagName));
            }
        }
        const Time slot = budget.window.spanAt(entry.admittedAt).begins;
        sums[{values, slot}] += entry.used.in(budget.unit);
    }
    std::vector<BudgetEngine::Opening> result;
    for (const auto &[where, amount] : sums) {
        result.push_back({where.first, where.second, amount});
    }
    return result;
}

void ReferenceModel::reset(const QByteArray &budgetId, const QByteArray &label)
{
    m_resets[{budgetId, label}] = m_order + 1;
}
