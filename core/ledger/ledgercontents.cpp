// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgercontents.h"

#include "core/ledger/connection.h"

#include <QSet>

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {

Result<std::optional<Time>> lastCallIn(const QString &path)
{
    // It also tells a ledger from any other file, and says so.
    const auto connection = Connection::openToRead(path);
    if (!connection) {
        return connection.error();
    }
    Statement last(**connection,
                   u"SELECT admitted_at FROM settlement ORDER BY admitted_at DESC LIMIT 1"_s);
    if (!last.run()) {
        return (*connection)->error();
    }
    return last.next() ? std::optional(last.time(0)) : std::optional<Time>();
}

QSet<QByteArray> keysInForce(const LedgerContents &contents)
{
    QSet<QByteArray> ids;
    for (const VirtualKey &key : contents.keys) {
        if (key.facts.revokedAt == Time{}) {
            ids.insert(key.facts.id);
        }
    }
    return ids;
}

/// Those of `some` that do not stand in `others` just so.
qsizetype without(const std::vector<Budget> &some, const std::vector<Budget> &others)
{
    return std::ranges::count_if(some, [&others](const Budget &budget) {
        return std::ranges::find(others, budget) == others.end();
    });
}

} // namespace

Result<LedgerContents> contentsOfLedger(const QString &path, Time monthBegan, Time dayBegan)
{
    const auto lastCall = lastCallIn(path);
    if (!lastCall) {
        return lastCall.error();
    }
    const auto ledger = Ledger::openReader(path);
    if (!ledger) {
        return ledger.error();
    }
    const auto all = (*ledger)->sum(Time::min(), Time::max());
    const auto month = (*ledger)->sum(monthBegan, Time::max());
    const auto day = (*ledger)->sum(dayBegan, Time::max());
    auto state = (*ledger)->load();
    for (const auto *sum : {&all, &month, &day}) {
        if (!sum->ok()) {
            return sum->error();
        }
    }
    if (!state) {
        return state.error();
    }
    return LedgerContents{
        *lastCall, *all, *month, *day, std::move(state->budgets), std::move(state->keys)};
}

LedgerChanges changesBetween(const LedgerContents &now, const LedgerContents &then)
{
    const QSet<QByteArray> keysNow = keysInForce(now);
    const QSet<QByteArray> keysThen = keysInForce(then);
    LedgerChanges changes;
    changes.callsMissing = now.all.calls - then.all.calls;
    changes.costMissing = now.all.cost - then.all.cost;
    // A cap that is another one stands in both; one that is gone or back in one of them.
    changes.capsChanged = static_cast<int>(
        std::max(without(now.budgets, then.budgets), without(then.budgets, now.budgets)));
    changes.keysEnded = static_cast<int>((keysNow - keysThen).size());
    changes.keysRevived = static_cast<int>((keysThen - keysNow).size());
    return changes;
}

} // namespace core
