// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/bucketkey.h"
#include "core/budget/budgetengine_p.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace core {

using namespace Qt::StringLiterals;

namespace {

Error notFound(const QByteArray &budgetId)
{
    return {ErrorCode::NotFound,
            u"There is no budget %1."_s.arg(QString::fromUtf8(budgetId)),
            u"List the budgets to see their ids."_s};
}

Error wrongLabel(const LiveBudget &live, const QByteArray &label)
{
    return {ErrorCode::InvalidInput,
            u"\"%1\" is no counter of the budget %2 (\"%3\")."_s.arg(
                QString::fromUtf8(label),
                QString::fromUtf8(live.budget.id),
                QString::fromUtf8(live.budget.selector.toText())),
            u"Give a label such as tenant:research, or none for all of them."_s};
}

bool hasGoodValues(const BudgetEngine::Opening &opening, std::size_t count)
{
    return opening.values.size() == count &&
           std::none_of(opening.values.begin(), opening.values.end(), [](const auto &value) {
               return value.isEmpty();
           });
}

Outcome checkOpenings(const Budget &budget, const std::vector<BudgetEngine::Opening> &openings)
{
    const auto wildcards = static_cast<std::size_t>(
        std::count_if(budget.selector.terms().begin(),
                      budget.selector.terms().end(),
                      [](const Selector::Term &term) { return term.value.isEmpty(); }));
    for (const BudgetEngine::Opening &opening : openings) {
        if (!hasGoodValues(opening, wildcards)) {
            return Error{ErrorCode::InvalidInput,
                         u"An opening of the budget %1 has not one value for each wildcard."_s.arg(
                             QString::fromUtf8(budget.id)),
                         u"Take the openings from the ledger for this very budget."_s};
        }
    }
    return Done{};
}

} // namespace

LiveBudget *BudgetEngine::Private::find(const QByteArray &budgetId) const
{
    const auto found = budgets.find(budgetId);
    return found == budgets.end() ? nullptr : found->second.get();
}

Outcome BudgetEngine::upsert(const Budget &budget, Time now, const std::vector<Opening> &openings)
{
    if (Outcome outcome = budget.validate(); !outcome) {
        return outcome;
    }
    if (Outcome outcome = checkOpenings(budget, openings); !outcome) {
        return outcome;
    }
    LiveBudget *live = d->find(budget.id);
    if (!live || live->definition != definitionOf(budget)) {
        d->install(budget, now, openings);
        return Done{};
    }
    live->change(budget);
    d->revise();
    for (auto &[values, series] : live->lines) {
        d->markYielding(*live, series);
    }
    d->announceAll(*live, now);
    return Done{};
}

Outcome BudgetEngine::remove(const QByteArray &budgetId)
{
    LiveBudget *live = d->find(budgetId);
    if (!live) {
        return notFound(budgetId);
    }
    d->uninstall(*live);
    return Done{};
}

// Of all engines, as a restored ledger has a new one.
void BudgetEngine::Private::revise()
{
    static std::atomic<quint64> newest = 0;
    revision = ++newest;
}

void BudgetEngine::Private::install(const Budget &budget,
                                    Time now,
                                    const std::vector<Opening> &openings)
{
    if (LiveBudget *former = find(budget.id)) {
        uninstall(*former);
    }
    auto &place = budgets[budget.id];
    place = std::make_unique<LiveBudget>(budget, epochs[budget.id]);
    LiveBudget &live = *place;
    revise();
    index.insert(live);
    refreshYielding(budget);
    for (const Opening &opening : openings) {
        Series &series = live.seriesWith(opening.values);
        live.bucketAt(series, opening.slot, live.epochOf(series))
            .book(opening.amount, live.slotAt(opening.slot));
    }
    attachHolds(live);
    recallMarks(live);
    for (auto &[values, series] : live.lines) {
        markYielding(live, series);
    }
    announceAll(live, now);
}

void BudgetEngine::Private::uninstall(LiveBudget &live)
{
    const Budget budget = live.budget;
    detach(live);
    budgets.erase(budget.id);
    revise();
    refreshYielding(budget);
}

void BudgetEngine::Private::detach(LiveBudget &live)
{
    detachHolds(live);
    rememberMarks(live);
    index.remove(live);
}

void BudgetEngine::Private::recallMarks(const LiveBudget &live)
{
    for (const Mark &mark : std::exchange(formerMarks[live.definition], {})) {
        restoreMark(mark);
    }
}

