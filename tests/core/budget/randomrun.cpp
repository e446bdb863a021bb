// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomrun.h"

namespace budgetproperties {

Attribution RandomRun::randomCaller()
{
    Attribution who = from(oneOf(Tenants), oneOf(Agents), oneOf(Models));
    if (upTo(1) == 0) {
        who.tags = {{"p", oneOf(Agents) + "t"}};
    }
    return who;
}

Budget RandomRun::randomBudget(const QByteArray &id)
{
    const std::map<QByteArray, std::vector<QByteArray>> selectors{
        {"b-global", {""}},
        {"b-each", {"tenant:*", "agent:*"}},
        {"b-pair", {"tenant:*,model:*", "tenant:a,model:*"}},
        {"b-exact", {"tenant:a", "tenant:b"}},
        {"b-tag", {"tag:p:*", "tag:p:xt"}},
        {"default:tenant", {"tenant:*"}}};
    Budget budget;
    budget.id = id;
    budget.selector = *Selector::parse(oneOf(selectors.at(id)));
    budget.window = *Window::parse(oneOf<QByteArray>({"lifetime",
                                                      "rolling:1h",
                                                      "rolling:61m",
                                                      "hour@Asia/Kolkata",
                                                      "day@Europe/Berlin",
                                                      "week:sunday"}));
    budget.unit = upTo(3) == 0 ? oneOf<Unit>({Unit::Tokens, Unit::Requests}) : Unit::Usd;
    budget.limit = budget.unit == Unit::Requests ? 5 + upTo(15) : 50 + upTo(300);
    budget.softMarks = oneOf<std::vector<int>>({{}, {800'000}, {500'000, 800'000, 900'000}});
    budget.hardMark = oneOf<int>({1'000'000, 1'000'000, 900'000});
    budget.mode = upTo(9) == 0 ? BudgetMode::Audit : BudgetMode::Enforce;
    budget.yieldsToExact = id.startsWith("default");
    return budget;
}

HoldId RandomRun::randomHold()
{
    if (m_model.open.empty()) {
        return HoldId::None;
    }
    return std::next(m_model.open.begin(), upTo(static_cast<int>(m_model.open.size()) - 1))->first;
}

void RandomRun::excuseAll()
{
    for (const auto &[id, budget] : m_model.budgets) {
        for (const QByteArray &label : labelsOf(budget)) {
            m_excused.insert({id, label});
        }
    }
}

void RandomRun::upsert(const Budget &budget)
{
    const auto openings = m_model.openings(budget, m_now);
    const Budget *former = m_engine->budget(budget.id);
    const bool isNew = !former || !(former->selector == budget.selector) ||
                       !(former->window == budget.window) || former->unit != budget.unit;
    expect(m_engine->upsert(budget, m_now, openings).ok(), u"upsert failed"_s);
    m_model.budgets[budget.id] = budget;
    if (isNew) {
        m_floor = m_now;
        for (const BucketDelta &delta : m_engine->openingDeltas(budget.id, openings)) {
            m_totals[{delta.key, delta.slot}] = delta.amount; // replaces
        }
    }
    excuseAll();
}

void RandomRun::store(const Settled &settled)
{
    for (const BucketDelta &delta : settled.deltas) {
        m_totals[{delta.key, delta.slot}] += delta.amount;
    }
    tell(settled.crossings);
}

void RandomRun::tell(const std::vector<Crossing> &crossings)
{
    for (const Crossing &crossing : crossings) {
        const auto [at, isNew] = m_told.try_emplace(
            {crossing.state.key, crossing.mark, crossing.state.limit}, crossing.at);
        const Window window = m_model.budgets.at(crossing.state.budgetId).window;
        // By the latest time there was: the mark may have been armed before a clock went back.
        const bool mayRepeat = window.kind == WindowKind::Rolling &&
                               std::max(m_latest, crossing.at) - at->second >= window.length;
        expect(isNew || mayRepeat, u"told twice: %1"_s.arg(QString::fromUtf8(crossing.state.key)));
        at->second = crossing.at;
    }
}

void RandomRun::admit()
{
    ReferenceModel::Call call;
    call.who = randomCaller();
    call.bound = randomAmounts(40);
    call.admittedAt = m_now;
    const Headroom headroom = m_engine->headroom(call.who, m_now);
    const bool fits = call.bound.cost <= headroom.cost && call.bound.tokens <= headroom.tokens &&
                      call.bound.requests <= headroom.requests;
    const bool shouldPass = m_model.wouldPass(call.who, call.bound, m_now);
    const Admission admission = m_engine->admit(call.who, call.bound, m_now);
    expect(passed(admission) == shouldPass, u"should %1pass"_s.arg(shouldPass ? u""_s : u"not "_s));
    expect(fits || !shouldPass, u"passes, but headroom says no"_s);
    if (!passed(admission)) {
        for (const Shortfall &s : std::get<Refusal>(admission).shortfalls) {
            expect(s.state.settled + s.state.held + s.requested > s.state.cap, u"no shortfall"_s);
            expect(s.onlyHeld == (s.state.settled + s.requested <= s.state.cap), u"onlyHeld"_s);
        }
        return;
    }
    call.id = holdOf(admission);
    m_model.admit(call);
    for (const auto &[id, budget] : m_model.budgets) {
        const auto label = ReferenceModel::labelOf(budget, call.who);
        if (label && m_model.enforces(budget, *label)) {
            const auto figures = m_model.figures(budget, *label, m_now);
            expect(figures.settled + figures.held <= budget.cap(), u"admitted above a cap"_s);
        }
    }
}

void RandomRun::settle()
{
    const HoldId id = randomHold();
    if (id == HoldId::None) {
        return;
    }
    const ReferenceModel::Call call = m_model.open.at(id);
    const bool breaksBound = upTo(15) == 0;
    Amounts used = randomAmounts(breaksBound ? 80 : 40);
    if (!breaksBound) {
        used = {std::min(used.cost, call.bound.cost),
                std::min(used.tokens, call.bound.tokens),
                std::min(used.requests, call.bound.requests)};
    } else {
        excuseAll();
    }
    const Settled settled = m_engine->settle(id, used, m_now);
    store(settled);
    m_model.settle(id, used);
    const bool isAbove = used.cost > call.bound.cost || used.tokens > call.bound.tokens ||
                         used.requests > call.bound.requests;
    expect(settled.aboveBound == isAbove, u"aboveBound"_s);
    expect(m_engine->settle(id, used, m_now).deltas.empty(), u"settled twice"_s);
    checkMarksAreTold(call.who, call.admittedAt);
}

void RandomRun::meter()
{
    const HoldId id = randomHold();
    if (id == HoldId::None) {
        return;
    }
    ReferenceModel::Call &call = m_model.open.at(id);
    Amounts soFar = randomAmounts(40);
    if (upTo(15) == 0) {
        excuseAll();
    } else {
        soFar = {std::min(soFar.cost, call.bound.cost),
                 std::min(soFar.tokens, call.bound.tokens),
                 std::min(soFar.requests, call.bound.requests)};
    }
    static_cast<void>(m_engine->meter(id, soFar, m_now));
    call.metered = {std::max(soFar.cost, call.metered.cost),
                    std::max(soFar.tokens, call.metered.tokens),
                    std::max(soFar.requests, call.metered.requests)};
}

void RandomRun::release()
{
    if (const HoldId id = randomHold(); id != HoldId::None) {
        m_engine->release(id, m_now);
        m_model.release(id);
    }
}

void RandomRun::rebind()
{
    const HoldId id = randomHold();
    if (id == HoldId::None) {
        return;
    }
    const Amounts bound = randomAmounts(60);
    if (m_engine->rebind(id, bound, m_now)) {
        m_model.open.at(id).bound = bound;
    }
}

void RandomRun::charge()
{
    const Attribution who = randomCaller();
    const Amounts used = randomAmounts(20);
    store(m_engine->charge(who, used, m_now));
    m_model.charge(who, used, m_now);
    excuseAll();
}

void RandomRun::excess()
{
    const std::vector<HoldId> ids = m_engine->excess(m_now);
    const auto fits = [&](std::size_t count) {
        ReferenceModel without = m_model;
        for (std::size_t i = 0; i < count; ++i) {
            ReferenceModel::Call &call = without.open.at(ids[i]);
            call.bound = call.metered;
        }
        return std::all_of(m_model.budgets.begin(), m_model.budgets.end(), [&](const auto &entry) {
            const auto labels = labelsOf(entry.second);
            return std::all_of(labels.begin(), labels.end(), [&](const QByteArray &label) {
                const auto figures = without.figures(entry.second, label, m_now);
                return !m_model.enforces(entry.second, label) || figures.held == 0 ||
                       figures.settled + figures.held <= entry.second.cap();
            });
        });
    };
    expect(fits(ids.size()), u"not enough holds named"_s);
    for (std::size_t i = 1; i < ids.size(); ++i) {
        expect(m_model.open.at(ids[i - 1]).order > m_model.open.at(ids[i]).order,
               u"newest first"_s);
    }
}

QString RandomRun::step()
{
    using Act = void (RandomRun::*)();
    struct Choice
    {
        const char *name;
        int weight;
        Act act;
    };
    static const std::vector<Choice> choices{{"admit", 40, &RandomRun::admit},
                                             {"settle", 20, &RandomRun::settle},
                                             {"meter", 15, &RandomRun::meter},
                                             {"release", 5, &RandomRun::release},
                                             {"rebind", 4, &RandomRun::rebind},
                                             {"change", 4, &RandomRun::change},
                                             {"removeOrAdd", 2, &RandomRun::removeOrAdd},
                                             {"reset", 1, &RandomRun::reset},
                                             {"moveClock", 5, &RandomRun::moveClock},
                                             {"restart", 1, &RandomRun::restart},
                                             {"charge", 1, &RandomRun::charge},
                                             {"excess", 2, &RandomRun::excess}};
    m_now += 1us;
    int pick = upTo(99);
    for (const Choice &choice : choices) {
        pick -= choice.weight;
        if (pick < 0) {
            m_last = QString::fromLatin1(choice.name);
            (this->*choice.act)();
            break;
        }
    }
    if (upTo(49) == 0) {
        m_engine->prune(m_now);
    }
    m_latest = std::max(m_latest, m_now);
    tell(m_engine->takeCrossings());
    compare();
    return m_trouble;
}

QString RandomRun::finish()
{
    while (!m_model.open.empty()) {
        const HoldId id = m_model.open.begin()->first;
        const Amounts used = m_model.open.begin()->second.bound;
        store(m_engine->settle(id, used, m_now));
        m_model.settle(id, used);
    }
    compare();
    for (const BucketState &state : m_engine->states(m_now)) {
        expect(state.held == 0 && state.running == 0, u"something is still held"_s);
    }
    m_engine->prune(m_now);
    restart();
    compare();
    return m_trouble;
}

} // namespace budgetproperties
