// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/budgets/downgradelist.h"

#include "app/viewmodels/budgets/namelist.h"

using namespace Qt::StringLiterals;

void DowngradeList::begin(const Rules &rules)
{
    beginResetModel();
    m_lines.clear();
    for (const core::SoftActions::Downgrade &rule : rules) {
        m_lines.push_back({namelist::text(rule.from), QString::fromUtf8(rule.to)});
    }
    endResetModel();
    Q_EMIT changed();
}

core::Result<DowngradeList::Rules> DowngradeList::rules() const
{
    Rules rules;
    for (const Line &line : m_lines) {
        const std::vector<QByteArray> from = namelist::namesIn(line.from);
        const QByteArray to = line.to.trimmed().toUtf8();
        if (from.empty() != to.isEmpty()) {
            return core::Error{core::ErrorCode::InvalidInput,
                               tr("A line of the cheaper models is only half written."),
                               tr("Name the model that is asked for and the one to use instead.")};
        }
        if (!to.isEmpty()) {
            rules.push_back({from, to});
        }
    }
    return rules;
}

int DowngradeList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant DowngradeList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    return role == From ? line.from : role == To ? line.to : QVariant();
}

QHash<int, QByteArray> DowngradeList::roleNames() const
{
    return {{From, "from"}, {To, "to"}};
}

void DowngradeList::add()
{
    beginInsertRows({}, count(), count());
    m_lines.emplace_back();
    endInsertRows();
    Q_EMIT changed();
}

void DowngradeList::remove(int row)
{
    if (row < 0 || row >= count()) {
        return;
    }
    beginRemoveRows({}, row, row);
    m_lines.erase(m_lines.begin() + row);
    endRemoveRows();
    Q_EMIT changed();
}

void DowngradeList::setFrom(int row, const QString &models)
{
    put(row, &Line::from, From, models);
}

void DowngradeList::setTo(int row, const QString &model)
{
    put(row, &Line::to, To, model);
}

void DowngradeList::put(int row, QString Line::*side, Role role, const QString &text)
{
    if (row < 0 || row >= count() || m_lines[static_cast<std::size_t>(row)].*side == text) {
        return;
    }
    m_lines[static_cast<std::size_t>(row)].*side = text;
    Q_EMIT dataChanged(index(row), index(row), {role});
    Q_EMIT changed();
}
