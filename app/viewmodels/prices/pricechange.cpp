// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/prices/pricechange.h"

#include "app/viewmodels/formatting.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

namespace {

struct Change
{
    Q_DECLARE_TR_FUNCTIONS(PriceChange)
};

} // namespace

QString ratesText(const core::Price &price)
{
    const auto dollars = [](qint64 nanos) {
        return formatting::exactDollars(core::Money::fromNanos(nanos));
    };
    return Change::tr("%1 in, %2 out", "a price: $0.10 in, $0.30 out")
        .arg(dollars(price.rates.input), dollars(price.rates.output));
}

QString firstDayText(const core::Price &price)
{
    using formatting::DateForm;
    return price.effectiveFrom == core::Time{}
               ? QString()
               : formatting::dated(price.effectiveFrom, QTimeZone::utc(), DateForm::DayYear);
}

QString PriceChange::text() const
{
    const auto isNew = [this](const core::Price &price) {
        return std::find(before.begin(), before.end(), price) == before.end();
    };
    const auto added = std::find_if(after.begin(), after.end(), isNew);
    return added == after.end() ? Change::tr("%1: your price removed").arg(model)
                                : Change::tr("%1: %2").arg(model, ratesText(*added));
}
