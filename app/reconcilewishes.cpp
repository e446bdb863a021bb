// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/servicehost.h"
#include "app/viewmodels/controlcentre.h"
#include "app/wishes.h"

namespace app {

void connectReconciliation(ControlCentre &centre, ServiceHost &service)
{
    ReconcileList &list = *centre.settings()->reconciliation();
    list.reset();
    QObject::connect(&list, &ReconcileList::compareRequested, &service, &ServiceHost::reconcile);
    QObject::connect(&service, &ServiceHost::reconciled, &list, &ReconcileList::take);
    QObject::connect(&service, &ServiceHost::reconcileFailed, &list, &ReconcileList::refuse);
}

} // namespace app
