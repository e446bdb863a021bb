// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomrun.h"

namespace budgetproperties {

void RandomRun::change()
{
    const QByteArray id = oneOf(m_ids);
    if (!m_model.budgets.contains(id)) {
        return;
    }
    Budget budget = m_model.budgets.at(id);
    const Budget other = randomBudget(id);
    if (upTo(3) == 0) {
        budget = other;
    } else {
        budget.limit = budget.unit == Unit::Requests ? 5 + upTo(15) : 50 + upTo(300);
        budget.mode = other.mode;
        budget.softMarks = other.softMarks;
        budget.hardMark = other.hardMark;
    }
    upsert(budget);
}

void RandomRun::removeOrAdd()
{
    const QByteArray id = oneOf(m_ids);
    if (!m_model.budgets.contains(id)) {
        upsert(randomBudget(id));
        return;
    }
    expect(m_engine->remove(id).ok(), u"remove"_s);
    m_model.budgets.erase(id);
    excuseAll();
}

void RandomRun::reset()
{
    const QByteArray id = oneOf(m_ids);
    // With the clock behind, a restart could not tell by time what was admitted before the reset.
    if (!m_model.budgets.contains(id) || m_now < m_latest) {
        return;
    }
    const QByteArray label = upTo(1) == 0 ? QByteArray() : oneOf(labelsOf(m_model.budgets.at(id)));
    const Result<qint64> epoch = m_engine->reset(id, label, m_now);
    expect(epoch.ok(), u"reset"_s);
    m_epochs.emplace_back(id, label, *epoch, m_now);
    m_model.reset(id, label);
    m_lastReset = m_now;
    m_floor = m_now;
}

void RandomRun::moveClock()
{
    if (m_now < m_latest) {
        excuseAll(); // a window is entered again that may have been above its cap
    }
    if (upTo(3) > 0) {
        m_now += std::chrono::seconds(oneOf<int>({1, 60, 600, 3'000, 20'000, 90'000}));
        return;
    }
    // Not past what the engine promises to find again, nor past a reset or a new counter, whose
    // openings are those of its window.
    const Time earliest = std::max(m_latest - 59min, m_floor + 1us);
    m_now = std::max(earliest, m_now - std::chrono::seconds(upTo(3'500)));
    excuseAll();
}

void RandomRun::restart()
{
    m_engine = std::make_unique<BudgetEngine>();
    for (const auto &[id, budget] : m_model.budgets) {
        expect(m_engine->upsert(budget, m_now).ok(), u"upsert"_s);
    }
    for (const auto &[key, at] : m_told) {
        m_engine->restoreMark({std::get<0>(key), std::get<1>(key), std::get<2>(key), at});
    }
    for (const auto &[key, amount] : m_totals) {
        m_engine->restore(key.first, key.second, amount);
    }
    for (const auto &[id, label, epoch, at] : m_epochs) {
        m_engine->restoreEpoch(id, label, epoch, at);
    }
    while (!m_model.open.empty()) {
        const ReferenceModel::Call call = m_model.open.begin()->second;
        store(m_engine->charge(call.who, call.bound, call.admittedAt));
        m_model.settle(call.id, call.bound);
    }
    excuseAll(); // metering above the bound is not recovered, nor are marks
}

} // namespace budgetproperties
