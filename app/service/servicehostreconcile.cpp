// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/servicehost.h"
#include "proxy/reconciler.h"

namespace app {

void ServiceHost::reconcile()
{
    m_service.reconciler().start([this](const core::Result<core::Reconciliation> &found) {
        if (!found.ok()) {
            const QString why = found.error().message + u' ' + found.error().remedy;
            QMetaObject::invokeMethod(
                this, [this, why] { Q_EMIT reconcileFailed(why); }, Qt::QueuedConnection);
            return;
        }
        QMetaObject::invokeMethod(
            this, [this, result = *found] { Q_EMIT reconciled(result); }, Qt::QueuedConnection);
    });
}

} // namespace app
