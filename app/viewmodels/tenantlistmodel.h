// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/barfigures.h"
#include "app/viewmodels/rowlistmodel.h"
#include "core/snapshot.h"

#include <QHash>
#include <QTimeZone>

#include <chrono>

class BudgetDirectory;
struct BoundBudget;

/// One tenant as a table shows it.
struct TenantRow
{
    Q_GADGET
    QML_VALUE_TYPE(tenantRow)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString remark MEMBER remark) ///< "near · 16:18 at this pace", "paused by you 11:02"
    Q_PROPERTY(Standing::Kind standing MEMBER standing)
    Q_PROPERTY(BarFigures bar MEMBER bar)
    Q_PROPERTY(bool hasCap MEMBER hasCap)
    Q_PROPERTY(bool paused MEMBER paused)
    Q_PROPERTY(QString settledText MEMBER settledText)
    Q_PROPERTY(QString heldText MEMBER heldText)
    Q_PROPERTY(QString capText MEMBER capText)
    Q_PROPERTY(QString burnText MEMBER burnText)

public:
    QString name;
    QString remark;
    Standing::Kind standing = Standing::Calm;
    BarFigures bar;
    bool hasCap = false;
    bool paused = false;
    QString settledText;
    QString heldText;
    QString capText;
    QString burnText;
    friend bool operator==(const TenantRow &, const TenantRow &) = default;
};

/// What a row is made of; compared instead of the texts, which are made when looked at.
struct TenantFacts
{
    QByteArray name; ///< empty: all tenants together
    BarAmounts amounts;
    qint64 burn = 0;
    core::Span span;
    core::WindowKind window = core::WindowKind::Day;
    bool paused = false;
    core::Time pausedAt{};
    core::Time at{}; ///< of the forecast, in whole minutes: a forecast is no reason to redraw

    [[nodiscard]] const QByteArray &key() const { return name; }
    friend bool operator==(const TenantFacts &, const TenantFacts &) = default;
};

/// All tenants, in the order in which they were seen or by a column, or the dearest few of today.
///
/// Sorted by a column, the rows are put in order again every few seconds, as their figures change,
/// but never while somebody points at them; newcomers stand at the end until then.
class TenantListModel : public RowListModel<TenantFacts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    /// Only tenants with this text in their name are listed.
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /// Somebody looks. Thousands of rows are kept up to date only then.
    Q_PROPERTY(bool shown READ isShown WRITE setShown NOTIFY shownChanged FINAL)
    Q_PROPERTY(Column column READ column NOTIFY sorted FINAL) ///< by which it is sorted
    Q_PROPERTY(bool descending READ isDescending NOTIFY sorted FINAL)
    /// Somebody points at a row: none may change its place.
    Q_PROPERTY(bool held READ isHeld WRITE setHeld NOTIFY heldChanged FINAL)
    Q_PROPERTY(TenantRow total READ total NOTIFY totalChanged FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY countChanged FINAL) ///< "8 tenants · 11 budgets"

public:
    enum class Order { Stable, DearestFirst };
    /// Share: of its cap, spent and held together; a tenant without a cap has none.
    enum Column { AsSeen, Name, Share, Settled, Held, Cap, Burn };
    Q_ENUM(Column)
    /// How long an order holds while figures change.
    static constexpr std::chrono::seconds OrderTime{3};

    /// `most` rows at most; 0 is all.
    explicit TenantListModel(Order order, int most, QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot, const BudgetDirectory &directory);
    /// The same in parts, so that the window answers in between while thousands are listed: takes
    /// up the snapshot, which must live until goOn() has said true.
    void begin(const core::Snapshot &snapshot, const BudgetDirectory &directory);
    /// So many tenants more; nothing is seen of them before it says true: it was the last part.
    bool goOn(std::size_t most);
    [[nodiscard]] bool isShown() const { return m_shown; }
    void setShown(bool shown);

    [[nodiscard]] const QString &filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] Column column() const { return m_column; }
    [[nodiscard]] bool isDescending() const { return m_descending; }
    [[nodiscard]] bool isHeld() const { return m_held; }
    void setHeld(bool held);
    /// Largest first, names from A on; the same column again: the other way round.
    Q_INVOKABLE void sortBy(Column column);
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] const TenantRow &total() const { return m_total; }
    [[nodiscard]] const QString &summary() const { return m_summary; }
    /// The row of a tenant; -1 when it is not listed.
    [[nodiscard]] Q_INVOKABLE int rowOf(const QString &name) const;
    [[nodiscard]] Q_INVOKABLE QString nameAt(int row) const;

Q_SIGNALS:
    void filterChanged();
    void shownChanged();
    void heldChanged();
    void sorted();
    void countChanged();
    void totalChanged();

private:
    [[nodiscard]] QVariant present(const TenantFacts &facts) const override;
    [[nodiscard]] TenantRow rowFor(const TenantFacts &facts) const;
    [[nodiscard]] QString remarkFor(const TenantFacts &facts) const;
    [[nodiscard]] std::vector<const core::Snapshot::Tenant *>
    ordered(const core::Snapshot &snapshot);
    [[nodiscard]] std::vector<TenantFacts> filtered() const;
    [[nodiscard]] bool isOrderDue(core::Time now) const;
    void sort();
    void list();
    void showTotal(const core::Snapshot &snapshot, const BudgetDirectory &directory);

    Order m_order;
    std::size_t m_most;
    QString m_filter;
    QTimeZone m_zone;
    /// Between begin() and the last goOn().
    struct Listing
    {
        const core::Snapshot *snapshot = nullptr;
        const BudgetDirectory *directory = nullptr;
        std::vector<const core::Snapshot::Tenant *> tenants;
        std::vector<TenantFacts> facts;
    };
    Listing m_listing;
    bool m_shown = false;
    Column m_column = Column::AsSeen;
    bool m_descending = false;
    bool m_held = false;
    core::Time m_sortedAt{}; ///< nothing: another order was asked for since
    std::vector<TenantFacts> m_all;
    QHash<QByteArray, qsizetype> m_places; ///< rank when first seen
    TenantRow m_total;
    QString m_summary;
};
