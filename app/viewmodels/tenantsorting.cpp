// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TenantListModel that puts its rows in order by a column.
#include "app/viewmodels/tenantlistmodel.h"

#include <algorithm>
#include <numeric>

namespace {

/// What a tenant is sorted by, made once for each: there may be thousands.
struct Rank
{
    double figure = 0;
    QString name;
};

double shareOf(const BarAmounts &amounts)
{
    constexpr double None = -1;
    const qint64 taken = core::Money::saturatingSum(amounts.spent, amounts.held);
    return amounts.cap > 0 ? static_cast<double>(taken) / static_cast<double>(amounts.cap) : None;
}

Rank rankOf(const TenantFacts &facts, TenantListModel::Column column)
{
    switch (column) {
    case TenantListModel::AsSeen:
        break;
    case TenantListModel::Name:
        return {0, QString::fromUtf8(facts.name).toCaseFolded()};
    case TenantListModel::Share:
        return {shareOf(facts.amounts), {}};
    case TenantListModel::Settled:
        return {static_cast<double>(facts.amounts.spent), {}};
    case TenantListModel::Held:
        return {static_cast<double>(facts.amounts.held), {}};
    case TenantListModel::Cap:
        return {static_cast<double>(facts.amounts.cap), {}};
    case TenantListModel::Burn:
        return {static_cast<double>(facts.burn), {}};
    }
    return {};
}

} // namespace

void TenantListModel::sortBy(Column column)
{
    m_descending = column == m_column ? !m_descending : column != Column::Name;
    m_column = column;
    m_sortedAt = {};
    sort();
    Q_EMIT sorted();
}

void TenantListModel::setHeld(bool held)
{
    if (held != m_held) {
        m_held = held;
        Q_EMIT heldChanged();
    }
}

bool TenantListModel::isOrderDue(core::Time now) const
{
    const bool wasAsked = m_sortedAt == core::Time{};
    return m_column != Column::AsSeen && (wasAsked || (!m_held && now - m_sortedAt >= OrderTime));
}

// Stable: those of one figure keep their places, and the ranks are what a later snapshot goes by.
void TenantListModel::sort()
{
    std::vector<Rank> ranks;
    ranks.reserve(m_all.size());
    for (const TenantFacts &facts : m_all) {
        ranks.push_back(rankOf(facts, m_column));
    }
    const auto before = [this, &ranks](std::size_t a, std::size_t b) {
        const Rank &first = ranks[m_descending ? b : a];
        const Rank &second = ranks[m_descending ? a : b];
        return first.figure != second.figure ? first.figure < second.figure
                                             : first.name < second.name;
    };
    std::vector<std::size_t> order(m_all.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), before);
    std::vector<TenantFacts> inOrder;
    inOrder.reserve(m_all.size());
    m_places.clear();
    for (const std::size_t place : order) {
        m_places.insert(m_all[place].name, m_places.size());
        inOrder.push_back(std::move(m_all[place]));
    }
    m_all = std::move(inOrder);
    const int count = rowCount();
    rearrange(m_filter.isEmpty() ? m_all : filtered());
    if (rowCount() != count) {
        Q_EMIT countChanged();
    }
}
