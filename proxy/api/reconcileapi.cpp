// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/api/reconcileapi.h"

#include "proxy/apierror.h"
#include "proxy/mailbox.h"
#include "proxy/reconciler.h"

#include <utility>

namespace proxy {

void adminReconcile(const WorkerContext &worker, const std::shared_ptr<ClientStream> &client)
{
    worker.reconciler.start([&mailbox = worker.mailbox, client = client](
                                const core::Result<core::Reconciliation> &result) mutable {
        // Moved on: the stream must die in its own thread.
        mailbox.post([client = std::move(client), result] {
            if (result.ok()) {
                respondJson(*client, 200, result->toJson());
            } else {
                respondError(*client, ApiError::from(result.error()));
            }
        });
    });
}

} // namespace proxy
