// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/caps/cappast.h"

#include "app/viewmodels/budgets/budgetmatch.h"
#include "app/viewmodels/capeditor.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

namespace {

/// As long as a hand rests before the answer is wanted.
constexpr std::chrono::milliseconds Rest{150};
/// The form for new budgets asks the same reader, with tickets from 1 on.
constexpr quint64 FirstTicket = quint64{1} << 32;

} // namespace

CapPast::CapPast(const CapEditor &editor, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_ticket(FirstTicket)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(Rest);
    connect(&m_pause, &QTimer::timeout, this, &CapPast::ask);
}

void CapPast::look()
{
    const auto wanted = m_editor.isEditing() && !m_editor.isPending()
                            ? std::optional(m_editor.candidate())
                            : std::nullopt;
    if (wanted == m_asked) {
        return;
    }
    m_asked = wanted;
    ++m_ticket; // an answer under way is to another question
    if (!wanted) {
        m_pause.stop();
        show({}, false);
        return;
    }
    show(tr("Last 7 days: counting…"), false);
    m_pause.start();
}

void CapPast::ask()
{
    if (!m_asked) {
        return;
    }
    core::WhatIfQuestion question;
    question.budgets = {*m_asked};
    question.budgets.front().mode = core::BudgetMode::Enforce;
    question.budgets.front().raise.reset(); // it is of today
    question.to = m_editor.situation().now;
    question.from = question.to - Range;
    Q_EMIT wanted(++m_ticket,
                  question,
                  budgetmatch::filterFor(m_asked->selector, question.from, question.to));
}

void CapPast::take(quint64 ticket,
                   const core::WhatIfAnswer &answer,
                   const core::ActivityCount &matched)
{
    if (ticket != m_ticket) {
        return;
    }
    const bool ofAll = m_asked && budgetmatch::hasTags(m_asked->selector);
    const int number = formatting::countable(ofAll ? answer.calls : matched.calls);
    const QString text =
        matched.isAtLeast && !ofAll
            ? tr("Last 7 days: %1 of more than %Ln call(s) would have been refused",
                 nullptr,
                 number)
            : tr("Last 7 days: %1 of %Ln call(s) would have been refused", nullptr, number);
    show(text.arg(formatting::count(answer.wouldRefuse)), answer.wouldRefuse > 0);
}

void CapPast::refuse(quint64 ticket, const QString &why)
{
    if (ticket == m_ticket) {
        show(tr("What it would have refused cannot be told: %1").arg(sentences::translated(why)),
             false);
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
