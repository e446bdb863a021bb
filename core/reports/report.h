// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/budget/attribution.h"
#include "core/budget/window.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace core {

class PriceBook;

/// Nothing (null), a text, a count, an amount in dollars, a measured figure, or yes and no.
using ReportCell = std::variant<std::monostate, QByteArray, qint64, Money, double, bool>;

/// A table: what every question is answered with, whatever it is printed as.
struct Report
{
    QByteArray name;
    std::vector<QByteArray> columns;
    std::vector<std::vector<ReportCell>> rows;
    qint64 total = 0; ///< rows before the page was cut out

    friend bool operator==(const Report &, const Report &) = default;
};

/// What is asked. Which of the members a report looks at is said by its description.
struct ReportQuery
{
    QByteArray name;
    Time from{}; ///< admitted in [from, to)
    Time to = Time::max();
    std::vector<std::pair<Dimension, QByteArray>> filter{}; ///< all must be equal
    std::vector<Dimension> by{};                            ///< "cost": grouped by these
    std::optional<WindowKind> per{}; ///< "cost", "cost_by_tag", "spikes": hour ... month
    bool perMinute = false;          ///< "cost", "cost_by_tag": instead
    QByteArray zone{};               ///< of days, weeks and months; UTC
    Money threshold = Money::fromNanos(50'000'000);             ///< "unsafe_routes": above $0.05
    std::optional<Money> revenue{};                             ///< per request: adds the margin
    std::vector<std::pair<QByteArray, Money>> featureRevenue{}; ///< of these features instead
    qint64 offset = 0;
    qint64 limit = 1'000;
    [[nodiscard]] bool hasPeriods() const { return per.has_value() || perMinute; }
    Time now{};       ///< for forecasts and what was "today"
    QByteArray tag{}; ///< "cost_by_tag": of this tag's values only
    /// "savings" and "comparison": what the models cost. Without it: shipped, and what the ledger
    /// has.
    std::shared_ptr<const PriceBook> prices{};
};

struct ReportDescription
{
    QByteArray name;
    QByteArray question; ///< one sentence for a list
};
/// Every report there is, the five questions first.
[[nodiscard]] const std::vector<ReportDescription> &reportDescriptions();

} // namespace core
