// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/rowlistmodel.h"
#include "core/reconciliation/reconciliation.h"

#include <QtQml/qqmlregistration.h>

/// One place that has the number, or one that was told of it.
struct PlaceRow
{
    Q_GADGET
    QML_VALUE_TYPE(placeRow)
    Q_PROPERTY(QString name MEMBER name)    ///< "Ledger, its entries"
    Q_PROPERTY(QString text MEMBER text)    ///< "$12.345678901 in 34 calls"
    Q_PROPERTY(bool differs MEMBER differs) ///< from the first place

public:
    QString name;
    QString text;
    bool differs = false;

    [[nodiscard]] const QString &key() const { return name; }
    friend bool operator==(const PlaceRow &, const PlaceRow &) = default;
};

/// One number: what Capstan has in memory, what /metrics says, what the ledger and its roll-ups
/// hold and what each destination acknowledged, compared when asked.
class ReconcileList : public RowListModel<PlaceRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(bool comparing READ isComparing NOTIFY changed FINAL)
    Q_PROPERTY(bool differs READ differs NOTIFY changed FINAL) ///< or could not be compared
    Q_PROPERTY(QString verdict READ verdict NOTIFY changed FINAL)

public:
    using RowListModel::RowListModel;

    [[nodiscard]] bool isComparing() const { return m_isComparing; }
    [[nodiscard]] bool differs() const { return m_differs; }
    [[nodiscard]] const QString &verdict() const { return m_verdict; }

    void reset(); ///< nobody answers what is under way

    Q_INVOKABLE void compare();
    /// Answer compareRequested().
    void take(const core::Reconciliation &found);
    void refuse(const QString &why);

Q_SIGNALS:
    void changed();
    void compareRequested();

private:
    [[nodiscard]] QVariant present(const PlaceRow &row) const override
    {
        return QVariant::fromValue(row);
    }
    void conclude(bool differs, const QString &verdict);

    bool m_isComparing = false;
    bool m_differs = false;
    QString m_verdict;
};
