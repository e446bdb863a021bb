// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/whatif/callreplay.h"

#include "core/pricing/modelname.h"

#include <algorithm>

namespace core {

CallReplay::CallReplay(const WhatIfQuestion &question)
    : m_question(question)
    , m_tally(question)
{
    if (question.policy) {
        m_policy.emplace(*question.policy);
    }
}

/// A proposed price, or another model, changes what the call costs, and its bound in the same
/// proportion.
void CallReplay::reprice(RecordedCall &call, const Price &price) const
{
    const Money before = call.actual.cost;
    const Result<Money> cost = charge(price, call.usage);
    if (!cost || !call.wasAdmitted) {
        return;
    }
    call.actual.cost = *cost;
    const auto bound = before.isZero() ? static_cast<__int128>(cost->nanos())
                                       : static_cast<__int128>(call.bound.cost.nanos()) *
                                             cost->nanos() / before.nanos();
    call.bound.cost =
        Money::fromNanos(static_cast<qint64>(std::min<__int128>(bound, Money::maximum().nanos())));
    call.bound.cost = std::max(call.bound.cost, *cost);
}

void CallReplay::repriceAsProposed(RecordedCall &call, const QByteArray &model) const
{
    const auto &price = m_question.price;
    if (price && matchesGlob(price->model, QString::fromUtf8(model))) {
        reprice(call, *price);
    }
}

/// To another model, at what that would have cost.
void CallReplay::moveTo(Journey &journey, const QByteArray &model) const
{
    journey.call = journey.recorded;
    journey.attribution.of(Dimension::Model) = model;
    const Price *price =
        model == journey.served ? nullptr : m_policy->priceOf(model, journey.recorded.at);
    if (price != nullptr) {
        reprice(journey.call, *price);
    }
    repriceAsProposed(journey.call, model);
}

void CallReplay::ask(const RecordedCall &recorded,
                     const Attribution &attribution,
                     const QByteArray &asked)
{
    endUntil(recorded.at);
    const QByteArray &served = attribution.of(Dimension::Model);
    Journey journey{recorded, recorded, {}, served};
    if (m_policy) {
        journey.attribution = attribution;
        askPolicy(journey, asked);
        return;
    }
    repriceAsProposed(journey.call, served);
    end(journey, admit(journey.call, attribution), Replayed::Admitted);
}

/// As the pipeline: the rules, then the budgets, then once more with a cheaper model where a
/// budget past its mark wants one.
void CallReplay::askPolicy(Journey &journey, const QByteArray &asked)
{
    const RecordedCall &recorded = journey.recorded;
    PolicyReplay::Judged judged =
        m_policy->judge(journey.attribution, asked, recorded.bound.cost, recorded.at);
    if (judged.isDenied) {
        m_tally.refuse(recorded, judged.rule, judged.attribution.of(Dimension::Namespace));
        return;
    }
    journey.attribution = judged.attribution;
    moveTo(journey, judged.attribution.of(Dimension::Model));
    Passage passage = admit(journey.call, journey.attribution);
    if (const QByteArray cheaper = cheaperModel(passage, journey); !cheaper.isEmpty()) {
        if (const auto *passed = std::get_if<Admitted>(&passage.admission)) {
            m_engine.release(passed->hold, recorded.at);
        }
        judged.isDowngraded = true;
        moveTo(journey, cheaper);
        passage = admit(journey.call, journey.attribution);
    }
    end(journey, passage, judged.isDowngraded ? Replayed::Downgraded : Replayed::Admitted);
}

CallReplay::Passage CallReplay::admit(const RecordedCall &call, const Attribution &attribution)
{
    Admission admission = m_engine.admit(attribution, call.bound, call.at);
    if (call.wasAdmitted && std::holds_alternative<Refusal>(admission) &&
        m_engine.headroom(attribution, call.at).mayClamp) {
        // Its answer is known: a smaller max_tokens would have let it through.
        Admission again = m_engine.admit(attribution, call.actual, call.at);
        if (std::holds_alternative<Admitted>(again)) {
            return {std::move(again), true};
        }
    }
    return {std::move(admission), false};
}

QByteArray CallReplay::cheaperModel(const Passage &passage, const Journey &journey)
{
    const auto *refusal = std::get_if<Refusal>(&passage.admission);
    if (refusal == nullptr) {
        const bool isPastMark = std::get<Admitted>(passage.admission).warning.has_value();
        return isPastMark ? cheaperPastMark(journey) : QByteArray();
    }
    for (const Shortfall &shortfall : refusal->shortfalls) {
        const Budget *budget = m_engine.budget(shortfall.state.budgetId);
        if (budget != nullptr && budget->atHard == HardAction::Downgrade) {
            return m_policy->downgrade(
                *budget, journey.attribution.of(Dimension::Model), journey.recorded.at);
        }
    }
    return {};
}

QByteArray CallReplay::cheaperPastMark(const Journey &journey)
{
    const QByteArray &model = journey.attribution.of(Dimension::Model);
    const Time at = journey.recorded.at;
    for (const BucketState &state : m_engine.matching(journey.attribution, at)) {
        const Budget *budget = m_engine.budget(state.budgetId);
        if (budget == nullptr || budget->softMarks.empty() ||
            state.settled + state.held < budget->markAmount(budget->softMarks.front())) {
            continue;
        }
        if (QByteArray cheaper = m_policy->downgrade(*budget, model, at); !cheaper.isEmpty()) {
            return cheaper;
        }
    }
    return {};
}

/// `would`: when it passes.
void CallReplay::end(const Journey &journey, const Passage &passage, Replayed would)
{
    const RecordedCall &call = journey.call;
    if (const auto *passed = std::get_if<Admitted>(&passage.admission)) {
        const Amounts actual = call.wasAdmitted ? call.actual : call.bound;
        m_running.push({call.endedAt, passed->hold, actual});
        m_tally.count(journey.recorded,
                      {passage.isClamped ? Replayed::Clamped : would,
                       actual.cost,
                       passed->warning.has_value()});
        return;
    }
    const BucketState &state = std::get<Refusal>(passage.admission).shortfalls.front().state;
    m_tally.refuse(journey.recorded, state.budgetId, state.label);
}

void CallReplay::endUntil(Time now)
{
    while (!m_running.empty() && m_running.top().at <= now) {
        const Ending ending = m_running.top();
        m_running.pop();
        (void)m_engine.settle(ending.hold, ending.actual, ending.at);
        (void)m_engine.takeCrossings();
    }
}

} // namespace core
