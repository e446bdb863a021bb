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
    free("POST", "/tokenize"),
    free("POST", "/detokenize"),
    free("GET", "/version"),
    free("GET", "/load"),
    own("GET", "/v1/models", OwnRoute::Models),
    own("POST", "/api/chat", OwnRoute::Chat),
    own("POST", "/infer", OwnRoute::Infer),
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
    own("POST", "/api/admin/import/usage", OwnRoute::AdminImportUsage),
    own("GET", "/api/reports", OwnRoute::Reports),
    own("GET", "/api/reports/*", OwnRoute::Report),
    own("GET", "/metrics", OwnRoute::Metrics),
    own("GET", "/api/admin/reconcile", OwnRoute::AdminReconcile),
    own("POST", "/api/policy/reload", OwnRoute::PolicyReload),
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
