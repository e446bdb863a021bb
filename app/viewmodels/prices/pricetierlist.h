// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/price.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

/// The rates of long prompts, as they are typed: each row says from how many tokens of the prompt
/// on it holds, for the whole call, and its rates in dollars per million tokens. Each row says
/// itself what is wrong with it. They may stand in any order; a row that is empty counts for
/// nothing.
class PriceTierList : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the PriceEditor")
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)

public:
    /// Problem: what is wrong with the row; empty: nothing.
    enum Role { From = Qt::UserRole, Input, Cached, CacheWrite, Output, Problem };

    using QAbstractListModel::QAbstractListModel;

    void begin(const std::vector<core::Tier> &tiers);
    /// Ascending. InvalidInput when a row has a problem.
    [[nodiscard]] core::Result<std::vector<core::Tier>> tiers() const;

    [[nodiscard]] int count() const { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void add();
    Q_INVOKABLE void remove(int row);
    Q_INVOKABLE void setFrom(int row, const QString &tokens) { put(row, From, tokens); }
    Q_INVOKABLE void setInput(int row, const QString &text) { put(row, Input, text); }
    Q_INVOKABLE void setCached(int row, const QString &text) { put(row, Cached, text); }
    Q_INVOKABLE void setCacheWrite(int row, const QString &text) { put(row, CacheWrite, text); }
    Q_INVOKABLE void setOutput(int row, const QString &text) { put(row, Output, text); }

Q_SIGNALS:
    void changed();
    void edited(); ///< by a person

private:
    struct Line
    {
        QString from;
        QString input;
        QString cached;     ///< empty: as input
        QString cacheWrite; ///< same
        QString output;

        [[nodiscard]] QString &of(Role role);
        [[nodiscard]] bool isEmpty() const;
        [[nodiscard]] core::Result<core::Tier> read() const;
    };
    [[nodiscard]] core::Result<core::Tier> read(const Line &line) const;
    void put(int row, Role role, const QString &text);

    std::vector<Line> m_lines;
};
