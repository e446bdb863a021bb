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

#include <algorithm>
#include <array>

namespace proxy {

namespace {

using Client = std::shared_ptr<ClientStream>;
using Answer = void (*)(const WorkerContext &, const HttpRequest &, const Client &);

/// Of a route whose request says nothing but its path.
template <void (*answer)(const WorkerContext &, const Client &)>
void unasked(const WorkerContext &worker, const HttpRequest &, const Client &client)
{
    answer(worker, client);
}

void reportNames(const WorkerContext &, const HttpRequest &, const Client &client)
{
    listReports(*client);
}

struct OwnerRoute
{
    OwnRoute route;
    Answer answer;
};

constexpr auto OwnerRoutes = std::to_array<OwnerRoute>({
    {OwnRoute::SetBudget, setBudget},
    {OwnRoute::DeleteBudget, deleteBudget},
    {OwnRoute::AdminBudgets, unasked<adminBudgets>},
    {OwnRoute::AdminSetBudget, adminSetBudget},
    {OwnRoute::AdminDeleteBudget, adminDeleteBudget},
    {OwnRoute::AdminResetBudget, adminResetBudget},
    {OwnRoute::AdminRaiseBudget, adminRaiseBudget},
    {OwnRoute::AdminEndRaise, adminEndRaise},
    {OwnRoute::AdminInFlight, unasked<adminInFlight>},
    {OwnRoute::AdminPause, adminPause},
    {OwnRoute::AdminRecovered, unasked<adminRecovered>},
    {OwnRoute::AdminCorrect, adminCorrect},
    {OwnRoute::AdminReconcile, unasked<adminReconcile>},
    {OwnRoute::PolicyReload, unasked<reloadPolicy>},
    {OwnRoute::AdminPrices, adminPrices},
    {OwnRoute::AdminSetPrice, adminSetPrice},
    {OwnRoute::AdminDeletePrice, adminDeletePrice},
    {OwnRoute::AdminImportPrices, adminImportPrices},
    {OwnRoute::AdminSimulate, adminSimulate},
    {OwnRoute::AdminInvoices, adminInvoices},
    {OwnRoute::AdminCloseInvoice, adminCloseInvoice},
    {OwnRoute::AdminInvoiceTerms, adminInvoiceTerms},
    {OwnRoute::AdminImportUsage, adminImportUsage},
    {OwnRoute::TakeSpans, takeSpans},
    {OwnRoute::AdminDecisions, answerDecisions},
    {OwnRoute::AdminAlerts, adminAlerts},
    {OwnRoute::AdminAcknowledgeAlerts, adminAcknowledgeAlerts},
    {OwnRoute::AdminMuteAlerts, adminMuteAlerts},
    {OwnRoute::AdminUnmuteAlerts, adminUnmuteAlerts},
    {OwnRoute::AdminTestWebhook, unasked<adminTestWebhook>},
    {OwnRoute::Reports, reportNames},
    {OwnRoute::Report, answerReport},
});

} // namespace

void answerOwner(const WorkerContext &worker,
                 OwnRoute route,
                 const HttpRequest &request,
                 const std::shared_ptr<ClientStream> &client)
{
    const auto known = std::ranges::find(OwnerRoutes, route, &OwnerRoute::route);
    if (known != OwnerRoutes.end()) {
        known->answer(worker, request, client);
    } else {
        answerKeyRoute(worker, route, request, client);
    }
}

} // namespace proxy
