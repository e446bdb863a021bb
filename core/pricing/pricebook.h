// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/price.h"

#include <QByteArray>
#include <QHash>

#include <vector>

namespace core {

/// All known prices. A value: build it once, share it immutably between threads.
/// Overlay order: user (the window) > configuration (capstan.yaml) > imported > shipped.
/// Within one source: exact name, then the longest anchored glob. Dated entries: the latest
/// whose effectiveFrom is not after the time of admission.
///
/// Names are compared without case. A name that no entry covers as it stands is looked up once
/// more without organisation or folder, against entries without theirs (ModelName::bare):
/// "Llama-3.1-8B-Instruct", "/models/Llama-3.1-8B-Instruct" and "unsloth/Llama-3.1-8B-Instruct"
/// find "meta-llama/Llama-3.1-8B*". Entries that differ in nothing but the organisation are
/// ambiguous and found by their full name only.
class PriceBook
{
public:
    PriceBook() = default;
    /// Wants prices that pass check(). Of two of the same source, name and date the first stays.
    explicit PriceBook(std::vector<Price> prices);

    /// The shipped list, compiled in from resources/prices.json.
    [[nodiscard]] static Result<PriceBook> shipped();

    /// Reads our JSON list (resources/prices.json); `where` names it in errors. One Price for
    /// each name of an entry, all with PriceSource::Shipped. Strict: InvalidInput names file,
    /// entry and key.
    [[nodiscard]] static Result<std::vector<Price>> parse(const QByteArray &json,
                                                          const QString &where);

    [[nodiscard]] PriceBook with(std::vector<Price> overlay) const;

    /// Null when the model has no price (the caller follows its unpriced policy). Any thread;
    /// cheap (no allocation, no lock). The pointer lives as long as this book.
    [[nodiscard]] const Price *find(QStringView model, Time at) const;
    [[nodiscard]] const std::vector<Price> &prices() const { return m_prices; }

private:
    /// Where in m_prices the entries of a name stand. As m_prices is sorted by precedence, the
    /// smallest place of an entry that fits and is in force is the answer.
    struct Index
    {
        struct Glob
        {
            QString pattern;
            qsizetype place = 0;
        };
        QHash<QString, std::vector<qsizetype>> exact;
        QHash<QChar, std::vector<Glob>> globs; ///< by the first character, * included

        void add(QStringView name, qsizetype place);
    };

    [[nodiscard]] const Price *findIn(const Index &index, QStringView name, Time at) const;

    std::vector<Price> m_prices;
    Index m_full;
    Index m_bare;
};

} // namespace core
