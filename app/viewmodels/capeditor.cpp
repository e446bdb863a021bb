// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/capeditor.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <algorithm>

using namespace Qt::StringLiterals;

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
    const qint64 posts = std::max(shown(), m_situation.cap()) + m_situation.raise();
    const qint64 most = std::max(posts, m_situation.committed());
    const auto scale = unitamount::scaleFor(most, m_situation.unit());
    if (scale != m_scale) {
        m_scale = scale;
        Q_EMIT scaleChanged();
    }
}

void CapEditor::announce()
{
    Look look{capText(),
              unitText(),
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

void CapEditor::propose(qint64 amount)
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
    propose(unitamount::snapped(fraction, m_scale, kind));
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

void CapEditor::step(int strides, Stride kind)
{
    const qint64 stride = unitamount::strideOf(m_scale, static_cast<capamount::Stride>(kind));
    propose(std::clamp(shown() + stride * strides, stride, unitamount::most(m_situation.unit())));
}

void CapEditor::toCommitted()
{
    // Up to the next cent: a fraction of a cent less would cut a call.
    propose(unitamount::roundedUp(m_situation.leastCap(), m_situation.unit()));
}

void CapEditor::toOld()
{
    propose(m_situation.cap());
}

void CapEditor::type(const QString &text)
{
    const auto amount = unitamount::parse(text, m_situation.cap(), m_situation.unit());
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
    const qint64 wanted = shown();
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

void CapEditor::request(qint64 cap)
{
    core::Budget after = m_situation.budget;
    after.limit = unitamount::limitForCap(after, cap);
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
