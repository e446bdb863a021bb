// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/rowlistmodel.h"
#include "core/pricing/pricebook.h"

#include <QtQml/qqmlregistration.h>

/// One price that a person set, and when it holds.
struct OwnPriceRow
{
    Q_GADGET
    QML_VALUE_TYPE(ownPriceRow)
    Q_PROPERTY(QString when MEMBER when)   ///< "from 1 Dec 2026", "since 3 Nov 2026"
    Q_PROPERTY(QString rates MEMBER rates) ///< "$0.12 in, $0.30 out"
    Q_PROPERTY(bool coming MEMBER coming)  ///< its first day lies ahead
    Q_PROPERTY(bool past MEMBER past)      ///< a later one took its place

public:
    QString when;
    QString rates;
    bool coming = false;
    bool past = false;
    friend bool operator==(const OwnPriceRow &, const OwnPriceRow &) = default;
};

struct OwnPriceFacts
{
    enum class State { Coming, Present, Past };
    core::Price price;
    State state = State::Present;

    [[nodiscard]] qint64 key() const { return price.effectiveFrom.time_since_epoch().count(); }
    friend bool operator==(const OwnPriceFacts &, const OwnPriceFacts &) = default;
};

/// All that a person set for one name: what is to come first, then what holds, then what held.
class OwnPriceList : public RowListModel<OwnPriceFacts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the PriceEditor")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    using RowListModel::RowListModel;

    void show(const std::vector<core::Price> &prices, core::Time now);
    [[nodiscard]] int count() const { return rowCount(); }
    /// Nothing for a row that there is not.
    [[nodiscard]] const core::Price *priceAt(int row) const;

Q_SIGNALS:
    void countChanged();

private:
    [[nodiscard]] QVariant present(const OwnPriceFacts &facts) const override;
};

/// The prices of a person in a book that bear this very name.
[[nodiscard]] std::vector<core::Price> ownPricesOf(const core::PriceBook &book,
                                                   const QString &name);
/// The person's own price that will hold next for a model; null when none is to come.
[[nodiscard]] const core::Price *
comingPrice(const core::PriceBook &book, const QString &model, core::Time now);
