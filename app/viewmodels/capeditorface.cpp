// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/capeditor.h"
#include "app/viewmodels/formatting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// What the editor shows; what it does is in capeditor.cpp.

qint64 CapEditor::shown() const
{
    return m_candidate.value_or(m_pending.value_or(m_situation.cap()));
}

bool CapEditor::isEditing() const
{
    return isCreating() || (m_candidate && *m_candidate != m_situation.cap());
}

CapEditor::Direction CapEditor::direction() const
{
    const qint64 cap = shown();
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
    return unitamount::figure(shown(), m_situation.unit());
}

QString CapEditor::unitText() const
{
    return unitamount::word(m_situation.unit());
}

QString CapEditor::editText() const
{
    return unitamount::plain(shown(), m_situation.unit());
}

QString CapEditor::fromText() const
{
    if (isCreating()) {
        return m_pending ? tr("being set…") : tr("no cap yet");
    }
    const QString before = unitamount::figure(m_situation.cap(), m_situation.unit());
    if (m_pending && !m_candidate) {
        return tr("from %1, being set…").arg(before);
    }
    return isEditing() ? tr("from %1", "the cap before").arg(before) : QString();
}

QString CapEditor::deltaText() const
{
    const bool differs = !isCreating() && isEditing();
    return differs ? unitamount::difference(shown() - m_situation.cap(), m_situation.unit())
                   : QString();
}

BarFigures CapEditor::bar() const
{
    BarAmounts amounts{m_situation.state.settled,
                       m_situation.state.held,
                       shown() + m_situation.raise(),
                       {},
                       0,
                       Standing::Calm,
                       m_situation.unit()};
    core::Budget imagined = m_situation.budget;
    imagined.limit = unitamount::limitForCap(imagined, shown() + m_situation.raise());
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
    return barOf(amounts, m_scale.end);
}

double CapEditor::fractionOf(qint64 amount) const
{
    if (m_scale.end == 0) {
        return 0;
    }
    const double whole = static_cast<double>(m_scale.end);
    return std::clamp(static_cast<double>(amount) / whole, 0.0, 1.0);
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
    const qint64 raise = m_situation.raise();
    return raise == 0 ? -1 : fractionOf(shown() + raise);
}

core::Budget CapEditor::candidate() const
{
    core::Budget budget = m_situation.budget;
    budget.limit = unitamount::limitForCap(budget, shown());
    return budget;
}

double CapEditor::committedAt() const
{
    return fractionOf(m_situation.leastCap());
}

bool CapEditor::showsCommitted() const
{
    return isEditing() && (!m_situation.running.empty() ||
                           (!m_situation.runningIsKnown && m_situation.state.running > 0));
}

QString CapEditor::committedText() const
{
    return tr("below %1 running calls are cut")
        .arg(unitamount::figure(m_situation.leastCap(), m_situation.unit()));
}

Consequence CapEditor::consequence() const
{
    return consequenceOf(m_situation, shown());
}

QString CapEditor::confirmQuestion() const
{
    return m_situation.runningIsKnown
               ? tr("Cut %Ln running call(s)?", nullptr, callsCut(m_situation, shown()))
               : tr("Cut running calls?");
}

QString CapEditor::keepText() const
{
    const core::Unit unit = m_situation.unit();
    const qint64 least = unitamount::roundedUp(m_situation.leastCap(), unit);
    return tr("Lower to %1").arg(unitamount::text(least, unit)); // as toCommitted() does
}
