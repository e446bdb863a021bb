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
    Q_PROPERTY(QString cap MEMBER cap)     ///< "$5.00 a day"; "–" without one of its own

public:
    QString name;
    QString today;
    QString week;
    QString month;
    QString cap;
};

struct DimensionFacts
{
    QByteArray name; ///< empty: calls that say none
    core::Money today;
    core::Money week;
    core::Money month;
    QString cap;

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
    /// 0 is the tenants, whose list is another.
    Q_PROPERTY(int dimension READ dimension WRITE setDimension NOTIFY chosen FINAL)
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
    [[nodiscard]] const QString &filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] const QString &errorText() const { return m_error; }
    [[nodiscard]] QString summary() const;

    Q_INVOKABLE void budgetFor(int row); ///< begins a budget for that value

Q_SIGNALS:
    void chosen();
    void listed();
    void historyWanted(const core::SpendHistoryQuery &query);
    void budgetWanted(int dimension, const QString &value); ///< a core::Dimension

private:
    [[nodiscard]] QVariant present(const DimensionFacts &facts) const override;
    void ask();
    void list();

    int m_dimension = 0;
    QString m_filter;
    bool m_loading = false;
    QString m_error;
    core::Time m_now{};
    QByteArray m_zone;
    core::SpendHistoryQuery m_asked;
    QHash<QByteArray, QString> m_caps; ///< by value
    std::vector<DimensionFacts> m_all;
};
