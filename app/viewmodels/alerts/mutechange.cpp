// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/alerts/mutechange.h"

#include "app/viewmodels/formatting.h"

#include <QCoreApplication>

namespace {

struct Change
{
    Q_DECLARE_TR_FUNCTIONS(MuteChange)
};

} // namespace

QString MuteChange::text() const
{
    if (!after) {
        return Change::tr("%1: unmuted").arg(title);
    }
    return *after == core::Time::max()
               ? Change::tr("%1: muted").arg(title)
               : Change::tr("%1: muted until %2", "research, daily cap: muted until 21 Nov 18:00")
                     .arg(title, formatting::dated(*after, zone, formatting::DateForm::DayClock));
}
