// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/capeditor.h"
#include "app/viewmodels/formatting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

using core::Money;

// What the editor shows; what it does is in capeditor.cpp.

Money CapEditor::shown() const
{
    return m_candidate.value_or(m_pending.value_or(m_situation.cap()));
}

bool CapEditor::isEditing() const
{
    return isCreating() || (m_candidate && *m_candidate != m_situation.cap());
}

CapEditor::Direction CapEditor::direction() const
{
    const Money cap = shown();
    if (callsCut(m_situation, cap) > 0 && cap < m_situation.cap()) {
        return Cutting;
    }
    if (cap == m_situation.cap() || isCreating()) {
        return Unchanged;
    }
    return cap > m_situation.cap() ? Raising : Lowering;
}

QString CapEditor::capText() const
{
    return formatting::money(shown());
}

QString CapEditor::editText() const
{
    return formatting::plainAmount(shown());
}

QString CapEditor::fromText() const
{
    if (isCreating()) {
        return m_pending ? tr("being set…") : tr("no cap yet");
    }
    const QString before = formatting::money(m_situation.cap());
    if (m_pending && !m_candidate) {
        return tr("from %1, being set…").arg(before);
    }
    return isEditing() ? tr("from %1", "the cap before").arg(before) : QString();
}

QString CapEditor::deltaText() const
{
    const bool differs = !isCreating() && isEditing();
    return differs ? formatting::difference(shown() - m_situation.cap()) : QString();
}

BarFigures CapEditor::bar() const
{
    BarAmounts amounts{m_situation.state.settled,
                       m_situation.state.held,
                       (shown() + m_situation.raise()).nanos(),
                       {},
                       0,
                       Standing::Calm};
    core::Budget imagined = m_situation.budget;
    imagined.limit = capamount::limitForCap(imagined, shown() + m_situation.raise());
    for (const int mark : imagined.softMarks) {
        if (mark < imagined.hardMark) {
            amounts.marks.push_back(imagined.markAmount(mark));
            const bool told =
                imagined.limit == m_situation.state.limit && mark <= m_situation.state.crossedMark;
            amounts.crossed += told || amounts.spent >= amounts.marks.back() ? 1 : 0;
        }
    }
    if (amounts.spent >= amounts.cap) {
        amounts.standing = Standing::Full;
    } else if (amounts.crossed > 0) {
        amounts.standing = Standing::Near;
    }
    return barOf(amounts, m_scale.end.nanos());
}

double CapEditor::fractionOf(Money amount) const
{
    if (m_scale.end.isZero()) {
        return 0;
    }
    const double whole = static_cast<double>(m_scale.end.nanos());
    return std::clamp(static_cast<double>(amount.nanos()) / whole, 0.0, 1.0);
}

double CapEditor::post() const
{
    return fractionOf(shown());
}

double CapEditor::oldPost() const
{
    return isCreating() ? -1 : fractionOf(m_situation.cap());
}

double CapEditor::raisedPost() const
{
    const Money raise = m_situation.raise();
    return raise.isZero() ? -1 : fractionOf(shown() + raise);
}

core::Budget CapEditor::candidate() const
{
    core::Budget budget = m_situation.budget;
    budget.limit = capamount::limitForCap(budget, shown());
    return budget;
}

double CapEditor::committedAt() const
{
    return fractionOf(m_situation.leastCap());
}

bool CapEditor::showsCommitted() const
{
    return isEditing() && !m_situation.running.empty();
}

QString CapEditor::committedText() const
{
    return tr("below %1 running calls are cut").arg(formatting::money(m_situation.leastCap()));
}

Consequence CapEditor::consequence() const
{
    return consequenceOf(m_situation, shown());
}

QString CapEditor::confirmQuestion() const
{
    return tr("Cut %Ln running call(s)?", nullptr, callsCut(m_situation, shown()));
}

QString CapEditor::keepText() const
{
    return tr("Lower to %1").arg(formatting::money(m_situation.leastCap()));
}
