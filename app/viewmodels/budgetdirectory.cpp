// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/budgetdirectory.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

struct Windows
{
    Q_DECLARE_TR_FUNCTIONS(Windows)
};

/// A budget counts all calls of one tenant when the tenant is its only condition.
const core::Selector::Term *tenantTerm(const core::Selector &selector)
{
    const auto &terms = selector.terms();
    const bool fits = terms.size() == 1 && terms.front().tagName.isEmpty() &&
                      terms.front().dimension == core::Dimension::Tenant;
    return fits ? &terms.front() : nullptr;
}

const QByteArray &tenantOf(const core::Budget *budget)
{
    return budget->selector.terms().front().value;
}

std::tuple<const QByteArray &, const QByteArray &> keyOf(const core::BucketState *state)
{
    return std::tie(state->budgetId, state->label);
}

void order(auto &pointers, auto key)
{
    const auto before = [key](const auto *a, const auto *b) {
        return key(a) < key(b);
    };
    if (!std::is_sorted(pointers.begin(), pointers.end(), before)) {
        std::stable_sort(pointers.begin(), pointers.end(), before);
    }
}

/// The order in which windows stand for their owner in a list.
int rank(core::WindowKind kind)
{
    switch (kind) {
    case core::WindowKind::Day:
        return 0;
    case core::WindowKind::Week:
        return 1;
    case core::WindowKind::Month:
        return 2;
    case core::WindowKind::Lifetime:
        return 3;
    case core::WindowKind::Rolling:
        return 4;
    case core::WindowKind::Hour:
        return 5;
    }
    return 6;
}

auto precedence(const BoundBudget &bound)
{
    return std::tuple(
        bound.budget->unit != core::Unit::Usd, !bound.own, rank(bound.budget->window.kind));
}

QString lengthText(std::chrono::seconds length)
{
    const qint64 minutes = length.count() / 60;
    if (minutes % 1440 == 0) {
        return Windows::tr("%1 d", "days").arg(minutes / 1440);
    }
    return minutes % 60 == 0 ? Windows::tr("%1 h", "hours").arg(minutes / 60)
                             : Windows::tr("%1 min").arg(minutes);
}

} // namespace

qint64 BoundBudget::room() const
{
    return state.cap - state.settled - state.held;
}

Standing::Kind BoundBudget::standing() const
{
    return amounts().standing;
}

BarAmounts BoundBudget::amounts(bool paused) const
{
    BarAmounts amounts{state.settled, state.held, state.cap, {}, 0, Standing::Calm, budget->unit};
    for (const int mark : budget->softMarks) {
        if (mark < budget->hardMark) {
            amounts.marks.push_back(core::Budget::markAmountOf(state.limit, mark));
            const bool crossed = mark <= state.crossedMark || state.settled >= amounts.marks.back();
            amounts.crossed += crossed ? 1 : 0;
        }
    }
    // Holds alone may fill a cap for a moment and come back: only spending makes it full.
    const bool lastMarkCrossed = amounts.crossed == static_cast<int>(amounts.marks.size());
    if (paused) {
        amounts.standing = Standing::Paused;
    } else if (state.settled >= state.cap || (room() <= 0 && lastMarkCrossed)) {
        amounts.standing = Standing::Full;
    } else if (amounts.crossed > 0) {
        amounts.standing = Standing::Near;
    }
    return amounts;
}

BudgetDirectory::BudgetDirectory(const core::Snapshot &snapshot)
    : m_snapshot(snapshot)
{
    m_ofTenant.reserve(snapshot.budgets.size());
    for (const core::Budget &budget : snapshot.budgets) {
        if (budget.selector.isGlobal()) {
            m_ofAll.push_back(&budget);
        } else if (const auto *term = tenantTerm(budget.selector)) {
            (term->value.isEmpty() ? m_ofEachTenant : m_ofTenant).push_back(&budget);
        }
    }
    order(m_ofTenant, tenantOf);
    m_buckets.reserve(snapshot.buckets.size());
    for (const core::BucketState &state : snapshot.buckets) {
        // A past window's bucket lives on while calls admitted in it run.
        if (state.span.contains(snapshot.at)) {
            m_buckets.push_back(&state);
        }
    }
    order(m_buckets, keyOf);
}

std::span<const core::Budget *const> BudgetDirectory::exactly(const QByteArray &tenant) const
{
    return {std::ranges::lower_bound(m_ofTenant, tenant, {}, tenantOf),
            std::ranges::upper_bound(m_ofTenant, tenant, {}, tenantOf)};
}

const core::BucketState *BudgetDirectory::bucket(const QByteArray &budgetId,
                                                 const QByteArray &label) const
{
    const auto name = std::tie(budgetId, label);
    // After a reset two have the same name; the newer one counts, which is the last.
    const auto behind = std::ranges::upper_bound(m_buckets, name, {}, keyOf);
    const bool isThere = behind != m_buckets.begin() && keyOf(*std::prev(behind)) == name;
    return isThere ? *std::prev(behind) : nullptr;
}

