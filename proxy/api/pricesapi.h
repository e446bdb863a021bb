// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/pipeline/workercontext.h"
#include "proxy/server/exchange.h"

#include <memory>

namespace proxy {

/// {"prices":[…],"models":[{"model","price"|null}…]}: every entry of the book in force, and what
/// the models that are served now cost. With ?model= only what that model costs.
void adminPrices(const WorkerContext &worker,
                 const HttpRequest &request,
                 const std::shared_ptr<ClientStream> &client);
/// A person's own price (core::priceFromJson); answers with it and with "doubts", sentences about
/// what looks mixed up.
void adminSetPrice(const WorkerContext &worker,
                   const HttpRequest &request,
                   const std::shared_ptr<ClientStream> &client);
/// ?model=: takes a person's own price away, so that the next one below it holds.
void adminDeletePrice(const WorkerContext &worker,
                      const HttpRequest &request,
                      const std::shared_ptr<ClientStream> &client);
/// A list in LiteLLM's format; replaces the one imported before.
void adminImportPrices(const WorkerContext &worker,
                       const HttpRequest &request,
                       const std::shared_ptr<ClientStream> &client);

} // namespace proxy
