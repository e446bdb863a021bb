// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/configurationchange.h"

#include <algorithm>
#include <tuple>

namespace core {

namespace {

using Change = ConfigurationChange;
using Part = Change::Part;
using Kind = Change::Kind;

class Comparison
{
public:
    template <class Value>
    void whole(Part part, const Value &before, const Value &after)
    {
        if (before != after) {
            m_changes.push_back({part});
        }
    }

    template <class Item>
    void named(Part part,
               const std::vector<Item> &before,
               const std::vector<Item> &after,
               QByteArray Item::*name)
    {
        for (const Item &item : after) {
            const auto former = std::ranges::find(before, item.*name, name);
            if (former == before.end()) {
                m_changes.push_back({part, Kind::Added, item.*name});
            } else if (*former != item) {
                m_changes.push_back({part, Kind::Changed, item.*name});
            }
        }
        for (const Item &item : before) {
            if (std::ranges::find(after, item.*name, name) == after.end()) {
                m_changes.push_back({part, Kind::Removed, item.*name});
            }
        }
    }

    /// Where the same items stand in another order: the first provider serves what nobody names.
    template <class Item>
    void order(Part part, const std::vector<Item> &before, const std::vector<Item> &after)
    {
        const bool known = std::ranges::any_of(
            m_changes, [part](const Change &change) { return change.part == part; });
        if (!known) {
            whole(part, before, after);
        }
    }

    [[nodiscard]] std::vector<Change> changes() const { return m_changes; }

private:
    std::vector<Change> m_changes;
};

auto listening(const ServerSettings &server)
{
    return std::tie(server.listen, server.port, server.tls, server.requireKeys);
}

/// The server's settings but for those of listening.
ServerSettings running(ServerSettings server)
{
    const ServerSettings none;
    server.listen = none.listen;
    server.port = none.port;
    server.tls = none.tls;
    server.requireKeys = none.requireKeys;
    return server;
}

TelemetrySettings besidesDestinations(TelemetrySettings telemetry)
{
    telemetry.destinations.clear();
    return telemetry;
}

void forgetPlace(std::optional<Price> &price)
{
    if (price) {
        price->sourceText.clear();
    }
}

/// Without the lines in which prices stand, which any edit above them moves.
Configuration withoutPlaces(Configuration configuration)
{
    forgetPlace(configuration.server.unpriced);
    for (Model &model : configuration.models) {
        forgetPlace(model.price);
        for (ModelTarget &target : model.targets) {
            forgetPlace(target.price);
        }
    }
    return configuration;
}

/// With all from `before` that is compared by itself, and with what nobody wrote.
Configuration restOf(Configuration after, const Configuration &before)
{
    after.server = before.server;
    after.providers = before.providers;
    after.models = before.models;
    after.routes = before.routes;
    after.routing = before.routing;
    after.limits = before.limits;
    after.policy = before.policy;
    after.retention = before.retention;
    after.telemetry = before.telemetry;
    after.ownHardware = before.ownHardware;
    after.budgetDefaults = before.budgetDefaults;
    after.warnings = before.warnings;
    after.written = before.written;
    return after;
}

std::vector<Change> compare(const Configuration &before, const Configuration &after)
{
    Comparison comparison;
    comparison.whole(Part::Listening, listening(before.server), listening(after.server));
    comparison.whole(Part::Server, running(before.server), running(after.server));
    comparison.named(Part::Provider, before.providers, after.providers, &Provider::name);
    comparison.order(Part::Provider, before.providers, after.providers);
    comparison.named(Part::Model, before.models, after.models, &Model::name);
    comparison.named(Part::Route, before.routes, after.routes, &Route::path);
    comparison.whole(Part::Routing, before.routing, after.routing);
    comparison.whole(Part::Limits, before.limits, after.limits);
    comparison.whole(Part::Policy, before.policy, after.policy);
    comparison.whole(Part::Retention, before.retention, after.retention);
    const TelemetrySettings &former = before.telemetry;
    const TelemetrySettings &telemetry = after.telemetry;
    comparison.named(
        Part::Destination, former.destinations, telemetry.destinations, &Destination::name);
    comparison.whole(Part::Telemetry, besidesDestinations(former), besidesDestinations(telemetry));
    comparison.whole(Part::OwnHardware, before.ownHardware, after.ownHardware);
    comparison.whole(Part::DefaultBudget, before.budgetDefaults, after.budgetDefaults);
    comparison.whole(Part::Other, before, restOf(after, before));
    return comparison.changes();
}

} // namespace

std::vector<ConfigurationChange> changesBetween(const Configuration &before,
                                                const Configuration &after)
{
    return compare(withoutPlaces(before), withoutPlaces(after));
}

} // namespace core
