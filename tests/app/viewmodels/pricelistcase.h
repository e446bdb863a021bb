// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sampleprices.h"
#include "samplesnapshot.h"

#include "app/viewmodels/prices/pricelistmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <memory>

/// The price list of the invented afternoon, filled.
class PriceListCase : public QObject
{
    Q_OBJECT

protected:
    void begin()
    {
        m_tester.reset();
        m_list = std::make_unique<PriceListModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_list->apply(sample::withModels());
        sample::fillPrices(*m_list);
    }
    [[nodiscard]] PriceRow row(const QString &model) const
    {
        for (int i = 0; i < m_list->rowCount(); ++i) {
            const auto row = m_list->data(m_list->index(i), Qt::UserRole).value<PriceRow>();
            if (row.model == model) {
                return row;
            }
        }
        return {};
    }

    std::unique_ptr<PriceListModel> m_list;

private:
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};
