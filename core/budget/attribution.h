// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace core {

/// The dimensions by which a call is attributed and a budget may select (design section 4).
enum class Dimension : quint8 {
    Tenant,
    Agent,
    User,
    Key,
    Feature,
    Experiment,
    Namespace,
    Team,
    Provider,
    Model,
    Route,
};
inline constexpr std::size_t DimensionCount = 11;

/// "tenant", "agent", ... as they stand in selectors, scopes, JSON and the database.
[[nodiscard]] QByteArrayView dimensionName(Dimension dimension);
[[nodiscard]] std::optional<Dimension> dimensionFromName(QByteArrayView name);

/// Who and what one call is for. An empty value means "not given" and matches no wildcard.
struct Attribution
{
    std::array<QByteArray, DimensionCount> values;
    std::vector<std::pair<QByteArray, QByteArray>> tags; ///< name, value; sorted by name

    [[nodiscard]] const QByteArray &of(Dimension d) const
    {
        return values[static_cast<std::size_t>(d)];
    }
    QByteArray &of(Dimension d) { return values[static_cast<std::size_t>(d)]; }
    [[nodiscard]] QByteArray tag(QByteArrayView name) const;

    friend bool operator==(const Attribution &, const Attribution &) = default;
};

} // namespace core
