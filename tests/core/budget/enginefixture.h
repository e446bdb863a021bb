// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budgetengine.h"

#include <QTest>

/// Short words for what the engine's tests say again and again.
namespace enginefixture {

using namespace core;
using namespace std::chrono_literals;

/// 2026-11-21, 09:00 UTC, a Saturday.
inline const Time Start{std::chrono::seconds(1'795'251'600)};

inline Amounts dollars(const char *decimal)
{
    const QByteArray text(decimal);
    const qsizetype point = text.indexOf('.');
    const QByteArray decimals = point < 0 ? QByteArray() : text.mid(point + 1);
    const QByteArray digits =
        text.left(point < 0 ? text.size() : point) + decimals.leftJustified(9, '0');
    return {Money::fromNanos(digits.toLongLong()), 0, 1};
}

inline qint64 nanos(const char *decimal)
{
    return dollars(decimal).cost.nanos();
}

inline Attribution
from(const QByteArray &tenant, const QByteArray &agent = {}, const QByteArray &model = {})
{
    Attribution attribution;
    attribution.of(Dimension::Tenant) = tenant;
    attribution.of(Dimension::Agent) = agent;
    attribution.of(Dimension::Model) = model;
    return attribution;
}

inline Budget budget(const QByteArray &id,
                     const QByteArray &selector,
                     const char *limit,
                     const QByteArray &window = "lifetime")
{
    Budget result;
    result.id = id;
    result.selector = *Selector::parse(selector);
    result.window = *Window::parse(window);
    result.limit = nanos(limit);
    return result;
}

inline HoldId holdOf(const Admission &admission)
{
    const auto *admitted = std::get_if<Admitted>(&admission);
    return admitted ? admitted->hold : HoldId::None;
}

inline bool passed(const Admission &admission)
{
    return std::holds_alternative<Admitted>(admission);
}

inline const Shortfall &tightest(const Admission &admission)
{
    return std::get<Refusal>(admission).shortfalls.front();
}

/// Admits a call and settles all that it asked for.
inline void spend(BudgetEngine &engine, const Attribution &who, const char *amount, Time at)
{
    const HoldId hold = holdOf(engine.admit(who, dollars(amount), at));
    QVERIFY(hold != HoldId::None);
    static_cast<void>(engine.settle(hold, dollars(amount), at));
}

/// -1: the budget "b-1" has no such counter.
inline qint64 settledIn(const BudgetEngine &engine, const QByteArray &label, Time at)
{
    const auto state = engine.state("b-1", label, at);
    return state ? state->settled : -1;
}

inline Budget withMarks(Budget budget, std::vector<int> marks)
{
    budget.softMarks = std::move(marks);
    return budget;
}

} // namespace enginefixture
