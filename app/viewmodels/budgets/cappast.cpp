// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/budgets/cappast.h"

#include "app/viewmodels/capeditor.h"
#include "app/viewmodels/formatting.h"

using namespace Qt::StringLiterals;

namespace {

/// A hand that moves on does not want the answer (design: it arrives within 150 ms).
constexpr std::chrono::milliseconds Rest{120};

} // namespace

PastQuestion pastQuestionOf(const core::Budget &budget, core::Time now)
{
    PastQuestion past;
    past.question.budgets = {budget};
    // What it would count is shown also of one that refuses nothing.
    past.question.budgets.front().mode = core::BudgetMode::Enforce;
    past.question.from = now - PastQuestion::Range;
    past.question.to = now;
    past.matching.from = past.question.from;
    past.matching.to = now;
    for (const core::Selector::Term &term : budget.selector.terms()) {
        // Exact values only: a wildcard is for all calls that name somebody.
        if (!term.value.isEmpty()) {
            past.matching.values.emplace_back(term.dimension, term.value);
        }
    }
    return past;
}

CapPast::CapPast(CapEditor &editor)
    : m_editor(editor)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(Rest);
    connect(&m_rest, &QTimer::timeout, this, &CapPast::ask);
    connect(&editor, &CapEditor::changed, this, &CapPast::follow);
}

void CapPast::follow()
{
    if (!m_editor.isEditing()) {
        ++m_ticket; // an answer under way is of no use
        m_limit = 0;
        m_rest.stop();
        show({}, false);
        return;
    }
    const qint64 limit = m_editor.proposal().limit;
    if (limit != m_limit) {
        ++m_ticket;
        m_limit = limit;
        m_rest.start();
        show(tr("Last 7 days: counting…"), false);
    }
}

void CapPast::ask()
{
    const PastQuestion past = pastQuestionOf(m_editor.proposal(), m_editor.situation().now);
    Q_EMIT wanted(m_ticket, past.question, past.matching);
}

void CapPast::take(quint64 ticket,
                   const core::WhatIfAnswer &answer,
                   const core::ActivityCount &matched)
{
    if (ticket != m_ticket) {
        return;
    }
    if (answer.wouldRefuse == 0) {
        show(tr("Last 7 days: would have refused no call"), false);
        return;
    }
    core::Money saved;
    for (const core::WhatIfAnswer::Hit &hit : answer.hits) {
        saved += hit.saved;
    }
    const QString number = formatting::count(matched.calls);
    const QString all = matched.isAtLeast ? tr("more than %1").arg(number) : number;
    const QString refused = formatting::count(answer.wouldRefuse);
    show(saved.isZero() ? tr("Last 7 days: would have refused %1 of %2 calls").arg(refused, all)
                        : tr("Last 7 days: would have refused %1 of %2 calls, worth %3")
                              .arg(refused, all, formatting::money(saved)),
         true);
}

void CapPast::refuse(quint64 ticket, const QString &why)
{
    if (ticket == m_ticket) {
        show(tr("What it would have refused cannot be told: %1").arg(why), false);
    }
}

void CapPast::show(const QString &text, bool refuses)
{
    if (text != m_text || refuses != m_refuses) {
        m_text = text;
        m_refuses = refuses;
        Q_EMIT changed();
    }
}
