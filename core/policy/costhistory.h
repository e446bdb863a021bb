// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"

#include <QByteArray>
#include <QHash>

#include <array>
#include <chrono>
#include <optional>

namespace core {

/// What requests of each feature cost lately: a running mean over the last hours, O(1) a request
/// and independent of how many there were. Kept in memory: after a restart a baseline is learnt
/// anew. Not thread-safe.
class CostHistory
{
public:
    explicit CostHistory(std::chrono::hours length);

    struct Mean
    {
        Money cost;
        qint64 samples = 0;
    };
    void add(const QByteArray &feature, Money cost, Time at);
    /// Nothing for a feature without a sample in the last hours.
    [[nodiscard]] std::optional<Mean> mean(const QByteArray &feature, Time now);

private:
    /// A sample leaves with its slot: between 47/48 and the whole of the length after it came.
    static constexpr int Slots = 48;
    /// Features are chosen by clients; further ones have no baseline, and nothing grows.
    static constexpr qsizetype MostFeatures = 10'000;

    struct Sums
    {
        qint64 nanos = 0;
        qint64 samples = 0;
    };
    struct Feature
    {
        std::array<Sums, Slots> slots{};
        qint64 newest = 0; ///< number of the slot that was last written, counted from 1970
        Sums total;
    };
    [[nodiscard]] qint64 slotAt(Time time) const;
    static void advance(Feature &feature, qint64 slot);

    Duration m_slotLength;
    QHash<QByteArray, Feature> m_features;
};

} // namespace core
