// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/prices/priceremoval.h"

#include "app/viewmodels/dimensionwords.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/prices/priceeditor.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace {

/// As many tenants and models as an office has; the sums must be of all of them.
constexpr qint64 MostRows = 100'000;

bool isAmong(const std::vector<core::Price> &prices, const core::Price &price)
{
    return std::find(prices.begin(), prices.end(), price) != prices.end();
}

/// Of a report's columns; no row has that many when it is not there.
std::size_t columnOf(const core::Report &report, const char *name)
{
    const auto found = std::find(report.columns.begin(), report.columns.end(), name);
    return static_cast<std::size_t>(found - report.columns.begin());
}

bool isPresent(const core::Price *a, const core::Price *b)
{
    return a == b || (a != nullptr && b != nullptr && *a == *b);
}

} // namespace

void PriceRemoval::ask(const PriceChange &change, const Situation &situation)
{
    m_change = change;
    m_situation = situation;
    m_after = bookAfter();
    m_past.clear();
    if (touches(situation.model)) {
        m_past = tr("Calls in the last 7 days: counting…");
        core::ReportQuery query;
        query.name = "cost";
        query.by = {core::Dimension::Tenant, core::Dimension::Model};
        query.from = situation.now - Range;
        query.now = situation.now;
        query.limit = MostRows;
        Q_EMIT reportWanted(query);
    }
    Q_EMIT changed();
}

core::PriceBook PriceRemoval::bookAfter() const
{
    std::vector<core::Price> own = m_change->after;
    for (const core::Price &price : m_situation.inForce->prices()) {
        if (price.source == core::PriceSource::User && !isAmong(m_change->before, price)) {
            own.push_back(price);
        }
    }
    return m_situation.usual->with(std::move(own));
}

bool PriceRemoval::touches(const QString &model) const
{
    return !isPresent(m_situation.inForce->find(model, m_situation.now),
                      m_after.find(model, m_situation.now));
}

QString PriceRemoval::title() const
{
    if (!m_change) {
        return {};
    }
    const bool all = m_change->after.empty();
    const auto gone =
        std::find_if(m_change->before.begin(),
                     m_change->before.end(),
                     [this](const core::Price &price) { return !isAmong(m_change->after, price); });
    return all || gone == m_change->before.end() || firstDayText(*gone).isEmpty()
               ? tr("Remove your price of %1?").arg(m_change->model)
               //: %1 is a model, %2 a day
               : tr("Remove your price of %1 from %2?").arg(m_change->model, firstDayText(*gone));
}

QString PriceRemoval::thenText() const
{
    const core::Price *then = m_after.find(m_situation.model, m_situation.now);
    if (!touches(m_situation.model)) {
        return then == nullptr ? tr("Nothing changes today.")
                               : tr("Nothing changes today: %1 holds.").arg(ratesText(*then));
    }
    if (then == nullptr) {
        return tr("Then it has no price: a call to it is refused wherever a money cap applies.");
    }
    //: %1 is "$0.10 in, $0.30 out", %2 who says so: "shipped"
    return tr("Then %1 holds (%2), per million tokens.")
        .arg(ratesText(*then), priceSourceWord(then->source));
}

QString PriceRemoval::comingText() const
{
    QString text;
    for (const core::Price &price : m_change->before) {
        if (price.effectiveFrom > m_situation.now && !isAmong(m_change->after, price)) {
            text += u' ' + tr("%1 from %2 will not come into force.")
                               .arg(ratesText(price), firstDayText(price));
        }
    }
    return text;
}

QString PriceRemoval::text() const
{
    if (!m_change) {
        return {};
    }
    const QString now = thenText() + comingText();
    return m_past.isEmpty() ? now : now + u'\n' + m_past;
}

void PriceRemoval::take(const core::Report &report)
{
    const std::size_t tenant = columnOf(report, "tenant");
    const std::size_t model = columnOf(report, "model");
    const std::size_t cost = columnOf(report, "total_cost_usd");
    const std::size_t calls = columnOf(report, "request_count");
    if (!m_change || std::max({tenant, model, cost, calls}) >= report.columns.size()) {
        return;
    }
    QSet<QByteArray> tenants;
    qint64 count = 0;
    core::Money spent;
    for (const auto &row : report.rows) {
        const auto *name = std::get_if<QByteArray>(&row[model]);
        const auto *money = std::get_if<core::Money>(&row[cost]);
        const auto *number = std::get_if<qint64>(&row[calls]);
        if (name != nullptr && money != nullptr && number != nullptr &&
            touches(QString::fromUtf8(*name))) {
            const auto *who = std::get_if<QByteArray>(&row[tenant]);
            tenants.insert(who != nullptr ? *who : QByteArray());
            count += *number;
            spent += *money;
        }
    }
    m_past = count == 0 ? tr("Nobody called it in the last 7 days.")
                        //: %1 is a count, %2 "3 tenants", %3 what they cost
                        : tr("Calls in the last 7 days: %1 of %2, for %3 at your price.")
                              .arg(formatting::count(count),
                                   dimensionwords::counted(core::Dimension::Tenant, tenants.size()),
                                   formatting::money(spent));
    Q_EMIT changed();
}

void PriceRemoval::refuse(const QString &why)
{
    if (m_change && !m_past.isEmpty()) {
        m_past = tr("Whom it touches cannot be told: %1").arg(why);
        Q_EMIT changed();
    }
}

void PriceRemoval::confirm()
{
    if (const auto change = std::exchange(m_change, std::nullopt)) {
        Q_EMIT changed();
        Q_EMIT confirmed(*change);
    }
}

void PriceRemoval::leave()
{
    m_change.reset();
    Q_EMIT changed();
}
