// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/attribution.h"

#include <algorithm>

namespace core {

namespace {

constexpr std::array<QByteArrayView, DimensionCount> Names{"tenant",
                                                           "agent",
                                                           "user",
                                                           "key",
                                                           "feature",
                                                           "experiment",
                                                           "namespace",
                                                           "team",
                                                           "provider",
                                                           "model",
                                                           "route"};

} // namespace

QByteArrayView dimensionName(Dimension dimension)
{
    return Names[static_cast<std::size_t>(dimension)];
}

std::optional<Dimension> dimensionFromName(QByteArrayView name)
{
    const auto found = std::find(Names.begin(), Names.end(), name);
    if (found == Names.end()) {
        return std::nullopt;
    }
    return static_cast<Dimension>(found - Names.begin());
}

QByteArray Attribution::tag(QByteArrayView name) const
{
    const auto at =
        std::lower_bound(tags.begin(), tags.end(), name, [](const auto &tag, auto wanted) {
            return QByteArrayView(tag.first) < wanted;
        });
    return at != tags.end() && at->first == name ? at->second : QByteArray();
}

} // namespace core
