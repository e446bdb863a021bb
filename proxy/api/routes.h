// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/dialects/openai.h"

#include <QByteArrayView>

#include <span>

namespace proxy {

/// What answers a path.
enum class RouteKind : quint8 {
    Metered, ///< relayed through MeteredCall
    Free,    ///< relayed as it is: generates nothing (vllm-protocol section 1.1)
    Own,     ///< answered by Capstan
};

/// Capstan's own answers.
enum class OwnRoute : quint8 {
    None,
    Chat,
    GetBudget,
    SetBudget,
    DeleteBudget,
    Health,
    Ready,
    Models,
    AdminBudgets,
    AdminSetBudget,
    AdminDeleteBudget,
    AdminInFlight,
    AdminPause,
    AdminRecovered,
    AdminCorrect,
    AdminResetBudget,
    AdminRaiseBudget,
    AdminEndRaise,
    AdminKeys,
    AdminCreateKey,
    AdminChangeKey,
    AdminRevokeKey,
    AdminPrices,
    AdminSetPrice,
    AdminDeletePrice,
    AdminImportPrices,
    AdminSimulate,
    AdminInvoices,
    AdminCloseInvoice,
    AdminInvoiceTerms,
    AdminImportUsage,
    TakeSpans,
    AdminAlerts,
    AdminAcknowledgeAlerts,
    AdminMuteAlerts,
    AdminUnmuteAlerts,
    AdminTestWebhook,
    Reports,
    Report,
    Metrics,
    AdminReconcile,
    Infer,
    PolicyReload,
    AdminDecisions,
    InternalProxy,
    InternalModels,
    InternalUsage,
};

struct Route
{
    QByteArrayView method;
    QByteArrayView path; ///< one that ends in "/*" stands for all with one more part
    RouteKind kind = RouteKind::Own;
    openai::Endpoint endpoint = openai::Endpoint::Chat; ///< of Metered
    OwnRoute own = OwnRoute::None;                      ///< of Own

    /// Whether it is for callers; the rest is for probes, or for the owner, who has a token.
    [[nodiscard]] bool asksForKey() const
    {
        return kind != RouteKind::Own || own == OwnRoute::Chat || own == OwnRoute::Infer ||
               own == OwnRoute::Models;
    }
};

/// The allow-list: every path that Capstan answers. What is not here is 404, because upstreams
/// run inference under more names than one knows (/invocations, /pooling, plugins).
[[nodiscard]] std::span<const Route> routes();

/// Both null: 404. Only `route` null: the path exists with other methods, 405.
struct RouteMatch
{
    const Route *route = nullptr;
    QByteArray allowed; ///< methods of that path, for the Allow header
};
[[nodiscard]] RouteMatch findRoute(QByteArrayView method, QByteArrayView path);

} // namespace proxy
