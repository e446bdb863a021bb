// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/telemetry/exporter.h"
#include "proxy/upstream/fetch.h"

namespace proxy::langfuse {

/// The body for POST /api/public/ingestion, the API of servers before 3.22: of each call a
/// trace-create and a generation-create (a refusal: span-create), under envelope ids that follow
/// from the request's id.
[[nodiscard]] QByteArray ingestionBody(const Events &events, const QByteArray &environment);

struct IngestionAnswer
{
    Delivery delivery;
    bool wantsOtlp = false; ///< a newer server, which refuses each event inside a 207
};
/// Reads a 207 item by item; what follows for each call is the worst of its two events.
[[nodiscard]] IngestionAnswer readIngestion(const FetchResult &result, const Events &events);

} // namespace proxy::langfuse
