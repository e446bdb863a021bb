// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samplesnapshot.h"

#include "app/viewmodels/capeditor.h"

/// research: $15.92 settled, $1.04 held of $20.00 a day, two calls in flight, Saturday 14:32 in
/// Berlin.
inline CapSituation research()
{
    const core::Snapshot snapshot = sample::snapshot();
    CapSituation situation;
    situation.budget = snapshot.budgets.front();
    situation.state = snapshot.buckets.front();
    situation.exists = true;
    situation.now = snapshot.at;
    situation.zone = QTimeZone("Europe/Berlin");
    for (const core::RunningCall &call : snapshot.running) {
        if (call.tenant == "research") {
            situation.running.push_back(call);
        }
    }
    return situation;
}
