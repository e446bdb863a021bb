// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/servicehost.h"
#include "app/viewmodels/settings/policycare.h"
#include "app/wishes.h"

namespace app {

void connectPolicy(PolicyCare &care, ServiceHost &service)
{
    care.setInForce(service.policy());
    QObject::connect(&care, &PolicyCare::requested, &service, [&care, &service] {
        care.take(service.policyOfFile());
    });
    QObject::connect(&care, &PolicyCare::reloadRequested, &service, &ServiceHost::reloadPolicy);
    QObject::connect(&service,
                     &ServiceHost::policyReloaded,
                     &care,
                     [&care, &service](const core::Outcome &outcome) {
                         care.takeReload(service.policy(), outcome);
                     });
}

} // namespace app
