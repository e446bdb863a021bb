// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/yamlnode.h"
#include "core/pricing/price.h"

namespace core {

/// A `price:` map: dollars per million tokens. Cached and written input cost as much as other
/// input unless the map says otherwise: never less than was stated.
[[nodiscard]] Price readPrice(const QByteArray &model, const YamlNode &node);

/// S4's two keys beside each other in a model.
struct PricePerThousand
{
    std::optional<qint64> prompt; ///< already per million
    std::optional<qint64> completion;

    [[nodiscard]] bool isGiven() const { return prompt || completion; }
    /// Notes an error when only one is given: the other would be free.
    [[nodiscard]] Price toPrice(const QByteArray &model, const YamlNode &node) const;
};

} // namespace core
