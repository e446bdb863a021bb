// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/tenantlistmodel.h"

#include <memory>

/// One budget as a table shows it: a row like a tenant's, in the budget's own unit.
struct BudgetRow
{
    Q_GADGET
    QML_VALUE_TYPE(budgetRow)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(TenantRow line MEMBER line)

public:
    QString id;
    TenantRow line;
};

/// A budget and the words that it is found by; made once, as there may be thousands.
struct KnownBudget
{
    core::Budget budget;
    QString title;  ///< "agent crawler, daily cap"
    QString wanted; ///< name, title and selector, for the filter
};

struct BudgetFacts
{
    std::shared_ptr<const KnownBudget> known;
    BarAmounts amounts;
    qint64 burn = 0; ///< per hour, in the budget's unit
    QByteArray label;
    int counters = 1; ///< of a wildcard's; `amounts` is the fullest

    [[nodiscard]] const QByteArray &key() const { return known->budget.id; }
    friend bool operator==(const BudgetFacts &, const BudgetFacts &) = default;
};

/// All budgets, whomever they bind: those of all tenants first, then by title. Kept up to date only
/// while somebody looks; a snapshot costs time in proportion to its budgets.
class BudgetListModel : public RowListModel<BudgetFacts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    /// Only budgets with this text in their name, title or selector are listed.
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY listed FINAL)
    Q_PROPERTY(int count READ count NOTIFY listed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY listed FINAL) ///< "11 budgets"
    Q_PROPERTY(bool shown READ isShown WRITE setShown NOTIFY shownChanged FINAL)

public:
    using RowListModel::RowListModel;

    void apply(const core::Snapshot &snapshot, const BudgetDirectory &directory);

    [[nodiscard]] const QString &filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] bool isShown() const { return m_shown; }
    void setShown(bool shown);

    [[nodiscard]] Q_INVOKABLE int rowOf(const QString &id) const; ///< -1: not listed
    [[nodiscard]] Q_INVOKABLE QString idAt(int row) const;        ///< empty: no such row

Q_SIGNALS:
    void listed();
    void shownChanged();

private:
    [[nodiscard]] QVariant present(const BudgetFacts &facts) const override;
    void learn(const core::Snapshot &snapshot);
    void list();

    bool m_shown = false;
    QString m_filter;
    QByteArray m_zone;                                       ///< the desktop's
    quint64 m_keyNames = 0;                                  ///< of which m_known is
    quint64 m_revision = 0;                                  ///< of the budgets, likewise
    std::vector<std::shared_ptr<const KnownBudget>> m_known; ///< in the snapshot's order
    std::vector<std::size_t> m_order;                        ///< places in m_known
    std::vector<BudgetFacts> m_all;
};
