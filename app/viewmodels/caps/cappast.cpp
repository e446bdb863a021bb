// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/caps/cappast.h"

#include "app/viewmodels/budgets/budgetmatch.h"
#include "app/viewmodels/capeditor.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <algorithm>

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
    connect(&m_range, &TimeFilterChip::changed, this, [this] {
        if (m_asked && m_range.isActive()) {
            askSoon();
        }
    });
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
    askSoon();
}

void CapPast::askSoon()
{
    ++m_ticket; // an answer under way is to another question
    if (!m_asked) {
        m_pause.stop();
        show({}, false);
        return;
    }
    show(tr("%1: counting…", "Last 7 days").arg(m_range.text()), false);
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
    const CapSituation &situation = m_editor.situation();
    m_range.setNow(situation.now, situation.zone);
    question.from = std::max(m_range.from(), core::Time{});
    question.to = std::min(m_range.to(), situation.now);
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
            //: %1 is "Last 7 days", %2 the calls refused
            ? tr("%1: %2 of more than %Ln call(s) would have been refused", nullptr, number)
            //: %1 is "Last 7 days", %2 the calls refused
            : tr("%1: %2 of %Ln call(s) would have been refused", nullptr, number);
    show(text.arg(m_range.text(), formatting::count(answer.wouldRefuse)), answer.wouldRefuse > 0);
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
