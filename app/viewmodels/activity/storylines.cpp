// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/storybudgets.h"
#include "app/viewmodels/activity/storyfigures.h"
#include "app/viewmodels/activity/storymodel.h"
#include "app/viewmodels/activity/storyroute.h"
#include "app/viewmodels/dimensionwords.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using core::Money;

namespace {

struct Story
{
    Q_DECLARE_TR_FUNCTIONS(Story)
};

void tellWho(StoryTeller &teller, const core::Attribution &who)
{
    teller.part(u"key"_s, Story::tr("Who"));
    for (std::size_t i = 0; i < core::DimensionCount; ++i) {
        const auto dimension = static_cast<core::Dimension>(i);
        const bool route = dimension == core::Dimension::Provider ||
                           dimension == core::Dimension::Model ||
                           dimension == core::Dimension::Route;
        if (!route && !who.of(dimension).isEmpty()) {
            teller.add(dimensionwords::name(dimension), QString::fromUtf8(who.of(dimension)));
        }
    }
    for (const auto &[name, value] : who.tags) {
        teller.add(Story::tr("tag %1").arg(QString::fromUtf8(name)), QString::fromUtf8(value));
    }
}

/// What was decided about a call, and upon what.
struct Verdict
{
    core::Time at;
    core::CallOutcome outcome;
    const core::DecisionReason &reason;
    core::Amounts bound;
    std::vector<core::BudgetArithmetic> budgets{}; ///< all that were asked

    /// Whether it came so far that a budget could be asked: a paused tenant's does not.
    [[nodiscard]] bool isBound() const { return bound.tokens > 0 || !bound.cost.isZero(); }
};

/// Whether those that were asked tell of it, too. What fitted, and warned, is among them; what had
/// no room is when it was refused for it, and not when room was made.
bool isToldAnyway(const core::BudgetArithmetic &budget, const Verdict &verdict)
{
    if (verdict.budgets.empty() || budget.excess() <= 0) {
        return !verdict.budgets.empty();
    }
    return std::ranges::any_of(verdict.budgets, [&budget](const core::BudgetArithmetic &asked) {
        return asked.budgetId == budget.budgetId && asked.scope == budget.scope &&
               asked.excess() > 0;
    });
}

void tellBudgets(StoryTeller &teller, const Verdict &verdict)
{
    const core::DecisionReason &reason = verdict.reason;
    for (const core::BudgetArithmetic &budget : reason.budgets) {
        if (!isToldAnyway(budget, verdict)) {
            tellBudget(teller, budget);
        }
    }
    if (reason.clampedTo) {
        teller
            .add(Story::tr("clamped to tokens out"),
                 formatting::language().toString(*reason.clampedTo))
            .strong = true;
    }
    if (verdict.outcome == core::CallOutcome::Queued && !verdict.budgets.empty()) {
        teller.add(Story::tr("waited for room; when it was let in:"), {}).strong = true;
    }
    for (const core::BudgetArithmetic &budget : verdict.budgets) {
        tellBudget(teller, budget);
    }
    if (reason.budgets.empty() && verdict.budgets.empty() && verdict.isBound()) {
        teller.add(Story::tr("this call, at most"), formatting::exactMoney(verdict.bound.cost));
        teller.add(Story::tr("of tokens, at most"),
                   formatting::language().toString(verdict.bound.tokens));
    }
}

void tellDecision(StoryTeller &teller, const Verdict &verdict, const QTimeZone &zone)
{
    const core::DecisionReason &reason = verdict.reason;
    const OutcomeFace face = faceOf(verdict.outcome);
    const bool asked = verdict.isBound() || !verdict.budgets.empty() || !reason.budgets.empty();
    const QString title = asked ? Story::tr("Budgets, at %1") : Story::tr("Decision, at %1");
    teller.part(face.glyph,
                title.arg(formatting::clockMilliseconds(verdict.at, zone)),
                face.tone == Tone::Calm ? Tone::Good : face.tone);
    tellBudgets(teller, verdict);
    if (reason.maxTokensThatFit) {
        teller.add(Story::tr("tokens out that would fit"),
                   formatting::language().toString(*reason.maxTokensThatFit));
    }
    if (!reason.policy.isEmpty()) {
        teller.add(Story::tr("rule"), QString::fromUtf8(reason.policy));
    }
    for (const QByteArray &alert : reason.alerts) {
        teller.add(sentences::translated(QString::fromUtf8(alert)), {}).tone = Tone::Near;
    }
    for (const core::DecisionReason::Finding &finding : reason.findings) {
        teller
            .add(Story::tr("afterwards: %1")
                     .arg(sentences::translated(QString::fromUtf8(finding.sentence))),
                 {})
            .tone = Tone::Near;
    }
    if (!reason.message.isEmpty()) {
        teller.add(sentences::translated(QString::fromUtf8(reason.message)), {});
    }
}

void tellCandidates(StoryTeller &teller, const core::RouteStory &route)
{
    teller.add(Story::tr("chosen because"), reasonOf(route));
    for (const core::RouteStory::Candidate &one : route.candidates) {
        teller.add(nameOf(one), fateOf(one)).strong = one.verdict == "chosen";
    }
}

void tellRoute(StoryTeller &teller,
               const core::AttemptStory &attempt,
               const core::RequestStory &story)
{
    const core::Attribution &who = attempt.attribution;
    teller.part(u"forward"_s, Story::tr("Route"));
    const QString model = QString::fromUtf8(who.of(core::Dimension::Model));
    const QString provider = QString::fromUtf8(who.of(core::Dimension::Provider));
    teller.add(provider.isEmpty() ? model : model + u" → "_s + provider,
               Story::tr("attempt %1 of %2").arg(attempt.attempt).arg(story.attempts.size()));
    // Each attempt's reason has the one plan; who was chosen first is not who serves the second.
    const bool isFirst = &attempt == &story.attempts.front();
    if (const auto route = core::routeStoryFrom(attempt.reason.json); isFirst && route) {
        tellCandidates(teller, *route);
    }
    if (!who.of(core::Dimension::Route).isEmpty()) {
        teller.add(Story::tr("path"), QString::fromUtf8(who.of(core::Dimension::Route)));
    }
    if (attempt.settled) {
        teller.add(Story::tr("answered with"),
                   formatting::language().toString(attempt.settled->httpStatus));
    }
}

/// The ledger has them once it has settled; until then the service tells.
std::vector<core::BudgetArithmetic> askedOf(const core::AttemptStory &attempt,
                                            const std::optional<StorySoFar> &soFar)
{
    const bool isTold = soFar && soFar->admission && soFar->admittedAt == attempt.admittedAt;
    return isTold && !attempt.settled ? core::arithmeticOf(soFar->admission->budgets, attempt.bound)
                                      : attempt.budgets;
}

} // namespace

