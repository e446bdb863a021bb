// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reports/callrevenues.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"
#include "app/viewmodels/typednumber.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

core::Result<core::Money> dollars(const QString &amount)
{
    const auto read = typednumber::dollars(amount);
    return read.ok() ? read
                     : core::Error{core::ErrorCode::InvalidInput,
                                   CallRevenues::tr("“%1” is no amount.").arg(amount.trimmed()),
                                   CallRevenues::tr("Write dollars, for example %1.")
                                       .arg(typednumber::text("0.05"))};
}

core::Error wrong(const QString &message, const QString &remedy)
{
    return {core::ErrorCode::InvalidInput, message, remedy};
}

} // namespace

CallRevenues::CallRevenues(QObject *parent)
    : QAbstractListModel(parent)
    , m_known(core::Dimension::Feature, tr("Feature"))
{
    connect(&m_known, &LedgerFilterChip::changed, this, [this] {
        if (m_known.isActive()) {
            const QString feature = m_known.chosen();
            m_known.clear(); // a line says it from now on
            add(feature);
        }
    });
}

core::Outcome CallRevenues::readInto(core::ReportQuery &query) const
{
    for (const Line &line : m_lines) {
        if (line.amount.trimmed().isEmpty()) {
            continue;
        }
        const auto amount = dollars(line.amount);
        const QByteArray feature = line.feature.trimmed().toUtf8();
        if (!amount.ok()) {
            return amount.error();
        }
        if (feature.isEmpty()) {
            return wrong(tr("An amount stands beside no feature."), tr("Name the feature."));
        }
        if (std::ranges::find(query.featureRevenue, feature, [](const auto &one) {
                return one.first;
            }) != query.featureRevenue.end()) {
            return wrong(tr("“%1” stands there twice.").arg(line.feature.trimmed()),
                         tr("Take one of the lines away."));
        }
        query.featureRevenue.emplace_back(feature, *amount);
    }
    if (!m_others.trimmed().isEmpty()) {
        const auto amount = dollars(m_others);
        if (!amount.ok()) {
            return amount.error();
        }
        query.revenue = *amount;
    }
    return core::Done{};
}

QString CallRevenues::text() const
{
    return m_lines.empty() ? tr("Revenue per feature…")
                           : tr("Revenue of %Ln feature(s)…", nullptr, count());
}

QString CallRevenues::errorText() const
{
    core::ReportQuery query;
    const core::Outcome read = readInto(query);
    return read.ok() ? QString() : sentences::of(read.error());
}

void CallRevenues::setOthers(const QString &amount)
{
    if (amount != m_others) {
        m_others = amount;
        Q_EMIT changed();
    }
}

int CallRevenues::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant CallRevenues::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    return role == Feature ? line.feature : role == Amount ? line.amount : QVariant();
}

QHash<int, QByteArray> CallRevenues::roleNames() const
{
    return {{Feature, "feature"}, {Amount, "amount"}};
}

void CallRevenues::add(const QString &feature)
{
    beginInsertRows({}, count(), count());
    m_lines.push_back({feature, {}});
    endInsertRows();
    Q_EMIT changed();
}

void CallRevenues::remove(int row)
{
    if (row < 0 || row >= count()) {
        return;
    }
    beginRemoveRows({}, row, row);
    m_lines.erase(m_lines.begin() + row);
    endRemoveRows();
    Q_EMIT changed();
}

void CallRevenues::setFeature(int row, const QString &feature)
{
    put(row, &Line::feature, Feature, feature);
}

void CallRevenues::setAmount(int row, const QString &amount)
{
    put(row, &Line::amount, Amount, amount);
}

void CallRevenues::put(int row, QString Line::*side, Role role, const QString &text)
{
    if (row < 0 || row >= count() || m_lines[static_cast<std::size_t>(row)].*side == text) {
        return;
    }
    m_lines[static_cast<std::size_t>(row)].*side = text;
    Q_EMIT dataChanged(index(row), index(row), {role});
    Q_EMIT changed();
}
