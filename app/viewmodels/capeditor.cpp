// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/capeditor.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <algorithm>

using namespace Qt::StringLiterals;

using core::Money;

void CapEditor::apply(const CapSituation &situation)
{
    if (situation.budget.id != m_situation.budget.id) {
        m_candidate.reset();
        m_pending.reset();
        m_error.clear();
        m_dragging = false;
        m_confirming = false;
    }
    m_situation = situation;
    if (m_pending && situation.exists && situation.cap() == *m_pending) {
        m_pending.reset();
    }
    fitScale();
    announce();
}

void CapEditor::refuse(const QString &why)
{
    m_pending.reset();
    m_candidate.reset();
    m_error = why;
    fitScale();
    announce();
}

void CapEditor::fitScale()
{
    // Under the pointer the scale stands still, or the post would run away from it.
    if (m_dragging) {
        return;
    }
    const Money posts = std::max(shown(), m_situation.cap()) + m_situation.raise();
    const Money most = std::max(posts, m_situation.committed());
    const auto scale = capamount::scaleFor(most);
    if (scale != m_scale) {
        m_scale = scale;
        Q_EMIT scaleChanged();
    }
}

void CapEditor::announce()
{
    Look look{capText(),
              fromText(),
              m_error,
              direction(),
              bar(),
              post(),
              raisedPost(),
              consequence(),
              committedAt(),
              m_confirming,
              isPending(),
              isEditing()};
    if (look != m_look) {
        m_look = std::move(look);
        Q_EMIT changed();
    }
}

void CapEditor::propose(Money amount)
{
    m_error.clear();
    m_confirming = false;
    m_candidate = amount;
    fitScale();
    announce();
}

void CapEditor::beginDrag()
{
    m_dragging = true;
}

void CapEditor::dragTo(double fraction, Stride stride)
{
    const auto kind = static_cast<capamount::Stride>(stride);
    propose(capamount::snapped(fraction, m_scale, kind));
}

void CapEditor::endDrag()
{
    m_dragging = false;
    if (isCreating()) {
        fitScale();
        announce();
        return;
    }
    commit();
}

void CapEditor::step(int strides, Stride stride)
{
    const Money unit = capamount::strideOf(m_scale, static_cast<capamount::Stride>(stride));
    const Money wanted = shown() + Money::fromNanos(unit.nanos() * strides);
    propose(std::clamp(wanted, unit, Money::fromDollars(capamount::MostDollars)));
}

void CapEditor::toCommitted()
{
    // Up to the next cent: a fraction of a cent less would cut a call.
    constexpr qint64 Cent = Money::NanosPerDollar / 100;
    const qint64 cents = (m_situation.leastCap().nanos() + Cent - 1) / Cent;
    propose(Money::fromNanos(std::max<qint64>(cents, 1) * Cent));
}

void CapEditor::toOld()
{
    propose(m_situation.cap());
}

void CapEditor::type(const QString &text)
{
    const auto amount = capamount::parse(text, m_situation.cap());
    if (amount.ok()) {
        propose(*amount);
        return;
    }
    m_candidate.reset();
    m_error = sentences::of(amount.error());
    announce();
}

void CapEditor::commit()
{
    if (!m_error.isEmpty()) {
        return;
    }
    const Money wanted = shown();
    if (m_situation.exists && wanted == m_situation.cap()) {
        putBack();
        return;
    }
    if (callsCut(m_situation, wanted) > 0) {
        m_candidate = wanted;
        m_confirming = true;
        announce();
        return;
    }
    request(wanted);
}

void CapEditor::confirmCut()
{
    if (m_confirming) {
        request(shown());
    }
}

void CapEditor::lowerWithoutCut()
{
    toCommitted();
    request(shown());
}

void CapEditor::putBack()
{
    m_candidate.reset();
    m_error.clear();
    m_dragging = false;
    m_confirming = false;
    fitScale();
    announce();
}

void CapEditor::request(Money cap)
{
    core::Budget after = m_situation.budget;
    after.limit = capamount::limitForCap(after, cap);
    if (after.raise && !after.isRaisedAt(m_situation.now)) {
        after.raise.reset(); // it is over: the change says what is
    }
    m_confirming = false;
    m_candidate.reset();
    m_pending = cap;
    fitScale();
    announce();
    Q_EMIT changeRequested(m_situation.exists ? std::optional(m_situation.budget) : std::nullopt,
                           after);
}
