// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/price.h"

#include <QByteArray>
#include <QHash>

#include <memory>
#include <optional>
#include <vector>

namespace core {

/// All known prices. A value: build it once, share it immutably between threads.
/// Overlay order: user (the window) > configuration (capstan.yaml) > imported > shipped.
/// Within one source: exact name, then the longest anchored glob. Dated entries: the latest
/// whose effectiveFrom is not after the time of admission.
class PriceBook
{
public:
    PriceBook() = default;
    explicit PriceBook(std::vector<Price> prices);

    /// The shipped list, compiled in from resources/prices.json.
    [[nodiscard]] static Result<PriceBook> shipped();

    /// Reads our JSON list (resources/prices.json); `where` names it in errors.
    [[nodiscard]] static Result<std::vector<Price>> parse(const QByteArray &json,
                                                          const QString &where);

    [[nodiscard]] PriceBook with(std::vector<Price> overlay) const;

    /// Nullopt when the model has no price (the caller follows its unpriced policy). Cheap: names
    /// that were looked up before cost one hash look-up per source. Any thread.
    [[nodiscard]] const Price *find(QStringView model, Time at) const;
    [[nodiscard]] const std::vector<Price> &prices() const { return m_prices; }

private:
    std::vector<Price> m_prices; ///< sorted by overlay order
    QHash<QString, std::vector<qsizetype>> m_exact;
    std::vector<qsizetype> m_globs;
};

} // namespace core
