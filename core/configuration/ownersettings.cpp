// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/ownersettings.h"

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

void layUpstream(const OwnerSettings::Upstream &upstream, Configuration &configuration)
{
    const auto known = std::ranges::find(configuration.providers, upstream.name, &Provider::name);
    if (known == configuration.providers.end()) {
        Provider provider;
        provider.name = upstream.name;
        provider.baseUrl = upstream.baseUrl;
        configuration.providers.push_back(provider);
        return;
    }
    const QString key = u"providers.%1.base_url"_s.arg(QString::fromUtf8(upstream.name));
    if (!configuration.isWritten(key)) {
        known->baseUrl = upstream.baseUrl;
    }
}

} // namespace

void layUnder(const OwnerSettings &owner, Configuration &configuration)
{
    const auto lay = [&configuration](QStringView key, auto &target, const auto &value) {
        if (value && !configuration.isWritten(key)) {
            target = *value;
        }
    };
    ServerSettings &server = configuration.server;
    lay(u"server.listen", server.listen, owner.listen);
    lay(u"server.port", server.port, owner.port);
    lay(u"server.durability", server.durability, owner.durability);
    lay(u"server.require_keys", server.requireKeys, owner.requireKeys);
    lay(u"retention.days", configuration.retention.days, owner.retentionDays);
    if (owner.retentionMegabytes && !configuration.isWritten(u"retention.max_size_mb")) {
        configuration.retention.bytes = *owner.retentionMegabytes * BytesPerMegabyte;
    }
    for (const OwnerSettings::Upstream &upstream : owner.upstreams) {
        layUpstream(upstream, configuration);
    }
}

bool needsRestart(const OwnerSettings &inForce, const OwnerSettings &wanted)
{
    OwnerSettings same = wanted;
    same.appearance = inForce.appearance;
    same.isWelcomed = inForce.isWelcomed;
    return !(same == inForce);
}

} // namespace core
