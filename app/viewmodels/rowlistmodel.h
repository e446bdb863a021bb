// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <vector>

/// A list whose rows are synchronised with a new state: rows that are gone are removed, new ones
/// inserted where they stand, and dataChanged comes only for rows that differ. Never resets, so
/// that nothing jumps under the pointer.
///
/// `Facts` is compared with == and has `key()`, unique and hashable; texts are made in data(),
/// only for rows that are looked at. One role: "row".
template <class Facts>
class RowListModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const final
    {
        return index.isValid() && role == Qt::UserRole ? present(at(index.row())) : QVariant();
    }
    [[nodiscard]] QHash<int, QByteArray> roleNames() const final { return {{Qt::UserRole, "row"}}; }
    [[nodiscard]] const std::vector<Facts> &rows() const { return m_rows; }

protected:
    [[nodiscard]] virtual QVariant present(const Facts &facts) const = 0;
    [[nodiscard]] const Facts &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    void synchronise(const std::vector<Facts> &wanted)
    {
        if (hasTheKeysOf(wanted)) {
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                place(static_cast<int>(i), wanted[i]);
            }
            return;
        }
        removeGone(wanted);
        const Keys present = keysOf(m_rows);
        auto next = wanted.begin();
        while (next != wanted.end()) {
            const auto known = std::find_if(next, wanted.end(), [&](const Facts &facts) {
                return present.contains(facts.key());
            });
            insert(static_cast<int>(next - wanted.begin()), {next, known});
            next = known;
            if (next != wanted.end()) {
                place(static_cast<int>(next - wanted.begin()), *next);
                ++next;
            }
        }
    }
    /// The same in a new order, however many rows change places: where synchronise() moves them one
    /// by one, this tells the view once.
    void rearrange(const std::vector<Facts> &wanted)
    {
        removeGone(wanted);
        if (!hasTheKeysOf(wanted)) {
            sortAs(wanted);
        }
        synchronise(wanted); // what is new
    }
    /// More rows at the end, none of which is there yet; costs as much as those alone.
    void append(std::vector<Facts> more) { insert(rowCount(), std::move(more)); }
    /// What the texts are made of has changed beside the facts: the time, for example.
    void refresh()
    {
        if (!m_rows.empty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::UserRole});
        }
    }

private:
    using Keys = QSet<std::decay_t<decltype(std::declval<Facts>().key())>>;

    [[nodiscard]] static Keys keysOf(const std::vector<Facts> &rows)
    {
        Keys keys;
        keys.reserve(static_cast<qsizetype>(rows.size()));
        for (const Facts &facts : rows) {
            keys.insert(facts.key());
        }
        return keys;
    }
    /// In one go: thousands of single rows would be felt.
    void insert(int row, std::vector<Facts> more)
    {
        if (more.empty()) {
            return;
        }
        beginInsertRows({}, row, row + static_cast<int>(more.size()) - 1);
        m_rows.insert(m_rows.begin() + row,
                      std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
        endInsertRows();
    }
    [[nodiscard]] bool hasTheKeysOf(const std::vector<Facts> &wanted) const
    {
        return std::equal(m_rows.begin(),
                          m_rows.end(),
                          wanted.begin(),
                          wanted.end(),
                          [](const Facts &a, const Facts &b) { return a.key() == b.key(); });
    }
    /// Those that are there already; facts that nobody wants must be gone.
    void sortAs(const std::vector<Facts> &wanted)
    {
        const Keys present = keysOf(m_rows);
        std::vector<Facts> sorted;
        sorted.reserve(m_rows.size());
        std::copy_if(wanted.begin(),
                     wanted.end(),
                     std::back_inserter(sorted),
                     [&](const auto &row) { return present.contains(row.key()); });
        Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex &each : before) {
            const auto place = std::find_if(sorted.begin(), sorted.end(), [&](const auto &row) {
                return row.key() == at(each.row()).key();
            });
            after += index(static_cast<int>(place - sorted.begin()));
        }
        m_rows = std::move(sorted);
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }
    /// Neighbours in one go.
    void removeGone(const std::vector<Facts> &wanted)
    {
        const Keys keys = keysOf(wanted);
        for (int last = rowCount() - 1; last >= 0; --last) {
            int first = last + 1;
            while (first > 0 && !keys.contains(at(first - 1).key())) {
                --first;
            }
            if (first <= last) {
                beginRemoveRows({}, first, last);
                m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
                endRemoveRows();
                last = first;
            }
        }
    }
    void place(int row, const Facts &facts)
    {
        if (row < rowCount() && at(row).key() == facts.key()) {
            if (!(at(row) == facts)) {
                m_rows[static_cast<std::size_t>(row)] = facts;
                Q_EMIT dataChanged(index(row), index(row), {Qt::UserRole});
            }
            return;
        }
        for (int later = row + 1; later < rowCount(); ++later) {
            if (at(later).key() == facts.key()) {
                beginMoveRows({}, later, later, {}, row);
                m_rows.erase(m_rows.begin() + later);
                m_rows.insert(m_rows.begin() + row, facts);
                endMoveRows();
                Q_EMIT dataChanged(index(row), index(row), {Qt::UserRole});
                return;
            }
        }
    }

    std::vector<Facts> m_rows;
};
