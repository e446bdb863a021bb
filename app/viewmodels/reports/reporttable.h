// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/reports/reportwords.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

/// A report's rows as they are shown: names left, figures right, sortable by any column. Texts are
/// made for the rows that are looked at only.
class ReportTable : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ReportsModel")
    Q_PROPERTY(QList<QString> titles READ titles NOTIFY reset FINAL)
    Q_PROPERTY(
        QList<int> letters READ letters NOTIFY reset FINAL) ///< of each column's longest text
    Q_PROPERTY(QList<bool> right READ right NOTIFY reset FINAL)
    Q_PROPERTY(int count READ count NOTIFY reset FINAL)
    Q_PROPERTY(int sortColumn READ sortColumn NOTIFY sorted FINAL) ///< -1: the report's own order
    Q_PROPERTY(bool descending READ isDescending NOTIFY sorted FINAL)

public:
    enum Role { Cells = Qt::UserRole, Spoken };

    using QAbstractListModel::QAbstractListModel;

    void setReport(const core::Report &report, const QTimeZone &zone);

    [[nodiscard]] const core::Report &report() const { return m_report; } ///< as it is sorted

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// Roles: "cells", the row's texts; "spoken", the same with their columns' names.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] const QList<QString> &titles() const { return m_titles; }
    [[nodiscard]] const QList<int> &letters() const { return m_letters; }
    [[nodiscard]] const QList<bool> &right() const { return m_right; }
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] int sortColumn() const { return m_sortColumn; }
    [[nodiscard]] bool isDescending() const { return m_descending; }

    /// By that column, figures from the largest; the same column again turns it round.
    Q_INVOKABLE void sortBy(int column);

Q_SIGNALS:
    void reset();
    void sorted();

private:
    [[nodiscard]] QString spoken(const QStringList &texts) const;
    [[nodiscard]] QStringList textsOf(const std::vector<core::ReportCell> &row) const;
    void measure();

    core::Report m_report;
    std::vector<reportwords::Kind> m_kinds;
    QTimeZone m_zone;
    QList<QString> m_titles;
    QList<int> m_letters;
    QList<bool> m_right;
    int m_sortColumn = -1;
    bool m_descending = false;
};
