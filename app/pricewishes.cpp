// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/ledgerreader.h"
#include "app/service/servicehost.h"
#include "app/viewmodels/prices/pricelistmodel.h"
#include "app/wishes.h"

namespace app {

void connectPrices(PriceListModel &prices, ServiceHost &service)
{
    QObject::connect(&service, &ServiceHost::pricesChanged, &prices, &PriceListModel::setBooks);
    QObject::connect(&service, &ServiceHost::priceRefused, &prices, &PriceListModel::refuse);
    PriceEditor &editor = *prices.editor();
    QObject::connect(&editor, &PriceEditor::saveRequested, &service, &ServiceHost::setPrice);
    QObject::connect(&editor, &PriceEditor::removalRequested, &service, &ServiceHost::removePrice);
}

void connectPriceTrial(PricePast &past, LedgerReader &simulator, ServiceHost &service)
{
    QObject::connect(&past,
                     &PricePast::wanted,
                     &simulator,
                     [&simulator, &service](quint64 ticket,
                                            core::WhatIfQuestion question,
                                            const core::ActivityFilter &matching) {
                         question.budgets = service.budgets();
                         simulator.simulate(ticket, question, matching);
                     });
    QObject::connect(&simulator, &LedgerReader::simulated, &past, &PricePast::take);
    QObject::connect(&simulator, &LedgerReader::simulationRefused, &past, &PricePast::refuse);
}

} // namespace app