std::vector<StoryLine> storyOf(const core::RequestStory &story,
                               const QTimeZone &zone,
                               const std::optional<StorySoFar> &soFar)
{
    StoryTeller teller;
    const core::Attribution none;
    const core::Attribution &who = !story.attempts.empty() ? story.attempts.front().attribution
                                   : story.refusal         ? story.refusal->attribution
                                                           : none;
    tellWho(teller, who);
    for (const core::AttemptStory &attempt : story.attempts) {
        const core::CallOutcome decided = core::outcomeOf(attempt.decision);
        tellDecision(
            teller,
            {attempt.admittedAt, decided, attempt.reason, attempt.bound, askedOf(attempt, soFar)},
            zone);
        tellRoute(teller, attempt, story);
        if (attempt.settled) {
            tellCut(teller, *attempt.settled, zone);
            tellTime(teller, *attempt.settled);
            tellCost(teller, *attempt.settled);
        }
        if (attempt.corrected) {
            tellCorrection(teller, *attempt.corrected);
        }
    }
    if (soFar) {
        tellSoFar(teller, *soFar);
    }
    if (story.refusal) {
        const auto &refusal = *story.refusal;
        tellDecision(teller,
                     {refusal.at, refusal.outcome, refusal.reason, refusal.bound, refusal.budgets},
                     zone);
        if (refusal.queued.value_or(core::Duration(0)) > core::Duration(0)) {
            tellWait(teller, *refusal.queued);
        }
    }
    return std::move(teller).lines();
}

StoryTexts textsOf(const core::RequestStory &story, const std::optional<StorySoFar> &soFar)
{
    StoryTexts texts;
    texts.id = QString::fromUtf8(story.id.toText());
    Money cost = soFar ? soFar->cost : Money();
    core::CountQuality worst = core::CountQuality::Reported;
    bool settled = !story.attempts.empty();
    for (const core::AttemptStory &attempt : story.attempts) {
        settled = settled && attempt.settled.has_value();
        cost += attempt.costNow();
        worst = attempt.settled ? std::min(worst, attempt.settled->usage.quality) : worst;
    }
    const core::CallOutcome outcome = story.refusal            ? story.refusal->outcome
                                      : story.attempts.empty() ? core::CallOutcome::Released
                                                               : story.attempts.back().outcome;
    const core::CallOutcome decided =
        story.attempts.empty() ? outcome : core::outcomeOf(story.attempts.back().decision);
    const QString word = faceOf(outcome).word;
    texts.title =
        decided == outcome ? word : Story::tr("%1, then %2").arg(faceOf(decided).word, word);
    texts.title[0] = texts.title[0].toUpper();
    const core::Attribution *who = story.refusal ? &story.refusal->attribution : nullptr;
    who = story.attempts.empty() ? who : &story.attempts.front().attribution;
    texts.tenant = who != nullptr ? QString::fromUtf8(who->of(core::Dimension::Tenant)) : QString();
    texts.cost = formatting::callCost(cost);
    texts.exact = formatting::exactMoney(cost);
    texts.origin =
        story.refusal                             ? Story::tr("nothing was charged")
        : soFar                                   ? Story::tr("so far; it runs")
        : !settled                                ? Story::tr("not settled yet")
        : worst == core::CountQuality::Reported   ? Story::tr("settled, reported by the upstream")
        : worst == core::CountQuality::LowerBound ? Story::tr("settled, last count of the stream")
                                                  : Story::tr("settled, estimated");
    return texts;
}
