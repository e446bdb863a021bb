// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/storyteller.h"

/// What the time went into: waiting for room, Capstan itself, the first token, the answer.
void tellTime(StoryTeller &teller, const core::AttemptStory::Settled &settled);

/// Each kind of token with its rate, and where the price came from.
void tellCost(StoryTeller &teller, const core::AttemptStory::Settled &settled);

/// Of a call that has no time to tell yet, or never had.
void tellWait(StoryTeller &teller, core::Duration queued);

/// What a call that runs has come to.
void tellSoFar(StoryTeller &teller, const StorySoFar &soFar);

void tellCorrection(StoryTeller &teller, const core::AttemptStory::Corrected &corrected);
