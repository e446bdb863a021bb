// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomrun.h"

namespace budgetproperties {

void RandomRun::checkMarksAreTold(const Attribution &who, Time admittedAt)
{
    for (const auto &[id, budget] : m_model.budgets) {
        const auto label = ReferenceModel::labelOf(budget, who);
        if (!label || m_model.yields(budget, *label) || budget.window.kind == WindowKind::Rolling ||
            !budget.window.spanAt(m_now).contains(admittedAt) || admittedAt <= m_lastReset) {
            continue;
        }
        const BucketState state = *m_engine->state(id, *label, m_now);
        for (const int mark : budget.softMarks) {
            expect(state.settled < budget.markAmount(mark) ||
                       m_told.contains({state.key, mark, budget.limit}),
                   u"a soft mark was not told"_s);
        }
        expect(state.settled < budget.cap() ||
                   m_told.contains({state.key, budget.hardMark, budget.limit}),
               u"the cap was not told"_s);
    }
}

std::vector<QByteArray> RandomRun::labelsOf(const Budget &budget) const
{
    std::set<QByteArray> labels;
    for (const QByteArray &tenant : Tenants) {
        for (const QByteArray &agent : Agents) {
            for (const QByteArray &model : Models) {
                Attribution who = from(tenant, agent, model);
                who.tags = {{"p", agent + "t"}};
                if (const auto label = ReferenceModel::labelOf(budget, who)) {
                    labels.insert(*label);
                }
            }
        }
    }
    return {labels.begin(), labels.end()};
}

void RandomRun::compare(const Budget &budget, const QByteArray &label)
{
    const auto state = m_engine->state(budget.id, label, m_now);
    if (!state) {
        expect(false, u"no state for "_s + QString::fromUtf8(label));
        return;
    }
    const auto figures = m_model.figures(budget, label, m_now);
    const auto say = [&](const QString &what, qint64 is, qint64 should) {
        expect(is == should,
               u"%1 %2 (%3) %4 is %5, should be %6"_s
                   .arg(QString::fromUtf8(budget.id),
                        QString::fromUtf8(label),
                        QString::fromUtf8(budget.window.toText()),
                        what)
                   .arg(is)
                   .arg(should));
    };
    say(u"settled"_s, state->settled, figures.settled);
    say(u"held"_s, state->held, figures.held);
    say(u"running"_s, state->running, figures.running);
    say(u"cap"_s, state->cap, budget.cap());
    const bool isAbove = state->settled + state->held > state->cap;
    const bool mayBe = !m_model.enforces(budget, label) || m_excused.contains({budget.id, label});
    expect(!isAbove || mayBe, u"above its cap: "_s + QString::fromUtf8(budget.id));
    if (!isAbove) {
        m_excused.erase({budget.id, label});
    }
}

void RandomRun::compare()
{
    for (const auto &[id, budget] : m_model.budgets) {
        for (const QByteArray &label : labelsOf(budget)) {
            compare(budget, label);
        }
    }
    expect(m_engine->openHolds() == m_model.open.size(), u"open holds"_s);
}

} // namespace budgetproperties
