// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budget.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

/// Which models a budget has calls moved away from, and to which one: a line each, as it is typed.
class DowngradeList : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the BudgetOptions")
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)

public:
    using Rules = std::vector<core::SoftActions::Downgrade>;
    enum Role { From = Qt::UserRole, To }; ///< "llama-70b, llama-13b"; "llama-8b"

    using QAbstractListModel::QAbstractListModel;

    void begin(const Rules &rules);
    /// InvalidInput when a line lacks one of its sides. Empty lines count for nothing.
    [[nodiscard]] core::Result<Rules> rules() const;

    [[nodiscard]] int count() const { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void add();
    Q_INVOKABLE void remove(int row);
    Q_INVOKABLE void setFrom(int row, const QString &models);
    Q_INVOKABLE void setTo(int row, const QString &model);

Q_SIGNALS:
    void changed();

private:
    struct Line
    {
        QString from;
        QString to;
    };
    void put(int row, QString Line::*side, Role role, const QString &text);

    std::vector<Line> m_lines;
};
