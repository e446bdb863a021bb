// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/ledgerreader.h"
#include "app/service/servicehost.h"
#include "app/viewmodels/controlcentre.h"
#include "app/wishes.h"

namespace app {

void connectPrices(ControlCentre &centre, ServiceHost &service)
{
    PriceListModel &prices = *centre.prices();
    QObject::connect(&service, &ServiceHost::pricesChanged, &prices, &PriceListModel::setBooks);
    QObject::connect(&service, &ServiceHost::priceRefused, &prices, &PriceListModel::refuse);
    QObject::connect(
        &centre, &ControlCentre::ownPricesRequested, &service, &ServiceHost::setOwnPrices);
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
