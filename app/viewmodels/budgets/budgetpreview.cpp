// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/budgets/budgetform.h"
#include "app/viewmodels/budgets/budgetmatch.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t MostHits = 4;

} // namespace

void BudgetForm::askSoon()
{
    ++m_ticket; // an answer under way is to another question
    if (!budget().ok()) {
        m_pause.stop();
        showPreview({}, {}, 0, false);
        return;
    }
    showPreview(tr("Last 7 days: counting…"), {}, 0, true);
    m_pause.start();
}

void BudgetForm::ask()
{
    const auto made = budget();
    if (!m_open || !made.ok()) {
        return;
    }
    core::WhatIfQuestion question;
    question.budgets = {*made};
    // What it would count is shown also of one that refuses nothing.
    question.budgets.front().mode = core::BudgetMode::Enforce;
    question.from = m_now - PreviewRange;
    question.to = m_now;
    Q_EMIT previewWanted(
        ++m_ticket, question, budgetmatch::filterFor(made->selector, question.from, question.to));
}

void BudgetForm::takePreview(quint64 ticket,
                             const core::WhatIfAnswer &answer,
                             const core::ActivityCount &matched)
{
    if (ticket != m_ticket) {
        return;
    }
    const auto whose = selector();
    const bool hasTags = whose.ok() && budgetmatch::hasTags(*whose);
    const int number = formatting::countable(matched.calls);
    const QString matches =
        hasTags ? tr("Last 7 days: would have refused %1 of all calls")
        : matched.isAtLeast
            ? tr("Last 7 days: matches more than %Ln call(s), would have refused %1",
                 nullptr,
                 number)
            : tr("Last 7 days: matches %Ln call(s), would have refused %1", nullptr, number);
    const QString text = matches.arg(formatting::count(answer.wouldRefuse));
    QStringList hits;
    for (const auto &hit : answer.hits) {
        if (static_cast<std::size_t>(hits.size()) < MostHits) {
            hits += tr("%1: %2 refused")
                        .arg(QString::fromUtf8(hit.label), formatting::count(hit.refused));
        }
    }
    const auto whole =
        static_cast<double>(std::max<qint64>(hasTags ? answer.calls : matched.calls, 1));
    const double share = std::min(1.0, static_cast<double>(answer.wouldRefuse) / whole);
    showPreview(text, hits.join(u'\n'), share, false);
}

void BudgetForm::refusePreview(quint64 ticket, const QString &why)
{
    if (ticket == m_ticket) {
        showPreview(
            tr("What it would have refused cannot be told: %1").arg(sentences::translated(why)),
            {},
            0,
            false);
    }
}

void BudgetForm::showPreview(const QString &text, const QString &hits, double share, bool counting)
{
    m_previewText = text;
    m_hitsText = hits;
    m_refusedShare = share;
    m_counting = counting;
    Q_EMIT previewChanged();
}
