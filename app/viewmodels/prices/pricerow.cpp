// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/prices/pricelistmodel.h"

#include <QDate>

#include <algorithm>

using namespace Qt::StringLiterals;
using core::PriceSource;

namespace {

QString detailOf(const core::Price &price)
{
    if (price.rates == core::Rates{} && price.perRequest.isZero()) {
        return PriceListModel::tr("free on purpose");
    }
    const QString date = formatting::isoDay(price.sourceDate);
    const bool hasNoSource = price.sourceText.isEmpty() || isOfTheWindow(price);
    if (price.source == PriceSource::User && hasNoSource) {
        return date.isEmpty() ? date : PriceListModel::tr("since %1").arg(date);
    }
    QStringList parts{date, price.sourceText};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QDate newestOf(const core::PriceBook &book, PriceSource source)
{
    QDate newest;
    for (const core::Price &price : book.prices()) {
        if (price.source == source) {
            const QDate date = QDate::fromString(price.sourceDate, Qt::ISODate);
            newest = newest.isValid() ? std::max(newest, date) : date;
        }
    }
    return newest;
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

QString PriceListModel::bookText() const
{
    const QDate today = formatting::local(m_now, m_zone).date();
    QStringList lists;
    for (const PriceSource source : {PriceSource::Imported, PriceSource::Shipped}) {
        const QDate newest = newestOf(*m_inForce, source);
        if (newest.isValid()) {
            const int age = static_cast<int>(std::max<qint64>(0, newest.daysTo(today)));
            const QString day = formatting::isoDay(newest.toString(Qt::ISODate));
            lists += (source == PriceSource::Shipped
                          ? tr("Shipped list: newest of %1, %n day(s) old.", nullptr, age)
                          : tr("Imported list: newest of %1, %n day(s) old.", nullptr, age))
                         .arg(day);
        }
    }
    return lists.join(u' ');
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
    if (facts.coming) {
        //: %1 is a day, %2 "$0.12 in, $0.30 out"
        row.detail = tr("from %1: %2").arg(firstDayText(*facts.coming), ratesText(*facts.coming));
    }
    return QVariant::fromValue(row);
}
