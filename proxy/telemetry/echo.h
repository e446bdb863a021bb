// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/upstream/fetch.h"

namespace proxy {

/// `text` without the secrets of the request that it answers: some servers repeat the key that they
/// refuse, and what they say is shown in the window and logged. As they were sent, without their
/// scheme, and what Basic makes of them.
[[nodiscard]] QByteArray withoutSecretsOf(const UpstreamRequest &request, QByteArray text);
/// A callback that is given the answer so.
[[nodiscard]] Fetch::Callback withoutEcho(const UpstreamRequest &request,
                                          std::function<void(const FetchResult &)> answered);

} // namespace proxy
