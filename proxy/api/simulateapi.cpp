// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/api/simulateapi.h"

#include "core/whatif/whatifjson.h"
#include "proxy/accounts.h"
#include "proxy/apierror.h"
#include "proxy/mailbox.h"
#include "proxy/policygate.h"
#include "proxy/prices.h"
#include "proxy/reportdesk.h"

#include <utility>

namespace proxy {

void adminSimulate(const WorkerContext &worker,
                   const HttpRequest &request,
                   const std::shared_ptr<ClientStream> &client)
{
    const core::ProposedPolicy around{nullptr, worker.policy.routes(), worker.prices.current()};
    auto question =
        core::whatIfFrom(request.body, worker.accounts.budgets(), worker.clock.now(), around);
    if (!question.ok()) {
        respondError(*client, ApiError::from(question.error()));
        return;
    }
    const auto answer = [&mailbox = worker.mailbox, client, asked = *std::move(question)](
                            const QString &ledgerFile) {
        mailbox.post([client, found = core::replay(ledgerFile, asked)] {
            if (found.ok()) {
                respondJson(*client, 200, core::toJson(*found));
            } else {
                respondError(*client, ApiError::from(found.error()));
            }
        });
    };
    worker.accounts.whenWritten([&desk = worker.reports, answer] { desk.run(answer); });
}

} // namespace proxy
