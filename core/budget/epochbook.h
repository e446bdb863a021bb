// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>

#include <algorithm>
#include <map>

namespace core {

/// The resets of one budget. Outlives the budget: a key must not come back with a new meaning
/// when somebody removes a budget and adds it again.
struct EpochBook
{
    struct Epoch
    {
        qint64 number = 0;
        Time begins{};
        quint64 firstSerial = 0; ///< holds before it settle in an older epoch
    };

    Epoch ofAll;
    std::map<QByteArray, Epoch> ofLabel;

    [[nodiscard]] const Epoch &current(const QByteArray &label) const
    {
        const auto own = ofLabel.find(label);
        return own != ofLabel.end() && own->second.number > ofAll.number ? own->second : ofAll;
    }
    [[nodiscard]] qint64 next() const
    {
        qint64 highest = ofAll.number;
        for (const auto &[label, epoch] : ofLabel) {
            highest = std::max(highest, epoch.number);
        }
        return highest + 1;
    }
    /// An empty label is all of them. An older number changes nothing; the same one may say when
    /// it began, should that have been unknown.
    void begin(const QByteArray &label, const Epoch &epoch)
    {
        Epoch &known = label.isEmpty() ? ofAll : ofLabel[label];
        const bool isSame = epoch.number == known.number && known.begins == Time{};
        if (epoch.number > known.number || isSame) {
            known = epoch;
        }
    }
};

} // namespace core
