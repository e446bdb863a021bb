// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/server/exchange.h"
#include "proxy/settings.h"

namespace proxy {

/// Lets pages of the allowed origins (server.cors_origins) read what is for callers; never what
/// is for the owner. Wraps the client's stream for such a page. True when the browser only asked
/// whether it may, which is answered then. For all other pages nothing happens, and the browser
/// keeps the answer from them as it always does.
[[nodiscard]] bool answerOrigin(const Settings &settings,
                                const HttpRequest &request,
                                std::shared_ptr<ClientStream> &client);

} // namespace proxy
