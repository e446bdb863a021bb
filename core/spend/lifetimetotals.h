// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"

#include <QByteArray>
#include <QHash>

#include <utility>
#include <vector>

namespace core {

/// All that the ledger has ever settled, in memory: added up call by call, beside the roll-ups
/// that do the same on disk. /metrics tells it, and reconciliation compares the two. Not
/// thread-safe.
///
/// Names come from clients, so what is told apart is bounded: the first names keep a place of
/// their own for good (a counter that changed its meaning would look like a restart), later ones
/// share one.
class LifetimeTotals
{
public:
    static constexpr qsizetype MostTenants = 100;
    static constexpr qsizetype MostModels = 50; ///< pairs of provider and model
    static inline const QByteArray Other = QByteArrayLiteral("other");

    using Sum = Ledger::Sum;
    using TenantSums = std::vector<std::pair<QByteArray, Sum>>;
    using ModelSums = std::vector<Ledger::ModelSum>;

    /// What the roll-ups say: the dearest first get a place of their own. Once, before add().
    void restore(const TenantSums &tenants, ModelSums models);
    void add(const SettlementRecord &record);
    void correct(const CorrectionRecord &record); ///< may make a sum smaller

    [[nodiscard]] const Sum &all() const { return m_all; }
    [[nodiscard]] TenantSums tenants() const; ///< by name
    [[nodiscard]] ModelSums models() const;   ///< by provider and model

private:
    using ModelKey = std::pair<QByteArray, QByteArray>;
    void add(const Attribution &who, const Sum &sum);
    [[nodiscard]] Sum &tenant(const QByteArray &name);
    [[nodiscard]] Sum &model(const QByteArray &provider, const QByteArray &name);

    Sum m_all;
    QHash<QByteArray, Sum> m_tenants;
    QHash<ModelKey, Sum> m_models;
};

} // namespace core
