// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/api/ownerapi.h"

#include "proxy/api/adminapi.h"
#include "proxy/api/alertsapi.h"
#include "proxy/api/budgetapi.h"
#include "proxy/api/correctionapi.h"
#include "proxy/api/decisionsapi.h"
#include "proxy/api/invoiceapi.h"
#include "proxy/api/keyapi.h"
#include "proxy/api/policyapi.h"
#include "proxy/api/pricesapi.h"
#include "proxy/api/raiseapi.h"
#include "proxy/api/reconcileapi.h"
#include "proxy/api/reportsapi.h"
#include "proxy/api/simulateapi.h"
#include "proxy/api/usageapi.h"

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
    case OwnRoute::AdminResetBudget:
        adminResetBudget(worker, request, client);
        return;
    case OwnRoute::AdminRaiseBudget:
        adminRaiseBudget(worker, request, client);
        return;
    case OwnRoute::AdminEndRaise:
        adminEndRaise(worker, request, client);
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
    case OwnRoute::AdminReconcile:
        adminReconcile(worker, client);
        return;
    case OwnRoute::PolicyReload:
        reloadPolicy(worker, client);
        return;
    case OwnRoute::AdminPrices:
        adminPrices(worker, request, client);
        return;
    case OwnRoute::AdminSetPrice:
        adminSetPrice(worker, request, client);
        return;
    case OwnRoute::AdminDeletePrice:
        adminDeletePrice(worker, request, client);
        return;
    case OwnRoute::AdminImportPrices:
        adminImportPrices(worker, request, client);
        return;
    case OwnRoute::AdminSimulate:
        adminSimulate(worker, request, client);
        return;
    case OwnRoute::AdminInvoices:
        adminInvoices(worker, request, client);
        return;
    case OwnRoute::AdminCloseInvoice:
        adminCloseInvoice(worker, request, client);
        return;
    case OwnRoute::AdminInvoiceTerms:
        adminInvoiceTerms(worker, request, client);
        return;
    case OwnRoute::AdminImportUsage:
        adminImportUsage(worker, request, client);
        return;
    case OwnRoute::TakeSpans:
        takeSpans(worker, request, client);
        return;
    case OwnRoute::AdminDecisions:
        answerDecisions(worker, request, client);
        return;
    case OwnRoute::AdminAlerts:
        adminAlerts(worker, request, client);
        return;
    case OwnRoute::AdminAcknowledgeAlerts:
        adminAcknowledgeAlerts(worker, request, client);
        return;
    case OwnRoute::AdminMuteAlerts:
        adminMuteAlerts(worker, request, client);
        return;
    case OwnRoute::AdminUnmuteAlerts:
        adminUnmuteAlerts(worker, request, client);
        return;
    case OwnRoute::AdminTestWebhook:
        adminTestWebhook(worker, client);
        return;
    case OwnRoute::Reports:
        listReports(*client);
        return;
    case OwnRoute::Report:
        answerReport(worker, request, client);
        return;
    default:
        answerKeyRoute(worker, route, request, client);
    }
}

} // namespace proxy
