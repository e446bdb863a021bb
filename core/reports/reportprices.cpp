// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/reportprices.h"

#include "core/pricing/pricerecord.h"

namespace core {
using namespace Qt::StringLiterals;

Result<std::shared_ptr<const PriceBook>> priceBookOf(Connection &ledger,
                                                     std::vector<Price> configured)
{
    const Result<PriceBook> shipped = PriceBook::shipped();
    if (!shipped) {
        return shipped.error();
    }
    Statement rows(ledger, u"SELECT name, value FROM setting"_s);
    if (!rows.run()) {
        return ledger.error();
    }
    while (rows.next()) {
        auto price = priceIn({rows.bytes(0), rows.bytes(1)});
        if (!price) {
            rows.finish();
            return price.error();
        }
        if (*price) {
            configured.push_back(**std::move(price));
        }
    }
    if (!rows.sawAll()) {
        return ledger.error();
    }
    return std::make_shared<const PriceBook>(shipped->with(std::move(configured)));
}

} // namespace core
