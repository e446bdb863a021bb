// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/settings.h"
#include "proxy/upstream/healthboard.h"
#include "proxy/upstream/modeldirectory.h"
#include "proxy/upstream/origin.h"
#include "proxy/upstream/upstreamprobe.h"

#include <QSet>

#include <functional>
#include <memory>
#include <vector>

namespace proxy {

class CallMetrics;

/// One provider as all workers share it: what it serves and how that is doing. Any thread.
struct Provider
{
    Provider(const UpstreamSettings &upstream, const core::Clock &clock)
        : settings(upstream)
        , models(upstream.name, QString::fromUtf8(upstream.baseUrl))
        , health(clock)
        , isLocal(isLocalNetwork(upstream.baseUrl))
    {}

    const UpstreamSettings &settings;
    ModelDirectory models;
    HealthBoard health;
    const bool isLocal; ///< on this machine or its own network
};
using Providers = std::vector<std::unique_ptr<Provider>>;

/// One provider as a worker reaches it.
struct Upstream
{
    Upstream(Provider &shared, UpstreamClient &client, const core::Clock &clock)
        : provider(shared)
        , probe(shared.settings, client, shared.models, clock)
    {}

    [[nodiscard]] const UpstreamSettings &settings() const { return provider.settings; }
    [[nodiscard]] bool isAvailable() const { return settings().isUsable(); }

    Provider &provider;
    UpstreamProbe probe;
};

/// All providers of one worker, in the order of the configuration, and the logical models that
/// they serve. Never empty. Lives in its worker's thread.
class Upstreams
{
public:
    Upstreams(const Settings &settings,
              const Providers &providers,
              UpstreamClient &client,
              const core::Clock &clock);

    [[nodiscard]] const std::vector<std::unique_ptr<Upstream>> &all() const { return m_all; }
    [[nodiscard]] Upstream &first() const { return *m_all.front(); }
    [[nodiscard]] Upstream *named(const QByteArray &provider) const; ///< nullptr: none
    /// The first one that lists the model; with an empty id the first one that lists any.
    /// nullptr: none.
    [[nodiscard]] Upstream *serving(const QByteArray &model) const;
    [[nodiscard]] const core::Model *logical(const QByteArray &name) const; ///< nullptr: none
    [[nodiscard]] bool isAnyReachable() const;
    /// False in the first moments, while some provider has not been asked yet: a choice made then
    /// would not know of it.
    [[nodiscard]] bool areAllKnown();

    /// Reads the model lists of all that are available; then calls back, once.
    void refresh(const std::function<void()> &then);
    /// Keeps asking them how they are (UpstreamProbe::startPolling); the first worker only.
    void startPolling(const CallMetrics &metrics);

private:
    void warnOfClashes();

    std::vector<std::unique_ptr<Upstream>> m_all;
    QHash<QByteArray, const core::Model *> m_logical;
    QSet<QByteArray> m_warned;
    bool m_areAllKnown = false;
};

} // namespace proxy
