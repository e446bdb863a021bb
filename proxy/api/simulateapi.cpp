// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/api/simulateapi.h"

#include "core/whatif/whatifjson.h"
#include "proxy/accounts.h"
#include "proxy/apierror.h"
#include "proxy/mailbox.h"
#include "proxy/reportdesk.h"

#include <utility>

namespace proxy {

void adminSimulate(const WorkerContext &worker,
                   const HttpRequest &request,
                   const std::shared_ptr<ClientStream> &client)
{
    auto question = core::whatIfFrom(request.body, worker.accounts.budgets(), worker.clock.now());
    if (!question.ok()) {
        respondError(*client, ApiError::from(question.error()));
        return;
    }
    worker.reports.run([&mailbox = worker.mailbox, client, asked = *std::move(question)](
                           const QString &ledgerFile) {
        const auto answer = core::replay(ledgerFile, asked);
        mailbox.post([client, answer] {
            if (answer.ok()) {
                respondJson(*client, 200, core::toJson(*answer));
            } else {
                respondError(*client, ApiError::from(answer.error()));
            }
        });
    });
}

} // namespace proxy
