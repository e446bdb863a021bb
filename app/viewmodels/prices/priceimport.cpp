// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/prices/pricelistmodel.h"

// The half of the list that takes the prices of others.

void PriceListModel::importFile(const QString &name)
{
    clearImport();
    if (!name.trimmed().isEmpty()) {
        Q_EMIT importRequested(name.trimmed());
    }
}

void PriceListModel::takeImport(int prices, int skipped)
{
    m_importFailed = false;
    m_importText = tr("Prices taken: %1. Left out, as they are no price per token: %2.")
                       .arg(prices)
                       .arg(skipped);
    Q_EMIT imported();
}

void PriceListModel::refuseImport(const QString &why)
{
    m_importFailed = true;
    m_importText = why;
    Q_EMIT imported();
}

void PriceListModel::clearImport()
{
    m_importFailed = false;
    m_importText.clear();
    Q_EMIT imported();
}
