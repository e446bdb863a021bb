// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budgetengine.h"

#include <optional>
#include <vector>

namespace core {

/// What a BucketKey says. As text, seven fields between `|`, each %-escaped, so that no name can
/// be mistaken for another: id|unit|selector|window|values|begin|epoch, for example
/// "b-0123456789ab|usd|tenant:*|day@Europe/Berlin|research|1767222000000000|0".
/// The definition is part of it, so that totals of a budget's former shape are never taken for
/// those of its present one.
struct BucketAddress
{
    QByteArray definition; ///< the first four fields, as definitionOf() writes them
    std::vector<QByteArray> values;
    Time begins{}; ///< of the calendar window; Time{} for lifetime and rolling
    qint64 epoch = 0;

    [[nodiscard]] BucketKey toKey() const;
    [[nodiscard]] static std::optional<BucketAddress> fromKey(const BucketKey &key);
    [[nodiscard]] QByteArray budgetId() const;

    friend bool operator==(const BucketAddress &, const BucketAddress &) = default;
};

[[nodiscard]] QByteArray definitionOf(const Budget &budget);

/// What a definition says.
struct BudgetDefinition
{
    QByteArray budgetId;
    Unit unit = Unit::Usd;
    Selector selector;
    QByteArray window; ///< as Window::toText() writes it
};
/// Nothing for what definitionOf() did not write.
[[nodiscard]] std::optional<BudgetDefinition> definitionFrom(const QByteArray &definition);

} // namespace core
