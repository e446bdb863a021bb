// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/displaycurrency.h"
#include "core/configuration/configuration.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace core {

/// How the window looks.
struct Appearance
{
    enum class Scheme : quint8 { System, Light, Dark };
    enum class Motion : quint8 { System, Reduced, Full };
    enum class Language : quint8 { System, English, German, French, Spanish, Chinese };
    enum class TextSize : quint8 { Small, Normal, Large, Largest };

    Scheme scheme = Scheme::System;
    Motion motion = Motion::System;
    TextSize textSize = TextSize::Normal;
    Language language = Language::System;    ///< in force from the window's next start
    std::optional<DisplayCurrency> currency; ///< none: US dollars

    friend bool operator==(const Appearance &, const Appearance &) = default;
};

inline constexpr int MostRetentionDays = 36'500;              ///< a century: more is a slip
inline constexpr qint64 BytesPerMegabyte = 1024 * 1024;       ///< as capstan.yaml has it
inline constexpr qint64 MostRetentionMegabytes = 1024 * 1024; ///< a tebibyte

/// What the owner set by hand in the window; an absent value was never set there. Whatever
/// capstan.yaml, the environment or the command line says goes before it.
struct OwnerSettings
{
    struct Upstream
    {
        QByteArray name;
        QByteArray baseUrl; ///< as Provider::baseUrl
        friend bool operator==(const Upstream &, const Upstream &) = default;
    };

    std::optional<QByteArray> listen;
    std::optional<quint16> port;
    std::optional<Durability> durability;
    std::optional<bool> requireKeys;
    std::optional<int> retentionDays;         ///< Retention::days, 0 to MostRetentionDays
    std::optional<qint64> retentionMegabytes; ///< Retention::bytes
    std::vector<Upstream> upstreams;          ///< OpenAI-compatible ones
    Appearance appearance;
    bool isWelcomed = false; ///< the first run is over, or was skipped

    friend bool operator==(const OwnerSettings &, const OwnerSettings &) = default;
};

/// Puts them wherever nothing else says anything.
void layUnder(const OwnerSettings &owner, Configuration &configuration);
/// True when a proxy that was started with the one serves differently with the other.
[[nodiscard]] bool needsRestart(const OwnerSettings &inForce, const OwnerSettings &wanted);

} // namespace core
