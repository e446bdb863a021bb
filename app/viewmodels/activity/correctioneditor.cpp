// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/correctioneditor.h"

#include "app/viewmodels/alerts/alertrow.h"
#include "app/viewmodels/caps/unitamount.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {
bool isRecovered(const core::AttemptStory &attempt)
{
    return attempt.settled && attempt.settled->ending == core::Ending::Recovered;
}

/// The label of the counter that such a call is counted by; nothing for a wildcard over tags.
std::optional<QByteArray> labelOf(const core::Budget &budget, const core::Attribution &attribution)
{
    std::vector<QByteArray> values;
    for (const core::Selector::Term &term : budget.selector.terms()) {
        if (term.value.isEmpty() && !term.tagName.isEmpty()) {
            return std::nullopt;
        }
        if (term.value.isEmpty()) {
            values.push_back(attribution.of(term.dimension));
        }
    }
    return budget.selector.labelWith(values);
}
} // namespace

void CorrectionEditor::setPrices(std::shared_ptr<const core::PriceBook> prices)
{
    m_prices = std::move(prices);
    Q_EMIT changed();
}

void CorrectionEditor::show(const core::RequestStory &story)
{
    const bool isTheSame = m_attempt && m_id == story.id;
    if (isTheSame && m_touched) {
        return; // the story was read again while somebody types
    }
    const int before = isTheSame ? m_attempt->attempt : 0;
    clear();
    m_id = story.id;
    std::ranges::copy_if(story.attempts, std::back_inserter(m_attempts), isRecovered);
    const auto same = std::ranges::find(m_attempts, before, &core::AttemptStory::attempt);
    const auto last = m_attempts.empty() ? m_attempts.end() : std::prev(m_attempts.end());
    choose(static_cast<int>((same != m_attempts.end() ? same : last) - m_attempts.begin()));
    Q_EMIT changed();
}

void CorrectionEditor::choose(int index)
{
    if (index >= 0 && index < static_cast<int>(m_attempts.size())) {
        m_chosen = index;
        m_attempt = m_attempts[static_cast<std::size_t>(index)];
    }
}

void CorrectionEditor::setAttempt(int index)
{
    if (index != m_chosen) {
        choose(index);
        m_refusal.clear();
        Q_EMIT changed();
    }
}

QStringList CorrectionEditor::attempts() const
{
    QStringList attempts;
    for (const core::AttemptStory &attempt : m_attempts) {
        attempts +=
            tr("Attempt %1: %2")
                .arg(formatting::count(attempt.attempt), formatting::exactMoney(attempt.costNow()));
    }
    return attempts;
}

void CorrectionEditor::clear()
{
    m_attempts.clear();
    m_chosen = 0;
    m_attempt.reset();
    m_input.clear();
    m_output.clear();
    m_cached.clear();
    m_cacheWrite.clear();
    m_reasoning.clear();
    m_cost.clear();
    m_reason.clear();
    m_refusal.clear();
    m_touched = false;
    Q_EMIT changed();
}

void CorrectionEditor::refuse(const core::RequestId &id, const QString &why)
{
    if (m_id == id) {
        m_refusal = sentences::translated(why);
        Q_EMIT changed();
    }
}

void CorrectionEditor::put(QString &field, const QString &text)
{
    if (text != field) {
        field = text;
        m_touched = true;
        m_refusal.clear();
        Q_EMIT changed();
    }
}

QString CorrectionEditor::chargedText() const
{
    if (!m_attempt) {
        return {};
    }
    const QString cost = formatting::exactMoney(m_attempt->costNow());
    return m_attempt->corrected
               ? tr("Corrected to %1. It can be corrected again.").arg(cost)
               : tr("Was open when Capstan stopped, so it was charged the most it could cost: %1.")
                     .arg(cost);
}

void CorrectionEditor::apply(const std::shared_ptr<const core::Snapshot> &snapshot)
{
    const QString before = budgetText();
    m_snapshot = snapshot;
    if (m_attempt && budgetText() != before) {
        Q_EMIT changed();
    }
}

bool CorrectionEditor::isBegun() const
{
    return m_touched && (!m_cost.isEmpty() || (!m_input.isEmpty() && !m_output.isEmpty()));
}

QString CorrectionEditor::errorText() const
{
    if (!m_refusal.isEmpty() || !isBegun()) {
        return m_refusal;
    }
    const auto correction = typed();
    return correction.ok() ? QString() : sentences::of(correction.error());
}

QString CorrectionEditor::budgetText() const
{
    const auto correction = m_touched ? typed() : core::Error{core::ErrorCode::NotFound, {}, {}};
    if (!correction.ok()) {
        return {};
    }
    const core::Amounts more{
        correction->cost - m_attempt->costNow(), correction->usage.total() - usageNow().total(), 0};
    QStringList lines;
    for (const core::Budget &budget : m_snapshot->budgets) {
        const auto label = budget.selector.matches(m_attempt->attribution)
                               ? labelOf(budget, m_attempt->attribution)
                               : std::nullopt;
        const auto counter = std::ranges::find_if(m_snapshot->buckets, [&](const auto &bucket) {
            return label && bucket.budgetId == budget.id && bucket.label == *label &&
                   bucket.span.begins <= m_attempt->admittedAt &&
                   m_attempt->admittedAt < bucket.span.ends;
        });
        if (counter != m_snapshot->buckets.end() && more.in(budget.unit) != 0) {
            //: %1 is a budget, the others amounts
            lines +=
                tr("%1: %2 → %3")
                    .arg(alertwords::budgetTitle(budget),
                         unitamount::text(counter->settled, budget.unit),
                         unitamount::text(counter->settled + more.in(budget.unit), budget.unit));
        }
    }
    return lines.join(u'\n');
}

QString CorrectionEditor::costText() const
{
    const auto correction = typed();
    if (!m_touched || !correction.ok()) {
        return {};
    }
    const core::Money less = m_attempt->costNow() - correction->cost;
    return less >= core::Money()
               ? tr("Comes to %1; gives back %2")
                     .arg(formatting::exactMoney(correction->cost), formatting::exactMoney(less))
               : tr("Comes to %1; charges %2 more")
                     .arg(formatting::exactMoney(correction->cost),
                          formatting::exactMoney(core::Money() - less));
}

bool CorrectionEditor::canSave() const
{
    return m_touched && m_refusal.isEmpty() && typed().ok();
}

void CorrectionEditor::save()
{
    const auto correction = typed();
    if (canSave() && correction.ok()) {
        m_touched = false;
        Q_EMIT saveRequested(*correction);
    }
}
