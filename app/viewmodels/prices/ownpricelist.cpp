// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/prices/ownpricelist.h"

#include "app/viewmodels/prices/pricechange.h"

#include <algorithm>

using State = OwnPriceFacts::State;

void OwnPriceList::show(const std::vector<core::Price> &prices, core::Time now)
{
    std::vector<core::Price> newestFirst = prices;
    std::ranges::sort(newestFirst, std::greater(), &core::Price::effectiveFrom);
    std::vector<OwnPriceFacts> wanted;
    State state = State::Coming;
    for (const core::Price &price : newestFirst) {
        if (price.effectiveFrom <= now) {
            state = state == State::Coming ? State::Present : State::Past;
        }
        wanted.push_back({price, state});
    }
    const int before = count();
    synchronise(wanted);
    if (before != count()) {
        Q_EMIT countChanged();
    }
}

const core::Price *OwnPriceList::priceAt(int row) const
{
    return row >= 0 && row < rowCount() ? &at(row).price : nullptr;
}

QVariant OwnPriceList::present(const OwnPriceFacts &facts) const
{
    OwnPriceRow row;
    const QString day = firstDayText(facts.price);
    row.rates = ratesText(facts.price);
    row.coming = facts.state == State::Coming;
    row.past = facts.state == State::Past;
    row.when = day.isEmpty() ? (row.past ? tr("held before") : tr("since the beginning"))
               : row.coming  ? tr("from %1").arg(day)
               : row.past    ? tr("held from %1").arg(day)
                             : tr("since %1").arg(day);
    return QVariant::fromValue(row);
}

std::vector<core::Price> ownPricesOf(const core::PriceBook &book, const QString &name)
{
    std::vector<core::Price> own;
    std::ranges::copy_if(book.prices(), std::back_inserter(own), [&name](const auto &price) {
        return price.source == core::PriceSource::User &&
               price.model.compare(name, Qt::CaseInsensitive) == 0;
    });
    return own;
}

const core::Price *comingPrice(const core::PriceBook &book, const QString &model, core::Time now)
{
    const core::Price *next = nullptr;
    for (const core::Price &price : book.prices()) {
        if (price.source != core::PriceSource::User) {
            break; // a person's own come first in a book
        }
        const bool isComing = price.effectiveFrom > now &&
                              (next == nullptr || price.effectiveFrom < next->effectiveFrom);
        if (isComing && book.find(model, price.effectiveFrom) == &price) {
            next = &price;
        }
    }
    return next;
}