void BudgetEngine::Private::rememberMarks(const LiveBudget &live)
{
    std::vector<Mark> &marks = formerMarks[live.definition];
    for (const auto &[values, series] : live.lines) {
        for (const auto &bucket : series.buckets) {
            for (const Bucket::Announced &known : bucket->announced) {
                marks.push_back({bucket->key, known.mark, known.limit, known.at});
            }
        }
    }
}

// Calls that run while a budget comes or changes shape would otherwise be spend that no cap
// sees: they are admitted already, and the openings know only what has settled.
void BudgetEngine::Private::attachHolds(LiveBudget &live)
{
    holds.forEach([&](HoldId, Hold &hold) {
        if (live.budget.selector.matches(hold.attribution)) {
            attach(hold, live);
        }
    });
}

void BudgetEngine::Private::attach(Hold &hold, LiveBudget &live)
{
    Series *series = live.seriesOf(hold.attribution);
    const EpochBook::Epoch &epoch = live.epochs.current(series->label);
    if (hold.serial < epoch.firstSerial) {
        return; // admitted before a reset, which took it off the count
    }
    Bucket &bucket = live.bucketAt(*series, hold.admittedAt, epoch.number);
    bucket.open(hold.heldIn(live.budget.unit));
    bucket.book(hold.metered.in(live.budget.unit), live.slotAt(hold.admittedAt));
    hold.buckets.append(&bucket);
}

void BudgetEngine::Private::detachHolds(const LiveBudget &live)
{
    holds.forEach([&](HoldId, Hold &hold) {
        const auto isOfBudget = [&](const Bucket *bucket) {
            return &bucket->budget == &live;
        };
        hold.buckets.erase(std::remove_if(hold.buckets.begin(), hold.buckets.end(), isOfBudget),
                           hold.buckets.end());
    });
}

void BudgetEngine::Private::announceAll(LiveBudget &live, Time now)
{
    if (live.budget.isRaisedAt(now)) {
        nextRaiseEnd = std::min(nextRaiseEnd, live.budget.raise->until);
    }
    for (auto &[values, series] : live.lines) {
        for (const auto &bucket : series.buckets) {
            live.touch(*bucket, now);
        }
        if (Bucket *current = live.currentBucket(series, now)) {
            live.announce(*current, now, crossings);
        }
    }
}

void BudgetEngine::Private::markYielding(LiveBudget &live, Series &series) const
{
    series.yields =
        live.budget.yieldsToExact && index.isNamedExactly(series.label, live.budget.unit);
    for (const auto &bucket : series.buckets) {
        live.updateNextMark(*bucket);
    }
}

void BudgetEngine::Private::refreshYielding(const Budget &exact)
{
    if (exact.selector.hasWildcard()) {
        return;
    }
    for (const auto &[id, live] : budgets) {
        const auto values =
            live->budget.yieldsToExact ? live->valuesIn(exact.selector.toText()) : std::nullopt;
        const auto found = values ? live->lines.find(*values) : live->lines.end();
        if (found != live->lines.end()) {
            markYielding(*live, found->second);
        }
    }
}

Result<qint64> BudgetEngine::reset(const QByteArray &budgetId, const QByteArray &label, Time now)
{
    const Result<Reset> next = nextReset(budgetId, label);
    if (!next) {
        return next.error();
    }
    LiveBudget *live = d->find(budgetId);
    live->epochs.begin(next->label, {next->epoch, now, d->holds.nextSerial()});
    live->renewEpochs();
    return next->epoch;
}

Result<BudgetEngine::Reset> BudgetEngine::nextReset(const QByteArray &budgetId,
                                                    const QByteArray &label) const
{
    const LiveBudget *live = d->find(budgetId);
    if (!live) {
        return notFound(budgetId);
    }
    const auto values = live->valuesIn(label);
    if (!label.isEmpty() && !values) {
        return wrongLabel(*live, label);
    }
    return Reset{label.isEmpty() ? label : live->labelOf(*values), live->epochs.next()};
}

std::vector<Budget> BudgetEngine::budgets() const
{
    std::vector<Budget> result;
    result.reserve(d->budgets.size());
    for (const auto &[id, live] : d->budgets) {
        result.push_back(live->budget);
    }
    return result;
}

const Budget *BudgetEngine::budget(const QByteArray &id) const
{
    const LiveBudget *live = d->find(id);
    return live ? &live->budget : nullptr;
}

} // namespace core
