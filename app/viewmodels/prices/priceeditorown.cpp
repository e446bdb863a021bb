// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of PriceEditor that knows what a person has set, changes it and takes it away.
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/prices/priceeditor.h"

QString PriceEditor::ownName() const
{
    const core::Price *price = present();
    if (price != nullptr && price->source == core::PriceSource::User) {
        return price->model;
    }
    const core::Price *next = m_model.isEmpty() ? nullptr : comingPrice(*m_inForce, m_model, m_now);
    return next != nullptr ? next->model : m_model;
}

void PriceEditor::change(int row)
{
    if (const core::Price *price = m_ownPrices.priceAt(row)) {
        m_changing = *price;
        m_name = price->model;
        fill(price);
        const bool always = price->effectiveFrom == core::Time{};
        m_validFrom = always ? QString()
                             : formatting::local(price->effectiveFrom, QTimeZone::utc())
                                   .date()
                                   .toString(Qt::ISODate);
        Q_EMIT changed();
    }
}

QString PriceEditor::changingText() const
{
    if (!m_changing) {
        return {};
    }
    const QString day = firstDayText(*m_changing);
    return day.isEmpty() ? tr("Your first price") : tr("Your price from %1").arg(day);
}

/// A price is kept by its day, so another one of that day goes.
PriceChange PriceEditor::withSaved(const core::Price &price) const
{
    const auto dayOf = [](const core::Price &one) {
        return std::chrono::floor<std::chrono::days>(one.effectiveFrom);
    };
    PriceChange change{price.model, ownPricesOf(*m_inForce, price.model), {}};
    change.after = change.before;
    std::erase_if(change.after, [&](const core::Price &one) {
        return dayOf(one) == dayOf(price) || (m_changing && one == *m_changing);
    });
    change.after.push_back(price);
    return change;
}

void PriceEditor::askRemoval()
{
    askRemoval(std::vector<core::Price>());
}

void PriceEditor::askRemovalOf(int row)
{
    if (const core::Price *gone = m_ownPrices.priceAt(row)) {
        std::vector<core::Price> remaining = ownPricesOf(*m_inForce, ownName());
        std::erase(remaining, *gone);
        askRemoval(remaining);
    }
}

void PriceEditor::askRemoval(const std::vector<core::Price> &remaining)
{
    if (isOwn()) {
        const QString name = ownName();
        m_removal.ask({name, ownPricesOf(*m_inForce, name), remaining},
                      {m_model, m_inForce, m_usual, m_now});
    }
}
