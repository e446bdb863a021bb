// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/servicehost.h"
#include "app/viewmodels/controlcentre.h"
#include "app/wishes.h"

namespace app {

void connectKeys(ControlCentre &centre, ServiceHost &service)
{
    KeyListModel &keys = *centre.tenant()->keys();
    KeyForm &form = *keys.form();
    QObject::connect(&keys, &KeyListModel::revokeRequested, &service, &ServiceHost::revokeKey);
    QObject::connect(&form, &KeyForm::createRequested, &service, &ServiceHost::createKey);
    QObject::connect(&form, &KeyForm::changeRequested, &service, &ServiceHost::changeKey);
    QObject::connect(
        &centre, &ControlCentre::keyChangeRequested, &service, &ServiceHost::putKeyBack);
    QObject::connect(&form, &KeyForm::capRequested, &service, &ServiceHost::setBudget);
    QObject::connect(&service, &ServiceHost::keyMade, &form, &KeyForm::takeKey);
    QObject::connect(&service, &ServiceHost::keyChanged, &form, &KeyForm::takeChanged);
    QObject::connect(&service, &ServiceHost::keyRefused, &form, &KeyForm::refuse);
}

} // namespace app
