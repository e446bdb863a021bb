// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/pausechange.h"

#include <QCoreApplication>

namespace {

struct Change
{
    Q_DECLARE_TR_FUNCTIONS(PauseChange)
};

} // namespace

QString PauseChange::text() const
{
    if (tenant.isEmpty()) {
        return paused ? Change::tr("All tenants: paused") : Change::tr("All tenants: resumed");
    }
    const QString name = QString::fromUtf8(tenant);
    return paused ? Change::tr("%1: paused").arg(name) : Change::tr("%1: resumed").arg(name);
}
