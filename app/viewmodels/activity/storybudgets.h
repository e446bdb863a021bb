// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/storyteller.h"

/// What a budget that was asked came to with this call: under its cap or past it.
void tellBudget(StoryTeller &teller, const core::BudgetArithmetic &budget);
/// The budgets that cut it, each a part of its own; nothing of a call that no budget cut.
void tellCut(StoryTeller &teller,
             const core::AttemptStory::Settled &settled,
             const QTimeZone &zone);
