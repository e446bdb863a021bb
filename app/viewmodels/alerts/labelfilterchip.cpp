// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/alerts/labelfilterchip.h"

LabelFilterChip::LabelFilterChip(const QString &name)
    : LedgerFilterChip(core::Dimension::Tenant, name)
{
    setAll({tr("by a part of the name…")});
}

QString LabelFilterChip::rangeChoice() const
{
    return all().constFirst();
}

QString LabelFilterChip::chooseRange(const QString &part, const QString &)
{
    if (part.trimmed().isEmpty()) {
        return tr("Write a part of the name, like research, agent:crawler or team:.");
    }
    pick({part.trimmed()});
    return {};
}

QByteArray LabelFilterChip::labelPart() const
{
    return index() >= 0 ? "tenant:" + chosen().toUtf8() : chosen().toUtf8();
}
