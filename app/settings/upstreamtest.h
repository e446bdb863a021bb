// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/settings/upstreamfinding.h"
#include "core/base/secret.h"
#include "proxy/upstream/fetch.h"

#include <chrono>
#include <functional>
#include <memory>

namespace app {

/// Tries a model server: asks for its models, then for vLLM's version. Free of charge and without
/// a trace in the ledger. In one thread with an event loop; destroying it cancels.
class UpstreamTest
{
public:
    using Callback = std::function<void(const UpstreamFinding &)>;

    /// `address` with or without "/v1". Calls back once, from the event loop; the callback must
    /// not destroy the test.
    UpstreamTest(proxy::UpstreamClient &client,
                 const QByteArray &address,
                 const core::Secret &key,
                 Callback callback);

private:
    void get(const QByteArray &path, proxy::Fetch::Callback then);
    void readModels(const proxy::FetchResult &result);
    void readVersion(const proxy::FetchResult &result);
    void finish(UpstreamFinding::Kind kind);

    proxy::UpstreamClient &m_client;
    QByteArray m_root;
    core::Secret m_key;
    Callback m_callback;
    UpstreamFinding m_finding;
    std::chrono::steady_clock::time_point m_begin;
    std::unique_ptr<proxy::Fetch> m_models;
    std::unique_ptr<proxy::Fetch> m_version;
};

} // namespace app
