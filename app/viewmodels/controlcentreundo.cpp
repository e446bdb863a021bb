// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ControlCentre that pauses, mutes and changes keys so that it can be taken back.
#include "app/viewmodels/alerts/alertrow.h"
#include "app/viewmodels/controlcentre.h"
#include "app/viewmodels/formatting.h"

void ControlCentre::pauseAll(bool paused, bool cutRunning)
{
    if (cutRunning) { // only the pause can be taken back, as is said before
        remember(PauseChange{{}, paused});
        Q_EMIT pauseAllRequested(paused, true);
    } else {
        setPaused({{}, paused});
    }
}

void ControlCentre::setPaused(const PauseChange &change)
{
    remember(change); // the chart learns of it from the snapshot, whoever paused
    ask(change);
}

void ControlCentre::setMute(const QByteArray &budgetId, const std::optional<core::Time> &until)
{
    MuteChange change;
    change.budgetId = budgetId;
    change.zone = formatting::zoneOf(m_snapshot->zone);
    change.after = until;
    const auto &budgets = m_snapshot->budgets;
    const auto budget = std::ranges::find(budgets, budgetId, &core::Budget::id);
    change.title = budgetId.isEmpty()        ? tr("Every budget")
                   : budget != budgets.end() ? alertwords::budgetTitle(*budget)
                                             : QString::fromUtf8(budgetId);
    const auto &mutes = m_snapshot->alertMutes;
    const auto mute = std::ranges::find(mutes, budgetId, &core::AlertMute::budgetId);
    if (mute != mutes.end()) {
        change.before = mute->until;
    }
    remember(change);
    ask(change);
}

void ControlCentre::askFor(const PauseChange &change)
{
    if (change.tenant.isEmpty()) {
        Q_EMIT pauseAllRequested(change.paused, false);
    } else {
        Q_EMIT tenantPauseRequested(change.tenant, change.paused);
    }
}

void ControlCentre::askFor(const MuteChange &change)
{
    if (change.after) {
        Q_EMIT muteRequested(change.budgetId, *change.after);
    } else {
        Q_EMIT unmuteRequested(change.budgetId);
    }
}

void ControlCentre::askFor(const KeyChange &change)
{
    Q_EMIT keyChangeRequested(change.after);
}
