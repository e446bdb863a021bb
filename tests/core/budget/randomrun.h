// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "enginefixture.h"
#include "referencemodel.h"

#include <map>
#include <memory>
#include <random>
#include <set>
#include <tuple>

/// Random changes of an engine, beside a model that is too simple to be wrong.
namespace budgetproperties {
using namespace enginefixture;
using namespace Qt::StringLiterals;

inline const std::vector<QByteArray> Tenants{"a", "b", "c,|"};
inline const std::vector<QByteArray> Agents{"x", "y", ""};
inline const std::vector<QByteArray> Models{"m", "n"};

/// One random run: every step is done to the engine and to the model, then all is compared.
class RandomRun
{
public:
    explicit RandomRun(unsigned seed)
        : m_random(seed)
    {
        for (const char *id :
             {"b-global", "b-each", "b-pair", "b-exact", "b-tag", "default:tenant"}) {
            m_ids.emplace_back(id);
            upsert(randomBudget(id));
        }
    }

    /// Empty while all is well.
    QString step();
    QString finish();

private:
    using Deltas = std::vector<BucketDelta>;

    std::mt19937 m_random;
    std::unique_ptr<BudgetEngine> m_engine = std::make_unique<BudgetEngine>();
    ReferenceModel m_model;
    std::vector<QByteArray> m_ids;
    Time m_now = Start;
    Time m_latest = Start;
    Time m_lastReset = Start;
    Time m_floor = Start; ///< the clock is not set back past it
    QString m_trouble;
    QString m_last;

    // What the ledger would have.
    std::map<std::pair<BucketKey, Time>, qint64> m_totals;
    std::map<std::tuple<BucketKey, int, qint64>, Time> m_told;
    std::vector<std::tuple<QByteArray, QByteArray, qint64, Time>> m_epochs;

    /// Counters that may stand above their cap: it was lowered, a call broke its bound, ...
    std::set<std::pair<QByteArray, QByteArray>> m_excused;

    int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(m_random); }
    template <class T>
    T oneOf(const std::vector<T> &choices)
    {
        return choices[static_cast<std::size_t>(upTo(static_cast<int>(choices.size()) - 1))];
    }
    Attribution randomCaller();
    Amounts randomAmounts(int most) { return {Money::fromNanos(upTo(most)), upTo(most), upTo(1)}; }
    Budget randomBudget(const QByteArray &id);
    HoldId randomHold();

    void upsert(const Budget &budget);
    void store(const Settled &settled);
    void tell(const std::vector<Crossing> &crossings);
    void excuseAll();
    void expect(bool isTrue, const QString &what)
    {
        if (!isTrue && m_trouble.isEmpty()) {
            m_trouble = m_last + u": "_s + what;
        }
    }

    void admit();
    void settle();
    void meter();
    void release();
    void rebind();
    void change();
    void removeOrAdd();
    void reset();
    void moveClock();
    void restart();
    void charge();
    void excess();

    void compare();
    void compare(const Budget &budget, const QByteArray &label);
    void checkMarksAreTold(const Attribution &who, Time admittedAt);
    std::vector<QByteArray> labelsOf(const Budget &budget) const;
};

} // namespace budgetproperties
