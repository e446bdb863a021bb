// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/budgets/budgetpast.h"

#include "app/viewmodels/budgets/budgetmatch.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t MostHits = 4;
/// Long enough for the next key, short enough to be there when the eyes are.
constexpr std::chrono::milliseconds TypingPause{250};

/// What it would count is shown also of one that refuses nothing, has a name, and is raised today.
core::Budget asked(core::Budget budget)
{
    budget.mode = core::BudgetMode::Enforce;
    budget.name.clear();
    budget.raise.reset();
    return budget;
}

} // namespace

BudgetPast::BudgetPast(std::chrono::milliseconds patience)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPause);
    connect(&m_pause, &QTimer::timeout, this, &BudgetPast::ask);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &BudgetPast::wait);
    connect(&m_range, &TimeFilterChip::changed, this, [this] {
        if (m_asked && m_range.isActive()) {
            askSoon();
        }
    });
}

void BudgetPast::setNow(core::Time now, const QTimeZone &zone)
{
    m_now = now;
    m_range.setNow(now, zone);
}

void BudgetPast::look(const std::optional<core::Budget> &budget)
{
    const auto wished = budget ? std::optional(asked(*budget)) : std::nullopt;
    if (wished == m_asked) {
        return;
    }
    m_asked = wished;
    askSoon();
}

void BudgetPast::forget()
{
    m_asked.reset();
    m_range.reset();
    askSoon();
}

void BudgetPast::askSoon()
{
    ++m_ticket; // an answer under way is to another question
    m_patience.stop();
    if (!m_asked) {
        m_pause.stop();
        show(Nothing, {});
        return;
    }
    show(Counting, tr("%1: counting…", "Last 7 days").arg(m_range.text()));
    m_pause.start();
}

void BudgetPast::ask()
{
    if (!m_asked) {
        return;
    }
    core::WhatIfQuestion question;
    question.budgets = {*m_asked};
    question.from = std::max(m_range.from(), core::Time{});
    question.to = std::min(m_range.to(), m_now);
    m_patience.start();
    Q_EMIT wanted(++m_ticket,
                  question,
                  budgetmatch::filterFor(m_asked->selector, question.from, question.to));
}

void BudgetPast::wait()
{
    show(Slow, tr("%1: still counting; the ledger is long.").arg(m_range.text()));
}

QString BudgetPast::matchText(const core::WhatIfAnswer &answer,
                              const core::ActivityCount &matched) const
{
    const int number = formatting::countable(matched.calls);
    const QString text =
        budgetmatch::hasTags(m_asked->selector) ? tr("%1: would have refused %2 of all calls")
        : matched.isAtLeast
            //: %1 is "Last 7 days", %2 the calls refused
            ? tr("%1: matches more than %Ln call(s), would have refused %2", nullptr, number)
            //: %1 is "Last 7 days", %2 the calls refused
            : tr("%1: matches %Ln call(s), would have refused %2", nullptr, number);
    return text.arg(m_range.text(), formatting::count(answer.wouldRefuse));
}

void BudgetPast::take(quint64 ticket,
                      const core::WhatIfAnswer &answer,
                      const core::ActivityCount &matched)
{
    if (ticket != m_ticket || !m_asked) {
        return;
    }
    m_patience.stop();
    QStringList hits;
    for (const auto &hit : answer.hits) {
        if (static_cast<std::size_t>(hits.size()) < MostHits) {
            hits += tr("%1: %2 refused")
                        .arg(QString::fromUtf8(hit.label), formatting::count(hit.refused));
        }
    }
    const bool hasTags = budgetmatch::hasTags(m_asked->selector);
    const auto whole =
        static_cast<double>(std::max<qint64>(hasTags ? answer.calls : matched.calls, 1));
    show(Stands,
         matchText(answer, matched),
         hits.join(u'\n'),
         std::min(1.0, static_cast<double>(answer.wouldRefuse) / whole));
}

void BudgetPast::refuse(quint64 ticket, const QString &why)
{
    if (ticket == m_ticket && m_asked) {
        m_patience.stop();
        show(Failed,
             tr("What it would have refused cannot be told: %1").arg(sentences::translated(why)));
    }
}

void BudgetPast::show(State state, const QString &text, const QString &hits, double share)
{
    m_state = state;
    m_text = text;
    m_hits = hits;
    m_share = share;
    Q_EMIT changed();
}
