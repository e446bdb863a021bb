// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/api/routes.h"

#include <array>

namespace proxy {

namespace {
using openai::Endpoint;

constexpr Route metered(QByteArrayView path, Endpoint endpoint)
{
    return {"POST", path, RouteKind::Metered, endpoint, OwnRoute::None};
}

constexpr Route free(QByteArrayView method, QByteArrayView path)
{
    return {method, path, RouteKind::Free, Endpoint::Chat, OwnRoute::None};
}

constexpr Route own(QByteArrayView method, QByteArrayView path, OwnRoute route)
{
    return {method, path, RouteKind::Own, Endpoint::Chat, route};
}

constexpr std::array Table{
    metered("/v1/chat/completions", Endpoint::Chat),
    metered("/v1/completions", Endpoint::Completions),
    metered("/v1/embeddings", Endpoint::Embeddings),
    metered("/v1/responses", Endpoint::Responses),
    metered("/rerank", Endpoint::Rerank),
    metered("/v1/rerank", Endpoint::Rerank),
    metered("/v2/rerank", Endpoint::Rerank),
    metered("/score", Endpoint::Score),
    metered("/v1/score", Endpoint::Score),
    metered("/pooling", Endpoint::Pooling),
    metered("/classify", Endpoint::Classify),
    metered("/v1/audio/transcriptions", Endpoint::Transcription),
    metered("/v1/audio/translations", Endpoint::Transcription),
    metered("/v1/messages", Endpoint::Messages),
    free("POST", "/v1/messages/count_tokens"),
    free("POST", "/tokenize"),
    free("POST", "/detokenize"),
    free("GET", "/version"),
    free("GET", "/load"),
    own("GET", "/v1/models", OwnRoute::Models),
    own("POST", "/api/chat", OwnRoute::Chat),
    own("POST", "/infer", OwnRoute::Infer),
    own("POST", "/internal/llm/proxy", OwnRoute::InternalProxy),
    own("GET", "/internal/llm/models", OwnRoute::InternalModels),
    own("GET", "/internal/llm/usage", OwnRoute::InternalUsage),
    own("GET", "/api/budget", OwnRoute::GetBudget),
    own("POST", "/api/budget", OwnRoute::SetBudget),
    own("DELETE", "/api/budget", OwnRoute::DeleteBudget),
    own("GET", "/api/health", OwnRoute::Health),
    own("GET", "/healthz", OwnRoute::Health),
    own("GET", "/health", OwnRoute::Health),
    own("GET", "/readyz", OwnRoute::Ready),
    own("GET", "/api/admin/budgets", OwnRoute::AdminBudgets),
    own("POST", "/api/admin/budgets", OwnRoute::AdminSetBudget),
    own("DELETE", "/api/admin/budgets", OwnRoute::AdminDeleteBudget),
    own("POST", "/api/admin/budgets/reset", OwnRoute::AdminResetBudget),
    own("POST", "/api/admin/budgets/raise", OwnRoute::AdminRaiseBudget),
    own("DELETE", "/api/admin/budgets/raise", OwnRoute::AdminEndRaise),
    own("GET", "/api/admin/in-flight", OwnRoute::AdminInFlight),
    own("POST", "/api/admin/pause", OwnRoute::AdminPause),
    own("GET", "/api/admin/recovered", OwnRoute::AdminRecovered),
    own("POST", "/api/admin/corrections", OwnRoute::AdminCorrect),
    own("GET", "/api/admin/keys", OwnRoute::AdminKeys),
    own("POST", "/api/admin/keys", OwnRoute::AdminCreateKey),
    own("PATCH", "/api/admin/keys", OwnRoute::AdminChangeKey),
    own("DELETE", "/api/admin/keys", OwnRoute::AdminRevokeKey),
    own("GET", "/api/admin/prices", OwnRoute::AdminPrices),
    own("POST", "/api/admin/prices", OwnRoute::AdminSetPrice),
    own("DELETE", "/api/admin/prices", OwnRoute::AdminDeletePrice),
    own("POST", "/api/admin/prices/import", OwnRoute::AdminImportPrices),
    own("POST", "/api/admin/simulate", OwnRoute::AdminSimulate),
    own("GET", "/api/admin/invoices", OwnRoute::AdminInvoices),
    own("POST", "/api/admin/invoices", OwnRoute::AdminCloseInvoice),
    own("POST", "/api/admin/invoices/terms", OwnRoute::AdminInvoiceTerms),
    own("POST", "/api/admin/import/usage", OwnRoute::AdminImportUsage),
    own("POST", "/v1/traces", OwnRoute::TakeSpans),
    own("GET", "/api/admin/alerts", OwnRoute::AdminAlerts),
    own("POST", "/api/admin/alerts/acknowledge", OwnRoute::AdminAcknowledgeAlerts),
    own("POST", "/api/admin/alerts/mute", OwnRoute::AdminMuteAlerts),
    own("DELETE", "/api/admin/alerts/mute", OwnRoute::AdminUnmuteAlerts),
    own("POST", "/api/admin/alerts/test", OwnRoute::AdminTestWebhook),
    own("GET", "/api/reports", OwnRoute::Reports),
    own("GET", "/api/reports/*", OwnRoute::Report),
    own("GET", "/metrics", OwnRoute::Metrics),
    own("GET", "/api/admin/reconcile", OwnRoute::AdminReconcile),
    own("POST", "/api/policy/reload", OwnRoute::PolicyReload),
    own("GET", "/api/admin/decisions", OwnRoute::AdminDecisions),
};

bool covers(QByteArrayView route, QByteArrayView path)
{
    if (!route.endsWith("/*")) {
        return route == path;
    }
    const QByteArrayView root = route.chopped(1);
    return path.size() > root.size() && path.startsWith(root) &&
           !path.sliced(root.size()).contains('/');
}
} // namespace

std::span<const Route> routes()
{
    return Table;
}

RouteMatch findRoute(QByteArrayView method, QByteArrayView path)
{
    RouteMatch match;
    // Two dozen short comparisons, most of which differ in length: nothing beside one request.
    for (const Route &route : Table) {
        if (!covers(route.path, path)) {
            continue;
        }
        if (route.method == method) {
            match.route = &route;
            return match;
        }
        match.allowed += (match.allowed.isEmpty() ? "" : ", ") + route.method.toByteArray();
    }
    return match;
}

} // namespace proxy
