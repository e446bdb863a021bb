// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/api/ownerapi.h"

#include "proxy/api/adminapi.h"
#include "proxy/api/budgetapi.h"
#include "proxy/api/correctionapi.h"
#include "proxy/api/policyapi.h"

namespace proxy {

void answerOwner(const WorkerContext &worker,
                 OwnRoute route,
                 const HttpRequest &request,
                 const std::shared_ptr<ClientStream> &client)
{
    switch (route) {
    case OwnRoute::SetBudget:
        setBudget(worker, request, client);
        return;
    case OwnRoute::DeleteBudget:
        deleteBudget(worker, request, client);
        return;
    case OwnRoute::AdminBudgets:
        adminBudgets(worker, client);
        return;
    case OwnRoute::AdminSetBudget:
        adminSetBudget(worker, request, client);
        return;
    case OwnRoute::AdminDeleteBudget:
        adminDeleteBudget(worker, request, client);
        return;
    case OwnRoute::AdminInFlight:
        adminInFlight(worker, client);
        return;
    case OwnRoute::AdminPause:
        adminPause(worker, request, client);
        return;
    case OwnRoute::AdminRecovered:
        adminRecovered(worker, client);
        return;
    case OwnRoute::AdminCorrect:
        adminCorrect(worker, request, client);
        return;
    case OwnRoute::PolicyReload:
        reloadPolicy(worker, client);
        return;
    default:
        Q_UNREACHABLE(); // the dispatcher answers everything else itself
    }
}

} // namespace proxy
