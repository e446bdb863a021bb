// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/caps/pastrange.h"

using namespace std::chrono_literals;

PastRange::PastRange()
    //: Over which past: "Over: 7 days"
    : TimeFilterChip(tr("Over"), {{tr("7 days"), 7 * 24h}, {tr("30 days"), 30 * 24h}})
{
    reset();
    connect(this, &TimeFilterChip::changed, this, [this] {
        if (!isActive()) {
            reset();
        }
    });
}

QString PastRange::text() const
{
    switch (index()) {
    case 0:
        return tr("Last 7 days");
    case 1:
        return tr("Last 30 days");
    default:
        return chosen();
    }
}
