// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/caphistory.h"

#include "app/viewmodels/alerts/alertrow.h"
#include "app/viewmodels/caps/unitamount.h"
#include "app/viewmodels/formatting.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct Change
{
    Q_DECLARE_TR_FUNCTIONS(CapChange)
};

QString capText(const core::Budget &budget)
{
    return unitamount::text(budget.cap(), budget.unit);
}

QString raiseText(const core::Budget &budget)
{
    core::Budget raised = budget;
    raised.limit += budget.raise->by;
    return unitamount::difference(raised.cap() - budget.cap(), budget.unit);
}

QString untilText(const core::Budget &budget)
{
    return formatting::dated(budget.raise->until,
                             formatting::zoneOf(budget.window.zone),
                             formatting::DateForm::DayClock);
}

WindowChange reversed(const WindowChange &change)
{
    return std::visit([](const auto &one) { return WindowChange(one.reversed()); }, change);
}

/// Cap, marks and raise are told in figures; the rest of a budget is too much for a line.
bool isOfItsAmounts(const core::Budget &before, const core::Budget &after)
{
    core::Budget same = before;
    same.limit = after.limit;
    same.softMarks = after.softMarks;
    same.raise = after.raise;
    return same == after;
}

template <class OneChange>
bool goesBy(const OneChange &change, const QByteArray &what)
{
    if constexpr (requires { change.refusedAs(); }) {
        return change.refusedAs() == what;
    } else {
        return false; // prices go by another door, and an upstream is never refused later
    }
}

} // namespace

QString textOf(const WindowChange &change)
{
    return std::visit([](const auto &one) { return one.text(); }, change);
}

QString CapChange::text() const
{
    const QString who = alertwords::whom(budget().selector);
    if (before && after && !isOfItsAmounts(*before, *after)) {
        return Change::tr("%1: budget changed").arg(who);
    }
    if (before && after && before->cap() == after->cap() && before->softMarks != after->softMarks) {
        return after->softMarks.empty()
                   ? Change::tr("%1: told at the cap only").arg(who)
                   : Change::tr("%1: told at %2").arg(who, alertwords::marks(after->softMarks));
    }
    if (before && after && before->raise != after->raise && before->limit == after->limit) {
        return after->raise ? Change::tr("%1: %2 until %3", "research: +$20.00 until 21 Nov 18:00")
                                  .arg(who, raiseText(*after), untilText(*after))
                            : Change::tr("%1: raise ended").arg(who);
    }
    if (before && after) {
        return Change::tr("%1: cap %2 → %3").arg(who, capText(*before), capText(*after));
    }
    return after ? Change::tr("%1: cap of %2 set").arg(who, capText(*after))
                 : Change::tr("%1: cap of %2 removed").arg(who, capText(*before));
}

void CapHistory::add(WindowChange change)
{
    m_changes.resize(m_done);
    m_changes.push_back(std::move(change));
    m_done = m_changes.size();
    m_last = Step::Made;
}

std::optional<WindowChange> CapHistory::undo()
{
    if (!canUndo()) {
        return std::nullopt;
    }
    m_last = Step::Undone;
    return reversed(m_changes[--m_done]);
}

std::optional<WindowChange> CapHistory::redo()
{
    if (!canRedo()) {
        return std::nullopt;
    }
    m_last = Step::Redone;
    return m_changes[m_done++];
}

QString CapHistory::undoText() const
{
    return canUndo() ? textOf(m_changes[m_done - 1]) : QString();
}

std::optional<WindowChange> CapHistory::forget(const QByteArray &what)
{
    if (m_last == Step::None) {
        return std::nullopt;
    }
    const bool isIt =
        std::visit([&what](const auto &one) { return goesBy(one, what); }, m_changes[last()]);
    return isIt ? forgetLast() : std::nullopt;
}

std::optional<WindowChange> CapHistory::forgetPrice(const QString &model)
{
    const PriceChange *price =
        m_last == Step::None ? nullptr : std::get_if<PriceChange>(&m_changes[last()]);
    return price != nullptr && price->model == model ? forgetLast() : std::nullopt;
}

std::optional<WindowChange> CapHistory::forgetLast()
{
    const std::size_t place = last();
    const WindowChange change = m_changes[place];
    switch (std::exchange(m_last, Step::None)) {
    case Step::Undone:
        ++m_done;
        return reversed(change);
    case Step::Redone:
        --m_done;
        return change;
    default:
        m_changes.resize(place);
        m_done = place;
        return change;
    }
}
