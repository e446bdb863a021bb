// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/ledgerfilterchip.h"
#include "core/base/result.h"
#include "core/reports/report.h"

#include <QAbstractListModel>

/// What a call brings in, so that a report tells what is left of it: an amount for the calls of
/// each feature that is named, a line each as it is typed, and one for all others.
class CallRevenues : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ReportsModel")
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    /// Choosing one adds its line.
    Q_PROPERTY(ActivityFilterChip *known READ known CONSTANT FINAL)
    Q_PROPERTY(QString others READ others WRITE setOthers NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL) ///< "Revenue of 2 features…"
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)

public:
    enum Role { Feature = Qt::UserRole, Amount }; ///< "summaries"; "0.02"

    explicit CallRevenues(QObject *parent = nullptr);

    /// InvalidInput when an amount is none, stands for no feature, or a feature stands twice. A
    /// line without an amount counts for nothing yet.
    [[nodiscard]] core::Outcome readInto(core::ReportQuery &query) const;

    [[nodiscard]] int count() const { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] LedgerFilterChip *known() { return &m_known; }
    [[nodiscard]] const QString &others() const { return m_others; }
    void setOthers(const QString &amount);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void add(const QString &feature = {});
    Q_INVOKABLE void remove(int row);
    Q_INVOKABLE void setFeature(int row, const QString &feature);
    Q_INVOKABLE void setAmount(int row, const QString &amount);

Q_SIGNALS:
    void changed();

private:
    struct Line
    {
        QString feature;
        QString amount;
    };
    void put(int row, QString Line::*side, Role role, const QString &text);

    LedgerFilterChip m_known;
    std::vector<Line> m_lines;
    QString m_others;
};