BoundBudget BudgetDirectory::bound(const core::Budget &budget, const QByteArray &tenant) const
{
    const auto *term = tenantTerm(budget.selector);
    BoundBudget bound = labelled(budget, term == nullptr ? QByteArray() : "tenant:" + tenant);
    bound.own = term == nullptr || !term->value.isEmpty();
    return bound;
}

BoundBudget BudgetDirectory::labelled(const core::Budget &budget, const QByteArray &label) const
{
    BoundBudget bound;
    bound.budget = &budget;
    bound.own = true;
    if (const core::BucketState *state = bucket(budget.id, label)) {
        bound.state = *state;
        return bound;
    }
    bound.state.budgetId = budget.id;
    bound.state.label = label;
    bound.state.unit = budget.unit;
    bound.state.limit = budget.inForceAt(m_snapshot.at).limit;
    bound.state.cap = core::Budget::capOf(bound.state.limit, budget.hardMark);
    bound.state.lastSoftMark = budget.softMarks.empty() ? 0 : budget.softMarks.back();
    bound.state.span = spanOf(budget.window);
    return bound;
}

std::vector<BoundBudget> BudgetDirectory::binding(const QByteArray &tenant) const
{
    std::vector<BoundBudget> found;
    if (!tenant.isEmpty()) {
        const auto exact = exactly(tenant);
        for (const core::Budget *budget : exact) {
            found.push_back(bound(*budget, tenant));
        }
        for (const core::Budget *budget : m_ofEachTenant) {
            if (exact.empty() || !budget->yieldsToExact) {
                found.push_back(bound(*budget, tenant));
            }
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
        return precedence(a) < precedence(b);
    });
    const auto ofOthers = static_cast<std::ptrdiff_t>(found.size());
    for (const core::Budget *budget : m_ofAll) {
        found.push_back(bound(*budget, {}));
    }
    std::stable_sort(found.begin() + ofOthers, found.end(), [](const auto &a, const auto &b) {
        return precedence(a) < precedence(b);
    });
    return found;
}

std::optional<BoundBudget> BudgetDirectory::primary(const QByteArray &tenant) const
{
    if (tenant.isEmpty()) {
        return foremost(m_ofAll, tenant);
    }
    const auto own = foremost(exactly(tenant), tenant);
    return own ? own : foremost(m_ofEachTenant, tenant);
}

std::optional<BoundBudget> BudgetDirectory::foremost(std::span<const core::Budget *const> budgets,
                                                     const QByteArray &tenant) const
{
    const core::Budget *best = nullptr;
    for (const core::Budget *budget : budgets) {
        const bool better = best == nullptr || rank(budget->window.kind) < rank(best->window.kind);
        if (budget->unit == core::Unit::Usd && better) {
            best = budget;
        }
    }
    return best == nullptr ? std::nullopt : std::optional(bound(*best, tenant));
}

const core::Span &BudgetDirectory::spanOf(const core::Window &window) const
{
    const auto known = std::find_if(
        m_spans.begin(), m_spans.end(), [&](const auto &span) { return span.first == window; });
    if (known != m_spans.end()) {
        return known->second;
    }
    return m_spans.emplace_back(window, window.spanAt(m_snapshot.at)).second;
}

std::optional<BoundBudget> BudgetDirectory::ofAll(core::WindowKind kind) const
{
    for (const core::Budget *budget : m_ofAll) {
        if (budget->window.kind == kind && budget->unit == core::Unit::Usd) {
            return bound(*budget, {});
        }
    }
    return std::nullopt;
}

std::optional<QByteArray> soleTenantOf(const core::Budget &budget)
{
    const auto *term = tenantTerm(budget.selector);
    const bool isSole = budget.selector.isGlobal() || (term != nullptr && !term->value.isEmpty());
    if (budget.unit != core::Unit::Usd || !isSole) {
        return std::nullopt;
    }
    return term == nullptr ? QByteArray() : term->value;
}

QString windowName(const core::Window &window)
{
    switch (window.kind) {
    case core::WindowKind::Lifetime:
        return Windows::tr("Total");
    case core::WindowKind::Rolling:
        return lengthText(window.length);
    case core::WindowKind::Hour:
        return Windows::tr("Hour");
    case core::WindowKind::Day:
        return Windows::tr("Day");
    case core::WindowKind::Week:
        return Windows::tr("Week");
    case core::WindowKind::Month:
        return Windows::tr("Month");
    }
    return {};
}

QString capName(const core::Window &window)
{
    switch (window.kind) {
    case core::WindowKind::Lifetime:
        return Windows::tr("Total cap");
    case core::WindowKind::Rolling:
        return Windows::tr("Cap per %1", "6 h").arg(lengthText(window.length));
    case core::WindowKind::Hour:
        return Windows::tr("Hourly cap");
    case core::WindowKind::Day:
        return Windows::tr("Daily cap");
    case core::WindowKind::Week:
        return Windows::tr("Weekly cap");
    case core::WindowKind::Month:
        return Windows::tr("Monthly cap");
    }
    return {};
}
