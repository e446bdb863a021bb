// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spend/lifetimetotals.h"

#include <algorithm>

namespace core {

namespace {
Ledger::Sum sumOf(const SettlementRecord &record)
{
    Ledger::Sum sum;
    sum.calls = 1;
    sum.cost = record.cost;
    sum.usage = record.usage;
    return sum;
}
} // namespace

void LifetimeTotals::restore(const TenantSums &tenants, ModelSums models)
{
    std::ranges::stable_sort(models,
                             [](const auto &a, const auto &b) { return a.sum.cost > b.sum.cost; });
    for (const auto &[name, sum] : tenants) {
        tenant(name) += sum;
        m_all += sum;
    }
    for (const Ledger::ModelSum &one : models) {
        model(one.provider, one.model) += one.sum;
    }
}

void LifetimeTotals::add(const SettlementRecord &record)
{
    add(record.attribution, sumOf(record));
}

void LifetimeTotals::correct(const CorrectionRecord &record)
{
    Sum more;
    more.cost = record.moreCost;
    more.usage = record.moreUsage;
    add(record.attribution, more);
}

void LifetimeTotals::add(const Attribution &who, const Sum &sum)
{
    m_all += sum;
    tenant(who.of(Dimension::Tenant)) += sum;
    model(who.of(Dimension::Provider), who.of(Dimension::Model)) += sum;
}

Ledger::Sum &LifetimeTotals::tenant(const QByteArray &name)
{
    const bool isKnown = m_tenants.contains(name) || m_tenants.size() < MostTenants;
    return m_tenants[isKnown ? name : Other];
}

Ledger::Sum &LifetimeTotals::model(const QByteArray &provider, const QByteArray &name)
{
    const ModelKey key{provider, name};
    const bool isKnown = m_models.contains(key) || m_models.size() < MostModels;
    return m_models[isKnown ? key : ModelKey{Other, Other}];
}

LifetimeTotals::TenantSums LifetimeTotals::tenants() const
{
    TenantSums list;
    for (auto it = m_tenants.cbegin(); it != m_tenants.cend(); ++it) {
        list.emplace_back(it.key(), it.value());
    }
    std::ranges::sort(list, {}, [](const auto &one) { return one.first; });
    return list;
}

LifetimeTotals::ModelSums LifetimeTotals::models() const
{
    ModelSums list;
    for (auto it = m_models.cbegin(); it != m_models.cend(); ++it) {
        list.push_back({it.key().first, it.key().second, it.value()});
    }
    std::ranges::sort(list, {}, [](const auto &one) { return std::pair(one.provider, one.model); });
    return list;
}

} // namespace core
