// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wishes.h"

#include "app/service/servicehost.h"
#include "app/viewmodels/controlcentre.h"

namespace app {

void connectWishes(ControlCentre &centre, ServiceHost &service)
{
    using Shared = const std::shared_ptr<const core::Snapshot> &;
    QObject::connect(
        &service, &ServiceHost::snapshotTaken, &centre, qOverload<Shared>(&ControlCentre::apply));
    QObject::connect(&service, &ServiceHost::refused, &centre, &ControlCentre::refused);
    QObject::connect(
        &centre, &ControlCentre::budgetChangeRequested, &service, &ServiceHost::setBudget);
    QObject::connect(
        &centre, &ControlCentre::budgetRemovalRequested, &service, &ServiceHost::removeBudget);
    QObject::connect(
        &centre, &ControlCentre::tenantPauseRequested, &service, &ServiceHost::setTenantPaused);
    QObject::connect(
        &centre, &ControlCentre::pauseAllRequested, &service, &ServiceHost::setAllPaused);
    QObject::connect(&centre, &ControlCentre::stopRequested, &service, &ServiceHost::stopCall);
}

} // namespace app
