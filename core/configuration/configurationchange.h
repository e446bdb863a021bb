// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/configuration.h"

namespace core {

/// One thing in which two configurations differ, as one looks for it in capstan.yaml.
struct ConfigurationChange
{
    enum class Part : quint8 {
        Listening, ///< address, port, certificate
        Server,
        Provider,
        Model,
        Route,
        Routing,
        Limits,
        Policy,
        Retention,
        Destination, ///< of telemetry
        Telemetry,   ///< besides its destinations
        OwnHardware,
        DefaultBudget,
        Other,
    };
    enum class Kind : quint8 { Added, Removed, Changed };

    Part part;
    Kind kind = Kind::Changed;
    QByteArray name{}; ///< of a provider, model, route or destination

    friend bool operator==(const ConfigurationChange &, const ConfigurationChange &) = default;
};

/// Empty when they are equal but for their warnings and for who said what.
[[nodiscard]] std::vector<ConfigurationChange> changesBetween(const Configuration &before,
                                                              const Configuration &after);

} // namespace core
