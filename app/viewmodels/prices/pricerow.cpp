// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/prices/pricelistmodel.h"

using namespace Qt::StringLiterals;
using core::PriceSource;

namespace {

QString detailOf(const core::Price &price)
{
    if (price.rates == core::Rates{} && price.perRequest.isZero()) {
        return PriceListModel::tr("free on purpose");
    }
    const QString date = formatting::isoDay(price.sourceDate);
    return price.source == PriceSource::User && !date.isEmpty()
               ? PriceListModel::tr("since %1").arg(date)
               : date;
}

} // namespace

QString priceSourceWord(PriceSource source)
{
    switch (source) {
    case PriceSource::Shipped:
        return PriceListModel::tr("shipped");
    case PriceSource::Imported:
        return PriceListModel::tr("imported");
    case PriceSource::Configuration:
        return PriceListModel::tr("configured");
    case PriceSource::User:
        return PriceListModel::tr("yours");
    }
    return {};
}

QVariant PriceListModel::present(const PriceFacts &facts) const
{
    PriceRow row;
    row.model = facts.model;
    row.place = facts.provider.isEmpty() ? tr("not served now") : tr("on %1").arg(facts.provider);
    row.today = facts.today ? formatting::money(*facts.today) : u"–"_s;
    row.priced = facts.price.has_value();
    if (facts.price) {
        row.input = rateText(facts.price->rates.input);
        row.cached = rateText(facts.price->rates.cachedInput);
        row.output = rateText(facts.price->rates.output);
        row.source = priceSourceWord(facts.price->source);
        row.detail = detailOf(*facts.price);
        row.own = facts.price->source == PriceSource::User;
    } else {
        row.input = row.cached = row.output = u"–"_s;
        row.source = tr("no price");
        row.detail =
            facts.refused > 0 ? tr("refused %1").arg(formatting::count(facts.refused)) : QString();
    }
    return QVariant::fromValue(row);
}
