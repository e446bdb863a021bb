// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TenantDetail that shows one budget by itself, whomever it binds.
#include "app/viewmodels/alerts/alertrow.h"
#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/forecast.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"
#include "app/viewmodels/tenantdetail.h"
#include "app/viewmodels/tenantwords.h"
#include "core/budget/budgetorigin.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// More are not read by anybody; the fullest say what matters.
constexpr std::size_t MostCounters = 20;

qint64 committedIn(const BoundBudget &bound)
{
    return core::Money::saturatingSum(bound.state.settled, bound.state.held);
}

/// A snapshot tells three dimensions of a running call, and dollars.
bool isTold(const core::Budget &budget)
{
    return budget.unit == core::Unit::Usd &&
           std::ranges::all_of(budget.selector.terms(), [](const core::Selector::Term &term) {
               return term.tagName.isEmpty() && !term.value.isEmpty() &&
                      (term.dimension == core::Dimension::Tenant ||
                       term.dimension == core::Dimension::Agent ||
                       term.dimension == core::Dimension::Model);
           });
}

core::Attribution attributionOf(const core::RunningCall &call)
{
    core::Attribution attribution;
    attribution.of(core::Dimension::Tenant) = call.tenant;
    attribution.of(core::Dimension::Agent) = call.agent;
    attribution.of(core::Dimension::Model) = call.model;
    return attribution;
}

CapSituation situationOf(const core::Snapshot &snapshot,
                         const BoundBudget &shown,
                         const std::vector<BoundBudget> &counters)
{
    CapSituation situation;
    situation.budget = *shown.budget;
    situation.exists = true;
    situation.state = shown.state;
    situation.now = snapshot.at;
    situation.zone = formatting::zoneOf(snapshot.zone);
    situation.runningIsKnown = isTold(*shown.budget);
    if (situation.runningIsKnown) {
        std::ranges::copy_if(snapshot.running,
                             std::back_inserter(situation.running),
                             [&](const core::RunningCall &call) {
                                 return shown.budget->selector.matches(attributionOf(call));
                             });
        situation.runningIsComplete =
            static_cast<int>(snapshot.running.size()) >= snapshot.runningCount;
    }
    for (const BoundBudget &counter : counters) {
        if (counter.state.label != shown.state.label) {
            situation.committedBeside = std::max(situation.committedBeside, committedIn(counter));
            situation.state.running += counter.state.running;
        }
    }
    return situation;
}

} // namespace

void TenantDetail::selectBudget(const QString &budgetId, const QString &label)
{
    choose(!budgetId.isEmpty(), {}, budgetId.toUtf8());
    if (m_label != label.toUtf8()) {
        m_label = label.toUtf8();
        Q_EMIT refreshWanted();
    }
}

void TenantDetail::applyBudget(const core::Snapshot &snapshot, const BudgetDirectory &directory)
{
    const auto shown = directory.named(m_budget, m_label);
    if (!shown) { // it was removed
        clear();
        return;
    }
    const bool isOfEach = shown->budget->selector.hasWildcard();
    const auto counters =
        isOfEach ? directory.counters(*shown->budget) : std::vector<BoundBudget>();
    const TenantTexts before = m_texts;
    applyBudgetTexts(snapshot, *shown, counters);
    m_editor.apply(situationOf(snapshot, *shown, counters));
    m_raise.apply(m_editor.situation());
    applyCounters(counters, *shown);
    announce(before);
}

void TenantDetail::applyBudgetTexts(const core::Snapshot &snapshot,
                                    const BoundBudget &shown,
                                    const std::vector<BoundBudget> &counters)
{
    const core::Budget &budget = *shown.budget;
    const core::BucketState &state = shown.state;
    m_texts = {};
    m_texts.isBudget = true;
    m_texts.hasCap = true;
    m_texts.title = alertwords::budgetTitle(budget);
    const bool isOfKey = std::ranges::any_of(budget.selector.terms(), alertwords::isOfKey);
    m_texts.titleTip = isOfKey ? QString::fromUtf8(budget.selector.toText()) : QString();
    const core::Outcome changeable = core::checkChangeable(budget.id);
    m_texts.fixedText = changeable.ok() ? QString() : sentences::of(changeable.error());
    m_texts.standing = shown.standing();
    m_texts.standingWord = tenantwords::standing(m_texts.standing);
    const QString whom = budget.name.isEmpty() ? QString() : alertwords::whom(budget.selector);
    m_texts.capLine =
        (whom.isEmpty() ? whom : whom + u" · "_s) + tenantwords::capLine(shown, snapshot);
    m_texts.spentLine = tr("%1 settled + %2 held of %3")
                            .arg(unitamount::figure(state.settled, state.unit),
                                 unitamount::figure(state.held, state.unit),
                                 unitamount::text(state.cap, state.unit));
    if (budget.selector.hasWildcard()) {
        m_texts.spentLine =
            counters.empty() ? tr("nobody has called yet")
                             : tenantwords::counterName(state.label) + u": "_s + m_texts.spentLine;
    }
    m_texts.resetQuestion =
        m_label.isEmpty() && counters.size() > 1
            ? tr("All %Ln of its counters begin at zero. The log and all totals stay.",
                 nullptr,
                 static_cast<int>(counters.size()))
            : tenantwords::resetQuestion(state);
    m_texts.resetQuestion += u' ' + tenantwords::forGood();
    const auto course = forecast::Course::of(state, budget.window.kind, snapshot.at);
    m_texts.forecast = forecast::sentence(
        forecast::outlook(course, snapshot.at), snapshot.at, formatting::zoneOf(snapshot.zone));
}

void TenantDetail::applyCounters(const std::vector<BoundBudget> &counters, const BoundBudget &shown)
{
    std::vector<const BoundBudget *> fullest;
    for (const BoundBudget &counter : counters) {
        if (counter.state.label != shown.state.label) {
            fullest.push_back(&counter);
        }
    }
    const auto fuller = [](const BoundBudget *a, const BoundBudget *b) {
        return committedIn(*a) > committedIn(*b);
    };
    const auto most = static_cast<std::ptrdiff_t>(std::min(fullest.size(), MostCounters));
    std::partial_sort(fullest.begin(), fullest.begin() + most, fullest.end(), fuller);
    std::vector<BindingRow> rows;
    for (std::ptrdiff_t i = 0; i < most; ++i) {
        const BoundBudget &counter = *fullest[static_cast<std::size_t>(i)];
        BindingRow row;
        row.budgetId = counter.budget->id;
        row.label = counter.state.label;
        row.name = tenantwords::counterName(counter.state.label);
        row.text = tenantwords::standingFigures(counter.state);
        row.bar = barOf(counter.amounts());
        row.bar.description = row.name + u' ' + row.text;
        rows.push_back(std::move(row));
    }
    m_others.synchronise(rows);
}
