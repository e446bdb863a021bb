// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/rowlistmodel.h"
#include "core/reports/spendhistory.h"
#include "core/snapshot.h"

#include <QHash>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

/// One value of the chosen dimension: an agent, a model, a key.
struct DimensionRow
{
    Q_GADGET
    QML_VALUE_TYPE(dimensionRow)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString today MEMBER today)
    Q_PROPERTY(QString week MEMBER week)   ///< the last seven days
    Q_PROPERTY(QString month MEMBER month) ///< the last thirty
    Q_PROPERTY(QString cap MEMBER cap)     ///< "$5.00 · Day"; "–" without one of its own
    Q_PROPERTY(bool hasCap MEMBER hasCap)

public:
    QString name;
    QString today;
    QString week;
    QString month;
    QString cap;
    bool hasCap = false;
};

struct DimensionFacts
{
    QByteArray name; ///< empty: calls that say none
    QString title;   ///< of a key: the name that people gave it
    core::Money today;
    core::Money week;
    core::Money month;
    QString cap;
    QByteArray capId; ///< of the budget that is its cap

    [[nodiscard]] const QByteArray &key() const { return name; }
    friend bool operator==(const DimensionFacts &, const DimensionFacts &) = default;
};

/// What every value of one dimension has cost, the dearest of the last thirty days first. Tenants
/// have a list of their own, which is live; this one is read from the ledger when it is chosen and
/// once a minute while it is shown.
class DimensionList : public RowListModel<DimensionFacts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(QList<QString> dimensions READ dimensions CONSTANT FINAL)
    /// 0 is the tenants and the last all budgets, whose lists are others.
    Q_PROPERTY(int dimension READ dimension WRITE setDimension NOTIFY chosen FINAL)
    Q_PROPERTY(bool ofBudgets READ isOfBudgets NOTIFY chosen FINAL)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY listed FINAL)
    Q_PROPERTY(int count READ count NOTIFY listed FINAL)
    Q_PROPERTY(bool loading READ isLoading NOTIFY listed FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY listed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY listed FINAL) ///< "12 agents"

public:
    using RowListModel::RowListModel;

    void apply(const core::Snapshot &snapshot);
    void take(const core::SpendHistory &history); ///< answers to other questions are left alone
    void refuse(const core::SpendHistoryQuery &query, const QString &why);

    [[nodiscard]] QStringList dimensions() const;
    [[nodiscard]] int dimension() const { return m_dimension; }
    void setDimension(int dimension);
    [[nodiscard]] bool isOfBudgets() const { return m_dimension == AllBudgets; }
    [[nodiscard]] const QString &filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] const QString &errorText() const { return m_error; }
    [[nodiscard]] QString summary() const;

    Q_INVOKABLE void budgetFor(int row); ///< shows that value's cap, or begins a budget for it
    [[nodiscard]] Q_INVOKABLE bool hasCap(int row) const;

Q_SIGNALS:
    void chosen();
    void listed();
    void historyWanted(const core::SpendHistoryQuery &query);
    void budgetWanted(int dimension, const QString &value); ///< a core::Dimension
    void capWanted(const QString &budgetId);

private:
    static constexpr int AllBudgets = core::DimensionCount;
    struct Cap
    {
        QByteArray budgetId;
        QString text;
        friend bool operator==(const Cap &, const Cap &) = default;
    };
    using Caps = QHash<QByteArray, Cap>;
    [[nodiscard]] static Caps capsOn(core::Dimension dimension, const core::Snapshot &snapshot);
    [[nodiscard]] QVariant present(const DimensionFacts &facts) const override;
    [[nodiscard]] bool isOfLedger() const { return m_dimension != 0 && !isOfBudgets(); }
    void ask();
    void list();

    int m_dimension = 0;
    QString m_filter;
    bool m_loading = false;
    QString m_error;
    core::Time m_now{};
    QByteArray m_zone;
    core::SpendHistoryQuery m_asked;
    Caps m_caps;                         ///< by value
    QHash<QByteArray, QString> m_titles; ///< of keys, by id
    std::vector<DimensionFacts> m_all;
};
