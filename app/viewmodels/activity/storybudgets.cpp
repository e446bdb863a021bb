// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/storybudgets.h"

#include "app/viewmodels/budgetdirectory.h"
#include "app/viewmodels/formatting.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Story
{
    Q_DECLARE_TR_FUNCTIONS(Story)
};

QString amount(core::Unit unit, qint64 number)
{
    switch (unit) {
    case core::Unit::Usd:
        return formatting::exactMoney(core::Money::fromNanos(number));
    case core::Unit::Tokens:
        return Story::tr("%Ln token(s)", nullptr, formatting::countable(number));
    case core::Unit::Requests:
        return formatting::language().toString(number);
    }
    return {};
}

/// "tenant:research · Day": several budgets may be for one tenant.
QString titleOf(const core::BudgetArithmetic &budget)
{
    const QString scope =
        budget.scope.isEmpty() ? Story::tr("all tenants") : QString::fromUtf8(budget.scope);
    const auto window = core::Window::parse(budget.window);
    return budget.window.isEmpty() || !window ? scope : scope + u" · "_s + windowName(*window);
}

} // namespace

void tellBudget(StoryTeller &teller, const core::BudgetArithmetic &budget)
{
    teller.add(Story::tr("%1: settled").arg(titleOf(budget)), amount(budget.unit, budget.settled));
    teller.add(Story::tr("+ held by other calls"), amount(budget.unit, budget.held));
    teller.add(Story::tr("+ this call, at most"), amount(budget.unit, budget.requested));
    const bool fits = budget.excess() <= 0;
    const QString cap = amount(budget.unit, budget.limit);
    StoryLine &verdict = teller.add(fits ? Story::tr("stays under the cap of %1 by").arg(cap)
                                         : Story::tr("would pass the cap of %1 by").arg(cap),
                                    amount(budget.unit, fits ? -budget.excess() : budget.excess()));
    verdict.tone = fits ? Tone::Good : Tone::Over;
    verdict.strong = true;
}

void tellCut(StoryTeller &teller, const core::AttemptStory::Settled &settled, const QTimeZone &zone)
{
    const OutcomeFace face = faceOf(core::CallOutcome::Cut);
    for (const core::BudgetArithmetic &budget : settled.cutBy) {
        //: %1 is a budget, %2 the time
        const QString title = Story::tr("Cut by %1, at %2");
        teller.part(face.glyph,
                    title.arg(titleOf(budget), formatting::clockMilliseconds(settled.at, zone)),
                    face.tone);
        teller.add(Story::tr("settled, with this call"), amount(budget.unit, budget.settled));
        teller.add(Story::tr("+ held by running calls"), amount(budget.unit, budget.held));
        const QString cap = amount(budget.unit, budget.limit);
        StoryLine &verdict = teller.add(Story::tr("past the cap of %1 by").arg(cap),
                                        amount(budget.unit, budget.excess()));
        verdict.tone = Tone::Over;
        verdict.strong = true;
    }
}
