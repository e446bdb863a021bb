// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/whatif/tally.h"

#include <algorithm>

namespace core {

void Tally::count(const RecordedCall &call, const Verdict &verdict)
{
    if (call.at < m_question.from) {
        return; // only warms the windows up
    }
    WhatIfAnswer &answer = m_answer;
    const bool passes = verdict.would != Replayed::Refused;
    ++answer.calls;
    answer.spent += call.actual.cost;
    answer.wouldSpend += verdict.costs;
    answer.wasRefused += call.wasAdmitted ? 0 : 1;
    answer.wouldRefuse += passes ? 0 : 1;
    answer.wouldClamp += verdict.would == Replayed::Clamped ? 1 : 0;
    answer.wasDowngraded += call.wasDowngraded ? 1 : 0;
    answer.wouldDowngrade += verdict.would == Replayed::Downgraded ? 1 : 0;
    answer.pastSoftMark += verdict.warned ? 1 : 0;
    answer.newlyAdmitted += !call.wasAdmitted && passes ? 1 : 0;
    if (m_question.wantsDecisions) {
        answer.decisions.push_back(
            {call.id, call.attempt, call.at, call.wasAdmitted, call.wasDowngraded, verdict.would});
    }
}

void Tally::refuse(const RecordedCall &call, const QByteArray &who, const QByteArray &label)
{
    count(call, {Replayed::Refused, {}, false});
    if (call.at < m_question.from) {
        return;
    }
    if (call.wasAdmitted) {
        ++m_answer.newlyRefused;
        m_answer.firstRefusal = m_answer.firstRefusal.value_or(call.at);
    }
    auto &hit = m_hits[{who, label}];
    if (hit.refused == 0) {
        hit = {who, label, 0, {}, call.at, call.at};
    }
    ++hit.refused;
    hit.saved += call.actual.cost;
    hit.last = call.at;
}

WhatIfAnswer Tally::finish()
{
    for (const auto &[who, hit] : m_hits) {
        m_answer.hits.push_back(hit);
    }
    std::stable_sort(m_answer.hits.begin(), m_answer.hits.end(), [](const auto &a, const auto &b) {
        return a.refused > b.refused;
    });
    return std::move(m_answer);
}

} // namespace core
