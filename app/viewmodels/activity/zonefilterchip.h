// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/activityfilterchip.h"

/// Whose days are meant: a zone of the world, or the one that is in force where none is chosen.
class ZoneFilterChip : public ActivityFilterChip
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ReportsModel")

public:
    ZoneFilterChip();

    [[nodiscard]] QByteArray zoneOr(const QByteArray &otherwise) const;
};
