// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/zonefilterchip.h"

#include <QTimeZone>

namespace {

QStringList zones()
{
    QStringList names;
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds()) {
        names += QString::fromLatin1(zone);
    }
    return names;
}

} // namespace

ZoneFilterChip::ZoneFilterChip()
    : ActivityFilterChip(tr("Time zone"), zones())
{}

QByteArray ZoneFilterChip::zoneOr(const QByteArray &otherwise) const
{
    return isActive() ? chosen().toLatin1() : otherwise;
}
