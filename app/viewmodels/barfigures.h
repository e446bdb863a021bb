// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/standing.h"
#include "core/base/money.h"
#include "core/budget/budget.h"

#include <QList>
#include <QString>

#include <vector>

/// What a gauge, a bar or the cap editor draws: fractions 0..1 of its length and a state. Knows
/// nothing of money.
struct BarFigures
{
    Q_GADGET
    QML_VALUE_TYPE(barFigures)
    Q_PROPERTY(Standing::Kind standing MEMBER standing)
    /// "spent 15.92, held 1.04, of 20 dollars, near": what a screen reader says.
    Q_PROPERTY(QString description MEMBER description)

public:
    double spent = 0;    ///< where the solid part ends
    double held = 0;     ///< length of the striped part after it
    double cap = -1;     ///< where the post stands; negative: there is no cap
    QList<double> marks; ///< soft marks, ascending
    int crossed = 0;     ///< how many of them are crossed
    Standing::Kind standing = Standing::Calm;
    QString description;

    friend bool operator==(const BarFigures &, const BarFigures &) = default;
};

/// Where the post stands on a bar that shows one cap (design: 97 % of the sweep).
inline constexpr double PostPosition = 0.97;

/// Amounts in one unit, to be drawn.
struct BarAmounts
{
    qint64 spent = 0;
    qint64 held = 0;
    qint64 cap = 0;            ///< 0: none
    std::vector<qint64> marks; ///< amounts, ascending
    int crossed = 0;
    Standing::Kind standing = Standing::Calm;
    core::Unit unit = core::Unit::Usd;

    friend bool operator==(const BarAmounts &, const BarAmounts &) = default;
};

/// On a bar whose cap is at PostPosition, or, with `scale` > 0, on one that ends at `scale`.
[[nodiscard]] BarFigures barOf(const BarAmounts &amounts, qint64 scale = 0);
